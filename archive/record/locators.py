"""Locators, the machine addresses of rows: made of the locators of the rows above them, and read back into rows."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, QuerySet

from archive.models import AgendaItem, Article, Paragraph, Subparagraph
from archive.numbering import abjad
from archive.vocabulary.symbols import slug as slug_of


def meeting_locator(body: str, number: int) -> str:
    return f"{slug_of(body)}.{number}"


def item_locator(meeting: str, number: str) -> str:
    return f"{meeting}#{number}"


def recommendation_locator(meeting: str, number: int, copy: int) -> str:
    return f"{meeting}.{number}" if copy == 1 else f"{meeting}.{number}-{copy}"


def paragraph_locator(document: str, number: int, copy: int) -> str:
    return f"{document}#p{number}" if copy == 1 else f"{document}#p{number}-{copy}"


def keyed_locator(row: Any) -> str:
    """Of sections and footnotes: places shift from version to version, keys do not."""
    return f"{row.document.slug}#{row._meta.model_name}-{row.pk}"


# Back to the row: a query set of one row at most ---------------------------------------------------------------


def find_agenda_item(locator: str) -> QuerySet[AgendaItem]:
    meeting, _, number = locator.partition("#")
    return AgendaItem.objects.filter(meeting__slug=meeting, number=number)


def find_paragraph(locator: str) -> QuerySet[Paragraph]:
    document, _, anchor = locator.partition("#")
    number, _, copy = anchor.removeprefix("p").partition("-")
    if not (number.isdecimal() and (copy or "1").isdecimal()):
        return Paragraph.objects.none()
    return Paragraph.objects.filter(document__slug=document, number=int(number), copy=int(copy or 1))


def find_subparagraph(locator: str) -> QuerySet[Subparagraph]:
    recommendation, _, letter = locator.rpartition(".")
    position = abjad.from_latin(letter) or 0
    return Subparagraph.objects.filter(recommendation__locator=recommendation, position=position)


def find_article(locator: str) -> QuerySet[Article]:
    instrument, _, number = locator.partition(":")
    return Article.objects.filter(instrument__slug=instrument, number=int(number) if number.isdecimal() else 0)


def find_keyed(model: type[Model]) -> Callable[[str], QuerySet[Any]]:
    """Sections and footnotes by the key in their locator."""
    name = f"{model._meta.model_name}-"

    def find(locator: str) -> QuerySet[Any]:
        key = locator.partition("#")[2].removeprefix(name)
        rows = model._default_manager
        return rows.filter(pk=int(key)) if key.isdecimal() else rows.none()

    return find
