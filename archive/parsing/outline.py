"""Which line opens what: headings, numbered items, recommendations, footnotes; all other lines go on.

Guarantee: one `Mark` for every line that opens something, in order; what is not marked continues what stands
before it. The decision is made for all numbers together (`numbering.series`), never line by line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import bare
from archive.numbering.labels import read_number_label

from .lines import Line
from .marks import RECOMMENDATION_HEADING, Mark
from .notes import find_cover_footnotes, find_footnotes, lines_of_notes
from .numbers import Counting, find_numbers
from .problems import Problem
from .recommendation_headings import find_recommendation_headings
from .sections import find_sections

#: A text that is all cover says «Distr.» within so many lines: below organ and symbol, blank lines counted.
_COVER_BEGINS = 12


@dataclass(frozen=True, slots=True)
class Outline:
    """`body` is the index of the first line after the cover; the marks are in order.

    `cover_notes` are the indexes of the lines that belong to footnotes of the cover.
    """

    body: int
    marks: tuple[Mark, ...]
    cover_notes: frozenset[int]
    problems: tuple[Problem, ...]


def outline(lines: Sequence[Line], counting: Counting) -> Outline:
    """The marks of a text whose numbers are counted so."""
    sections, problems = find_sections(lines)
    body = _first_of_body(lines, sections)
    recommendations, found = find_recommendation_headings(lines, body)
    problems += found
    taken = {mark.index for mark in (*sections, *recommendations)}
    footnotes = find_footnotes(lines, body, taken)
    taken |= {mark.index for mark in footnotes}
    numbers, found = find_numbers(lines, body, sections, taken, counting)
    problems += found
    marks = [mark for mark in (*sections, *recommendations, *footnotes, *numbers) if mark.index >= body]
    cover_marks = find_cover_footnotes(lines, body)
    in_order = sorted((*marks, *cover_marks), key=lambda mark: mark.index)
    return Outline(body, tuple(in_order), lines_of_notes(lines, body, cover_marks), tuple(problems))


def _first_of_body(lines: Sequence[Line], sections: Sequence[Mark]) -> int:
    """Where the cover ends: at the first section, the first paragraph or the first recommendation."""
    for index, line in enumerate(lines):
        if sections and index == sections[0].index:
            return index
        if not line.content:
            continue
        number = read_number_label(line.content)
        if number and number.position == 1 and number.marked and line.after_break:
            return index
        recommendation = RECOMMENDATION_HEADING.match(bare(line.content))
        if recommendation and to_ascii(recommendation["number"]) == "1":
            return index
    return len(lines) if any(line.content.startswith("Distr") for line in lines[:_COVER_BEGINS]) else 0
