"""Which number continues a list, which opens or closes one, which is a misprint or mere text.

Numbers are evidence, not truth: the sequence as a whole decides. Every number at the start of a line is a
`PrintedNumber` with the weight of its evidence; `resolve` finds the cheapest reading of all of them together, so a
misprint («1, 2, 6, 4» in a report) is told from a gap («29, 31, 32»), a heading («1- …» between paragraphs 7 and
8) from a paragraph, a list inside a paragraph from the series that goes on after it, and a series that starts anew
(the annex behind the report) from both; the outer series may go on where the inner one ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import Literal, NamedTuple

from .given import GivenNumber

Role = Literal["item", "heading", "list", "text"]

#: Readings kept at each step: so many at most, and none that is this much dearer than the cheapest.
BEAM = 48
MARGIN = 9.0

GAP = 2.0
EACH_FURTHER_MISSING = 0.5
#: Less than a misprint: however far a printed number jumps, it stands where no other contradicts it.
LARGEST_GAP_COST = 2.9
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
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number at the start of a line. Costs are penalties; None forbids the reading.

    `closes` says that a labelled heading stands before it: the lists of lesser headings start anew.
    `restarts` says that the main series starts anew (each meeting of a compendium).
    `opens` is what it costs that a further series begins here. `exact` allows only the number that is next, here or in
    another series.
    `suffix` marks one that stands beside the number before it («1 مكرراً», «1-2»).
    `given` is what a person says of it: then nothing else is weighed but the series.
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
    given: GivenNumber | None = None


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


#: A series that waits for an inner one to end: its last number.
_Waiting = int
#: What a reading does to the series: nothing, opens one, or goes back over so many.
_Step = int
_NEW = -1


class _State(NamedTuple):
    item: int = 0
    copy: int = 1
    heading: int = 0
    listed: int = 0
    outer: tuple[_Waiting, ...] = ()


class _Choice(NamedTuple):
    """A decision in the making: numbers from `lost` up to `number` are missing, unless it is 0."""

    role: Role
    number: int
    copy: int = 1
    misprinted: bool = False
    lost: int = 0
    step: _Step = 0


class _Path(NamedTuple):
    cost: float
    state: _State
    choice: _Choice | None
    before: "_Path | None"


_Reading = tuple[float, _State, _Choice]


def begins_at(first: int) -> int:
    """The number at which a list whose first number is this one should begin: 1, or this one where it goes on."""
    return first if first > LOST_BEGINNING else 1


def in_one_series(numbers: Iterable[int], others: Iterable[int]) -> frozenset[int]:
    """The numbers of others that stand in one series with these: all of them where no number is of both, else none."""
    found = frozenset(others)
    return frozenset() if found & frozenset(numbers) else found


def resolve(candidates: list[PrintedNumber]) -> list[Decision]:
    """A decision for each candidate, in order. Never fails: what fits nowhere is text."""
    beam = [_Path(0.0, _State(), None, None)]
    for candidate in candidates:
        best: dict[_State, _Path] = {}
        cheapest = inf
        for path in beam:
            for cost, state, choice in _readings(candidate, path.state):
                total = path.cost + cost
                if total > cheapest + MARGIN:
                    continue
                cheapest = min(cheapest, total)
                known = best.get(state)
                if known is None or total < known.cost:
                    best[state] = _Path(total, state, choice, path)
        ranked = sorted(best.values(), key=_cost)[:BEAM]
        limit = ranked[0].cost + MARGIN
        beam = [path for path in ranked if path.cost <= limit]
    return _decisions(beam[0])


def _cost(path: _Path) -> float:
    return path.cost


def _decisions(path: _Path) -> list[Decision]:
    """The decisions in their order, each item with its series."""
    choices: list[_Choice] = []
    while path.choice is not None and path.before is not None:
        choices.append(path.choice)
        path = path.before
    found: list[Decision] = []
    stack: list[int] = []
    opened = 0
    for choice in reversed(choices):
        if not stack and choice.role == "item":
            stack.append(0)
        elif choice.step == _NEW:
            opened += 1
            stack.append(opened)
        elif choice.step:
            del stack[max(1, len(stack) - choice.step) :]
        series = stack[-1] if stack and choice.role in ("item", "list") else 0
        # a list of missing numbers longer than this says nothing that its ends do not say
        missing = range(choice.lost, min(choice.number, choice.lost + 500)) if choice.lost else ()
        found.append(
            Decision(choice.role, choice.number, choice.copy, choice.misprinted, tuple(missing), series)
        )
    return found


def _readings(candidate: PrintedNumber, state: _State) -> list[_Reading]:
    value = int(candidate.printed) if candidate.printed.isdigit() else 0
    anew: _Step = 0
    given = candidate.given
    if candidate.restarts and (given is None or given.how == ""):
        anew = _NEW if state.item else 0
        state = _State()
    elif candidate.closes and (state.heading or state.listed):
        state = _State(state.item, state.copy, 0, 0, state.outer)
    found: list[_Reading] = []
    if given is not None:
        return _as_given(found, candidate, given, given.number or value, state, anew)
    if candidate.as_item is not None:
        _as_item(found, candidate, value, candidate.as_item, state, anew)
    if candidate.as_heading is not None:
        _as_heading(found, candidate.printed, value, candidate.as_heading, state)
    if candidate.as_list is not None:
        _as_list(found, candidate, value, candidate.as_list, state)
    if candidate.as_text is not None or not found:
        found.append((candidate.as_text or 0.0, state, _Choice("text", value)))
    return found


def _as_given(
    found: list[_Reading], candidate: PrintedNumber, given: GivenNumber, number: int, state: _State, anew: _Step
) -> list[_Reading]:
    """The number that is given, in the series in which it is next: the open one, one that waits, a further one."""
    if given.how == "text":
        return [(0.0, state, _Choice("text", number))]
    opens = 0.0 if given.how == "anew" else candidate.opens if given.how == "" and number == 1 else None
    if opens is not None and state.item:
        waiting = (state.item, *state.outer)[:DEEPEST]
        found.append((opens, _State(number, 1, state.heading, 0, waiting), _Choice("item", number, step=_NEW)))
        if given.how == "anew":
            return found
    for depth, item in enumerate((state.item, *state.outer)):
        copy = state.copy + 1 if number == item and not depth else 1
        away = number - item - 1
        cost = min(GAP + EACH_FURTHER_MISSING * (abs(away) - 1), LARGEST_GAP_COST) if away else 0.0
        lost = item + 1 if away > 0 and (item or number <= LOST_BEGINNING) else 0
        after = _State(number, copy, state.heading, 0, state.outer[depth:])
        found.append((cost + depth * GOES_ON, after, _Choice("item", number, copy, lost=lost, step=depth or anew)))
    return found


def _as_item(
    found: list[_Reading], candidate: PrintedNumber, value: int, cost: float, state: _State, anew: _Step
) -> None:
    expected = state.item + 1
    heading, outer, printed = state.heading, state.outer, candidate.printed
    if candidate.suffix and value == state.item > 0:
        copy = state.copy + 1
        found.append((cost, _State(value, copy, heading, 0, outer), _Choice("item", value, copy, step=anew)))
        return
    plain = printed == str(value)
    if value == expected and plain:
        found.append((cost, _State(expected, 1, heading, 0, outer), _Choice("item", expected, step=anew)))
        if candidate.opens is None and not outer:
            return
    elif not candidate.exact:
        _against_the_order(found, printed, value, cost, state, anew)
    if plain:
        _in_another_series(found, candidate, value, cost, state)


def _against_the_order(
    found: list[_Reading], printed: str, value: int, cost: float, state: _State, anew: _Step
) -> None:
    """A misprint, a gap before it, or the same number once more."""
    expected, heading, outer = state.item + 1, state.heading, state.outer
    if value > expected:
        begins = state.item == 0
        most = BEGINS_LATE if begins else LARGEST_GAP_COST
        gap = min(GAP + EACH_FURTHER_MISSING * (value - expected - 1), most)
        lost = 0 if begins and value > LOST_BEGINNING else expected
        choice = _Choice("item", value, lost=lost, step=anew)
        found.append((cost + gap, _State(value, 1, heading, 0, outer), choice))
    misprint = _Choice("item", expected, misprinted=True, step=anew)
    found.append((cost + _misprint_cost(printed, expected), _State(expected, 1, heading, 0, outer), misprint))
    if value == state.item and value > 0:
        copy = state.copy + 1
        double = _Choice("item", value, copy)
        found.append((cost + DOUBLED, _State(value, copy, heading, 0, outer), double))


def _in_another_series(
    found: list[_Reading], candidate: PrintedNumber, value: int, cost: float, state: _State
) -> None:
    """The first of a further series, or the next of one that has waited for an inner one to end."""
    if value == 1:
        if candidate.opens is not None and state.item > 0:
            waiting = (state.item, *state.outer)[:DEEPEST]
            after = _State(1, 1, state.heading, 0, waiting)
            found.append((cost + candidate.opens, after, _Choice("item", 1, step=_NEW)))
        return
    for depth, item in enumerate(state.outer, start=1):
        if value == item + 1:
            back = (GOES_ON_BEHIND_HEADING if candidate.closes else GOES_ON) - depth * RATHER_OUTER
            after = _State(value, 1, state.heading, 0, state.outer[depth:])
            found.append((cost + back, after, _Choice("item", value, step=depth)))


def _as_heading(found: list[_Reading], printed: str, value: int, cost: float, state: _State) -> None:
    expected = state.heading + 1
    if value == expected:
        after = _State(state.item, state.copy, value, 0, state.outer)
        found.append((cost, after, _Choice("heading", value)))
        return
    after = _State(state.item, state.copy, expected, 0, state.outer)
    misprint = _Choice("heading", expected, misprinted=True)
    found.append((cost + _misprint_cost(printed, expected), after, misprint))
    if value == 1:
        after = _State(state.item, state.copy, 1, 0, state.outer)
        found.append((cost + HEADINGS_START_ANEW, after, _Choice("heading", 1)))


def _as_list(found: list[_Reading], candidate: PrintedNumber, value: int, cost: float, state: _State) -> None:
    expected = state.listed + 1
    opened = state.listed > 0 or (candidate.opens_list and state.item > 0)
    if not opened:
        return
    after = _State(state.item, state.copy, state.heading, expected, state.outer)
    if value == expected:
        found.append((cost, after, _Choice("list", expected)))
    elif state.listed:
        found.append((cost + MISPRINT_IN_LIST, after, _Choice("list", expected, misprinted=True)))


def _misprint_cost(printed: str, expected: int) -> float:
    """«01» for 10 is hardly a misprint: the digits are there, their order is not."""
    digits = str(expected)
    same = len(printed) == len(digits) and sorted(printed) == sorted(digits)
    return MISPRINT_OF_SAME_DIGITS if same else MISPRINT
