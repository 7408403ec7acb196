"""Numbers at the start of lines: paragraphs, headings «1- …», lists inside a paragraph, or mere text.

Here the evidence is weighed; `numbering.series` decides on all of it together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.arabic.digits import to_ascii
from archive.numbering import series
from archive.numbering.labels import Label, read_number_label
from archive.numbering.series import PrintedNumber

from .lines import Line, ends_sentence
from .marks import LONGEST_LESSER_HEADING, LineContext, Mark, number_problems, place_of
from .problems import Problem


@dataclass(frozen=True, slots=True)
class Counting:
    """What the numbers of a paper count.

    `anew_under_level`: under each heading of this level they start from 1 again; None where one series runs through.
    `numbers_head`: a number may head a section («1- …») as well as a paragraph.
    """

    anew_under_level: int | None = None
    numbers_head: bool = True

    def restarts_at(self, heading: Mark) -> bool:
        """Whether the numbers under a heading start from 1 again."""
        return heading.level == self.anew_under_level


#: One series from the first number to the last.
ONE_SERIES = Counting()


def find_numbers(
    lines: Sequence[Line], body: int, sections: Sequence[Mark], taken: set[int], counting: Counting
) -> tuple[list[Mark], list[Problem]]:
    """The marks of all numbers that open something after the cover; `taken` lines open something else."""
    headings = {mark.index: mark for mark in sections}
    found: list[tuple[int, Label]] = []
    candidates: list[PrintedNumber] = []
    closes = restart = False
    for index, line in enumerate(lines[body:], start=body):
        if index in headings:
            closes, restart = True, restart or counting.restarts_at(headings[index])
        if index in taken or not line.content:
            continue
        label = read_number_label(line.content)
        if label is None or label.end >= len(line.content):
            continue
        place = place_of(lines, index)
        candidates.append(
            _candidate(
                label,
                place,
                bullet=line.bullet > 0,
                closes=closes,
                restart=restart,
                headings=counting.numbers_head,
            )
        )
        found.append((index, label))
        closes = restart = False
    marks: list[Mark] = []
    problems: list[Problem] = []
    for (index, label), decision in zip(found, series.resolve(candidates), strict=True):
        line = lines[index]
        printed = to_ascii(label.printed)
        if decision.role == "item":
            problems += number_problems(decision, label.printed, line.number)
            marks.append(Mark(index, "item", label.end, decision.number, printed, copy=decision.copy))
        elif decision.role == "heading":
            problems += number_problems(decision, label.printed, line.number)
            number = str(decision.number)
            marks.append(Mark(index, "section", label.end, decision.number, label.printed, number, 3))
        elif decision.role == "list":
            problems += number_problems(decision, label.printed, line.number)
            marks.append(Mark(index, "list", label.end, decision.number, printed))
    return marks, problems


#: A heading no longer than this is nothing unusual: in the sources and the papers all but one that are read so.
_PLAIN_HEADING = 120


def _candidate(
    label: Label, place: LineContext, *, bullet: bool, closes: bool, restart: bool, headings: bool
) -> PrintedNumber:
    """The weight of the evidence at one number.

    The figures were set so that the five sources and their 44 other copies (tests/real/test_copies.py) and the noise of
    tests/parsing/test_noise.py give the same structure. They stand in the scale of `numbering.series`, where a misprint
    costs 3 and a gap 2.
    """
    before_ends = not place.before or ends_sentence(place.before) or closes or restart
    as_item = 0.0 if label.marked else 0.3
    if not before_ends:
        as_item += 0.5 if place.after_break else (1.0 if label.marked else 5.0)
    as_heading = None
    lesser = len(place.text) <= LONGEST_LESSER_HEADING and not ends_sentence(place.text)
    if headings and lesser and place.opens_block and (label.marked or place.after_break):
        as_heading = (0.0 if label.marked else 0.3) + (0.0 if len(place.text) <= _PLAIN_HEADING else 0.5)
        as_item += 1.0
    if label.marked:
        as_text = (6.0 if before_ends else 3.5) if place.after_break else (5.0 if before_ends else 1.5)
    else:
        as_text = 2.0 if before_ends and (place.after_break or bullet) else 0.0
    return PrintedNumber(
        printed=to_ascii(label.printed),
        as_item=as_item,
        as_heading=as_heading,
        as_list=0.0 if label.marked else 1.0,
        as_text=as_text,
        opens_list=place.before.rstrip().endswith(":"),
        closes=closes,
        restarts=restart,
    )
