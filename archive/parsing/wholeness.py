"""Whether a text is one paper, whole and in its order: papers glued together, pages out of order, are said."""

from collections.abc import Sequence

from archive.vocabulary.symbols import is_symbol

from .lines import Line
from .outline import Outline
from .problems import Problem, problem

#: A cover prints the symbol and «Distr.» within so many lines of one another.
_COVER = 14


def wholeness_problems(lines: Sequence[Line], marks: Outline) -> list[Problem]:
    """What speaks against one paper in its order."""
    return [*_further_covers(lines, marks.body), *_out_of_order(marks)]


def _further_covers(lines: Sequence[Line], body: int) -> list[Problem]:
    """A symbol on a line of its own and «Distr.» near it, within the text: another paper begins there."""
    found: list[Problem] = []
    for index in range(body, len(lines)):
        if not lines[index].content.startswith("Distr"):
            continue
        near = range(max(body, index - _COVER), min(len(lines), index + _COVER))
        symbol = next((at for at in near if is_symbol(lines[at].content)), None)
        if symbol is not None:
            found.append(problem("several_papers", lines[min(symbol, index)].number))
    return found


def _out_of_order(marks: Outline) -> list[Problem]:
    """A series that begins where a later one ends has been torn from it: pages have changed places."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    at: dict[int, int] = {}
    for mark in marks.marks:
        if mark.opens == "item":
            first.setdefault(mark.series, mark.number)
            last[mark.series] = mark.number
            at.setdefault(mark.series, mark.index)
    ends = {number: series for series, number in last.items()}
    return [
        problem("pages_out_of_order", at[later] + 1, number=number)
        for series, number in first.items()
        if number > 1 and (later := ends.get(number - 1)) is not None and later > series
    ]
