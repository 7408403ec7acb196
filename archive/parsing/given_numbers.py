"""Numbers that a person has looked at: what is said of them is taken, and told; what was printed is kept beside it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from archive.numbering.given import GivenNumber
from archive.numbering.labels import Label
from archive.numbering.suffixes import read_suffix

from .lines import Line
from .marks import Mark
from .problems import Problem, problem

#: By the number of the line.
Given = Mapping[int, GivenNumber]
NONE_GIVEN: Given = MappingProxyType({})


def label_of(said: GivenNumber, line: Line) -> Label | None:
    """The label of a line that prints no number; None where none is given."""
    if not said.number:
        return None
    return Label("number", said.number, str(said.number), "", line.bullet, marked=True)


def given_problems(marks: Sequence[Mark], given: Given) -> list[Problem]:
    """What was said of each number, and what cannot be so: a number that another line of its series has, too."""
    if not given:
        return []
    numbered = {mark.index + 1: mark for mark in marks if mark.opens in ("item", "recommendation")}
    lines: dict[tuple[str, int, int, int], list[int]] = defaultdict(list)
    for line, one in numbered.items():
        lines[_place(one)].append(line)
    found: list[Problem] = []
    for line, said in given.items():
        mark = numbered.get(line)
        if said.how == "text":
            found.append(problem("given_as_text", line))
        elif mark is None:
            found.append(problem("unused_given_number", line))
        else:
            found.append(_told(said, mark))
            others = [other for other in lines[_place(mark)] if other != line]
            if others:
                found.append(problem("given_number_taken", line, number=mark.number, other=others[0]))
    return found


def _place(mark: Mark) -> tuple[str, int, int, int]:
    return mark.opens, mark.series, mark.number, read_suffix(mark.printed)


def _told(said: GivenNumber, mark: Mark) -> Problem:
    line = mark.index + 1
    if said.how == "anew":
        return problem("given_series", line, number=mark.number)
    if said.how == "on":
        return problem("given_continuation", line, number=mark.number)
    if not mark.printed:
        return problem("given_number_unprinted", line, number=mark.number)
    return problem("given_number", line, number=mark.number, printed=mark.printed)
