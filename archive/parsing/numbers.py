"""Numbers at the start of lines: paragraphs, headings «1- …», lists inside a paragraph, or mere text.

Here the evidence is weighed; `numbering.series` decides on all of it together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from archive.arabic.digits import to_ascii
from archive.numbering import series
from archive.numbering.labels import Label, read_bracketed_number, read_number_label, read_section_label
from archive.numbering.series import OTHER_STYLE, PrintedNumber

from .given_numbers import NONE_GIVEN, Given, label_of
from .lines import Line, ends_sentence
from .marks import LONGEST_LESSER_HEADING, LineContext, Mark, number_problems, place_of
from .problems import Problem


@dataclass(frozen=True, slots=True)
class Counting:
    """What the numbers of a paper count.

    `anew_under_level`: under each heading of this level they start from 1 again; None where one series runs through.
    `recommendations`: «التوصية 3» heads one of the paper's own.
    `numbers_head`: a number may head a section («1- …») as well as a paragraph.
    """

    anew_under_level: int | None = None
    numbers_head: bool = True
    recommendations: bool = True

    def restarts_at(self, heading: Mark) -> bool:
        """Whether the numbers under a heading start from 1 again."""
        return heading.level == self.anew_under_level


#: One series from the first number to the last.
ONE_SERIES = Counting()


#: What it costs that numbers start anew here, by what stands between them and those before: a part or a preamble
#: asks for it, a section may, and with nothing between them only a run of numbers says so.
_BEHIND_PART, _BEHIND_SECTION, _BEHIND_NOTHING = 0.0, 2.0, 4.0
_DIGITS = re.compile(r"\d+")
#: A heading no longer than this is nothing unusual: in the sources and the papers all but one that are read so.
_PLAIN_HEADING = 120
#: Short lines with rising numbers and nothing between them are a list, hardly headings without a text.
_HEADING_IN_LIST = 2.0


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line that begins with a number, and what stands between it and the number before."""

    index: int
    label: Label
    place: LineContext
    closes: bool
    restarts: bool
    opens: float
    style: Literal["plain", "bracket", "ordinal"] = "plain"

    @property
    def is_short(self) -> bool:
        text = self.place.text
        return len(text) <= LONGEST_LESSER_HEADING and not ends_sentence(text)

    @property
    def digits(self) -> str:
        """The digits as printed; those of an ordinal in words."""
        printed = _DIGITS.match(to_ascii(self.label.printed))
        return printed[0] if printed else str(self.label.position)


def find_numbers(
    lines: Sequence[Line],
    body: int,
    openers: Sequence[Mark],
    taken: set[int],
    counting: Counting,
    given: Given = NONE_GIVEN,
) -> tuple[list[Mark], list[Problem]]:
    """The marks of all numbers that open something after the cover; `taken` lines open something else.

    `openers` are the headings and clauses, behind which numbers may start anew; `given` is what is said of numbers.
    """
    found = _numbers(lines, body, {mark.index: mark for mark in openers}, taken, counting, given)
    in_list = _in_lists(found)
    candidates = [
        replace(
            _candidate(one, bullet=lines[one.index].bullet > 0, headings=counting.numbers_head, in_list=listed),
            given=given.get(lines[one.index].number),
        )
        for one, listed in zip(found, in_list, strict=True)
    ]
    marks: list[Mark] = []
    problems: list[Problem] = []
    for one, decision in zip(found, series.resolve(candidates), strict=True):
        line, label = lines[one.index], one.label
        printed = one.digits if one.style == "ordinal" else to_ascii(label.printed)
        if decision.role == "text":
            continue
        problems += number_problems(decision, label.printed, line.number, label.suffix)
        mark = Mark(one.index, "item", label.end, decision.number, printed, series=decision.series)
        if decision.role == "item":
            marks.append(replace(mark, copy=decision.copy))
        elif decision.role == "heading":
            number = str(decision.number)
            marks.append(replace(mark, opens="section", printed=label.printed, label=number, level=3))
        else:
            marks.append(replace(mark, opens="list"))
    return marks, problems


def _numbers(
    lines: Sequence[Line], body: int, openers: dict[int, Mark], taken: set[int], counting: Counting, given: Given
) -> list[_Numbered]:
    found: list[_Numbered] = []
    closes = restarts = False
    opens, last_ordinal = _BEHIND_NOTHING, 0
    for index, line in enumerate(lines[body:], start=body):
        opener = openers.get(index)
        if opener is not None:
            opens = min(opens, _BEHIND_PART if opener.part or opener.opens == "clause" else _BEHIND_SECTION)
            closes = True
            restarts = restarts or (opener.opens == "section" and counting.restarts_at(opener))
        if index in taken or not line.content:
            continue
        style: Literal["plain", "bracket", "ordinal"] = "plain"
        label = read_number_label(line.content)
        if label is None and (said := given.get(line.number)) is not None:
            label = label_of(said, line)
        elif label is None and line.after_break and (label := read_bracketed_number(line.content)) is not None:
            style = "bracket"
        elif label is None and line.after_break:
            label = read_section_label(line.content)
            if label is None or label.kind != "ordinal" or not label.marked:
                continue
            style = "ordinal"
        if label is None or label.end >= len(line.content):
            continue
        if style == "ordinal":
            # «ثالثاً: …» behind «ثانياً: …» goes on with that one, not with the numbers
            alone = last_ordinal == 0 and label.position > 1
            last_ordinal = label.position
            if not alone:
                continue
        else:
            last_ordinal = 0
        found.append(_Numbered(index, label, place_of(lines, index), closes, restarts, opens, style))
        closes = restarts = False
        opens = _BEHIND_NOTHING
    return found


def _in_lists(found: Sequence[_Numbered]) -> list[bool]:
    """For each number whether it stands in a run of short lines whose numbers rise by one, nothing between them."""
    runs = [False] * len(found)
    for at, (one, other) in enumerate(pairwise(found)):
        if (
            one.is_short
            and other.is_short
            and not other.closes
            and other.label.position == one.label.position + 1
            and one.label.marked
            and other.label.marked
            and other.place.before == one.place.text
        ):
            runs[at] = runs[at + 1] = True
    return runs


def _candidate(one: _Numbered, *, bullet: bool, headings: bool, in_list: bool) -> PrintedNumber:
    """The weight of the evidence at one number.

    The figures were set so that the five sources and their 44 other copies (tests/real/test_copies.py) and the noise of
    tests/parsing/test_noise.py give the same structure. They stand in the scale of `numbering.series`, where a misprint
    costs 3 and a gap 2.
    """
    label, place = one.label, one.place
    # a list goes on from the paragraph that announces it, not from over a heading
    opens_list = place.before.rstrip().endswith(":") and not one.closes
    if one.style != "plain":
        return PrintedNumber(
            printed=one.digits,
            as_item=OTHER_STYLE,
            as_list=0.0 if one.style == "bracket" else None,
            as_text=1.0,
            opens_list=opens_list,
            closes=one.closes,
            restarts=one.restarts,
            opens=one.opens if one.opens == _BEHIND_PART else None,
            exact=True,
        )
    before_ends = not place.before or ends_sentence(place.before) or one.closes or one.restarts
    as_item = 0.0 if label.marked else 0.3
    if not before_ends:
        as_item += 0.5 if place.after_break else (1.0 if label.marked else 5.0)
    as_heading = None
    if headings and one.is_short and place.opens_block and (label.marked or place.after_break):
        as_heading = (0.0 if label.marked else 0.3) + (0.0 if len(place.text) <= _PLAIN_HEADING else 0.5)
        if in_list:
            as_heading += _HEADING_IN_LIST
        else:
            as_item += 1.0
    if label.marked:
        as_text = (6.0 if before_ends else 3.5) if place.after_break else (5.0 if before_ends else 1.5)
    else:
        as_text = 2.0 if before_ends and (place.after_break or bullet) else 0.0
    nested = label.suffix.isdigit()
    return PrintedNumber(
        printed=one.digits,
        as_item=as_item,
        as_heading=None if label.suffix else as_heading,
        as_list=None if label.suffix else (0.0 if label.marked else 1.0),
        as_text=0.5 if nested else as_text,
        opens_list=opens_list,
        closes=one.closes,
        restarts=one.restarts,
        opens=one.opens if label.marked else None,
        exact=nested,
        suffix=label.suffix,
    )
