"""A file that turns out to be a document whose text is stored under another name: what differs, and what is cut off."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from archive.parsing.families import family_of
from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.decisions import WHOLE_ROW
from archive.record.merge import Outcome
from archive.record.stored import StoredRow
from archive.record.values import Value

from .changes import Change, ConflictFound, Plan, plain, shown
from .numbered import Numbered, numbered_paragraphs
from .offered import Offered, by_name
from .rows import pair_up
from .wordings import alike, bare_words

#: Kind and meeting of a numbered text, then what numbers it there.
TextKey = tuple[str | int, ...]
#: A field, its stored value, the offered one.
Differing = tuple[str, Value, Value]

_FACTS_OF_COVER = (
    *("symbol", "job_number", "kind", "original_language", "distribution", "date", "author"),
    *("body", "meeting", "agenda_item"),
)


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
    now, before = bare_words(offered[last]), bare_words(stored[last])
    return not new and len(now) < len(before) and before.startswith(now)


def texts_of(parsed: ParsedDocument, numbered: Sequence[Numbered]) -> dict[TextKey, str]:
    """Paragraphs and recommendations by number. The cut that takes its end may take the number of a report's
    meeting as well, so that a report's recommendations go without it."""
    family = family_of(parsed.masthead.kind)
    texts: dict[TextKey, str] = {}
    for paragraph, place in numbered_paragraphs(parsed):
        texts["paragraph", "", *place] = paragraph.text.printed
    for one, (meeting, *numbers) in zip(parsed.recommendations, numbered, strict=True):
        texts["recommendation", "" if family.adopts else meeting, *numbers] = one.printed
    return texts


def texts_stored(
    kind: str, paragraphs: Iterable[StoredRow], recommendations: Iterable[StoredRow]
) -> dict[TextKey, str]:
    """The same of the stored document, in the order of its source; what has gone from it is left out."""
    rows = [row for row in (*paragraphs, *recommendations) if not row.missing]
    texts: dict[TextKey, str] = {}
    for row in sorted(rows, key=_first_line):
        is_recommendation = row.kind is kinds.RECOMMENDATION
        numbers = row.match[1:] if is_recommendation else row.match
        meeting = row.match[0] if is_recommendation and not family_of(kind).adopts else ""
        texts[row.kind.name, meeting, *numbers] = row.text("printed_text")
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
