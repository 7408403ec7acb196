"""Which line opens what: headings, numbered items, recommendations, footnotes; all other lines go on.

Guarantee: one `Mark` for every line that opens something, in order; what is not marked continues what stands
before it. The decision is made for all numbers together (`numbering.series`), never line by line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.arabic.normalize import normalize
from archive.numbering.labels import read_number_label
from archive.vocabulary.part_words import CORRECTION_HEADINGS

from .clauses import find_clauses
from .contents import find_contents
from .cover_end import end_of_cover
from .given_numbers import NONE_GIVEN, Given, given_problems
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
#: Between «مشروع قرار» on a cover and its preamble stands the title, of no more lines.
_TITLE_LINES = 4


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


def outline(
    lines: Sequence[Line], counting: Counting, rows: frozenset[int] = frozenset(), given: Given = NONE_GIVEN
) -> Outline:
    """The marks of a text whose numbers are counted so; lines of `Outline.contents` are empty for all that follows.

    `rows` are the indexes of the rows of tables, which open nothing; `given` is what is said of numbers, by line.
    """
    contents = find_contents(lines)
    lines = without_contents(lines, contents.lines)
    open_lines = without_contents(lines, rows)
    parts = find_parts(open_lines)
    sections, problems = find_sections(open_lines, parts)
    clauses = find_clauses(open_lines, {mark.index for mark in sections})
    body = end_of_cover(lines, _first_of_body(lines, contents.lines, sections, clauses))
    sections = [mark for mark in sections if mark.index >= body]
    clauses = [mark for mark in clauses if mark.index >= body]
    problems += contents.problems
    recommendations: list[Mark] = []
    if counting.recommendations:
        recommendations, found = find_recommendation_headings(open_lines, body, sections, given)
        problems += found
    row_marks = [
        Mark(index, "row", 0) for index in sorted(rows) if index >= body and index not in contents.lines
    ]
    taken = {mark.index for mark in (*sections, *clauses, *recommendations, *row_marks)}
    footnotes = _told_from_items(lines, body, find_footnotes(lines, body, taken))
    taken |= {mark.index for mark in footnotes}
    numbers, found = find_numbers(lines, body, (*sections, *clauses), taken, counting, given)
    problems += found
    marks = (*sections, *clauses, *recommendations, *footnotes, *numbers, *row_marks)
    cover_marks = find_cover_footnotes(lines, body)
    problems += given_problems(marks, given)
    in_order = sorted((*marks, *cover_marks), key=lambda mark: mark.index)
    notes = lines_of_notes(lines, body, cover_marks)
    return Outline(body, tuple(in_order), notes, tuple(problems), contents.lines)


def _openers(lines: Sequence[Line], sections: Sequence[Mark], clauses: Sequence[Mark]) -> Sequence[Mark]:
    """The first heading; «مشروع قرار» over the title of a paper that is one stands on its cover."""
    first = sections[:1]
    if not first or not clauses or not first[0].part or any(char.isdigit() for char in first[0].part):
        return first
    between = [line for line in lines[first[0].index + 1 : clauses[0].index] if line.content]
    on_cover = len(between) <= _TITLE_LINES and not any(
        first[0].index < mark.index < clauses[0].index for mark in sections
    )
    return () if on_cover else first


def _told_from_items(lines: Sequence[Line], body: int, footnotes: list[Mark]) -> list[Mark]:
    """The footnotes without those that are paragraphs: in a text that numbers all its paragraphs «(1) …»."""
    if not footnotes or any(
        (label := read_number_label(line.content)) is not None and label.marked and line.after_break
        for line in lines[body:]
    ):
        return footnotes
    marked = {marker for line in lines for marker, _place in line.marks}
    return [mark for mark in footnotes if mark.marker in marked or not mark.marker.isdigit()]


def without_contents(lines: Sequence[Line], contents: frozenset[int]) -> Sequence[Line]:
    """The lines with those of lists of contents emptied."""
    if not contents:
        return lines
    return [replace(line, content="", bullet=0) if i in contents else line for i, line in enumerate(lines)]


def _first_of_body(
    lines: Sequence[Line], contents: frozenset[int], sections: Sequence[Mark], clauses: Sequence[Mark]
) -> int:
    """Where the cover ends: at the first list of contents, section, clause, paragraph or recommendation."""
    openers = {mark.index for mark in (*_openers(lines, sections, clauses), *clauses[:1])}
    corrected = -1
    for index, line in enumerate(lines):
        if index in openers or index in contents or (corrected >= 0 and line.content):
            return index
        if normalize(line.words).strip(" :*") in CORRECTION_HEADINGS:
            corrected = index
        if not line.content:
            continue
        number = read_number_label(line.content)
        if number and number.position == 1 and number.marked and line.after_break:
            return index
        recommendation = read_recommendation_label(line.words)
        if recommendation and line.after_break and not recommendation.inline:
            return index
    return len(lines) if any(line.content.startswith("Distr") for line in lines[:_COVER_BEGINS]) else 0
