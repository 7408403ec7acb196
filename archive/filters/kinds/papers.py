"""Under which item and in which paper: agenda item, document."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from archive.models import AgendaItem, Document
from archive.numbering import abjad

from .base import FacetKind, FacetValue

TITLE_WORDS = 12


def agenda_item_value(item: AgendaItem) -> str:
    """«ctoc-cop-wg7.7:2»; of «2 (ج)» «…:2c», as in the address of a document known by its cover."""
    figure, _bracket, rest = item.number.partition("(")
    position = abjad.position(rest.rstrip(") "))
    letter = abjad.latin(position) if position else ""
    number = f"{figure.strip()}{letter}" if letter or not rest else item.number.replace(" ", "")
    return f"{item.meeting.slug}:{number}"


def _agenda_items() -> Iterator[FacetValue]:
    shown = ("number", "title", "meeting__slug")
    for item in AgendaItem.objects.select_related("meeting").only(*shown).in_order():
        title = f"{item.number}. {_shortened(item.title)}" if item.title else f"البند {item.number}"
        english = "" if item.title else f"Item {item.number}"
        yield FacetValue(item.pk, agenda_item_value(item), title, english, note=item.meeting.slug)


def _documents() -> Iterator[FacetValue]:
    for paper in Document.objects.newest_first().only("slug", "symbol", "job_number", "title"):
        name = paper.symbol or paper.job_number
        label = name or _shortened(paper.title) or paper.slug
        yield FacetValue(paper.pk, paper.slug, label, name)


def _shortened(text: str) -> str:
    words = text.split()
    return " ".join(words[:TITLE_WORDS]) + ("\u00a0…" if len(words) > TITLE_WORDS else "")


AGENDA_ITEM = FacetKind(
    "agenda_item", _("بند جدول الأعمال"), _("بلا بند معروف"), "agenda_item_id", _agenda_items
)
DOCUMENT = FacetKind("document", _("الوثيقة"), _("بلا وثيقة مصدر"), "document_id", _documents)
