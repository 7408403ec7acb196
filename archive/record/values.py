"""The values of rows as a source fills them, one class a kind: a field misspelt or of another type is seen by the
checker, not by the database. Their names are those of `RowKind.fields` (held by tests/loading/test_values.py).
"""

from typing import Any, NamedTuple, TypedDict

from .row_kind import RowKind

#: What JSON knows of a field: a row that another row points at is its locator or its key.
Value = str | int | float | list[Any] | None


class Link(NamedTuple):
    """Another row, by kind and locator: of a row that may not be written yet."""

    kind: RowKind
    locator: str


#: A value before it is written.
Offering = Value | Link


class Lines(TypedDict, total=False):
    first_line: int | None
    last_line: int | None


class Place(Lines, total=False):
    """Where a text stands in its source, and the errata that touch its printed form."""

    corrections: list[list[Any]]


class CoverLinks(TypedDict, total=False):
    """The rows that a cover names."""

    body: Link
    meeting: Link
    agenda_item: Link


class BodyValues(TypedDict, total=False):
    name_ar: str
    name_en: str
    term: str
    parent: Link


class MeetingValues(TypedDict, total=False):
    place: str
    start: str
    end: str
    held_in: str
    ground: str


class Titles(TypedDict, total=False):
    title: str
    printed_title: str


class AgendaItemValues(Place, Titles, total=False):
    title_en: str
    label: str
    position: int
    parent: Link | None


class DocumentValues(Place, Titles, CoverLinks, total=False):
    symbol: str
    job_number: str
    kind: str
    summary: str
    printed_summary: str
    language: str
    original_language: str
    distribution: str
    date: str | None
    author: str
    unplaced: str
    source_file: str
    source_sha256: str
    digest: str
    slug: str
    symbols: list[str]
    relation: str
    relation_symbol: str
    left_out: list[list[Any]]
    source_places: list[list[Any]]
    subjects: list[str]


class SectionValues(Place, Titles, total=False):
    label: str
    printed_label: str
    position: int
    level: int
    parent: Link | None


class ParagraphValues(Place, total=False):
    part: str
    printed_number: str
    text: str
    printed_text: str
    position: int
    section: Link | None


class FootnoteValues(Place, total=False):
    marker: str
    place: int | None
    text: str
    printed_text: str
    position: int
    paragraph: Link | None


class RecommendationValues(Place, total=False):
    printed_number: str
    chapeau: str
    printed_chapeau: str
    text: str
    printed_text: str
    agenda_item: Link
    document: Link
    form: str
    is_provisional: bool


class SubparagraphValues(Place, total=False):
    label: str
    printed_label: str
    text: str
    printed_text: str


class InstrumentValues(TypedDict, total=False):
    name_ar: str
    short_ar: str
    name_en: str
    written_as: list[str]
    position: int


class ArticleValues(TypedDict, total=False):
    title_ar: str
    title_en: str


class TopicValues(TypedDict, total=False):
    label_ar: str
    label_en: str
    description_ar: str
    description_en: str
    parent: Link
    position: int
    articles: list[str]


RowValues = (
    BodyValues
    | MeetingValues
    | AgendaItemValues
    | DocumentValues
    | SectionValues
    | ParagraphValues
    | FootnoteValues
    | RecommendationValues
    | SubparagraphValues
    | InstrumentValues
    | ArticleValues
    | TopicValues
)
