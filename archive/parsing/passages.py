"""Joining broken lines to whole texts: the one guess about lines, and the bookkeeping of offsets and spans.

Guarantee: white space aside, a passage holds the characters of its lines, all of them and in their order.
"""

from dataclasses import dataclass, field

from archive.sources.corrections import Correction

from .lines import Line
from .printed_text import Passage, Span


@dataclass
class PassageBuilder:
    """Collects the lines of one text."""

    _parts: list[str] = field(default_factory=list)
    _corrections: list[Correction] = field(default_factory=list)
    _marks: list[tuple[str, int]] = field(default_factory=list)
    _length: int = 0
    _first: int = 0
    _last: int = 0

    @classmethod
    def of(cls, passage: Passage) -> "PassageBuilder":
        """One that holds a whole text already."""
        span = passage.span
        return cls(
            [passage.printed] if passage.printed else [],
            list(passage.corrections),
            list(passage.marks),
            len(passage.printed),
            span.first_line,
            span.last_line,
        )

    @property
    def is_empty(self) -> bool:
        return not self._parts

    @property
    def first(self) -> int:
        """The number of its first line, 0 where it has none."""
        return self._first

    @property
    def last(self) -> int:
        return self._last

    @property
    def tail(self) -> str:
        """The last piece added, to see whether the text has come to an end."""
        return self._parts[-1] if self._parts else ""

    def add(self, line: Line, *, new_line: bool = False) -> None:
        """Put the content of `line` at the end: after a space, or on a line of its own."""
        self._first = self._first or line.number
        self._last = line.number
        content = line.content.strip()
        if not content:
            return
        lead = len(line.content) - len(line.content.lstrip())
        joiner = "" if not self._parts else ("\n" if new_line else " ")
        offset = self._length + len(joiner)
        for found in line.corrections:
            self._corrections.append(found.moved(offset - lead))
        self._marks += [(marker, offset + max(0, place - lead)) for marker, place in line.marks]
        self._parts.append(joiner + content)
        self._length = offset + len(content)

    def append(self, other: "PassageBuilder", *, new_line: bool = False) -> None:
        """Put a whole text at the end."""
        if other.is_empty:
            return
        joiner = "" if not self._parts else ("\n" if new_line else " ")
        offset = self._length + len(joiner)
        text = "".join(other._parts)
        self._corrections += [found.moved(offset) for found in other._corrections]
        self._marks += [(marker, offset + place) for marker, place in other._marks]
        self._parts.append(joiner + text)
        self._length = offset + len(text)
        self._first = self._first or other._first
        self._last = other._last

    def build(self) -> Passage:
        """The text as it stands now."""
        return Passage(
            "".join(self._parts), tuple(self._corrections), Span(self._first, self._last), tuple(self._marks)
        )


def join_lines(lines: list[Line]) -> Passage:
    """One passage of several lines."""
    builder = PassageBuilder()
    for line in lines:
        builder.add(line)
    return builder.build()


def cut(passage: Passage, start: int, end: int) -> Passage:
    """The words of a passage from one offset to another, with the corrections and marks that stand in them."""
    return Passage(
        passage.printed[start:end],
        tuple(c.moved(-start) for c in passage.corrections if start <= c.start and c.end <= end),
        passage.span,
        tuple((marker, place - start) for marker, place in passage.marks if start <= place <= end),
    )


def trimmed(passage: Passage, characters: str) -> Passage:
    """The passage without `characters` at its end (the stop after a title in a list)."""
    printed = passage.printed.rstrip(characters + " ")
    return Passage(printed, tuple(c for c in passage.corrections if c.end <= len(printed)), passage.span)
