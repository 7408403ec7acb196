"""Headings of parts that count their paragraphs anew, or may: annexes, chapters, resolutions, drafts, agenda items.

«المرفق الأول» · «الفصل الثاني» · «القرار 11/1» · «مشروع القرار الأول» · «البند 3: …», alone or with a title behind.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import folded_with_offsets, normalize
from archive.numbering import abjad
from archive.numbering.ordinal_words import match_ordinal, parse_ordinal
from archive.vocabulary.part_words import CONTINUED, PartKind, part_words

from .lines import Line
from .marks import LONGEST_HEADING, place_of

# 11/1 · 3 · 2021/20 ألف · IV · أ
_NUMBER = re.compile(
    r"(?:no\.?\s*|رقم\s*)?\(?(?P<number>[0-9]{1,4}(?:/[0-9]{1,4})?|[ivxl]{1,6}|[a-z]|[ء-ي])\)?(?![\w/])"
)
_TITLE = re.compile(r"\s*(?:[-:.]+\s*|$)")
_NO_TITLE = re.compile(r"[\s*]*(?:\[[^\]]*\][\s*]*)?$")
#: Kinds that are no heading without a number: «القرار» alone says nothing.
_NUMBERED: tuple[PartKind, ...] = ("chapter", "resolution", "item")
#: A heading of a part is a word, a number and perhaps a title; longer first lines are sentences. The title may wrap.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class PartHeading:
    """`printed` is the heading without its title («المرفق الأول»), `title` the offset at which a title begins."""

    index: int
    kind: PartKind
    printed: str
    title: int

    @property
    def item(self) -> str:
        """The number of the agenda item that it names: «3», «2 (ج)»."""
        if self.kind != "item":
            return ""
        found = re.search(r"(?P<number>[0-9]{1,2})(?:\s*(?P<letter>\(\w\)))?", to_ascii(self.printed))
        if found:
            return " ".join(filter(None, found.groups()))
        return str(parse_ordinal(self.printed.split(maxsplit=1)[-1]) or "")


def find_parts(lines: Sequence[Line]) -> list[PartHeading]:
    """The headings of parts, in order."""
    found: list[PartHeading] = []
    for index, line in enumerate(lines):
        if not line.after_break or not line.content or len(line.content) > _LONGEST:
            continue
        heading = read_part_heading(line, index)
        if heading is None:
            continue
        place = place_of(lines, index)
        cut_sentence = line.after_furniture and not place.opens_block
        unfinished = not place.text.rstrip().endswith((".", "؛", "،"))
        if len(place.text) <= LONGEST_HEADING and unfinished and not cut_sentence:
            found.append(heading)
    return found


def read_part_heading(line: Line, index: int = 0) -> PartHeading | None:
    """The line as the heading of a part, or None."""
    text, offsets = folded_with_offsets(line.content[:_LONGEST].lower())
    start = line.bullet and next(at for at, offset in enumerate(offsets) if offset >= line.bullet)
    for word, kind in part_words():
        if not text.startswith(word, start):
            continue
        end = start + len(word)
        if text[end : end + 1].isalnum():
            continue
        at = _number_end(text, end)
        if at is None and kind in _NUMBERED:
            return None
        stop = at or end
        continued = re.match(r"\s*\(([^)]*)\)", text[stop:])
        is_letter = continued and kind == "item" and re.fullmatch("[a-z]|[ء-ي]", continued[1])
        if continued and (is_letter or normalize(continued[1]) in CONTINUED):
            stop += continued.end()
        title = _TITLE.match(text, stop)
        if title is None and not _NO_TITLE.match(text, stop):
            return None
        if kind == "annex" and at is None and "." in text[stop : title.end() if title else stop]:
            return None
        first = offsets[start]
        printed = line.content[first : offsets[stop - 1] + 1].strip()
        return PartHeading(index, kind, printed, offsets[title.end()] if title else len(line.content))
    return None


def _number_end(text: str, end: int) -> int | None:
    """Where the number behind the word ends; None where there is none."""
    spaces = len(text[end:]) - len(text[end:].lstrip())
    at = end + spaces
    if not spaces and text[at : at + 1] != "(":
        return None
    ordinal = match_ordinal(text, at)
    if ordinal is not None:
        return ordinal[1]
    word = re.match(r"\w+", text[at:])
    if word and abjad.position_of_name(word[0]) is not None:
        return at + word.end()
    number = _NUMBER.match(text, at)
    if number is None:
        return None
    # القرار 5 ألف
    letter = re.match(r"\s+(\w+)", text[number.end() :])
    lettered = letter is not None and abjad.position_of_name(letter[1]) is not None
    return number.end() + (letter.end() if letter and lettered else 0)
