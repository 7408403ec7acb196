"""Marks of footnotes that stand on the line: «الأفرقة العاملة(2).», and the lines on which their notes open.

A number in brackets may be anything. It is the mark of a note where a note of that number stands behind it, at the foot
of a page or behind the rule at the end, and the notes follow one another: mark 3 stands behind mark 2.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from archive.arabic.digits import to_ascii
from archive.vocabulary.cover_terms import is_one_of

from .furniture import is_rule

# (3) انظر الوثيقة …
_NOTE = re.compile(r"^(?:[-–—]\s+)*\((?P<number>[0-9]{1,3})\)\s*(?=[^\s.،؛)])")
# 3 انظر الوثيقة … : behind a rule only
_BARE_NOTE = re.compile(r"^(?P<number>[0-9]{1,3})\s+(?=[^\s\d\-–—.)])")
# العاملة(2). · العاملة (2). · العاملة2.
_MARK = re.compile(
    r"(?P<space>\s?)\((?P<bracketed>[0-9]{1,3})\)|(?<=[^\W\d_»\")\]])(?P<bare>[0-9]{1,3})(?=[\s.،؛:»)\]]|$)"
)
#: How sure a mark is, by what it is like: glued to a word or a year; to a shorter number; behind a space; without
#: brackets; behind a space and a number («المادة 3 (2)»).
_GLUED, _TO_NUMBER, _APART, _BARE, _CITED = range(5)
#: «الحواشي» alone on its line.
_LONGEST_HEAD = 20
_SHORT_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,3}$")

#: A place of a mark: the line, and which of the line's marks it is.
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NoteMarks:
    """By index of the line: which of its numbers in brackets are marks, and which note opens on it.

    `headings` are the lines above notes at the end («الحواشي»).
    """

    marks: dict[int, frozenset[int]]
    notes: dict[int, str]
    headings: frozenset[int] = frozenset()


def find_note_marks(texts: Sequence[str]) -> NoteMarks:
    """The marks on the lines of a text, and the lines of their notes; empty where it has none of them."""
    heads = frozenset(
        index for index, text in enumerate(texts) if text and len(text) < _LONGEST_HEAD and is_one_of("notes", text)
    )
    openings = _openings(texts, heads)
    if not openings:
        return NoteMarks({}, {})
    places = _places(texts, {number for _index, number, _ruled in openings})
    marks: dict[int, set[int]] = defaultdict(set)
    notes: dict[int, str] = {}
    last, before = 0, (-1, -1)
    for index, number, ruled in openings:
        if number != last + 1:
            continue
        place = _next_mark(places[number], before, index, sure=not ruled)
        if place is None and not ruled:
            continue
        last = number
        notes[index] = str(number)
        if place is not None:
            marks[place[0]].add(place[1])
            before = place
    headings = frozenset(index for index in heads if any(note > index for note in notes))
    return NoteMarks({index: frozenset(found) for index, found in marks.items()}, notes, headings)


def cut_note_marks(text: str, chosen: frozenset[int]) -> tuple[str, tuple[tuple[str, int], ...]]:
    """`text` without the marks that are `chosen`, and these with the places where they stood."""
    marks: list[tuple[str, int]] = []
    kept: list[str] = []
    last = length = 0
    for which, match in enumerate(_MARK.finditer(to_ascii(text))):
        if which not in chosen:
            continue
        kept.append(text[last : match.start()])
        length += match.start() - last
        marks.append((match["bracketed"] or match["bare"], length))
        last = match.end()
    return "".join([*kept, text[last:]]), tuple(marks)


def _openings(texts: Sequence[str], heads: frozenset[int]) -> list[tuple[int, int, bool]]:
    """Lines on which a note may open: index, number, and whether a rule (or «الحواشي») stands above it."""
    found: list[tuple[int, int, bool]] = []
    ruled = False
    for index, text in enumerate(texts):
        if not text:
            continue
        if is_rule(text) or index in heads:
            ruled = True
            continue
        plain = to_ascii(text[:12])
        match = _NOTE.match(plain + text[12:]) or (_BARE_NOTE.match(plain + text[12:]) if ruled else None)
        if match is not None:
            found.append((index, int(match["number"]), ruled))
        elif ruled and not (found and found[-1][2]):
            ruled = False  # a rule under a heading
    return found


def _places(texts: Sequence[str], numbers: set[int]) -> dict[int, list[list[_Place]]]:
    """By number the places that may be its mark, apart by how sure they are, each in order."""
    found: dict[int, list[list[_Place]]] = defaultdict(lambda: [[], [], [], [], []])
    for index, text in enumerate(texts):
        if not text or not any(char.isdigit() for char in text):
            continue
        plain = to_ascii(text)
        for which, match in enumerate(_MARK.finditer(plain)):
            number = int(match["bracketed"] or match["bare"])
            if number in numbers and match.start() > 0:
                found[number][_sort_of(plain, match)].append((index, which))
    return found


def _sort_of(text: str, match: re.Match[str]) -> int:
    if match["bare"]:
        return _BARE
    if match["space"]:
        return _CITED if text[match.start() - 1].isdigit() else _APART
    short = _SHORT_NUMBER.search(text, max(0, match.start() - 4), match.start())
    return _TO_NUMBER if short else _GLUED


def _next_mark(places: list[list[_Place]], before: _Place, index: int, *, sure: bool) -> _Place | None:
    """The first place behind the last mark and before the line of the note; of the surest sort that has one."""
    for sort in (_GLUED,) if sure else (_GLUED, _TO_NUMBER, _APART, _BARE, _CITED):
        at = bisect_right(places[sort], before)
        if at < len(places[sort]) and places[sort][at][0] < index:
            return places[sort][at]
    return None
