"""Reading history: what became of rows in a batch, and what a row said before it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max, Q, QuerySet

from archive.models import Batch, RowChange
from archive.record.row_kind import RowKind

from .recorded import ABOVE, RECORDED_BY_NAME, rows_stored, stored_values

#: A row, by the name of its kind and its key.
RowKey = tuple[str, int]


@dataclass
class NetChange:
    """What a batch did to one row in the end: `before` None where it came, `after` None where it went; else both hold
    the fields that changed. `last` is the key of the last change that it is made of.
    """

    kind: RowKind
    key: int
    name: str
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = field(default_factory=dict)
    last: int = 0


def net_changes(batch: Batch) -> list[NetChange]:
    """By word, in the order in which rows were first touched. What came and went within the batch is left out."""
    return net_of(batch.changes.by_word())


def net_of(changes: QuerySet[RowChange]) -> list[NetChange]:
    """The same of any changes."""
    found: dict[RowKey, NetChange] = {}
    for one in changes.order_by("pk"):
        kind = RECORDED_BY_NAME.get(one.kind)
        if kind is None:
            continue
        net = found.get((one.kind, one.key))
        if net is None:
            net = found[one.kind, one.key] = NetChange(kind, one.key, one.name)
            net.before = None if one.fate == RowChange.Fate.CAME else {}
        _go_on(net, one)
    return [net for net in found.values() if net.before is not None or net.after is not None]


def _go_on(net: NetChange, one: RowChange) -> None:
    net.last, net.name = one.pk, one.name or net.name
    if net.before is not None:
        for name, (before, _after) in one.fields.items():
            net.before.setdefault(name, before)
    match one.fate:
        case RowChange.Fate.WENT:
            net.after = None
        case RowChange.Fate.CAME:
            net.after = {}
        case _:
            net.after = {**(net.after or {}), **{name: after for name, (_before, after) in one.fields.items()}}


def now_of(keys: Iterable[RowKey]) -> dict[RowKey, dict[str, Any]]:
    """What these rows say now; those that are gone are left out."""
    of_kind: dict[str, set[int]] = {}
    for kind, key in keys:
        of_kind.setdefault(kind, set()).add(key)
    return {
        (name, key): stored_values(RECORDED_BY_NAME[name], row)
        for name, some in of_kind.items()
        for key, row in rows_stored(RECORDED_BY_NAME[name], some).items()
    }


def touched_since(nets: Iterable[NetChange], batch: Batch) -> set[RowKey]:
    """Rows that somebody, or a load, has made or changed since `batch` wrote its first row, and that are not again as
    they were; of the batch's own, those that were changed after it.
    """
    last = {(net.kind.name, net.key): net.last for net in nets}
    first = batch.changes.order_by("pk").values_list("pk", flat=True).first() or 0
    base: dict[RowKey, dict[str, Any] | None] = {}
    for one in RowChange.objects.by_word().filter(pk__gt=first).exclude(batch=batch).order_by("pk"):
        row = (one.kind, one.key)
        if one.kind not in RECORDED_BY_NAME or one.pk < last.get(row, 0):
            continue
        if one.fate == RowChange.Fate.CAME:
            base.setdefault(row, None)
            continue
        known = base.setdefault(row, {})
        if known is not None:
            for name, (before, _after) in one.fields.items():
                known.setdefault(name, before)
    now = now_of(base)
    return {
        row
        for row, before in base.items()
        if row in now and (before is None or any(now[row].get(name) != value for name, value in before.items()))
    }


def latest() -> int:
    """The key of the last change of all: whoever looks at the archive now has seen what is at or before it."""
    return RowChange.objects.aggregate(last=Max("pk"))["last"] or 0


def before_since(kind: RowKind, key: int, seen: int) -> dict[str, Any] | None:
    """What the fields of a row said when `seen` was the last change, of those that have changed since; None where the
    row has come since.
    """
    before: dict[str, Any] = {}
    for one in RowChange.objects.of_row(kind.name, key).filter(pk__gt=seen).order_by("pk"):
        if one.fate == RowChange.Fate.CAME and not before:
            return None
        for name, (was, _is) in one.fields.items():
            before.setdefault(name, was)
    return before


def state_at(kind: RowKind, key: int, seen: int) -> dict[str, Any] | None:
    """What a row said when `seen` was the last change; None where it was not there."""
    row = rows_stored(kind, [key]).get(key)
    values = None if row is None else stored_values(kind, row)
    for one in RowChange.objects.of_row(kind.name, key).filter(pk__gt=seen):
        if one.fate == RowChange.Fate.CAME:
            values = None
        else:
            values = {**(values or {}), **{name: before for name, (before, _after) in one.fields.items()}}
    return values


def since(kind: RowKind, key: int, seen: int) -> QuerySet[RowChange]:
    """What became by word, after `seen`, of a row and of those whose history is its own as well."""
    about = Q(kind=kind.name, key=key) | Q(kind__in=[one.name for one in below(kind)], above=key)
    return RowChange.objects.by_word().filter(about, pk__gt=seen)


def below(kind: RowKind) -> list[RowKind]:
    """The kinds of rows whose history is a row's of this kind as well."""
    return [
        one for one, name in ABOVE.items() if one.model._meta.get_field(name).related_model is kind.model
    ]
