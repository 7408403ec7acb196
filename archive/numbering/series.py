"""Which number continues a list, which opens or closes one, which is a misprint or mere text.

Numbers are evidence, not truth: the sequence as a whole decides. Every number at the start of a line is a
`PrintedNumber` with the weight of its evidence; `resolve` finds the cheapest reading of all of them together, so a
misprint («1, 2, 6, 4» in a report) is told from a gap («29, 31, 32»), a heading («1- …» between paragraphs 7 and
8) from a paragraph, a list inside a paragraph from the series that goes on after it, and a series that starts anew
(the annex behind the report) from both; the outer series may go on where the inner one ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

Role = Literal["item", "heading", "list", "text"]

#: Readings kept at each step: so many at most, and none that is this much dearer than the cheapest.
BEAM = 48
MARGIN = 9.0

GAP = 2.0
EACH_FURTHER_MISSING = 0.5
LARGEST_GAP_COST = 12.0
MISPRINT = 3.0
MISPRINT_OF_SAME_DIGITS = 0.5
#: At the end of a text, where no number after it can tell, a misprint rather belongs to the list that is open.
MISPRINT_IN_LIST = 2.9
DOUBLED = 2.5
HEADINGS_START_ANEW = 1.0
#: A series may begin at any number (recommendations counted on from earlier meetings begin at 98), but rather at 1.
BEGINS_LATE = 2.5
#: One that begins at no more than this has lost its beginning; one that begins later goes on from another paper.
LOST_BEGINNING = 9
#: Where the outer series may go on after an inner one: behind a heading, and with nothing between them.
GOES_ON_BEHIND_HEADING = 0.3
GOES_ON = 1.5
#: Of two that may go on the outer one does: the inner ones have ended beside one another.
RATHER_OUTER = 0.05
#: An item in another style than the others («(3) …» behind «2- …») is one where its number is the next.
OTHER_STYLE = 0.5
#: Series within series: a resolution in a chapter, its annex; what is deeper is counted as if it stood beside.
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number at the start of a line. Costs are penalties; None forbids the reading.

    `closes` says that a labelled heading stands before it: the lists of lesser headings start anew.
    `restarts` says that the main series starts anew (each meeting of a compendium).
    `opens` is what it costs that a further series begins here. `exact` allows only the number that is next, here or in
    another series.
    `suffix` marks one that stands beside the number before it («1 مكرراً», «1-2»).
    """

    printed: str
    as_item: float | None = 0.0
    as_heading: float | None = None
    as_list: float | None = None
    as_text: float | None = None
    opens_list: bool = False
    closes: bool = False
    restarts: bool = False
    opens: float | None = None
    exact: bool = False
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """`number` is the true one, `copy` counts doubles from 1, `missing` are the numbers left out before it.

    `series` counts the series of items in the order in which they open, from 0.
    """

    role: Role
    number: int
    copy: int = 1
    misprinted: bool = False
    missing: tuple[int, ...] = ()
    series: int = 0


#: A series that waits for an inner one to end: its last number and copy.
_Waiting = tuple[int, int]
#: What a reading does to the series: nothing, opens one, or goes back over so many.
_Step = int
_NEW = -1


@dataclass(frozen=True, slots=True)
class _State:
    item: int = 0
    copy: int = 1
    heading: int = 0
    listed: int = 0
    outer: tuple[_Waiting, ...] = ()


@dataclass(frozen=True, slots=True)
class _Path:
    cost: float
    state: _State
    decision: Decision | None
    step: _Step
    before: "_Path | None"


_Reading = tuple[float, _State, Decision, _Step]


def begins_at(first: int) -> int:
    """The number at which a list whose first number is this one should begin: 1, or this one where it goes on."""
    return first if first > LOST_BEGINNING else 1


def in_one_series(numbers: Iterable[int], others: Iterable[int]) -> frozenset[int]:
    """The numbers of others that stand in one series with these: all of them where no number is of both, else none."""
    found = frozenset(others)
    return frozenset() if found & frozenset(numbers) else found


def resolve(candidates: list[PrintedNumber]) -> list[Decision]:
    """A decision for each candidate, in order. Never fails: what fits nowhere is text."""
    beam = [_Path(0.0, _State(), None, 0, None)]
    for candidate in candidates:
        best: dict[_State, _Path] = {}
        for path in beam:
            for cost, state, decision, step in _readings(candidate, path.state):
                total = path.cost + cost
                known = best.get(state)
                if known is None or total < known.cost:
                    best[state] = _Path(total, state, decision, step, path)
        ranked = sorted(best.values(), key=_cost)[:BEAM]
        beam = [path for path in ranked if path.cost <= ranked[0].cost + MARGIN]
    return _numbered(beam[0])


def _cost(path: _Path) -> float:
    return path.cost


def _numbered(path: _Path) -> list[Decision]:
    """The decisions in their order, each item with its series."""
    steps: list[tuple[Decision, _Step]] = []
    while path.decision is not None and path.before is not None:
        steps.append((path.decision, path.step))
        path = path.before
    found: list[Decision] = []
    stack: list[int] = []
    opened = 0
    for decision, step in reversed(steps):
        if not stack and decision.role == "item":
            stack.append(0)
        elif step == _NEW:
            opened += 1
            stack.append(opened)
        elif step:
            del stack[len(stack) - step :]
        series = stack[-1] if stack and decision.role in ("item", "list") else 0
        found.append(decision if series == 0 else _in_series(decision, series))
    return found


def _in_series(decision: Decision, series: int) -> Decision:
    return Decision(
        decision.role, decision.number, decision.copy, decision.misprinted, decision.missing, series
    )


def _readings(candidate: PrintedNumber, state: _State) -> list[_Reading]:
    value = int(candidate.printed) if candidate.printed.isdigit() else 0
    anew: _Step = 0
    if candidate.restarts:
        anew = _NEW if state.item else 0
        state = _State()
    elif candidate.closes:
        state = _State(state.item, state.copy, 0, 0, state.outer)
    found: list[_Reading] = []
    if candidate.as_item is not None:
        found += _as_item(candidate, value, candidate.as_item, state, anew)
    if candidate.as_heading is not None:
        found += _as_heading(candidate.printed, value, candidate.as_heading, state)
    if candidate.as_list is not None:
        found += _as_list(candidate, value, candidate.as_list, state)
    if candidate.as_text is not None or not found:
        found.append((candidate.as_text or 0.0, state, _text(value), 0))
    return found


@cache
def _text(value: int) -> Decision:
    return Decision("text", value)


@cache
def _item(number: int) -> Decision:
    return Decision("item", number)


def _as_item(
    candidate: PrintedNumber, value: int, cost: float, state: _State, anew: _Step
) -> list[_Reading]:
    expected = state.item + 1
    heading, outer, printed = state.heading, state.outer, candidate.printed
    found: list[_Reading] = []
    if candidate.suffix and state.item > 0:
        beside = _State(state.item, state.copy + 1, heading, 0, outer)
        if value == state.item:
            return [(cost, beside, Decision("item", value, state.copy + 1), anew)]
    plain = printed == str(value)
    if value == expected and plain:
        found.append((cost, _State(expected, 1, heading, 0, outer), _item(expected), anew))
        if candidate.opens is None and not outer:
            return found
    elif not candidate.exact:
        found += _against_the_order(printed, value, cost, state, anew)
    if plain:
        found += _in_another_series(candidate, value, cost, state)
    return found


def _against_the_order(printed: str, value: int, cost: float, state: _State, anew: _Step) -> list[_Reading]:
    """A misprint, a gap before it, or the same number once more."""
    expected, heading, outer = state.item + 1, state.heading, state.outer
    found: list[_Reading] = [
        (
            cost + _misprint_cost(printed, expected),
            _State(expected, 1, heading, 0, outer),
            Decision("item", expected, misprinted=True),
            anew,
        )
    ]
    if value > expected:
        begins = state.item == 0
        gap = min(GAP + EACH_FURTHER_MISSING * (value - expected - 1), BEGINS_LATE if begins else LARGEST_GAP_COST)
        # a list of missing numbers longer than this says nothing that its ends do not say
        missing = tuple(range(expected, min(value, expected + 500)))
        if begins and value > LOST_BEGINNING:
            missing = ()
        after = _State(value, 1, heading, 0, outer)
        found.insert(0, (cost + gap, after, Decision("item", value, missing=missing), anew))
    if value == state.item and value > 0:
        copy = state.copy + 1
        after = _State(value, copy, heading, 0, outer)
        found.append((cost + DOUBLED, after, Decision("item", value, copy), anew))
    return found


def _in_another_series(candidate: PrintedNumber, value: int, cost: float, state: _State) -> list[_Reading]:
    """The first of a further series, or the next of one that has waited for an inner one to end."""
    found: list[_Reading] = []
    if candidate.opens is not None and value == 1 and state.item > 0:
        waiting = ((state.item, state.copy), *state.outer)[:DEEPEST]
        after = _State(1, 1, state.heading, 0, waiting)
        found.append((cost + candidate.opens, after, _item(1), _NEW))
    for depth, (item, _copy) in enumerate(state.outer, start=1):
        if value == item + 1 and value > 1:
            back = (GOES_ON_BEHIND_HEADING if candidate.closes else GOES_ON) - depth * RATHER_OUTER
            after = _State(value, 1, state.heading, 0, state.outer[depth:])
            found.append((cost + back, after, _item(value), depth))
    return found


def _as_heading(printed: str, value: int, cost: float, state: _State) -> list[_Reading]:
    expected = state.heading + 1
    if value == expected:
        return [(cost, _State(state.item, state.copy, value, 0, state.outer), Decision("heading", value), 0)]
    found: list[_Reading] = [
        (
            cost + _misprint_cost(printed, expected),
            _State(state.item, state.copy, expected, 0, state.outer),
            Decision("heading", expected, misprinted=True),
            0,
        )
    ]
    if value == 1:
        after = _State(state.item, state.copy, 1, 0, state.outer)
        found.append((cost + HEADINGS_START_ANEW, after, Decision("heading", 1), 0))
    return found


def _as_list(candidate: PrintedNumber, value: int, cost: float, state: _State) -> list[_Reading]:
    expected = state.listed + 1
    opened = state.listed > 0 or (candidate.opens_list and state.item > 0)
    if not opened:
        return []
    after = _State(state.item, state.copy, state.heading, expected, state.outer)
    if value == expected:
        return [(cost, after, Decision("list", expected), 0)]
    if state.listed == 0:
        return []
    return [(cost + MISPRINT_IN_LIST, after, Decision("list", expected, misprinted=True), 0)]


def _misprint_cost(printed: str, expected: int) -> float:
    """«01» for 10 is hardly a misprint: the digits are there, their order is not."""
    return MISPRINT_OF_SAME_DIGITS if sorted(printed) == sorted(str(expected)) else MISPRINT
