"""The three-way merge of one row, pure: what is stored, what a source offers, what it said last time (the base).

Values are what JSON knows: texts, numbers, None, ISO dates; a row that another row points at is its locator.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, Literal, TypeVar

from .values import Offering, Value

#: What a source said last, as the database has it: nothing checks its types.
Base = Mapping[str, Any]
Said = TypeVar("Said", bound=Offering, covariant=True)
Outcome = Literal["created", "updated", "unchanged", "kept", "conflict", "missing"]

#: Weakest first: the outcome of a row is the strongest of its fields.
STRENGTH: tuple[Outcome, ...] = ("unchanged", "kept", "missing", "updated", "created", "conflict")

#: Key in `source_values` under which facts that several sources state keep (ground, file) by field.
STATED_BY = "_stated_by"

#: How well a source knows, worst first. The better ground wins whatever the order of loading.
GROUNDS = ("mention", "cover", "report")


class _NotStated(Enum):
    NOT_STATED = "not stated"


_NOT_STATED = _NotStated.NOT_STATED


@dataclass(frozen=True, slots=True)
class FieldMerge:
    """What became of one field that is not simply unchanged."""

    field: str
    outcome: Outcome
    stored: Value
    offered: Value


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field in which a weaker source says otherwise than a better one. `loser` is the file of the weaker."""

    field: str
    stated: Value
    better: Value
    loser: str


@dataclass(frozen=True, slots=True)
class RowMerge:
    """`write` holds the fields that change, `base` the new common ancestor."""

    outcome: Outcome
    write: dict[str, Value]
    base: dict[str, Any]
    fields: tuple[FieldMerge, ...]
    contradictions: tuple[Contradiction, ...] = ()


def strongest(outcomes: list[Outcome]) -> Outcome:
    """The outcome that a reader of the report wants to hear of."""
    return max(outcomes, key=STRENGTH.index, default="unchanged")


def is_blank(value: Value) -> bool:
    return value is None or value == ""


def merge_field(stored: Value, offered: Value, base: Value | _NotStated = _NOT_STATED) -> tuple[Outcome, bool]:
    """Give (outcome, whether the base becomes what is offered). Only «updated» changes the stored value.

    A blank that no source ever filled is filled; a value entered by hand that differs is a conflict.
    """
    if stored == offered:
        return "unchanged", True
    if base is _NOT_STATED:
        return ("updated", True) if is_blank(stored) else ("conflict", False)
    if stored == base:
        return "updated", True
    if offered == base:
        return "kept", True
    return "conflict", False


def merge_row(stored: Mapping[str, Value], offered: Mapping[str, Value], base: Base) -> RowMerge:
    """Merge the fields that the source of record states; those it does not state stay as they are."""
    new_base, fields = dict(base), []
    write: dict[str, Value] = {}
    for field, value in offered.items():
        outcome, take_base = merge_field(stored[field], value, base.get(field, _NOT_STATED))
        if take_base:
            new_base[field] = value
        if outcome == "updated":
            write[field] = value
        if outcome != "unchanged":
            fields.append(FieldMerge(field, outcome, stored[field], value))
    return RowMerge(strongest([one.outcome for one in fields]), write, new_base, tuple(fields))


@dataclass(frozen=True, slots=True)
class Stated(Generic[Said]):
    """A fact as one source states it."""

    value: Said
    ground: str


def merge_stated(
    stored: Mapping[str, Value],
    stated: Mapping[str, Stated[Value]],
    base: Base,
    file: str,
    former_file: str = "",
) -> RowMerge:
    """Merge facts that several sources may state: the better ground wins, equal grounds conflict.

    A weaker source that says otherwise changes nothing; that is a contradiction, in either order of loading.
    What `former_file` said was said by this same source under another name.
    """
    new_base = dict(base)
    stated_by: dict[str, list[str]] = dict(base.get(STATED_BY, {}))
    write: dict[str, Value] = {}
    fields: list[FieldMerge] = []
    contradictions: list[Contradiction] = []
    for field, fact in stated.items():
        ground, source = stated_by.get(field, ["", file])
        source = file if source == former_file else source
        known = field in base
        differs = known and base[field] != fact.value
        if known and source != file and rank_of(fact.ground) < rank_of(ground):
            if differs:
                contradictions.append(Contradiction(field, fact.value, base[field], file))
            continue
        if known and source != file and fact.ground == ground:
            if differs and stored[field] != fact.value:
                fields.append(FieldMerge(field, "conflict", stored[field], fact.value))
            continue
        if differs and source != file:
            contradictions.append(Contradiction(field, base[field], fact.value, source))
        outcome, take_base = merge_field(stored[field], fact.value, base.get(field, _NOT_STATED))
        if take_base:
            new_base[field] = fact.value
            stated_by[field] = [fact.ground, file]
        if outcome == "updated":
            write[field] = fact.value
        if outcome != "unchanged":
            fields.append(FieldMerge(field, outcome, stored[field], fact.value))
    if stated_by:
        new_base[STATED_BY] = stated_by
    row = strongest([one.outcome for one in fields])
    return RowMerge(row, write, new_base, tuple(fields), tuple(contradictions))


def rank_of(ground: str) -> int:
    """How well a ground knows; -1 for none, below all."""
    return GROUNDS.index(ground) if ground in GROUNDS else -1


def first_statement(stated: Mapping[str, Stated[Value]], file: str) -> dict[str, Any]:
    """The base of a row that a source creates."""
    base: dict[str, Any] = {field: fact.value for field, fact in stated.items()}
    if stated:
        base[STATED_BY] = {field: [fact.ground, file] for field, fact in stated.items()}
    return base


def differences(stored: Mapping[str, Value], base: Base) -> list[tuple[str, Value, Value]]:
    """Give (field, what the source said, what is stored) for each field that staff changed."""
    return [
        (field, said, stored[field])
        for field, said in base.items()
        if not field.startswith("_") and field in stored and stored[field] != said
    ]
