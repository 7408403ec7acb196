"""The rows that a source offers, and how they name one another; pure. `contents` makes them of a parsed document.

A row's locator names it in reports, and what another row points at. `values` go through the merge; `follows` are
always as the source of record has them (lines, places, corrections); `owners` are set when the row is made.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from archive.parsing.printed_text import Passage, Span, reading_of
from archive.parsing.structure import ParsedDocument
from archive.sources.corrections import Correction
from archive.vocabulary.symbols import slug as slug_of


class Link(NamedTuple):
    """Another row, by kind and locator: of a row that may not be written yet."""

    kind: str
    locator: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """What staff decided about the errata of a document: (line, printed form) of each."""

    accepted: frozenset[tuple[int, str]] = frozenset()
    rejected: frozenset[tuple[int, str]] = frozenset()

    def in_force(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        return tuple(one for one in corrections if (one.line, one.printed) not in self.rejected)

    def reading(self, printed: str, corrections: Iterable[Correction]) -> str:
        """The reading text; never blank where something is printed."""
        return reading_of(printed, self.in_force(corrections), self.accepted).strip() or printed


@dataclass(frozen=True, slots=True)
class Offered:
    """A row that a source offers. `match` finds the held row; `printed` is its text, to compare copies by."""

    kind: str
    locator: str
    match: tuple[Any, ...]
    values: dict[str, Any]
    follows: dict[str, Any] = field(default_factory=dict)
    owners: dict[str, Any] = field(default_factory=dict)
    printed: str = ""


def corrections_as_json(corrections: Iterable[Correction]) -> list[list[Any]]:
    return [[c.start, c.end, c.corrected, c.certainty, c.line, c.printed] for c in corrections]


def corrections_from_json(rows: Iterable[list[Any]]) -> tuple[Correction, ...]:
    return tuple(
        Correction(start, end, printed, corrected, certainty, line)
        for start, end, corrected, certainty, line, printed in rows
    )


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


# Locators ------------------------------------------------------------------------------------------------------


def meeting_locator(body: str, number: int) -> str:
    return f"{slug_of(body)}.{number}"


def item_locator(meeting: str, number: str) -> str:
    return f"{meeting}#{number}"


def recommendation_locator(meeting: str, number: int, copy: int) -> str:
    return f"{meeting}.{number}" if copy == 1 else f"{meeting}.{number}-{copy}"


def paragraph_locator(document: str, number: int, copy: int) -> str:
    return f"{document}#p{number}" if copy == 1 else f"{document}#p{number}-{copy}"


def cover_links(parsed: ParsedDocument) -> dict[str, Link]:
    masthead = parsed.masthead
    links: dict[str, Link] = {}
    if not masthead.body:
        return links
    links["body"] = Link("body", slug_of(masthead.body))
    if masthead.meeting_number:
        meeting = meeting_locator(masthead.body, masthead.meeting_number)
        links["meeting"] = Link("meeting", meeting)
        if masthead.agenda_item:
            links["agenda_item"] = Link("agenda_item", item_locator(meeting, masthead.agenda_item))
    return links
