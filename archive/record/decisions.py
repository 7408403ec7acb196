"""What staff decide: which side of a conflict stands, whether an erratum is right.

Like `saving`, these functions give what they changed; what is made of it, the caller makes anew.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone

from archive.models import Conflict, Document, Erratum
from archive.parsing.families import family_of
from archive.sources.corrections import Correction

from .corrections import corrections_from_json, decisions_of
from .history.journal import watch, watch_new, watch_stored
from .history.recorded import recorded_kind
from .kinds import DOCUMENT, KIND_BY_NAME, ROW_KINDS, kind_of
from .merge import STATED_BY, merge_field
from .row_kind import RowKind
from .saving import save_row
from .stored import locator_of
from .taking_over import keep_whole, take_whole
from .touched import Changed

#: Field of a conflict about a whole row that only one of the two has.
WHOLE_ROW = "row"


def settle_conflict(
    conflict: Conflict, *, take: bool, by: User | None = None, typed: str | None = None
) -> Changed:
    """Take what the source offers, or keep what is stored; the same question is not asked again.

    `typed`: a third text that is to stand in place of both.

    Raises ValueError with a sentence when the conflict is closed or cannot be decided so.
    """
    if conflict.state != Conflict.State.OPEN:
        raise ValueError("سبق البتّ في هذا التعارض.")
    changed = Changed()
    watch_stored(recorded_kind(conflict), [conflict.pk])
    row = row_of(conflict)
    if conflict.carried:
        changed = _settle_carried(conflict, row, take)
    elif take and conflict.field == WHOLE_ROW:
        _take_whole_row(conflict, row)
    elif row is None:
        if take or typed is not None:
            raise ValueError("لم يعد هذا الصف في الأرشيف. أعد تحميل المصدر ثم انظر في التعارض من جديد.")
    elif typed is not None and not takes_text(conflict):
        raise ValueError("لا يُكتب هنا غير نص؛ عدّل هذه القيمة في صفحتها.")
    elif conflict.field != WHOLE_ROW:
        changed = _settle_field(conflict, row, take, typed)
    conflict.state = Conflict.State.TAKEN if take else Conflict.State.KEPT
    conflict.decided_by, conflict.decided_at = by, timezone.now()
    conflict.save()
    return changed


def _settle_carried(conflict: Conflict, row: Any, take: bool) -> Changed:
    """A whole recommendation that met a provisional text."""
    if take:
        return take_whole(conflict.carried, conflict.document, row)
    return keep_whole(conflict.carried, conflict.document, row) if row is not None else Changed()


def _take_whole_row(conflict: Conflict, row: Any) -> None:
    """A row that the source no longer has is marked; one that only the source has comes by loading."""
    if conflict.offered or row is None:
        raise ValueError(
            f"هذا نص كامل لا يوجد إلا في الملف {conflict.source_file}. "
            "لأخذه سلّم الملف في «الملفات المستلَمة» واجعله مصدر الوثيقة، أو اضغط «اعتمده» في «أعمال على المصادر»."
        )
    watch([row])
    row.missing_since = row.missing_since or timezone.now()
    row.save()


def takes_text(conflict: Conflict) -> bool:
    """Whether what the two say is a text, so that a third one may be typed."""
    kind = KIND_BY_NAME.get(conflict.kind)
    return kind is not None and conflict.field in kind.texts


def _settle_field(conflict: Conflict, row: Any, take: bool, typed: str | None) -> Changed:
    kind = KIND_BY_NAME[conflict.kind]
    if _is_source_of(conflict, row, kind):
        base = {**row.source_values, conflict.field: conflict.offered}
        if kind.stated:
            stated = {conflict.field: ["", conflict.source_file], **base.get(STATED_BY, {})}
            base[STATED_BY] = stated
        row.source_values = base
    if take:
        _set(row, conflict, kind)
    elif typed is not None:
        setattr(row, conflict.field, typed)
    return save_row(row)


def _is_source_of(conflict: Conflict, row: Any, kind: RowKind) -> bool:
    """Whether the file is what the row's base speaks of; another copy is only a voice."""
    if conflict.field not in row.source_values:
        return True
    if kind.stated:
        said = row.source_values.get(STATED_BY, {}).get(conflict.field, ["", ""])
        return bool(said[1] == conflict.source_file)
    if not kind.paper:
        return True
    document = paper_of(row)
    return document is not None and document.source_file == conflict.source_file


def paper_of(row: Any) -> Document | None:
    """The document whose text the row is; None for one entered by hand into none, or of which there is no such."""
    kind = kind_of(row)
    if kind is None or not kind.paper:
        return None
    paper = row
    for step in kind.paper.split("__"):
        paper = paper if step == "pk" else getattr(paper, step)
    return paper if isinstance(paper, Document) else None


def _set(row: Any, conflict: Conflict, kind: RowKind) -> None:
    name, value = conflict.field, conflict.offered
    link = kind.links.get(name)
    if link is not None:
        setattr(row, name, _find(link.kind, value) if value else None)
    elif kind.is_date(name):
        setattr(row, name, date.fromisoformat(value) if value else None)
    else:
        setattr(row, name, value)


def row_of(conflict: Conflict) -> Any:
    """The row that a conflict names, or None where it is not there (any more)."""
    row = _find(conflict.kind, conflict.locator)
    return conflict.document if row is None and conflict.kind == DOCUMENT.name else row


def _find(kind: str, locator: str) -> Any:
    known = KIND_BY_NAME.get(kind)
    return known.find(locator).first() if known is not None and known.find is not None else None


# Errata --------------------------------------------------------------------------------------------------------


def settle_erratum(
    erratum: Erratum, decision: Erratum.Decision, *, by: User | None = None
) -> Changed:
    """Put an erratum in force or out of it, or let it wait again: the reading texts that it touches are made anew.

    A text that staff have rewritten stays; what the erratum would make of it becomes a conflict, which closes when
    a later decision leaves nothing to ask. Raises ValueError with a sentence for one whose right reading is not
    known: there is nothing to put in force.
    """
    if decision == Erratum.Decision.ACCEPTED and not erratum.corrected:
        raise ValueError("لا يُعرف تصويبه. صحّح النص نفسه في صفحته، أو ارفض هذا التصويب.")
    watch_stored(recorded_kind(erratum), [erratum.pk])
    erratum.decision = decision
    is_open = decision == Erratum.Decision.WAITING
    erratum.decided_by, erratum.decided_at = (None, None) if is_open else (by, timezone.now())
    erratum.save()
    changed = Changed()
    decisions = decisions_of(erratum.document_id)
    for row in rows_bearing(erratum):
        texts = texts_of(row)
        offered = [(name, decisions.reading(printed, found) if printed else "") for name, printed, found in texts]
        if any([_offer_text(erratum, row, name, text) for name, text in offered]):
            changed.update(save_row(row))
    return changed


def rows_bearing(erratum: Erratum) -> list[Any]:
    """The rows in whose printed texts the erratum stands."""
    place = [erratum.line, erratum.printed]
    rows = rows_with_corrections(erratum.document)
    return [row for row in rows if any(correction[4:] == place for correction in row.corrections)]


def rows_with_corrections(document: Document) -> Iterator[Any]:
    """All rows whose texts are of this document."""
    for kind in ROW_KINDS:
        if kind.texts and kind.paper:
            rows: QuerySet[Any] = kind.model._default_manager.filter(**{kind.paper: document.pk})
            above = kind.paper.rpartition("__")[0]
            yield from rows.select_related(above) if above else rows
    if family_of(document.kind).prints_agenda and document.meeting is not None:
        yield from document.meeting.agenda_items.all()


def texts_of(row: Any) -> list[tuple[str, str, tuple[Correction, ...]]]:
    """(field, printed text, its corrections). Those of a document run through its title into its summary."""
    corrections = corrections_from_json(row.corrections)
    if isinstance(row, Document):
        end = len(row.printed_title)
        summary = tuple(one.moved(-end - 1) for one in corrections if one.start > end)
        title = tuple(one for one in corrections if one.end <= end)
        return [("title", row.printed_title, title), ("summary", row.printed_summary, summary)]
    kind = kind_of(row)
    texts = kind.texts if kind is not None else ()
    return [(name, getattr(row, f"printed_{name}"), corrections) for name in texts]


def _offer_text(erratum: Erratum, row: Any, name: str, offered: str) -> bool:
    """Through the three-way rule. Whether the row changes."""
    if name not in row.source_values:
        return False
    stored = getattr(row, name)
    outcome, take_base = merge_field(stored, offered, row.source_values[name])
    if take_base:
        row.source_values = {**row.source_values, name: offered}
    if outcome == "updated":
        setattr(row, name, offered)
    question: dict[str, Any] = {
        "kind": str(kind_of(row)),
        "locator": locator_of(row),
        "field": name,
        "source_file": erratum.document.source_file,
        "state": Conflict.State.OPEN,
    }
    if outcome == "conflict":
        answer = {"held": stored, "offered": offered, "document": erratum.document}
        watch(Conflict.objects.filter(**question))
        there, is_new = Conflict.objects.update_or_create(**question, defaults=answer)
        if is_new:
            watch_new([there])
    else:
        watch(Conflict.objects.filter(**question))
        settled = Conflict.State.KEPT if outcome == "kept" else Conflict.State.TAKEN
        Conflict.objects.filter(**question).update(state=settled, decided_at=timezone.now())
    return take_base
