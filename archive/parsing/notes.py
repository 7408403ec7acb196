"""Bodies of footnotes: they stand wherever the page ended, also in the middle of a sentence."""

import re
from collections.abc import Sequence

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import bare
from archive.vocabulary.symbols import find_symbols

from .lines import SUPERSCRIPTS, Line, ends_sentence
from .marks import LONGEST_BLOCK, Mark

# 3 انظر الوثيقة … : only where the lines together say that a note opens
# (3) انظر الوثيقة … · ⁽³⁾ انظر … · ³ انظر …
_BARE_FOOTNOTE = re.compile(r"^\d{1,3}\s+(?=\S)")
_FOOTNOTE = re.compile(r"^(?:\((\d{1,3})\)|⁽([⁰¹²³⁴-⁹]{1,3})⁾|([⁰¹²³⁴-⁹]{1,3}))\s*(?=\S)")
# من جدول الأعمال المؤقت* · من جدول الأعمال المؤقت* منع الاتجار
_STAR = re.compile(r"[^\s*]\s?\*{1,3}(?=\s|$)")
# * CTOC/COP/2020/1
_STAR_FOOTNOTE = re.compile(r"^(\*{1,3})\s*(?=[^\s*])(?!.*\*)")


def find_footnotes(lines: Sequence[Line], body: int, taken: set[int]) -> list[Mark]:
    """Bodies of footnotes; they stand wherever the page ended, also inside a sentence."""
    marks_seen = {marker for line in lines for marker, _place in line.marks}
    marks_seen -= {line.note for line in lines if line.note}
    found: list[Mark] = []
    last = 0
    before = ""
    above = -1
    for index, line in enumerate(lines[body:], start=body):
        match = _FOOTNOTE.match(line.words)
        if line.note and index not in taken:
            opening = match or _BARE_FOOTNOTE.match(line.words)
            last = int(line.note)
            found.append(Mark(index, "footnote", line.bullet + (opening.end() if opening else 0), marker=line.note))
            continue
        # notes one below the other without a blank line
        opens = line.after_break or (bool(found) and found[-1].index == above)
        above = index if line.content else above
        if match and opens and index not in taken:
            marker = to_ascii(next(group for group in match.groups() if group).translate(SUPERSCRIPTS))
            expected = marker in marks_seen or (int(marker) == last + 1 and not ends_sentence(before))
            if expected:
                last = int(marker)
                found.append(Mark(index, "footnote", line.bullet + match.end(), marker=marker))
                continue
        star = _STAR_FOOTNOTE.match(line.words)
        if star and index not in taken and _is_star_footnote(lines, index, body):
            found.append(Mark(index, "footnote", line.bullet + star.end(), marker=star[1]))
        elif line.content:
            before = line.content
    return found


def find_cover_footnotes(lines: Sequence[Line], body: int) -> list[Mark]:
    """Bodies of the footnotes that explain a star on the cover."""
    found = []
    for index, line in enumerate(lines[:body]):
        star = _STAR_FOOTNOTE.match(line.words)
        if star and _is_star_footnote(lines, index, body):
            found.append(Mark(index, "footnote", line.bullet + star.end(), marker=star[1]))
    return found


def _is_star_footnote(lines: Sequence[Line], index: int, body: int) -> bool:
    """A star opens a footnote where the cover has one to explain; *titles in Latin letters* have two stars."""
    text = _own_text(lines, index)
    stars, note = text[: text.rfind("*") + 1], text[text.rfind("*") + 1 :]
    explains = bool(find_symbols(bare(note))) or any("\u0621" <= char <= "\u064a" for char in note)
    opens = lines[index].after_break or _follows_note(lines, index)
    return (
        opens and _cover_has_star(lines, body) and not stars.strip("*-–—• ") and explains
    )


def _own_text(lines: Sequence[Line], index: int) -> str:
    """The note's own lines: notes to two stars may stand on two lines without a break."""
    text = lines[index].content
    for at in range(index + 1, min(index + LONGEST_BLOCK, len(lines))):
        if lines[at].is_empty or lines[at].after_break or _STAR_FOOTNOTE.match(lines[at].words):
            break
        text += " " + lines[at].content
    return text


def _follows_note(lines: Sequence[Line], index: int) -> bool:
    """«* … / ** …»: the line above is a note to a star."""
    return index > 0 and _STAR_FOOTNOTE.match(lines[index - 1].words) is not None


def lines_of_notes(lines: Sequence[Line], body: int, marks: Sequence[Mark]) -> frozenset[int]:
    """The indexes of all lines of the cover that `marks` open and that go on with them."""
    found: set[int] = set()
    for mark in marks:
        found.add(mark.index)
        for index in range(mark.index + 1, body):
            if lines[index].after_break or lines[index].is_empty or _STAR_FOOTNOTE.match(lines[index].words):
                break
            found.add(index)
    return frozenset(found)


def _cover_has_star(lines: Sequence[Line], body: int) -> bool:
    return any(_STAR.search(line.content) and not line.content.startswith("*") for line in lines[:body])
