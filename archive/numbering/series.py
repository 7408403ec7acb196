"""Which number continues a list, which opens or closes one, which is a misprint or mere text.

Numbers are evidence, not truth: the sequence as a whole decides. Every number at the start of a line is a
`PrintedNumber` with the weight of its evidence; `resolve` finds the cheapest reading of all of them together, so a
misprint («1, 2, 6, 4» in a report) is told from a gap («29, 31, 32»), a heading («1- …» between paragraphs 7 and
8) from a paragraph, and a list inside a paragraph from the series that goes on after it.
"""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number at the start of a line. Costs are penalties; None forbids the reading.

    `closes` says that a labelled heading stands before it: the lists of lesser headings start anew.
    `restarts` says that the main series starts anew (each meeting of a compendium).
    """

    printed: str
    as_item: float | None = 0.0
    as_heading: float | None = None
    as_list: float | None = None
    as_text: float | None = None
    opens_list: bool = False
    closes: bool = False
    restarts: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """`number` is the true one, `copy` counts doubles from 1, `missing` are the numbers left out before it."""

    role: Role
    number: int
    copy: int = 1
    misprinted: bool = False
    missing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    item: int = 0
    copy: int = 1
    heading: int = 0
    listed: int = 0


@dataclass(frozen=True, slots=True)
class _Path:
    cost: float
    state: _State
    decision: Decision | None
    before: "_Path | None"


def resolve(candidates: list[PrintedNumber]) -> list[Decision]:
    """A decision for each candidate, in order. Never fails: what fits nowhere is text."""
    beam = [_Path(0.0, _State(), None, None)]
    for candidate in candidates:
        best: dict[_State, _Path] = {}
        for path in beam:
            for cost, state, decision in _readings(candidate, path.state):
                total = path.cost + cost
                known = best.get(state)
                if known is None or total < known.cost:
                    best[state] = _Path(total, state, decision, path)
        ranked = sorted(best.values(), key=_cost)[:BEAM]
        beam = [path for path in ranked if path.cost <= ranked[0].cost + MARGIN]
    return _decisions(beam[0])


def _cost(path: _Path) -> float:
    return path.cost


def _decisions(path: _Path) -> list[Decision]:
    found: list[Decision] = []
    while path.decision is not None and path.before is not None:
        found.append(path.decision)
        path = path.before
    return found[::-1]


def _readings(candidate: PrintedNumber, state: _State) -> list[tuple[float, _State, Decision]]:
    value = int(candidate.printed) if candidate.printed.isdigit() else 0
    if candidate.restarts:
        state = _State()
    elif candidate.closes:
        state = _State(state.item, state.copy, 0, 0)
    found: list[tuple[float, _State, Decision]] = []
    if candidate.as_item is not None:
        found += _as_item(candidate.printed, value, candidate.as_item, state)
    if candidate.as_heading is not None:
        found += _as_heading(candidate.printed, value, candidate.as_heading, state)
    if candidate.as_list is not None:
        found += _as_list(candidate, value, candidate.as_list, state)
    if candidate.as_text is not None or not found:
        found.append((candidate.as_text or 0.0, state, Decision("text", value)))
    return found


def _as_item(printed: str, value: int, cost: float, state: _State) -> list[tuple[float, _State, Decision]]:
    expected = state.item + 1
    heading = state.heading
    if value == expected and printed == str(value):
        return [(cost, _State(expected, 1, heading), Decision("item", expected))]
    found = [
        (
            cost + _misprint_cost(printed, expected),
            _State(expected, 1, heading),
            Decision("item", expected, misprinted=True),
        )
    ]
    if value > expected:
        gap = min(GAP + EACH_FURTHER_MISSING * (value - expected - 1), LARGEST_GAP_COST)
        # a list of missing numbers longer than this says nothing that its ends do not say
        missing = tuple(range(expected, min(value, expected + 500)))
        found.insert(0, (cost + gap, _State(value, 1, heading), Decision("item", value, missing=missing)))
    if value == state.item and value > 0:
        copy = state.copy + 1
        found.append((cost + DOUBLED, _State(value, copy, heading), Decision("item", value, copy)))
    return found


def _as_heading(printed: str, value: int, cost: float, state: _State) -> list[tuple[float, _State, Decision]]:
    expected = state.heading + 1
    if value == expected:
        return [(cost, _State(state.item, state.copy, value), Decision("heading", value))]
    found = [
        (
            cost + _misprint_cost(printed, expected),
            _State(state.item, state.copy, expected),
            Decision("heading", expected, misprinted=True),
        )
    ]
    if value == 1:
        found.append((cost + HEADINGS_START_ANEW, _State(state.item, state.copy, 1), Decision("heading", 1)))
    return found


def _as_list(
    candidate: PrintedNumber, value: int, cost: float, state: _State
) -> list[tuple[float, _State, Decision]]:
    expected = state.listed + 1
    opened = state.listed > 0 or (candidate.opens_list and state.item > 0)
    if not opened:
        return []
    after = _State(state.item, state.copy, state.heading, expected)
    if value == expected:
        return [(cost, after, Decision("list", expected))]
    if state.listed == 0:
        return []
    return [(cost + MISPRINT_IN_LIST, after, Decision("list", expected, misprinted=True))]


def _misprint_cost(printed: str, expected: int) -> float:
    """«01» for 10 is hardly a misprint: the digits are there, their order is not."""
    return MISPRINT_OF_SAME_DIGITS if sorted(printed) == sorted(str(expected)) else MISPRINT
