"""What a parsed document is made of: frozen records, each with its place in the source."""

import datetime
from dataclasses import dataclass
from typing import Literal

from archive.numbering.dates import DateRange
from archive.sources.corrections import Correction
from archive.sources.places import Run
from archive.vocabulary.cover_terms import RelationKind

from .printed_text import NOTHING, Passage, Span, whole_text
from .problems import Problem

LineRole = Literal[
    "blank", "masthead", "contents", "heading", "paragraph", "clause", "footnote", "furniture", "unplaced"
]

#: Where a recommendation stands: under a heading of its own or behind it, as a numbered paragraph, a letter, a row.
Form = Literal["heading", "inline", "paragraph", "letter", "table"]

#: How well a source knows a fact about a meeting, worst first: DOMAIN, 002 §1 against the compendium.
Ground = Literal["mention", "cover", "report"]


@dataclass(frozen=True, slots=True)
class ParsedMeeting:
    """A meeting that the text reports on, names on its cover, or mentions (`ground`).

    `held_in` is the month in words where no days are given: «تشرين الأول/أكتوبر 2018».
    """

    body: str
    number: int
    place: str | None
    start: datetime.date | None
    end: datetime.date | None
    ground: Ground
    line: int
    held_in: str = ""


def meeting_of(
    body: str, number: int, place: str | None, dates: DateRange | None, ground: Ground, line: int
) -> ParsedMeeting:
    """A meeting with what is known of it."""
    return ParsedMeeting(
        body, number, place, dates.start if dates else None, dates.end if dates else None, ground, line
    )


@dataclass(frozen=True, slots=True)
class ParsedRelation:
    """How a paper belongs to another one; `symbol` is that of the other, None where the cover prints none."""

    kind: RelationKind
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedMasthead:
    """What the cover says, or the manifest in its place; `kind` is the code of the paper's family.

    `symbols` are all that are printed, as printed; `symbol` is the first of them, or the declared one. `term` is the
    paper's own word for what its body holds: «session» or «meeting». `body_name` is the name on the cover of a body
    that nobody else knows.
    """

    kind: str
    symbol: str | None = None
    symbols: tuple[str, ...] = ()
    relation: ParsedRelation | None = None
    term: str | None = None
    job_number: str | None = None
    title: Passage = NOTHING
    language: str | None = None
    original_language: str | None = None
    distribution: str | None = None
    date: datetime.date | None = None
    body: str | None = None
    body_name: str = ""
    meeting_number: int | None = None
    place: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    agenda_item: str | None = None
    agenda_item_title: Passage = NOTHING
    author: str | None = None
    summary: Passage = NOTHING


@dataclass(frozen=True, slots=True)
class ParsedSection:
    """A heading. `level` is 1 for «أولاً», 2 «ألف», 3 «1-», 4 without a label; `parent` indexes the sections."""

    level: int
    label: str
    printed_label: str
    title: Passage
    parent: int | None


@dataclass(frozen=True, slots=True)
class ParsedParagraph:
    """`copy` counts paragraphs that bear the same true number, from 1, in whatever series.

    `series` counts the runs of numbers in the paper from 0; `part` is the heading that opened it, None for the first.
    """

    number: int
    printed_number: str
    copy: int
    text: Passage
    section: int | None
    series: int = 0
    part: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedClause:
    """A text that bears no number and wants none: a clause of a preamble, the words of a decision, of an annex."""

    text: Passage
    section: int | None


@dataclass(frozen=True, slots=True)
class ParsedSubparagraph:
    """A lettered item; `label` is the letter that its position asks for."""

    label: str
    printed_label: str
    position: int
    text: Passage


@dataclass(frozen=True, slots=True)
class ParsedRecommendation:
    """A recommendation; `copy` counts those of one number, `section` indexes the sections.

    `printed_number` is None where none is printed (a thematic compendium cites it), a letter where a letter counts.
    """

    body: str | None
    meeting: int | None
    number: int
    printed_number: str | None
    copy: int
    chapeau: Passage
    subparagraphs: tuple[ParsedSubparagraph, ...]
    agenda_item: str | None
    section: int | None
    span: Span
    series: int = 0
    form: Form = "paragraph"

    @property
    def printed(self) -> str:
        """The whole text as printed: chapeau, then a line for each subparagraph with its label."""
        return whole_text(
            self.chapeau.printed, [(s.printed_label, s.text.printed) for s in self.subparagraphs]
        )

    @property
    def reading(self) -> str:
        return whole_text(self.chapeau.reading, [(s.label, s.text.reading) for s in self.subparagraphs])


@dataclass(frozen=True, slots=True)
class ParsedAgendaItem:
    """`number` is the true one: «2», of a sub-item «1 (أ)»; `label` the printed mark; `parent` a number."""

    number: str
    label: str
    title: Passage
    parent: str | None


@dataclass(frozen=True, slots=True)
class ParsedReference:
    """Another document of a known body, named in the text; `listed` where a documents list names it."""

    symbol: str
    title: str
    body: str
    year: int | None
    listed: bool
    line: int


@dataclass(frozen=True, slots=True)
class ParsedFootnote:
    """`paragraph` and `copy` name the paragraph that bears the mark; None on the cover.

    `place` is the offset of the mark in the printed text of that paragraph.
    """

    marker: str
    paragraph: int | None
    copy: int
    text: Passage
    place: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A whole text in structure. `roles` says of each line what it is part of, `left_out` gives the lines that are
    furniture of pages: number and text.

    `corrections` are all errata found in it, `overlapped` the certain ones that a longer one keeps out. `places` tell
    where its lines stand in a file that has none, `subjects` what its file says it is about.
    """

    name: str
    sha256: str
    masthead: ParsedMasthead
    meetings: tuple[ParsedMeeting, ...] = ()
    mentioned_meetings: tuple[ParsedMeeting, ...] = ()
    sections: tuple[ParsedSection, ...] = ()
    paragraphs: tuple[ParsedParagraph, ...] = ()
    recommendations: tuple[ParsedRecommendation, ...] = ()
    agenda: tuple[ParsedAgendaItem, ...] = ()
    references: tuple[ParsedReference, ...] = ()
    footnotes: tuple[ParsedFootnote, ...] = ()
    clauses: tuple[ParsedClause, ...] = ()
    unplaced: tuple[Passage, ...] = ()
    left_out: tuple[tuple[int, str], ...] = ()
    roles: tuple[LineRole, ...] = ()
    problems: tuple[Problem, ...] = ()
    corrections: tuple[Correction, ...] = ()
    overlapped: tuple[Correction, ...] = ()
    places: tuple[Run, ...] = ()
    subjects: tuple[str, ...] = ()

    def path(self, section: int | None) -> tuple[ParsedSection, ...]:
        """The headings above, outermost first."""
        found: list[ParsedSection] = []
        while section is not None:
            found.append(self.sections[section])
            section = self.sections[section].parent
        return tuple(reversed(found))
