"""A file that turns out to be a document whose text is stored under another name: what differs, and what is cut off."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from archive.arabic.normalize import normalize
from archive.parsing.families import family_of
from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.decisions import WHOLE_ROW
from archive.record.merge import Outcome
from archive.record.stored import StoredRow
from archive.record.values import Value

from .changes import Change, ConflictFound, Plan, plain, shown
from .offered import Offered, by_name
from .rows import pair_up

#: Kind, meeting, number, copy of a numbered text.
TextKey = tuple[str, int, int, int]
#: A field, its stored value, the offered one.
Differing = tuple[str, Value, Value]

_FACTS_OF_COVER = (
    *("symbol", "job_number", "kind", "original_language", "distribution", "date", "author"),
    *("body", "meeting", "agenda_item"),
)


def alike(one: str, other: str) -> bool:
    """The same words: digit shapes, marks, tatweel and white space set aside."""
    return one == other or _words(one) == _words(other)


def _words(text: str) -> str:
    return "".join(normalize(text).split())


def is_truncated(offered: Mapping[TextKey, str], stored: Mapping[TextKey, str]) -> bool:
    """The end of the stored text is gone: its last piece, or the end of that.

    Both give printed texts by number, `stored` in the order of the source. A version with as many new pieces as lost
    ones is another version, not a shorter one.
    """
    if not stored:
        return False
    last = list(stored)[-1]
    lost, new = stored.keys() - offered.keys(), offered.keys() - stored.keys()
    if last in lost:
        return len(new) < len(lost)
    now, before = _words(offered[last]), _words(stored[last])
    return not new and len(now) < len(before) and before.startswith(now)


def texts_of(parsed: ParsedDocument) -> dict[TextKey, str]:
    """Paragraphs and recommendations by number. The cut that takes its end may take the number of a report's
    meeting as well, so that a report's recommendations go without it."""
    family = family_of(parsed.masthead.kind)
    texts: dict[TextKey, str] = {}
    for paragraph in parsed.paragraphs:
        texts["paragraph", 0, paragraph.number, paragraph.copy] = paragraph.text.printed
    for one in parsed.recommendations:
        meeting = 0 if family.adopts else one.meeting or 0
        texts["recommendation", meeting, one.number, one.copy] = one.printed
    return texts


def texts_stored(
    kind: str, paragraphs: Iterable[StoredRow], recommendations: Iterable[StoredRow]
) -> dict[TextKey, str]:
    """The same of the stored document, in the order of its source; what has gone from it is left out."""
    rows = [row for row in (*paragraphs, *recommendations) if not row.missing]
    texts: dict[TextKey, str] = {}
    for row in sorted(rows, key=_first_line):
        number, copy = row.match[-2:]
        meeting = 0
        if row.kind is kinds.RECOMMENDATION and not family_of(kind).adopts:
            meeting = int(row.match[0].rpartition(".")[2])
        texts[row.kind.name, meeting, number, copy] = row.text("printed_text")
    return texts


def _first_line(row: StoredRow) -> int:
    line = row.values["first_line"]
    return line if isinstance(line, int) else 0


def compare_rows(
    plan: Plan, offered: Iterable[Offered], stored: Iterable[StoredRow], *looser: Callable[[tuple[Any, ...]], Any]
) -> None:
    """Report what differs; nothing of it is written."""
    paired = pair_up(offered, stored, *looser)
    for one, row in paired.pairs:
        name = row.kind.texts[0]
        values = by_name(one.values)
        same = alike(str(values[f"printed_{name}"]), row.text(f"printed_{name}"))
        _report(plan, row, [] if same else [(name, row.values[name], plain(values[name]))])
    for one in paired.new:
        plan.changes.append(Change(one.kind, one.locator, "conflict"))
        plan.conflicts.append(ConflictFound(one.kind, one.locator, WHOLE_ROW, "", one.printed))
    for row in paired.gone:
        if not row.missing:
            _report(plan, row, [(WHOLE_ROW, row.values[row.kind.texts[0]], "")])


def compare_cover(plan: Plan, offered: Offered, stored: StoredRow) -> None:
    found: list[Differing] = []
    values = {name: plain(value) for name, value in by_name(offered.values).items()}
    for name in _FACTS_OF_COVER:
        if name in values and values[name] != stored.values[name]:
            found.append((name, stored.values[name], values[name]))
    for name in ("title", "summary"):
        printed = values.get(f"printed_{name}")
        if printed is not None and not alike(str(printed), stored.text(f"printed_{name}")):
            found.append((name, stored.values[name], values[name]))
    _report(plan, stored, found)


def _report(plan: Plan, stored: StoredRow, found: list[Differing]) -> None:
    outcome: Outcome = "conflict" if found else "unchanged"
    plan.changes.append(Change(stored.kind, stored.locator, outcome, stored.pk))
    for name, value, other in found:
        plan.conflicts.append(ConflictFound(stored.kind, stored.locator, name, shown(value), shown(other)))
