"""What a cover says: its facts, and its pieces of text in their order, of which some are titles and one the summary."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from archive.numbering.dates import DateRange
from archive.vocabulary.bodies import KnownBody

from .lines import Line
from .printed_text import NOTHING, Passage
from .structure import ParsedRelation

#: What a piece of a cover is; «text» is what is no fact by itself.
PieceKind = Literal[
    "organisation",
    "symbol",
    "distribution",
    "date",
    "language",
    "body",
    "gathering",
    "place",
    "item",
    "author",
    "relation",
    "records",
    "adopted",
    "summary",
    "text",
]


@dataclass(slots=True)
class Piece:
    """A fact, or the lines of a text."""

    kind: PieceKind
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(line.content.strip() for line in self.lines)


@dataclass
class Cover:
    """What the lines before the first section say.

    `term` is the paper's own word for what its body holds; `named` is the name of a body that is not known, as printed,
    `gatherings` the number of sessions named: the days below the second are of another organ's session;
    `is_doubtful` where the title is the likeliest of several texts, and nothing tells it from the others.
    """

    distribution: str | None = None
    date: datetime.date | None = None
    language: str | None = None
    original_language: str | None = None
    symbols: tuple[str, ...] = ()
    relation: ParsedRelation | None = None
    body: KnownBody | None = None
    bodies: list[KnownBody] = field(default_factory=list)
    named: str = ""
    term: str | None = None
    meeting_number: int | None = None
    place: str | None = None
    dates: DateRange | None = None
    agenda_item: str | None = None
    agenda_item_title: Passage = NOTHING
    title: Passage = NOTHING
    is_doubtful: bool = False
    author: str | None = None
    summary: Passage = NOTHING
    has_star: bool = False
    gatherings: int = 0
    pieces: list[Piece] = field(default_factory=list)

    @property
    def items(self) -> list[int]:
        """The indexes of the pieces that name agenda items."""
        return [at for at, piece in enumerate(self.pieces) if piece.kind == "item"]

    @property
    def symbol(self) -> str | None:
        """The first of its symbols, as printed."""
        return self.symbols[0] if self.symbols else None

    def texts(self, start: int = 0, end: int | None = None) -> Iterator[Piece]:
        """The pieces that are no facts, in their order."""
        return (piece for piece in self.pieces[start:end] if piece.kind == "text")

    def place_of(self, *kinds: PieceKind) -> int | None:
        """The index of the last piece of these kinds; None where there is none."""
        return next((at for at in range(len(self.pieces) - 1, -1, -1) if self.pieces[at].kind in kinds), None)
