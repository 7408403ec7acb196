"""What a family of papers is: how its papers are told from others, and how each of them is read and kept.

Whatever differs from family to family is asked here; no other module knows a family by its name. The defaults are
those of a paper of which nothing is known.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from archive.sources.manifest import DeclaredFacts

from ..agenda import read_agenda
from ..body_text import BodyText, Heading, Item
from ..cover import Cover
from ..drafts import SharedOut, by_test, none_at_all
from ..marks import Opens
from ..numbers import ONE_SERIES, Counting
from ..structure import Ground, ParsedAgendaItem, ParsedMeeting


@dataclass(frozen=True, slots=True)
class Clues:
    """What a text shows before it is known by whose rules it is read.

    `title` and `author` are normalised; `headings` are those of the first level as printed; `opens` says what its
    lines open, `first` the first of them. `cover` are the lines of the cover, normalised; `cited` counts the texts that
    cite behind them where they were adopted.
    """

    title: str
    author: str
    headings: tuple[str, ...]
    opens: frozenset[Opens]
    first: Opens | None = None
    cover: tuple[str, ...] = ()
    cited: int = 0

    def titled(self, pattern: re.Pattern[str]) -> bool:
        """Whether the title, or else a line of the cover, is one that `pattern` matches from its beginning."""
        return bool(pattern.match(self.title)) or any(pattern.match(line) for line in self.cover)


@dataclass(frozen=True, slots=True)
class MeetingClues:
    """From what a paper's meetings are read: its body, cover and headings, what it mentions, what is declared."""

    body: str | None
    cover: Cover
    headings: Sequence[Heading]
    mentioned: Sequence[ParsedMeeting]
    declared: DeclaredFacts
    #: the meetings that recommendations cite as theirs, each with the line
    cited: Sequence[tuple[int, int]] = ()


def _nothing_tells(_clues: Clues) -> bool:
    return False


def _no_meetings(_clues: MeetingClues) -> list[ParsedMeeting]:
    return []


@dataclass(frozen=True, slots=True)
class Family:
    """A family of papers by its `kind`, the code that manifest, JSON and database have for it.

    `name_ar` and `name_en` are what people call a paper of it, `no_such` the Arabic name as an object («… ليست تقريراً
    من الأمانة»).
    """

    kind: str
    name_ar: str
    name_en: str
    no_such: str = ""
    #: Whether anything is known of such papers: the archive takes no others in.
    is_known: bool = True

    # How a paper of it is recognised ───────────────────────────────────────────────────────────────────────

    #: How titles of such papers begin; normalised.
    titles: tuple[str, ...] = ()
    #: What else tells that a paper belongs to it.
    is_told_by: Callable[[Clues], bool] = _nothing_tells

    # How its numbers are counted and shared out ────────────────────────────────────────────────────────────

    #: What its numbers count, and where they start anew.
    counting: Counting = ONE_SERIES
    #: Whether a numbered item is a recommendation, not a paragraph; None where that is not told item by item.
    is_recommendation: Callable[[Item], bool] | None = None
    #: How its text is shared out into paragraphs and recommendations, where it is told by their place or by citations.
    share: Callable[[BodyText], SharedOut] | None = None

    # Meetings and bodies ───────────────────────────────────────────────────────────────────────────────────

    #: The meetings that it tells of as a source of their facts.
    meetings_told: Callable[[MeetingClues], list[ParsedMeeting]] = _no_meetings
    #: It reports on the meeting that it belongs to, after the end of it; other papers are prepared for theirs.
    reports_its_meeting: bool = False
    #: The meeting that it was prepared for is only mentioned: its own meetings are those that it tells of.
    mentions_its_meeting: bool = False
    #: Its title says whose paper it is; the cover may name the body above.
    title_names_body: bool = False
    #: It prints the agenda that its meeting adopted.
    prints_agenda: bool = False
    #: How its agenda is read, where it prints one.
    agenda_of: Callable[[Sequence[Item]], tuple[ParsedAgendaItem, ...]] = read_agenda
    #: It says things without numbers; in other papers such a text has lost its place.
    numbers_all: bool = True
    #: Its recommendations are texts that its own meeting adopted; elsewhere the heading above names the meeting.
    adopts: bool = False

    def recognises(self, clues: Clues) -> bool:
        """Whether the clues are those of such a paper."""
        return clues.title.startswith(self.titles) or self.is_told_by(clues)

    @property
    def recommends(self) -> bool:
        """Whether such papers print recommendations of a body."""
        return self.share is not None or self.is_recommendation is not None

    def shared_out(self, text: BodyText) -> SharedOut:
        """The paragraphs and the recommendations of a text of this family."""
        if self.share is not None:
            return self.share(text)
        return by_test(self.is_recommendation)(text) if self.is_recommendation else none_at_all(text)

    @property
    def ground(self) -> Ground:
        """How well such a paper knows the meeting that it belongs to."""
        return "report" if self.reports_its_meeting else "cover"
