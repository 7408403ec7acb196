"""What follows, within a row, from what staff typed: addresses, places, printed forms, whole texts; nothing is saved.

Texts of a recommendation are composed here, addresses derived here, printed forms filled here, nowhere else.
"""

from typing import Any

from django.db.models import Max, Model
from django.utils import timezone

from archive.models import (
    AgendaItem,
    Body,
    Document,
    FormerSlug,
    Meeting,
    Published,
    Recommendation,
    Subparagraph,
)
from archive.numbering.suffixes import in_arabic
from archive.parsing.printed_text import whole_text

from .addresses import free_slug, identifiers_of_row, slug_for


def fill_printed(row: Any, texts: tuple[str, ...], before: Any) -> None:
    """What was entered by hand was never printed otherwise; a printed form of its own is left alone.

    `before` is the row as it is stored, for one that was entered by hand.
    """
    for name in texts:
        text, printed = getattr(row, name), getattr(row, f"printed_{name}")
        followed = before is not None and printed == getattr(before, name) == getattr(before, f"printed_{name}")
        if printed == "" or followed:
            setattr(row, f"printed_{name}", text)


def complete_state(row: Published) -> None:
    """The moment of a withdrawal is when it is first saved; what is not withdrawn has neither moment nor reason."""
    if row.state != Published.State.WITHDRAWN:
        row.withdrawn_at, row.withdrawn_because, row.merged_into = None, "", None
    elif row.withdrawn_at is None:
        row.withdrawn_at = timezone.now()


def complete_body(body: Body) -> None:
    body.slug = body.derive_slug()


def complete_meeting(meeting: Meeting) -> None:
    meeting.slug = meeting.derive_slug()


def complete_agenda_item(item: AgendaItem) -> None:
    item.label = item.label or item.number
    item.position = item.position or _next_position(AgendaItem, meeting=item.meeting)


def complete_document(document: Document) -> None:
    """A better identifier gives a better address."""
    wanted = slug_for(identifiers_of_row(document)).strip("-")
    rest = document.slug.removeprefix(f"{wanted}-")
    if document.slug != wanted and not (document.slug != rest and rest.isdecimal()):
        document.slug = free_slug(wanted, _slugs_of_others(document))


def _slugs_of_others(document: Document) -> list[str]:
    others = Document.objects.exclude(pk=document.pk).values_list("slug", flat=True)
    former = FormerSlug.objects.exclude(document=document.pk).values_list("slug", flat=True)
    return [*others, *former]


def _next_position(model: type[Model], **owner: Any) -> int:
    return 1 + (model._default_manager.filter(**owner).aggregate(last=Max("position"))["last"] or 0)


def complete_recommendation(recommendation: Recommendation) -> None:
    recommendation.printed_number = recommendation.printed_number or _plain_number(recommendation)
    recommendation.locator = recommendation.derive_locator()
    items = recommendation.subparagraphs.order_by("position") if recommendation.pk is not None else ()
    compose_texts(recommendation, items)


def _plain_number(recommendation: Recommendation) -> str:
    return f"{recommendation.number}{in_arabic(recommendation.suffix)}"


def follow_number(recommendation: Recommendation, before: Recommendation) -> None:
    """The printed number goes with the number that staff mend, where it said the same as the one before."""
    if recommendation.printed_number == before.printed_number == _plain_number(before):
        recommendation.printed_number = _plain_number(recommendation)


def complete_subparagraph(item: Subparagraph) -> None:
    item.printed_label = item.printed_label or item.label


def compose_texts(recommendation: Recommendation, items: Any) -> None:
    """Set the whole texts from the chapeau and the lettered items, which come in their order."""
    letters = list(items)
    recommendation.text = whole_text(recommendation.chapeau, [(item.label, item.text) for item in letters])
    recommendation.printed_text = whole_text(
        recommendation.printed_chapeau, [(item.printed_label, item.printed_text) for item in letters]
    )
