"""Bringing rows back to what they said: a batch undone as one thing, a row put back into an earlier state.

Everything goes through the same saving as what staff type, so that what is made of the rows follows. What has been
touched since is left, and said. What rules made of the rows is not put back: it follows from them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError

from archive.models import Batch
from archive.record.history.journal import Acting, acting, watch_stored
from archive.record.history.recorded import RECORDED_KINDS
from archive.record.history.states import NetChange, RowKey, net_changes, net_of, now_of, since, touched_since
from archive.record.kinds import RECOMMENDATION
from archive.record.renumbering import leave_places
from archive.record.row_kind import RowKind
from archive.record.state import locked_state

from .following import Following, following
from .putting_back import Restored, create_row, delete_rows, put_back_row, shift_places
from .reasons import WHY_CHANGED, WHY_GONE, WHY_HELD, WHY_NO_PLACE, WHY_NOT_YET, missing_links, rows_above

#: Of a row these follow from its text, whoever moved that.
_FOLLOW = frozenset({"start", "end", "is_main", "actors_read"})


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A row that was not brought back, and why, as a sentence."""

    change: NetChange
    why: str


@dataclass
class Undoing:
    """What would be, or was, brought back, and what is left as it is. `batch`: what was written of it."""

    changes: list[NetChange] = field(default_factory=list)
    left: list[LeftAlone] = field(default_factory=list)
    batch: Batch | None = None


def plan_undoing(batch: Batch) -> Undoing:
    """What of a batch can be undone now; nothing is written."""
    nets = net_changes(batch)
    now = now_of((net.kind.name, net.key) for net in nets)
    held = rows_above(touched_since(nets, batch))
    coming = {(net.kind.name, net.key) for net in nets if net.after is None}
    plan = Undoing()
    for net in nets:
        why = _refusal(net, now.get((net.kind.name, net.key)), held, coming)
        if why:
            plan.left.append(LeftAlone(net, why))
        elif not _is_back(net, now.get((net.kind.name, net.key))):
            plan.changes.append(net)
    return plan


def _refusal(net: NetChange, now: Mapping[str, Any] | None, held: set[RowKey], coming: set[RowKey]) -> str:
    if net.before is None:
        return WHY_HELD if now is not None and (net.kind.name, net.key) in held else ""
    if net.after is None:
        return "" if now is not None else missing_links(net.kind, net.before, coming)
    if now is None:
        return WHY_GONE
    differing = [
        name
        for name, value in net.after.items()
        if name not in _FOLLOW and now.get(name) not in (value, net.before[name])
    ]
    return WHY_CHANGED if differing else missing_links(net.kind, net.before, coming)


def _is_back(net: NetChange, now: Mapping[str, Any] | None) -> bool:
    """Whether the row is as it was already, so that nothing is to be done."""
    if net.before is None:
        return now is None
    if net.after is None:
        return now is not None
    return now is not None and all(now.get(name) == value for name, value in net.before.items())


def undo(batch: Batch, *, by: User | None = None, why: str = "") -> Undoing:
    """Undo what a batch did to all rows that nobody has touched since. It is a batch itself, and can be undone.

    Raises ValueError with a sentence where nothing of it can be done.
    """
    who = Acting(by=by, act=Batch.Act.UNDO, said=str(batch), why=why, undoes=batch)
    try:
        with acting(who), following(patient=True) as after:
            locked_state()
            plan = plan_undoing(batch)
            _bring_back(plan.changes, after)
    except IntegrityError as error:
        raise ValueError(WHY_NO_PLACE) from error
    plan.batch = after.batch
    return plan


def _bring_back(changes: list[NetChange], after: Following) -> None:
    of_kind: dict[RowKind, list[NetChange]] = {kind: [] for kind in RECORDED_KINDS}
    for net in changes:
        of_kind[net.kind].append(net)
    for kind, nets in of_kind.items():
        shift_places(kind, [net.key for net in nets if net.after is not None])
    _free_numbers(of_kind[RECOMMENDATION])
    for kind, nets in of_kind.items():
        for net in sorted((net for net in nets if net.after is None), key=lambda net: net.key):
            create_row(kind, net.key, net.before or {}, after)
    for kind, nets in of_kind.items():
        for net in nets:
            if net.before is not None and net.after is not None:
                put_back_row(kind, net.key, net.before, after)
    delete_rows(
        {kind: {net.key: net.name for net in nets if net.before is None} for kind, nets in of_kind.items()}, after
    )


def _free_numbers(nets: list[NetChange]) -> None:
    """Recommendations may take each other's numbers back, and those of rows that go."""
    moving = [net.key for net in nets if net.after is not None and (net.before is None or "number" in net.before)]
    coming = [net for net in nets if net.after is None or (net.before and "number" in net.before)]
    if moving and coming:
        watch_stored(RECOMMENDATION, moving)
        leave_places(moving)


def restore(
    kind: RowKind, key: int, values: Mapping[str, Any], *, by: User | None = None, said: str = "", why: str = ""
) -> Restored:
    """Put values that a row once had into it again; a row that is gone comes back with all of `values`.

    Raises ValueError with a sentence where they cannot stand there any more.
    """
    refusal = missing_links(kind, values, set())
    if refusal:
        raise ValueError(refusal)
    who = Acting(by=by, act=Batch.Act.RESTORE, said=said, why=why)
    try:
        with acting(who), following() as after:
            if kind.model._default_manager.filter(pk=key).exists():
                put_back_row(kind, key, values, after)
            else:
                create_row(kind, key, values, after)
    except IntegrityError as error:
        raise ValueError(WHY_NO_PLACE) from error
    return Restored(after.batch)


def restore_state(kind: RowKind, key: int, seen: int, *, by: User | None = None, why: str = "") -> Restored:
    """Bring a row, with those below it whose history is its own as well, back to what it was when `seen` was the last
    change. Raises ValueError with a sentence where it cannot stand so any more.
    """
    who = Acting(by=by, act=Batch.Act.RESTORE, why=why)
    try:
        with acting(who), following() as after:
            locked_state()
            nets = net_of(since(kind, key, seen))
            coming = {(net.kind.name, net.key) for net in nets}
            for net in nets:
                refusal = missing_links(net.kind, net.before or {}, coming)
                if (net.kind, net.key, net.before) == (kind, key, None):
                    refusal = WHY_NOT_YET
                if refusal:
                    raise ValueError(refusal)
            now = now_of((net.kind.name, net.key) for net in nets)
            _bring_back([net for net in nets if not _is_back(net, now.get((net.kind.name, net.key)))], after)
    except IntegrityError as error:
        raise ValueError(WHY_NO_PLACE) from error
    return Restored(after.batch)
