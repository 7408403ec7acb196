"""What staff decide: which side of a conflict stands, whether an erratum is right."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from archive.models import (
    AgendaItem,
    Article,
    Body,
    Conflict,
    Document,
    Erratum,
    Footnote,
    Instrument,
    Meeting,
    Paragraph,
    Recommendation,
    Section,
    Subparagraph,
    Topic,
)
from archive.numbering import abjad
from archive.parsing.families import family_of

from .copies import WHOLE_ROW
from .errata_rows import decisions_of
from .held import LINKS, MODELS, locator_of
from .merge import STATED_BY, merge_field
from .offered import corrections_as_json, corrections_from_json
from .saving import save_by_hand
from .state import raise_data_version

_DATES = frozenset({"date", "start", "end"})


@transaction.atomic
def decide_conflict(conflict: Conflict, *, take: bool, by: AbstractBaseUser | None = None) -> None:
    """Take what the source offers, or keep what is held; the same question is not asked again.

    Raises ValueError with a sentence when the conflict is closed or cannot be decided so.
    """
    if conflict.state != Conflict.State.OPEN:
        raise ValueError("سبق البتّ في هذا التعارض.")
    row = row_of(conflict)
    if take and conflict.field == WHOLE_ROW:
        _take_whole_row(conflict, row)
    elif row is None:
        if take:
            raise ValueError("لم يعد هذا الصف في الأرشيف. أعد تحميل المصدر ثم انظر في التعارض من جديد.")
    elif conflict.field != WHOLE_ROW:
        _settle_field(conflict, row, take)
    conflict.state = Conflict.State.TAKEN if take else Conflict.State.KEPT
    conflict.decided_by, conflict.decided_at = by, timezone.now()
    conflict.save()
    raise_data_version()


def _take_whole_row(conflict: Conflict, row: Any) -> None:
    """A row that the source no longer has is marked; one that only the source has comes by loading."""
    if conflict.offered or row is None:
        raise ValueError(
            f"هذا نص كامل لا يوجد إلا في الملف {conflict.source_file}. "
            "لأخذه حمّل الملف من جديد بالأمر load_archive --accept."
        )
    row.missing_since = row.missing_since or timezone.now()
    row.save()


def _settle_field(conflict: Conflict, row: Any, take: bool) -> None:
    if _is_source_of(conflict, row):
        base = {**row.source_values, conflict.field: conflict.offered}
        if isinstance(row, Meeting | AgendaItem):
            stated = {conflict.field: ["", conflict.source_file], **base.get(STATED_BY, {})}
            base[STATED_BY] = stated
        row.source_values = base
    if take:
        _set(row, conflict)
    save_by_hand(row)


def _is_source_of(conflict: Conflict, row: Any) -> bool:
    """Whether the file is what the row's base speaks of; another copy is only a voice."""
    if conflict.field not in row.source_values:
        return True
    if isinstance(row, Meeting | AgendaItem):
        said = row.source_values.get(STATED_BY, {}).get(conflict.field, ["", ""])
        return bool(said[1] == conflict.source_file)
    if isinstance(row, Body | Instrument | Article | Topic):
        return True
    document = row if isinstance(row, Document) else _document_of(row)
    return document is not None and document.source_file == conflict.source_file


def _document_of(row: Any) -> Document | None:
    return row.recommendation.document if isinstance(row, Subparagraph) else row.document


def _set(row: Any, conflict: Conflict) -> None:
    kind, field, value = conflict.kind, conflict.field, conflict.offered
    if (kind, field) in LINKS:
        of = "topic" if kind == "topic" else field
        setattr(row, field, _find(of, value) if value else None)
    elif field in _DATES:
        setattr(row, field, date.fromisoformat(value) if value else None)
    else:
        setattr(row, field, value)


# Finding the row that a conflict names -------------------------------------------------------------------------


def row_of(conflict: Conflict) -> Any:
    """The row, or None where it is not there (any more)."""
    row = _find(conflict.kind, conflict.locator)
    return conflict.document if row is None and conflict.kind == "document" else row


def _find(kind: str, locator: str) -> Any:
    owner, _, tail = locator.partition("#")
    match kind:
        case "body" | "parent":
            return Body.objects.filter(slug=locator).first()
        case "meeting":
            return Meeting.objects.filter(slug=locator).first()
        case "agenda_item":
            return AgendaItem.objects.filter(meeting__slug=owner, number=tail).first()
        case "document":
            return Document.objects.filter(slug=locator).first()
        case "recommendation":
            return Recommendation.objects.filter(locator=locator).first()
        case "subparagraph":
            of, _, letter = locator.rpartition(".")
            position = abjad.from_latin(letter) or 0
            return Subparagraph.objects.filter(recommendation__locator=of, position=position).first()
        case "paragraph":
            number, _, copy = tail.removeprefix("p").partition("-")
            rows = Paragraph.objects.filter(document__slug=owner, number=int(number), copy=int(copy or 1))
            return rows.first()
        case "instrument" | "topic":
            return MODELS[kind]._default_manager.filter(slug=locator).first()
        case "article":
            instrument, _, number = locator.partition(":")
            return Article.objects.filter(instrument__slug=instrument, number=int(number)).first()
        case "section" | "footnote":
            key = tail.removeprefix(f"{kind}-")
            return MODELS[kind]._default_manager.filter(pk=int(key)).first() if key.isdecimal() else None
    return None


# Errata --------------------------------------------------------------------------------------------------------


@transaction.atomic
def decide_erratum(
    erratum: Erratum, decision: Erratum.Decision, *, by: AbstractBaseUser | None = None
) -> None:
    """Put an erratum in force or out of it, or let it wait again: the reading texts that it touches are made anew.

    A text that staff have rewritten stays; what the erratum would make of it becomes a conflict, which closes when
    a later decision leaves nothing to ask. Raises ValueError with a sentence for one whose right reading is not
    known: there is nothing to put in force.
    """
    if decision == Erratum.Decision.ACCEPTED and not erratum.corrected:
        raise ValueError("لا يُعرف تصويبه. صحّح النص نفسه في صفحته، أو ارفض هذا التصويب.")
    erratum.decision = decision
    is_open = decision == Erratum.Decision.WAITING
    erratum.decided_by, erratum.decided_at = (None, None) if is_open else (by, timezone.now())
    erratum.save()
    decisions = decisions_of(erratum.document_id)
    for row in _rows_bearing(erratum):
        changed = False
        for name, printed, corrections in _texts_of(row):
            offered = decisions.reading(printed, corrections) if printed else ""
            changed = _offer_text(erratum, row, name, offered) or changed
        if changed:
            save_by_hand(row)
    raise_data_version()


def texts_bearing(erratum: Erratum) -> list[tuple[str, list[list[Any]]]]:
    """The printed texts in which the erratum stands, each with all its corrections as the models keep them."""
    return [
        (printed, corrections_as_json(corrections))
        for row in _rows_bearing(erratum)
        for _name, printed, corrections in _texts_of(row)
        if any((one.line, one.printed) == (erratum.line, erratum.printed) for one in corrections)
    ]


def _rows_bearing(erratum: Erratum) -> list[Any]:
    place = [erratum.line, erratum.printed]
    rows = _rows_with_corrections(erratum.document)
    return [row for row in rows if any(correction[4:] == place for correction in row.corrections)]


def _rows_with_corrections(document: Document) -> Iterator[Any]:
    yield document
    models: list[type[Model]] = [Section, Paragraph, Footnote, Recommendation]
    for model in models:
        yield from model._default_manager.filter(document=document)
    yield from Subparagraph.objects.filter(recommendation__document=document).select_related("recommendation")
    if family_of(document.kind).prints_agenda and document.meeting is not None:
        yield from document.meeting.agenda_items.all()


def _texts_of(row: Any) -> list[tuple[str, str, tuple[Any, ...]]]:
    """(field, printed text, its corrections). Those of a document run through its title into its summary."""
    corrections = corrections_from_json(row.corrections)
    match row:
        case Document():
            end = len(row.printed_title)
            summary = tuple(one.moved(-end - 1) for one in corrections if one.start > end)
            title = tuple(one for one in corrections if one.end <= end)
            return [("title", row.printed_title, title), ("summary", row.printed_summary, summary)]
        case Section() | AgendaItem():
            return [("title", row.printed_title, corrections)]
        case Recommendation():
            return [("chapeau", row.printed_chapeau, corrections)]
    return [("text", row.printed_text, corrections)]


def _offer_text(erratum: Erratum, row: Any, name: str, offered: str) -> bool:
    """Through the three-way rule. Whether the row changes."""
    if name not in row.source_values:
        return False
    held = getattr(row, name)
    outcome, take_base = merge_field(held, offered, row.source_values[name])
    if take_base:
        row.source_values = {**row.source_values, name: offered}
    if outcome == "updated":
        setattr(row, name, offered)
    question = {
        "kind": next(kind for kind, model in MODELS.items() if model is type(row)),
        "locator": locator_of(row),
        "field": name,
        "source_file": erratum.document.source_file,
        "state": Conflict.State.OPEN,
    }
    if outcome == "conflict":
        answer = {"held": held, "offered": offered, "document": erratum.document}
        Conflict.objects.update_or_create(**question, defaults=answer)
    else:
        settled = Conflict.State.KEPT if outcome == "kept" else Conflict.State.TAKEN
        Conflict.objects.filter(**question).update(state=settled, decided_at=timezone.now())
    return take_base
