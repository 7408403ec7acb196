"""Locators, the machine addresses of rows: made of the locators of the rows above them, and read back into rows."""

import re
from collections.abc import Callable
from typing import Any

from django.db.models import Model, QuerySet

from archive.models import AgendaItem, Article, Paragraph, Subparagraph
from archive.models.paragraph import anchor_of
from archive.models.recommendation import tail_of
from archive.numbering import abjad
from archive.vocabulary.symbols import slug as slug_of

# p12 · p12-2 · s2-p12
_PARAGRAPH = re.compile(r"(?:s(?P<series>[0-9]{1,4})-)?p(?P<number>[0-9]{1,9})(?:-(?P<copy>[0-9]{1,4}))?", re.ASCII)

_CLAUSE = re.compile(r"c(?P<copy>[0-9]{1,6})", re.ASCII)


def meeting_locator(body: str, number: int) -> str:
    return f"{slug_of(body)}.{number}"


def item_locator(meeting: str, number: str) -> str:
    return f"{meeting}#{number}"


def recommendation_locator(meeting: str, series: int, number: int, suffix: int, copy: int) -> str:
    return f"{meeting}.{tail_of(series, number, suffix, copy)}"


def paragraph_locator(document: str, series: int, number: int, copy: int) -> str:
    return f"{document}#{anchor_of(series, number, copy)}"


def keyed_locator(row: Any) -> str:
    """Of sections and footnotes: places shift from version to version, keys do not."""
    return f"{row.document.slug}#{row._meta.model_name}-{row.pk}"


# Back to the row: a query set of one row at most ---------------------------------------------------------------


def find_agenda_item(locator: str) -> QuerySet[AgendaItem]:
    meeting, _, number = locator.partition("#")
    return AgendaItem.objects.filter(meeting__slug=meeting, number=number)


def find_paragraph(locator: str) -> QuerySet[Paragraph]:
    document, _, anchor = locator.partition("#")
    clause = _CLAUSE.fullmatch(anchor)
    if clause is not None:
        return Paragraph.objects.filter(document__slug=document, number=0, copy=int(clause["copy"]))
    found = _PARAGRAPH.fullmatch(anchor)
    if found is None:
        return Paragraph.objects.none()
    series, number, copy = int(found["series"] or 1) - 1, int(found["number"]), int(found["copy"] or 1)
    return Paragraph.objects.filter(document__slug=document, series=series, number=number, copy=copy)


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
