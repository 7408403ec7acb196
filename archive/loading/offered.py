"""The rows that a source offers, and how they name one another; pure. `contents` makes them of a parsed document.

A row's locator names it in reports, and what another row points at. `values` go through the merge; `follows` are
always as the source of record has them (lines, places, corrections); `owners` are set when the row is made.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from archive.parsing.printed_text import Passage, Span
from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.corrections import Decisions, corrections_as_json
from archive.record.locators import item_locator, meeting_locator
from archive.record.row_kind import RowKind
from archive.vocabulary.symbols import slug as slug_of


class Link(NamedTuple):
    """Another row, by kind and locator: of a row that may not be written yet."""

    kind: RowKind
    locator: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A row that a source offers. `match` finds the stored row; `printed` is its text, to compare copies by."""

    kind: RowKind
    locator: str
    match: tuple[Any, ...]
    values: dict[str, Any]
    follows: dict[str, Any] = field(default_factory=dict)
    owners: dict[str, Any] = field(default_factory=dict)
    printed: str = ""


def lines_of(span: Span) -> dict[str, Any]:
    """A span that is not known says nothing of lines."""
    known = span.first_line > 0
    return {
        "first_line": span.first_line if known else None,
        "last_line": max(span.first_line, span.last_line) if known else None,
    }


def text_values(name: str, passage: Passage, decisions: Decisions) -> dict[str, Any]:
    return {
        name: decisions.reading(passage.printed, passage.corrections),
        f"printed_{name}": passage.printed,
    }


def text_follows(passage: Passage) -> dict[str, Any]:
    return {"corrections": corrections_as_json(passage.corrections), **lines_of(passage.span)}


def cover_links(parsed: ParsedDocument) -> dict[str, Link]:
    masthead = parsed.masthead
    links: dict[str, Link] = {}
    if not masthead.body:
        return links
    links["body"] = Link(kinds.BODY, slug_of(masthead.body))
    if masthead.meeting_number:
        meeting = meeting_locator(masthead.body, masthead.meeting_number)
        links["meeting"] = Link(kinds.MEETING, meeting)
        if masthead.agenda_item:
            links["agenda_item"] = Link(kinds.AGENDA_ITEM, item_locator(meeting, masthead.agenda_item))
    return links
