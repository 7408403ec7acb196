"""What the text after the cover is made of while it is put together: headings, items with their parts, footnotes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from .marks import Mark
from .passages import PassageBuilder
from .problems import Problem
from .structure import LineRole

if TYPE_CHECKING:
    from .tables import Table


@dataclass
class Part:
    """A piece of an item: its opening text, a lettered one, a numbered line of a list inside it, a row of a table."""

    kind: Literal["text", "letter", "list", "row"]
    label: str = ""
    printed_label: str = ""
    position: int = 0
    text: PassageBuilder = field(default_factory=PassageBuilder)
    #: the same with its label, as a line of the whole
    whole: PassageBuilder = field(default_factory=PassageBuilder)


@dataclass
class Item:
    """A numbered paragraph, a recommendation, or a text without a number, in the making."""

    mark: Mark
    section: int | None
    line: int
    parts: list[Part] = field(default_factory=lambda: [Part("text")])
    footnote_marks: list[tuple[str, int]] = field(default_factory=list)
    last_line: int = 0

    @property
    def opening(self) -> PassageBuilder:
        """The words before its letters and lists."""
        return self.parts[0].text

    @property
    def tail(self) -> str:
        for part in reversed(self.parts):
            if not part.whole.is_empty:
                return part.whole.tail
        return ""

    def whole(self) -> PassageBuilder:
        """All its text, lettered and numbered lines on lines of their own."""
        whole = PassageBuilder()
        for part in self.parts:
            whole.append(part.whole, new_line=True)
        return whole


@dataclass
class Heading:
    """A section in the making; `parent` indexes the headings."""

    level: int
    label: str
    printed_label: str
    parent: int | None
    line: int
    position: int = 0
    title: PassageBuilder = field(default_factory=PassageBuilder)
    #: the heading of a part without its title («المرفق الأول»)
    part: str = ""
    #: the number of the agenda item that it names («البند 3»)
    item: str = ""


@dataclass
class Note:
    """A footnote in the making."""

    marker: str
    line: int
    text: PassageBuilder = field(default_factory=PassageBuilder)


@dataclass
class BodyText:
    """All that stands after the cover, each kind in its order; `roles` by index of the line.

    `clauses` are texts without a number where none is wanted (preambles, decisions), `unplaced` those elsewhere.
    """

    headings: list[Heading] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    clauses: list[Item] = field(default_factory=list)
    unplaced: list[Item] = field(default_factory=list)
    tables: Sequence["Table"] = ()
    roles: dict[int, LineRole] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
