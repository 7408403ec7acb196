"""What the archive holds, as plain rows that the plan compares with what is offered.

A row that another row points at is its locator where the merge decides about it, its primary key where the source
of record alone does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, Q
from django.db.models.functions import Lower

from archive.arabic.normalize import normalize
from archive.models import (
    AgendaItem,
    Article,
    Body,
    Document,
    Footnote,
    Instrument,
    Meeting,
    Paragraph,
    Recommendation,
    Section,
    Subparagraph,
    Topic,
)

from .identity import Cover, HeldDocument, Identifiers, cover_of
from .offered import item_locator

MODELS: dict[str, type[Model]] = {
    "body": Body,
    "meeting": Meeting,
    "agenda_item": AgendaItem,
    "document": Document,
    "section": Section,
    "paragraph": Paragraph,
    "footnote": Footnote,
    "recommendation": Recommendation,
    "subparagraph": Subparagraph,
    "instrument": Instrument,
    "article": Article,
    "topic": Topic,
}

_TEXT = ["corrections", "first_line", "last_line"]
#: Fields of each kind that a source fills.
FIELDS: dict[str, list[str]] = {
    "body": ["name_ar", "name_en", "term", "parent"],
    "meeting": ["place", "start", "end", "held_in", "ground"],
    "agenda_item": ["label", "title", "printed_title", "position", "parent", *_TEXT],
    "document": [
        *("symbol", "job_number", "kind", "title", "printed_title", "summary", "printed_summary", "language"),
        *("original_language", "distribution", "date", "author", "body", "meeting", "agenda_item", "unplaced"),
        *("source_file", "source_sha256", "digest", "slug", *_TEXT),
    ],
    "section": ["label", "printed_label", "title", "printed_title", "position", "level", "parent", *_TEXT],
    "paragraph": ["printed_number", "text", "printed_text", "position", "section", *_TEXT],
    "footnote": ["marker", "place", "text", "printed_text", "position", "paragraph", *_TEXT],
    "recommendation": [
        *("printed_number", "chapeau", "printed_chapeau", "text", "printed_text", "agenda_item", "document"),
        *_TEXT,
    ],
    "subparagraph": ["label", "printed_label", "text", "printed_text", *_TEXT],
    "instrument": ["name_ar", "short_ar", "name_en", "written_as", "position"],
    "article": ["title_ar", "title_en"],
    "topic": [
        *("label_ar", "label_en", "description_ar", "description_en", "parent", "position", "articles"),
    ],
}

#: Links about which the merge decides: compared and remembered by locator.
MERGED_LINKS = {
    ("body", "parent"),
    ("document", "body"),
    ("document", "meeting"),
    ("document", "agenda_item"),
    ("recommendation", "agenda_item"),
    ("topic", "parent"),
}
LINKS = MERGED_LINKS | {
    ("agenda_item", "parent"),
    ("section", "parent"),
    ("paragraph", "section"),
    ("footnote", "paragraph"),
    ("recommendation", "document"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A row of the archive. `base` is what its source said last, empty for a row entered by hand."""

    kind: str
    locator: str
    pk: int
    match: tuple[Any, ...]
    values: dict[str, Any]
    base: dict[str, Any]
    missing: bool


def locator_of(row: Model | None) -> str:
    """The locator of a row, as the reports name it; empty for none."""
    match row:
        case None:
            return ""
        case Body() | Meeting() | Document() | Instrument() | Topic():
            return row.slug
        case AgendaItem():
            return item_locator(row.meeting.slug, row.number)
        case Recommendation() | Subparagraph() | Article():
            return row.locator
        case Section() | Footnote():  # places shift from version to version, keys do not
            return f"{row.document.slug}#{row._meta.model_name}-{row.pk}"
        case Paragraph():
            return f"{row.document.slug}#{row.anchor}"
    raise TypeError(f"{type(row).__name__} has no locator")


def values_of(kind: str, row: Model) -> dict[str, Any]:
    """The fields that a source fills, as JSON knows them."""
    values: dict[str, Any] = {}
    for field in FIELDS[kind]:
        if (kind, field) in MERGED_LINKS:
            values[field] = locator_of(getattr(row, field))
        elif (kind, field) in LINKS:
            values[field] = getattr(row, f"{field}_id")
        elif (kind, field) == ("topic", "articles"):
            values[field] = [article.locator for article in getattr(row, field).all()] if row.pk else []
        else:
            value = getattr(row, field)
            values[field] = value.isoformat() if isinstance(value, date) else value
    return values


def held_row(kind: str, row: Any, match: tuple[Any, ...] = ()) -> Held:
    return Held(
        kind,
        locator_of(row),
        row.pk,
        match,
        values_of(kind, row),
        row.source_values,
        row.missing_since is not None,
    )


# Documents -----------------------------------------------------------------------------------------------------


def candidates_for(offered: Identifiers) -> list[HeldDocument]:
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
        HeldDocument(document.pk, identifiers_of_row(document), document.is_held) for document in documents
    ]


def identifiers_of_row(document: Document) -> Identifiers:
    return Identifiers(
        document.symbol.upper(),
        document.job_number.upper(),
        _cover_of_row(document),
        document.kind,
        document.language,
        document.digest,
        document.source_file,
    )


def _cover_of_row(document: Document) -> Cover | None:
    return cover_of(
        document.body.symbol if document.body else None,
        document.meeting.number if document.meeting else None,
        document.agenda_item.number if document.agenda_item else None,
        document.kind,
        document.printed_title or document.title,
    )


def document_row(pk: int) -> Document:
    return Document.objects.select_related("body", "meeting", "agenda_item__meeting").get(pk=pk)


# What a document is made of ------------------------------------------------------------------------------------
# Asked for through the document, so that each row has it at hand without a query or a join.


def sections_held(document: Document) -> list[Held]:
    """In order. A section is matched by the headings on its path, as printed."""
    rows = list(document.sections.order_by("position"))
    by_pk = {row.pk: row for row in rows}
    return [held_row("section", row, _path(row, by_pk)) for row in rows]


def _path(row: Section, by_pk: dict[int, Section]) -> tuple[Any, ...]:
    path: list[tuple[int, str, str]] = []
    at: Section | None = row
    while at is not None and len(path) < 20:
        path.append((at.level, at.label, normalize(at.printed_title)))
        at = by_pk.get(at.parent_id) if at.parent_id is not None else None
    return tuple(reversed(path))


def paragraphs_held(document: Document) -> list[Held]:
    rows = document.paragraphs.order_by("position")
    return [held_row("paragraph", row, (row.number, row.copy)) for row in rows]


def footnotes_held(document: Document) -> list[Held]:
    rows = document.footnotes.select_related("paragraph").order_by("position")
    return [
        held_row("footnote", row, (row.marker, row.paragraph.number if row.paragraph else 0)) for row in rows
    ]


def recommendations_held(document: Document | None, meetings: Iterable[str]) -> list[Held]:
    """Those of the document, and those of the meetings that it speaks of, in official order."""
    wanted = Q(meeting__slug__in=list(meetings))
    if document is not None:
        wanted |= Q(document=document)
    rows = (
        Recommendation.objects.filter(wanted)
        .in_official_order()
        .prefetch_related("meeting", "agenda_item__meeting")
    )
    return [held_row("recommendation", row, (row.meeting.slug, row.number, row.copy)) for row in rows]


def subparagraphs_held(recommendations: Iterable[Held]) -> list[Held]:
    rows = (
        Subparagraph.objects.filter(recommendation__in=[one.pk for one in recommendations])
        .select_related("recommendation")
        .order_by("recommendation", "position")
    )
    return [held_row("subparagraph", row, (row.recommendation.locator, row.position)) for row in rows]


# Rows that several documents may state -------------------------------------------------------------------------


def bodies_held() -> dict[str, Held]:
    """All bodies by slug: there are few."""
    return {row.slug: held_row("body", row) for row in Body.objects.select_related("parent")}


def meetings_held(slugs: Iterable[str]) -> dict[str, Held]:
    rows = Meeting.objects.filter(slug__in=list(slugs))
    return {row.slug: held_row("meeting", row) for row in rows}


def agenda_held(meetings: Iterable[str]) -> dict[str, Held]:
    rows = AgendaItem.objects.filter(meeting__slug__in=list(meetings)).select_related("meeting")
    held = (held_row("agenda_item", row) for row in rows)
    return {row.locator: row for row in held}


def papers_held(symbols: Iterable[str]) -> dict[str, Held]:
    """Documents by symbol in capitals."""
    rows = Document.objects.annotate(lower_symbol=Lower("symbol")).filter(
        lower_symbol__in=[symbol.lower() for symbol in symbols]
    )
    rows = rows.select_related("body", "meeting", "agenda_item__meeting")
    return {row.symbol.upper(): held_row("document", row) for row in rows}
