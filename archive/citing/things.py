"""What can be cited, as plain facts, and a place in a text that cites it."""

from dataclasses import dataclass
from typing import Literal

ThingKind = Literal[
    "recommendation", "meeting", "year", "document", "paragraph", "treaty_article", "resolution", "topic"
]
Term = Literal["", "meeting", "session"]


@dataclass(frozen=True, slots=True)
class Thing:
    """One cited thing, as far as the text says what it is; whether it is stored is not known here.

    `body` is a symbol, empty where none is named. `number` is that of the recommendation, the article, the paragraph
    or the year; `letter` the position of a lettered item, 0 for none; `copy` tells the second of a doubled number,
    `suffix` one beside another («1 مكرراً», as `numbering.suffixes` has it), `series` which of several series of its
    meeting or document it is of, from 0, `agenda_item` under which item («البند 3، التوصية 1»), `part` which
    annex or other part of the document a paragraph is counted in, or is meant itself («المرفق الأول»).
    A document has a `symbol` (whole, its end, or a job number), or the `meeting` whose report it is. `paragraph` is
    that of an article as the UN writes it: «3 (أ)». `locator` is a machine address, where one was written. `year` tells
    the meeting of a recommendation that is named by nothing else («التوصية 12 لعام 2017»).
    """

    kind: ThingKind
    body: str = ""
    term: Term = ""
    meeting: int | None = None
    number: int | None = None
    copy: int | None = None
    series: int | None = None
    suffix: int = 0
    agenda_item: str = ""
    part: str = ""
    letter: int = 0
    symbol: str = ""
    instrument: str = ""
    paragraph: str = ""
    locator: str = ""
    year: int | None = None

    @property
    def is_vague(self) -> bool:
        """«التوصية 12» of some meeting, «المرفق الأول» of some document."""
        nowhere = self.meeting is None and self.year is None and not self.locator
        return nowhere and (self.kind == "recommendation" or self.is_annex_alone)

    @property
    def is_annex_alone(self) -> bool:
        """«المرفق الأول», of no document that is named."""
        return self.kind == "document" and bool(self.part) and not self.symbol and not self.locator


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place in a text, text[start:end], with what it cites: several things where it is a list or a range."""

    start: int
    end: int
    things: tuple[Thing, ...]
