"""Planning single rows: one to be made, one to be merged, one that is gone from its source."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from archive.record.merge import FieldMerge, Outcome, RowMerge, merge_row, strongest
from archive.record.stored import StoredRow
from archive.record.values import Link, Offering, RowValues

from .changes import Change, ConflictFound, Moment, Plan, Written, plain, shown
from .offered import Offered, by_name, nothing


def plan_new(plan: Plan, offered: Offered, derived: RowValues | None = None) -> None:
    """A row to be made. Its base is what is offered."""
    values = by_name(offered.values)
    follows = {**by_name(offered.follows), **by_name(derived or nothing())}
    base = {name: plain(value) for name, value in values.items()}
    write: dict[str, Written] = {**offered.owners, **values, **follows, "source_values": base}
    plan.changes.append(Change(offered.kind, offered.locator, "created", None, write))


def plan_merge(plan: Plan, offered: Offered, stored: StoredRow, derived: RowValues | None = None) -> RowMerge:
    """A row that is there: fields merged, what follows the source taken over, derived fields recomputed."""
    values = by_name(offered.values)
    merged = merge_row(stored.values, {name: plain(value) for name, value in values.items()}, stored.base)
    write: dict[str, Written] = {name: values[name] for name in merged.write}
    printed_kept = any(
        one.field.startswith("printed_") and one.outcome in ("kept", "conflict") for one in merged.fields
    )
    for name, value in {**by_name(offered.follows), **by_name(derived or nothing())}.items():
        if name == "corrections" and printed_kept:
            continue  # their offsets count in the printed text of the source, not in the one that is kept
        if not _same(plan, stored, name, value):
            write[name] = value
    finish_merge(plan, stored, merged, write)
    return merged


def finish_merge(plan: Plan, stored: StoredRow, merged: RowMerge, write: dict[str, Written]) -> None:
    """Add the change for a merged row, with its conflicts; a row that was missing is back."""
    outcomes: list[Outcome] = [merged.outcome]
    if write or stored.missing:
        outcomes.append("updated")
    if stored.missing:
        write["missing_since"] = None
    if merged.base != stored.base:
        write["source_values"] = merged.base
    outcome = strongest(outcomes)
    plan.changes.append(Change(stored.kind, stored.locator, outcome, stored.pk, write, merged.fields))
    plan.conflicts += [conflict_of(stored, one) for one in merged.fields if one.outcome == "conflict"]


def conflict_of(stored: StoredRow, one: FieldMerge) -> ConflictFound:
    return ConflictFound(stored.kind, stored.locator, one.field, shown(one.stored), shown(one.offered))


def plan_gone(plan: Plan, stored: StoredRow, write: dict[str, Written] | None = None) -> None:
    """A row that its source no longer has: marked once, never removed. What staff entered no source ever had."""
    changes: dict[str, Written] = dict(write or {})
    if not stored.missing and stored.base:
        changes["missing_since"] = Moment.NOW
    plan.changes.append(
        Change(stored.kind, stored.locator, "missing" if stored.base else "kept", stored.pk, changes)
    )


def _same(plan: Plan, stored: StoredRow, name: str, value: Offering) -> bool:
    if isinstance(value, Link) and stored.kind.links[name].by == "key":
        return value in plan.known and plan.known[value] == stored.values[name]
    return bool(plain(value) == stored.values[name])


@dataclass(frozen=True, slots=True)
class Pairing:
    """Offered rows with the stored ones they are, offered rows that are new, stored rows that are gone."""

    pairs: tuple[tuple[Offered, StoredRow], ...]
    new: tuple[Offered, ...]
    gone: tuple[StoredRow, ...]


def pair_up(
    offered: Iterable[Offered],
    stored: Iterable[StoredRow],
    *looser: Callable[[tuple[Any, ...]], Any],
) -> Pairing:
    """Match by `match`, in order where several are alike; then by each looser key in turn."""
    pairs: list[tuple[Offered, StoredRow]] = []
    left_offered, left_stored = list(offered), list(stored)
    for key in (lambda match: match, *looser):
        waiting: dict[Any, list[StoredRow]] = {}
        for row in left_stored:
            waiting.setdefault(key(row.match), []).append(row)
        still: list[Offered] = []
        for one in left_offered:
            alike = waiting.get(key(one.match), [])
            if alike:
                pairs.append((one, alike.pop(0)))
            else:
                still.append(one)
        matched = {row.pk for _, row in pairs}
        left_offered, left_stored = still, [row for row in left_stored if row.pk not in matched]
    return Pairing(tuple(pairs), tuple(left_offered), tuple(left_stored))
