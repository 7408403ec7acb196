"""Lines that head a recommendation: «التوصية 12» alone, «التوصية 12: …» before its text."""

from collections.abc import Sequence
from dataclasses import replace

from archive.numbering import series
from archive.numbering.series import PrintedNumber

from .given_numbers import NONE_GIVEN, Given
from .lines import Line
from .marks import Mark, number_problems, place_of
from .problems import Problem
from .recommendation_labels import RecommendationLabel, read_recommendation_label

#: What it costs that they are counted from 1 again: behind the heading of a section (an agenda item has its own),
#: or with no heading between them, where a single «1» is rather a misprint.
_ANEW_BEHIND_HEADING, _ANEW = 0.5, 3.5
#: Nothing else looks like it, so the evidence for it is strong; only where a sentence is unfinished, wrapped words may.
_AS_TEXT, _AS_WRAPPED = 6.0, 1.0


def find_recommendation_headings(
    lines: Sequence[Line], body: int, sections: Sequence[Mark] = (), given: Given = NONE_GIVEN
) -> tuple[list[Mark], list[Problem]]:
    """The marks of these headings from the line `body` on, with their true numbers and series."""
    headings = {mark.index for mark in sections}
    found: list[tuple[int, RecommendationLabel]] = []
    candidates: list[PrintedNumber] = []
    behind_heading = False
    for index, line in enumerate(lines[body:], start=body):
        behind_heading = behind_heading or index in headings
        label = read_recommendation_label(line.words) if line.content else None
        if label is None or index in headings or (label.inline and not _may_open(lines, index)):
            continue
        found.append((index, label))
        candidates.append(
            PrintedNumber(
                label.number,
                as_text=_AS_TEXT if _may_open(lines, index) else _AS_WRAPPED,
                closes=behind_heading,
                opens=_ANEW_BEHIND_HEADING if behind_heading else _ANEW,
                suffix=label.suffix,
                given=given.get(line.number),
            )
        )
        behind_heading = False
    marks: list[Mark] = []
    problems: list[Problem] = []
    for (index, label), decision in zip(found, series.resolve(candidates), strict=True):
        if decision.role != "item":
            continue
        line = lines[index]
        problems += number_problems(decision, label.printed, line.number, label.suffix)
        start = line.bullet + label.end if label.inline else len(line.content)
        mark = Mark(index, "recommendation", start, decision.number, label.printed, copy=decision.copy)
        marks.append(replace(mark, series=decision.series, inline=label.inline))
    return marks, problems


def _may_open(lines: Sequence[Line], index: int) -> bool:
    """A text may begin at this line; «التوصية 11: …» may also be wrapped words of another one."""
    return lines[index].after_break and place_of(lines, index).opens_block
