"""Which line opens what: headings, numbered items, recommendations, footnotes; all other lines go on.

Guarantee: one `Mark` for every line that opens something, in order; what is not marked continues what stands
before it. The decision is made for all numbers together (`numbering.series`), never line by line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.numbering.labels import read_number_label

from .clauses import find_clauses
from .contents import find_contents
from .lines import Line
from .marks import Mark
from .notes import find_cover_footnotes, find_footnotes, lines_of_notes
from .numbers import Counting, find_numbers
from .parts import find_parts
from .problems import Problem
from .recommendation_headings import find_recommendation_headings
from .recommendation_labels import read_recommendation_label
from .sections import find_sections

#: A text that is all cover says «Distr.» within so many lines: below organ and symbol, blank lines counted.
_COVER_BEGINS = 12


@dataclass(frozen=True, slots=True)
class Outline:
    """`body` is the index of the first line after the cover; the marks are in order.

    `cover_notes` are the indexes of the lines that belong to footnotes of the cover, `contents` those of lists of
    contents.
    """

    body: int
    marks: tuple[Mark, ...]
    cover_notes: frozenset[int]
    problems: tuple[Problem, ...]
    contents: frozenset[int] = frozenset()


def outline(lines: Sequence[Line], counting: Counting) -> Outline:
    """The marks of a text whose numbers are counted so; lines of `Outline.contents` are empty for all that follows."""
    contents = find_contents(lines)
    lines = without_contents(lines, contents.lines)
    parts = find_parts(lines)
    sections, problems = find_sections(lines, parts)
    clauses = find_clauses(lines, {mark.index for mark in sections})
    body = _first_of_body(lines, contents.lines, sections, clauses)
    sections = [mark for mark in sections if mark.index >= body]
    clauses = [mark for mark in clauses if mark.index >= body]
    problems += contents.problems
    recommendations, found = find_recommendation_headings(lines, body, sections)
    problems += found
    taken = {mark.index for mark in (*sections, *clauses, *recommendations)}
    footnotes = find_footnotes(lines, body, taken)
    taken |= {mark.index for mark in footnotes}
    numbers, found = find_numbers(lines, body, (*sections, *clauses), taken, counting)
    problems += found
    marks = (*sections, *clauses, *recommendations, *footnotes, *numbers)
    cover_marks = find_cover_footnotes(lines, body)
    in_order = sorted((*marks, *cover_marks), key=lambda mark: mark.index)
    notes = lines_of_notes(lines, body, cover_marks)
    return Outline(body, tuple(in_order), notes, tuple(problems), contents.lines)


def without_contents(lines: Sequence[Line], contents: frozenset[int]) -> Sequence[Line]:
    """The lines with those of lists of contents emptied."""
    if not contents:
        return lines
    return [replace(line, content="", bullet=0) if i in contents else line for i, line in enumerate(lines)]


def _first_of_body(
    lines: Sequence[Line], contents: frozenset[int], sections: Sequence[Mark], clauses: Sequence[Mark]
) -> int:
    """Where the cover ends: at the first list of contents, section, clause, paragraph or recommendation."""
    openers = {mark.index for mark in (*sections[:1], *clauses[:1])}
    for index, line in enumerate(lines):
        if index in openers or index in contents:
            return index
        if not line.content:
            continue
        number = read_number_label(line.content)
        if number and number.position == 1 and number.marked and line.after_break:
            return index
        recommendation = read_recommendation_label(line.words)
        if recommendation and line.after_break and not recommendation.inline:
            return index
    return len(lines) if any(line.content.startswith("Distr") for line in lines[:_COVER_BEGINS]) else 0
