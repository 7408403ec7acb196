"""Labelled headings of the two upper levels: أولاً, ثانياً …; under each ألف, باء …

Guarantee: within its list a heading has the label that the sequence asks for; a misread one is reported.
"""

from collections.abc import Sequence

from archive.numbering import abjad
from archive.numbering.labels import Label, read_section_label
from archive.numbering.ordinal_words import adverb

from .lines import Line
from .marks import Mark, place_of
from .problems import Problem, problem

#: «ثانيا التوصيات»: without a dash only a short line is a heading. The two of the sources and the specimen have 14
#: letters; with 20 and with 300 the same headings are found.
LONGEST_WITHOUT_DASH = 120


def find_sections(lines: Sequence[Line]) -> tuple[list[Mark], list[Problem]]:
    """The marks of the headings of both levels, in order, and the labels that were misread."""
    marks: list[Mark] = []
    problems: list[Problem] = []
    last_ordinal = last_letter = 0
    for index, line in enumerate(lines):
        label = read_section_label(line.content) if line.content else None
        if label is None or not _is_section(lines, index, label, last_ordinal):
            continue
        if label.kind == "ordinal":
            # the first of all must be the first: «ثالثاً» on a cover opens nothing
            position = label.position if label.position > last_ordinal else last_ordinal + 1
            true, level = adverb(position) if position <= 99 else label.label, 1
            last_ordinal, last_letter = position, 0
        else:
            position = label.position if label.position == last_letter + 1 else last_letter + 1
            true, level = abjad.letter_name(position), 2
            last_letter = position
        if position != label.position:
            problems.append(problem("misprinted_label", line.number, printed=label.printed, label=true))
        marks.append(Mark(index, "section", label.end, position, label.printed, true, level))
    return marks, problems


def _is_section(lines: Sequence[Line], index: int, label: Label, last_ordinal: int) -> bool:
    place = place_of(lines, index)
    if not place.is_heading_like or not lines[index].content[label.end :].strip():
        return False
    if label.kind == "ordinal":
        if last_ordinal == 0 and label.position != 1:
            return False
        return place.opens_block and (label.marked or len(place.text) <= LONGEST_WITHOUT_DASH)
    return last_ordinal > 0 and (place.opens_block or _is_heading_line(lines, index - 1))


def _is_heading_line(lines: Sequence[Line], index: int) -> bool:
    return index >= 0 and read_section_label(lines[index].content) is not None
