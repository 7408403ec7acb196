"""From raw lines to clean ones: marks and furniture out, footnote marks noted, errata found.

Guarantee: a line's `content` holds its words in their order; all that was taken out is named beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.arabic.clean import clean
from archive.sources.errata import Correction, ErratumRow, find_corrections

from .furniture import clear_furniture, find_job_number, rejoin_footers

_HEADING_MARK = re.compile(r"^(?:#{1,6}(?:\s+|$))+")
#: «- », «• », possibly more than once; «- -32» keeps the dash that belongs to its number's bullet for the label.
_BULLET = re.compile(r"^(?:[-–—•·▪◦●]\s+)+")
_FOOTNOTE_MARK = re.compile(r"\s?(?:⁽\s?[⁰¹²³⁴-⁹]+\s?⁾|[⁰¹²³⁴-⁹]+)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]")

#: A sentence or an item ends with one of these, before closing quotes and brackets.
_ENDS = re.compile(r"[.!?؟…:؛][\s\"'»”’)\]*]*$")
_STOPS = re.compile(r"[.!?؟…][\s\"'»”’)\]*]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source. `bullet` is the length of the bullet at the start of `content`.

    `after_break` says that a blank line stands before it, `after_furniture` that page furniture does.
    """

    number: int
    content: str
    bullet: int = 0
    after_break: bool = True
    after_furniture: bool = False
    furniture: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    was_blank: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.content

    @property
    def ends(self) -> bool:
        """The line closes a sentence or an item of a list."""
        return bool(_ENDS.search(self.content))

    @property
    def stops(self) -> bool:
        """The line ends with a full stop."""
        return bool(_STOPS.search(self.content))

    @property
    def words(self) -> str:
        """The content after its bullet."""
        return self.content[self.bullet :]

    def without(self, start: int) -> "Line":
        """The line from offset `start` of its content on."""
        return replace(
            self,
            content=self.content[start:],
            bullet=0,
            corrections=tuple(
                replace(c, start=c.start - start, end=c.end - start)
                for c in self.corrections
                if c.start >= start
            ),
        )


@dataclass(frozen=True, slots=True)
class CleanLines:
    lines: tuple[Line, ...]
    job_number: str | None


def ends_sentence(text: str) -> bool:
    """`text` closes a sentence or an item of a list."""
    return bool(_ENDS.search(text))


def stops(text: str) -> bool:
    """`text` ends with a full stop."""
    return bool(_STOPS.search(text))


def clean_lines(raw: Sequence[str], errata: Sequence[ErratumRow] = ()) -> CleanLines:
    """All lines of a source, one for one; `errata` are the rows of this source."""
    words = [clean(line).replace("\n", " ").strip() for line in raw]
    cleaned = rejoin_footers(words)
    job_number = find_job_number(cleaned)
    by_line: dict[int, list[ErratumRow]] = {}
    for row in errata:
        by_line.setdefault(row.line, []).append(row)
    found: list[Line] = []
    after_break, after_furniture = True, False
    for number, text in enumerate(cleaned, start=1):
        blank = not words[number - 1]
        line = _read(number, text, job_number, by_line.get(number, ()), after_break, blank)
        found.append(replace(line, after_furniture=after_furniture))
        after_furniture = line.is_empty and (after_furniture or bool(line.furniture))
        # furniture that stands inside a text, with no blank line about it, breaks nothing
        after_break = line.was_blank or (line.is_empty and after_break)
    return CleanLines(tuple(found), job_number)


def _read(
    number: int,
    text: str,
    job_number: str | None,
    errata: Sequence[ErratumRow],
    after_break: bool,
    was_blank: bool,
) -> Line:
    cleared = clear_furniture(text, job_number, after_break=after_break)
    content = _HEADING_MARK.sub("", cleared.text).strip()
    # a closing run of marks («## العنوان ##») says no more than the opening one
    content = re.sub(r"\s+#{1,6}$", "", content)
    content, marks = _take_footnote_marks(content)
    bullet = _BULLET.match(content)
    return Line(
        number=number,
        content=content,
        bullet=bullet.end() if bullet else 0,
        after_break=after_break,
        furniture=cleared.removed,
        marks=marks,
        corrections=find_corrections(content, errata) if errata and content else (),
        was_blank=was_blank,
    )


def _take_footnote_marks(content: str) -> tuple[str, tuple[str, ...]]:
    """`content` without the marks of footnotes, and the marks; at the start of a line one opens its footnote."""
    if not _SUPERSCRIPT.search(content) or _FOOTNOTE_MARK.match(content):
        return content, ()
    marks = (mark.translate(_SUPERSCRIPTS).strip(" ⁽⁾") for mark in _FOOTNOTE_MARK.findall(content))
    return _FOOTNOTE_MARK.sub("", content), tuple(marks)
