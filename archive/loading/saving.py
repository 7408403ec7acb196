"""Saving what staff wrote: one transaction, everything derived made anew, the data version raised.

Texts of a recommendation are composed here, addresses derived here, printed forms filled here, nowhere else.
"""

from typing import Any

from django.db import transaction
from django.db.models import Max, Model

from archive.derivations.deriving import derive_records
from archive.models import (
    AgendaItem,
    Body,
    Document,
    Footnote,
    FormerSlug,
    Meeting,
    Paragraph,
    Recommendation,
    Section,
    Subparagraph,
)
from archive.models.provenance import Sourced
from archive.parsing.printed_text import whole_text
from archive.search.entries import deletion_of, write_entries_of

from . import merge
from .held import MODELS, identifiers_of_row, values_of
from .identity import free_slug, slug_for
from .state import raise_data_version

KIND_OF: dict[type[Model], str] = {model: kind for kind, model in MODELS.items()}

WHY_NOT_DELETED = "لا يُحذف ما جاء من وثيقة محمَّلة، لأن عنوانه دائم؛ عدّل نصه أو أبقه كما هو."


@transaction.atomic
def save_by_hand(row: Model) -> None:
    """Save a row that staff entered or changed, with everything that is derived from it."""
    match row:
        case Body():
            _save_body(row)
        case Meeting():
            _save_meeting(row)
        case AgendaItem():
            _fill_printed(row, "title")
            row.label = row.label or row.number
            row.position = row.position or _next_position(AgendaItem, meeting=row.meeting)
            row.save()
        case Document():
            _save_document(row)
        case Section():
            _fill_printed(row, "title")
            row.save()
        case Paragraph() | Footnote():
            _fill_printed(row, "text")
            row.save()
        case Recommendation():
            _save_recommendation(row)
        case Subparagraph():
            _fill_printed(row, "text")
            row.printed_label = row.printed_label or row.label
            row.save()
            _save_recommendation(row.recommendation)
        case _:
            row.save()
    if type(row) in KIND_OF:
        write_entries_of({KIND_OF[type(row)]: [row.pk]})
    _derive_again(row)
    raise_data_version()


@transaction.atomic
def delete_by_hand(row: Model) -> None:
    """Delete a row that was entered by hand. Raises ValueError with a sentence for one that a source gave."""
    if isinstance(row, Sourced) and not row.entered_by_hand:
        raise ValueError(WHY_NOT_DELETED)
    recommendation = row.recommendation if isinstance(row, Subparagraph) else None
    with deletion_of(KIND_OF.get(type(row), ""), row.pk):
        row.delete()
        if recommendation is not None:
            _save_recommendation(recommendation)
    if recommendation is not None:
        _derive_again(recommendation)
    raise_data_version()


def differences(row: Model) -> list[tuple[str, Any, Any]]:
    """Give (field, what the source said last, what is held) for each field that staff changed."""
    if not isinstance(row, Sourced):
        return []
    return merge.differences(values_of(KIND_OF[type(row)], row), row.source_values)


def _derive_again(row: Model) -> None:
    """What the rules read in the texts that this row is a part of."""
    match row:
        case Recommendation():
            derive_records(recommendations=[row.pk])
        case Subparagraph():
            derive_records(recommendations=[row.recommendation_id])
        case AgendaItem():
            derive_records(recommendations=row.recommendations.values_list("pk", flat=True))
        case Paragraph():
            derive_records(paragraphs=[row.pk])
        case Section():
            derive_records(paragraphs=row.document.paragraphs.values_list("pk", flat=True))


# Addresses -----------------------------------------------------------------------------------------------------


def _save_body(body: Body) -> None:
    slug = body.derive_slug()
    moved = body.pk is not None and slug != body.slug
    body.slug = slug
    body.save()
    if moved:
        for meeting in body.meetings.all():
            _save_meeting(meeting)


def _save_meeting(meeting: Meeting) -> None:
    slug = meeting.derive_slug()
    moved = meeting.pk is not None and slug != meeting.slug
    meeting.slug = slug
    meeting.save()
    if moved:
        for recommendation in meeting.recommendations.all():
            recommendation.locator = recommendation.derive_locator()
            recommendation.save(update_fields=["locator", "updated_at"])


def _save_document(document: Document) -> None:
    """A better identifier gives a better address; the old one goes on leading here."""
    _fill_printed(document, "title")
    _fill_printed(document, "summary")
    wanted = slug_for(identifiers_of_row(document)).strip("-")
    old = document.slug
    rest = old.removeprefix(f"{wanted}-")
    if old != wanted and not (old != rest and rest.isdecimal()):
        document.slug = free_slug(wanted, _slugs_of_others(document))
    document.save()
    if old and old != document.slug:
        FormerSlug.objects.filter(slug=document.slug).delete()
        FormerSlug.objects.get_or_create(slug=old, defaults={"document": document})


def _slugs_of_others(document: Document) -> list[str]:
    others = Document.objects.exclude(pk=document.pk).values_list("slug", flat=True)
    former = FormerSlug.objects.exclude(document=document.pk).values_list("slug", flat=True)
    return [*others, *former]


def _next_position(model: type[Model], **owner: Any) -> int:
    return 1 + (model._default_manager.filter(**owner).aggregate(last=Max("position"))["last"] or 0)


# Texts ---------------------------------------------------------------------------------------------------------


def _fill_printed(row: Any, name: str) -> None:
    """What was entered by hand was never printed otherwise; a printed form of its own is left alone."""
    text, printed = getattr(row, name), getattr(row, f"printed_{name}")
    before = type(row).objects.filter(pk=row.pk).first() if row.pk and row.entered_by_hand else None
    followed = before is not None and printed == getattr(before, name) == getattr(before, f"printed_{name}")
    if printed == "" or followed:
        setattr(row, f"printed_{name}", text)


def _save_recommendation(recommendation: Recommendation) -> None:
    _fill_printed(recommendation, "chapeau")
    recommendation.printed_number = recommendation.printed_number or str(recommendation.number)
    recommendation.locator = recommendation.derive_locator()
    compose_texts(recommendation)
    recommendation.save()


def compose_texts(recommendation: Recommendation) -> None:
    """Set the whole texts from the chapeau and the lettered items that are saved. Does not save."""
    items: list[Subparagraph] = []
    if recommendation.pk is not None:
        items = list(recommendation.subparagraphs.order_by("position"))
    recommendation.text = whole_text(recommendation.chapeau, [(item.label, item.text) for item in items])
    recommendation.printed_text = whole_text(
        recommendation.printed_chapeau, [(item.printed_label, item.printed_text) for item in items]
    )
