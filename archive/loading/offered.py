"""The rows that a source offers, and how they name one another; pure. `contents` makes them of a parsed document.

A row's locator names it in reports, and what another row points at. `values` go through the merge; `follows` are
always as the source of record has them (lines, places, corrections); `owners` are set when the row is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from archive.parsing.printed_text import Passage, Span
from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.corrections import Decisions, corrections_as_json
from archive.record.locators import item_locator, meeting_locator
from archive.record.row_kind import RowKind
from archive.record.values import ArticleValues, CoverLinks, Lines, Link, Offering, Place, RowValues, Titles
from archive.vocabulary.symbols import slug as slug_of

LinesIn = TypeVar("LinesIn", bound=Lines)
PlaceIn = TypeVar("PlaceIn", bound=Place)
TitlesIn = TypeVar("TitlesIn", bound=Titles)
LinksIn = TypeVar("LinksIn", bound=CoverLinks)


def by_name(values: RowValues) -> dict[str, Offering]:
    """For what treats the fields of all kinds alike."""
    return cast("dict[str, Offering]", dict(values))


def nothing() -> RowValues:
    return ArticleValues()


@dataclass(frozen=True, slots=True)
class Offered:
    """A row that a source offers. `match` finds the stored row; `printed` is its text, to compare copies by."""

    kind: RowKind
    locator: str
    match: tuple[Any, ...]
    values: RowValues
    follows: RowValues = field(default_factory=nothing)
    owners: Mapping[str, Offering] = field(default_factory=dict)
    printed: str = ""


# Groups of fields that several kinds have: each gives the values with those of the group set.


def with_lines(values: LinesIn, span: Span) -> LinesIn:
    """A span that is not known says nothing of lines."""
    known = span.first_line > 0
    values["first_line"] = span.first_line if known else None
    values["last_line"] = max(span.first_line, span.last_line) if known else None
    return values


def with_place(values: PlaceIn, passage: Passage) -> PlaceIn:
    values["corrections"] = corrections_as_json(passage.corrections)
    return with_lines(values, passage.span)


def with_title(values: TitlesIn, title: Passage, decisions: Decisions) -> TitlesIn:
    values["title"], values["printed_title"] = decisions.reading_of(title), title.printed
    return values


def with_cover_links(values: LinksIn, parsed: ParsedDocument) -> LinksIn:
    masthead = parsed.masthead
    if not masthead.body:
        return values
    values["body"] = Link(kinds.BODY, slug_of(masthead.body))
    if masthead.meeting_number:
        meeting = meeting_locator(masthead.body, masthead.meeting_number)
        values["meeting"] = Link(kinds.MEETING, meeting)
        if masthead.agenda_item:
            values["agenda_item"] = Link(kinds.AGENDA_ITEM, item_locator(meeting, masthead.agenda_item))
    return values


def cover_links(parsed: ParsedDocument) -> CoverLinks:
    return with_cover_links(CoverLinks(), parsed)
