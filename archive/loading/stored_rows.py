"""The rows of the archive that the plan compares with what a file offers."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db.models import Q
from django.db.models.functions import Lower

from archive.arabic.normalize import normalize
from archive.models import (
    AgendaItem,
    Body,
    Document,
    Meeting,
    Paragraph,
    Recommendation,
    Section,
    Subparagraph,
)
from archive.models.recommendation import NUMBERED_BY
from archive.record import kinds
from archive.record.addresses import Identifiers, identifiers_of_row
from archive.record.row_kind import RowKind
from archive.record.stored import StoredRow, stored_row

from .identity import StoredPaper

#: What a paper in another language says otherwise in Arabic.
WORDS_OF_LANGUAGE = frozenset(
    {"title", "printed_title", "summary", "printed_summary", "author", "label", "printed_label", "printed_number"}
    | {"text", "printed_text", "chapeau", "printed_chapeau"}
)


def _stored(kind: RowKind, row: Any, language: str, match: tuple[Any, ...] = ()) -> StoredRow:
    """Nobody edits words that stand until the Arabic comes, the desk shows them only: they are as their paper has
    them, and the next one that is taken puts its own in their place.
    """
    found = stored_row(kind, row, match)
    if language == Document.OWN_LANGUAGE:
        return found
    words = {name: value for name, value in found.values.items() if name in WORDS_OF_LANGUAGE}
    return replace(found, base={**found.base, **words})


# Documents -----------------------------------------------------------------------------------------------------


def candidates_for(offered: Identifiers) -> list[StoredPaper]:
    """The documents that might be the offered one, found by any of its identifiers in one query."""
    wanted = Q(digest=offered.digest) | Q(source_file=offered.file)
    if offered.symbol:
        wanted |= Q(symbol__iexact=offered.symbol)
    if offered.job_number:
        wanted |= Q(job_number__iexact=offered.job_number)
    if offered.cover is not None:
        wanted |= Q(meeting__number=offered.cover.meeting, kind=offered.cover.kind)
    documents = Document.objects.filter(wanted).select_related("body", "meeting", "agenda_item").order_by("pk")
    return [
        StoredPaper(document.pk, identifiers_of_row(document), document.is_held) for document in documents
    ]


def document_row(pk: int) -> Document:
    return Document.objects.select_related("body", "meeting", "agenda_item__meeting").get(pk=pk)


def stored_cover(document: Document) -> StoredRow:
    return _stored(kinds.DOCUMENT, document, document.language)


def in_another_language(documents: Iterable[Any]) -> frozenset[int]:
    """Those of the documents (keys) that are not held in Arabic."""
    rows = Document.objects.filter(pk__in={key for key in documents if key}).exclude(language=Document.OWN_LANGUAGE)
    return frozenset(rows.values_list("pk", flat=True))


# What a document is made of ------------------------------------------------------------------------------------
# Asked for through the document, so that each row has it at hand without a query or a join.


def sections_of(document: Document) -> list[StoredRow]:
    """In order. A section is matched by the headings on its path, as printed."""
    rows = list(document.sections.order_by("position"))
    by_pk = {row.pk: row for row in rows}
    return [_stored(kinds.SECTION, row, document.language, _path(row, by_pk)) for row in rows]


def _path(row: Section, by_pk: dict[int, Section]) -> tuple[Any, ...]:
    path: list[tuple[int, str, str]] = []
    at: Section | None = row
    while at is not None and len(path) < 20:
        path.append((at.level, at.label, normalize(at.printed_title)))
        at = by_pk.get(at.parent_id) if at.parent_id is not None else None
    return tuple(reversed(path))


def paragraphs_of(document: Document) -> list[StoredRow]:
    rows = document.paragraphs.order_by("position")
    return [_stored(kinds.PARAGRAPH, row, document.language, (row.series, row.number, row.copy)) for row in rows]


def footnotes_of(document: Document) -> list[StoredRow]:
    rows = document.footnotes.select_related("paragraph").order_by("position")
    language = document.language
    return [_stored(kinds.FOOTNOTE, row, language, (row.marker, *_bearer(row.paragraph))) for row in rows]


def _bearer(paragraph: Paragraph | None) -> tuple[int, int]:
    return (paragraph.series, paragraph.number) if paragraph else (0, 0)


def recommendations_of(document: Document | None, meetings: Iterable[str]) -> list[StoredRow]:
    """Those of the document, and those of the meetings that it speaks of, in official order."""
    wanted = Q(meeting__slug__in=list(meetings))
    if document is not None:
        wanted |= Q(document=document)
    rows = (
        Recommendation.objects.filter(wanted)
        .in_official_order()
        .prefetch_related("meeting", "agenda_item__meeting", "document")
    )
    return [
        _stored(
            kinds.RECOMMENDATION, row, row.language, (row.meeting.slug, *(getattr(row, name) for name in NUMBERED_BY))
        )
        for row in rows
    ]


def paper_locator(row: StoredRow) -> str:
    """The slug of the document in which a recommendation stands."""
    return str(Document.objects.values_list("slug", flat=True).get(recommendations=row.pk))


def addenda_among(documents: Iterable[Any]) -> frozenset[int]:
    """Those of the documents (keys) that continue another."""
    rows = Document.objects.filter(pk__in={key for key in documents if key}, relation=Document.Relation.ADDENDUM)
    return frozenset(rows.values_list("pk", flat=True))



def subparagraphs_of(recommendations: Iterable[StoredRow]) -> list[StoredRow]:
    rows = (
        Subparagraph.objects.filter(recommendation__in=[one.pk for one in recommendations])
        .select_related("recommendation__document")
        .order_by("recommendation", "position")
    )
    return [
        _stored(kinds.SUBPARAGRAPH, row, row.recommendation.language, (row.recommendation.locator, row.position))
        for row in rows
    ]


# Rows that several documents may state -------------------------------------------------------------------------


def all_bodies() -> dict[str, StoredRow]:
    """All bodies by slug: there are few."""
    return {row.slug: stored_row(kinds.BODY, row) for row in Body.objects.select_related("parent")}


def meetings_by_slug(slugs: Iterable[str]) -> dict[str, StoredRow]:
    rows = Meeting.objects.filter(slug__in=list(slugs))
    return {row.slug: stored_row(kinds.MEETING, row) for row in rows}


def agenda_of(meetings: Iterable[str]) -> dict[str, StoredRow]:
    rows = AgendaItem.objects.filter(meeting__slug__in=list(meetings)).select_related("meeting")
    stored = (stored_row(kinds.AGENDA_ITEM, row) for row in rows)
    return {row.locator: row for row in stored}


def papers_by_symbol(symbols: Iterable[str]) -> dict[str, StoredRow]:
    """Documents by symbol in capitals."""
    rows = Document.objects.annotate(lower_symbol=Lower("symbol")).filter(
        lower_symbol__in=[symbol.lower() for symbol in symbols]
    )
    rows = rows.select_related("body", "meeting", "agenda_item__meeting")
    return {row.symbol.upper(): stored_row(kinds.DOCUMENT, row) for row in rows}
