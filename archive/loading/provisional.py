"""A report that comes to a meeting whose recommendations staff entered while they were agreed: number by number.

What the report says in the same words is that recommendation, under whatever number, and becomes the report's own.
About everything else staff are asked: nothing that they entered is overwritten, and nothing comes twice. Pure, but for
the plan that is filled.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from archive.parsing.printed_text import whole_text
from archive.record.decisions import WHOLE_ROW
from archive.record.kinds import RECOMMENDATION, SUBPARAGRAPH
from archive.record.stored import StoredRow
from archive.record.values import Offering

from .changes import Change, ConflictFound, Plan, plain
from .offered import Offered, by_name
from .wordings import SAME_TEXT, likeness

#: What was filled in from what staff typed, and is nobody's word: the report knows it better.
_FILLED = {RECOMMENDATION: ("printed_number", "printed_chapeau"), SUBPARAGRAPH: ("printed_label", "printed_text")}
Items = Mapping[str, Sequence[Offered]]
StoredItems = Mapping[str, Sequence[StoredRow]]


@dataclass(frozen=True, slots=True)
class MatchedRow:
    """A provisional row with what the report offers in the same words: it is merged as if the report had made it."""

    offered: Offered
    row: StoredRow
    items: Sequence[StoredRow]


@dataclass(frozen=True, slots=True)
class Matched:
    """What became of a paper's recommendations beside the provisional ones: `pairs` are settled, all others are left to
    the usual way."""

    pairs: Sequence[MatchedRow]
    offered: Sequence[Offered]
    stored: Sequence[StoredRow]


def match_provisional(
    plan: Plan,
    offered: Sequence[Offered],
    items: Items,
    stored: Sequence[StoredRow],
    stored_items: StoredItems,
    *,
    is_whole: bool,
) -> Matched:
    """Pair the same words, plan the moves that their new numbers are, and ask about the rest.

    `is_whole`: the paper has all recommendations of its meetings, so that one that it has not is asked about too.
    """
    provisional = [row for row in stored if _is_open(row, plan.document)]
    if not provisional:
        return Matched((), offered, stored)
    meetings = {one.match[0] for one in offered}
    provisional = [row for row in provisional if row.match[0] in meetings]
    taken = {row.match for row in stored if row not in provisional}
    free = [one for one in offered if one.match not in taken]
    pairs = _same_words(free, items, provisional, stored_items)
    pairs = _movable(pairs, stored)
    settled = {row.pk for _one, row in pairs}
    open_rows = {row.match: row for row in provisional if row.pk not in settled}
    paired = {one.locator for one, _row in pairs}
    asked = []
    for one in free:
        if one.locator in paired:
            continue
        there = open_rows.get(one.match)
        said = whole_of(one, items.get(one.locator, ()))
        if there is not None or any(likeness(said, row.text("text")) >= SAME_TEXT for row in open_rows.values()):
            _ask(plan, one, items.get(one.locator, ()), there)
            asked.append(one)
    if is_whole:
        named = {one.match for one in asked}
        for match, row in open_rows.items():
            if match not in named:
                _say(plan, row.locator, row, ConflictFound(row.kind, row.locator, WHOLE_ROW, row.text("text"), ""))
    done = {*paired, *(one.locator for one in asked)}
    found = []
    for one, row in pairs:
        if one.match != row.match:
            plan.moves[row.pk] = one.match[1:]
        found.append(_as_if_offered(one, row, stored_items.get(row.locator, ())))
    kept = {row.pk for row in provisional}
    return Matched(
        found, [one for one in offered if one.locator not in done], [row for row in stored if row.pk not in kept]
    )


def _is_open(row: StoredRow, own: int | None) -> bool:
    return bool(row.values["is_provisional"]) and row.values["document"] in (own, None)


def whole_of(one: Offered, items: Sequence[Offered]) -> str:
    """The whole reading text that is offered."""
    letters = [by_name(item.values) for item in items]
    return whole_text(
        str(by_name(one.values)["chapeau"]), [(str(letter["label"]), str(letter["text"])) for letter in letters]
    )


# The same words -------------------------------------------------------------------------------------------------


def _same_words(
    offered: Sequence[Offered], items: Items, provisional: Sequence[StoredRow], stored_items: StoredItems
) -> list[tuple[Offered, StoredRow]]:
    """Rows of the same words, at the same number first, else in their order."""
    waiting: dict[Any, list[StoredRow]] = {}
    for row in provisional:
        letters = [(item.match[1], item.values["text"]) for item in stored_items.get(row.locator, ())]
        waiting.setdefault((row.match[0], row.values["chapeau"], tuple(letters)), []).append(row)
    keys = {one.locator: _words_of(one, items.get(one.locator, ())) for one in offered}
    found: list[tuple[Offered, StoredRow]] = []
    for at_its_number in (True, False):
        left = {id(one) for one, _row in found}
        for one in offered:
            alike = [] if id(one) in left else waiting.get(keys[one.locator], [])
            same = next((row for row in alike if row.match == one.match or not at_its_number), None)
            if same is not None:
                alike.remove(same)
                found.append((one, same))
    return found


def _words_of(one: Offered, items: Sequence[Offered]) -> Any:
    letters = tuple((item.match[1], by_name(item.values)["text"]) for item in items)
    return (one.match[0], by_name(one.values)["chapeau"], letters)


Pair = tuple[Offered, StoredRow]


def _movable(pairs: Sequence[Pair], stored: Sequence[StoredRow]) -> list[Pair]:
    """Those whose number is free once all of them have left theirs."""
    left = list(pairs)
    while True:
        leaving = {row.pk for _one, row in left}
        staying = {row.match for row in stored if row.pk not in leaving}
        movable = [(one, row) for one, row in left if one.match not in staying]
        if len(movable) == len(left):
            return movable
        left = movable


def _as_if_offered(one: Offered, row: StoredRow, items: Sequence[StoredRow]) -> MatchedRow:
    """The row at the number that it gets, what was filled in as the source's last word: so it is taken over."""
    letters = [replace(_filled(item), match=(one.locator, item.match[1])) for item in items]
    return MatchedRow(one, replace(_filled(row), locator=one.locator, match=one.match), letters)


def _filled(row: StoredRow) -> StoredRow:
    return replace(row, base={**{name: row.values[name] for name in _FILLED[row.kind]}, **row.base})


# What staff are asked -------------------------------------------------------------------------------------------


def _ask(plan: Plan, one: Offered, items: Sequence[Offered], there: StoredRow | None) -> None:
    held = there.text("text") if there else ""
    found = ConflictFound(one.kind, one.locator, WHOLE_ROW, held, whole_of(one, items), _carried(one, items))
    _say(plan, one.locator, there, found)


def _say(plan: Plan, locator: str, there: StoredRow | None, found: ConflictFound) -> None:
    plan.changes.append(Change(found.kind, locator, "conflict", there.pk if there else None))
    plan.conflicts.append(found)


def _carried(one: Offered, items: Sequence[Offered]) -> dict[str, Any]:
    """All that the report says of it, as JSON: taken over later without the file (`record.taking_over`)."""
    return {
        "meeting": one.match[0],
        "place": list(one.match[1:]),
        "values": _plain(by_name(one.values)),
        "follows": _plain(by_name(one.follows)),
        "items": [
            {
                "position": item.match[1],
                "values": _plain(by_name(item.values)),
                "follows": _plain(by_name(item.follows)),
            }
            for item in items
        ],
    }


def _plain(values: Mapping[str, Offering]) -> dict[str, Any]:
    return {name: plain(value) for name, value in values.items()}
