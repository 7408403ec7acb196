"""The snapshot of the facets: built from the database and held for one state of the data.

A request that finds another state there brings it up to date, by what was touched where that is known and else
anew, so every process shows a change at the next request.
"""

from array import array
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from pyroaring import BitMap

from archive.models import Meeting, Recommendation
from archive.models.recommendation import NUMBERED_BY
from archive.record.held import HeldForState

from .held_facets import Shelf, Snapshot, place_by_key
from .kinds import KINDS, NONE, FacetKind, FacetValue
from .snapshot_steps import follow_snapshot

__all__ = ["Shelf", "Snapshot", "build_snapshot", "current_snapshot"]



def current_snapshot() -> Snapshot:
    """The snapshot of the data as it is now."""
    return _snapshot.current()


def build_snapshot() -> Snapshot:
    """Read the whole archive; the number of queries does not depend on its size."""
    rows = {kind.name: tuple(kind.values()) for kind in KINDS}
    columns = sorted({kind.column for kind in KINDS if not kind.many})
    keys = _keys_by_column(columns)
    everything = BitMap(chain.from_iterable(keys["meeting_id"].values()))
    members = {
        column: {key: BitMap(found) for key, found in by_key.items()} for column, by_key in keys.items()
    }
    values: dict[str, dict[str, BitMap]] = {}
    for kind in KINDS:
        by_key = _members_by_key(kind) if kind.many else members.get(kind.column, {})
        values[kind.name] = _by_value(rows[kind.name], by_key)
    without = {name: everything - BitMap.union(BitMap(), *found.values()) for name, found in values.items()}
    labels = {name: _labels(found) for name, found in rows.items()}
    return Snapshot(
        everything=everything,
        shelves=_shelves(keys["meeting_id"], members["meeting_id"]),
        values=values,
        without=without,
        labels=labels,
        rows=rows,
        places={name: {value: place for place, value in enumerate(found)} for name, found in labels.items()},
        options={name: (*found, NONE) if found and without[name] else tuple(found) for name, found in values.items()},
        place_by_key={kind.name: place_by_key(values[kind.name], everything) for kind in KINDS if not kind.many},
        totals={
            name: {value: len(members) for value, members in found.items()} | {NONE: len(without[name])}
            for name, found in values.items()
        },
        meaning={name: _meaning(found) for name, found in rows.items()},
    )


_snapshot = HeldForState(build_snapshot, follow_snapshot)


def _keys_by_column(columns: list[str]) -> dict[str, dict[Any, "array[int]"]]:
    """For every column: key → primary keys, in official order within a meeting. One pass over the recommendations."""
    found: dict[str, dict[Any, array[int]]] = {column: {} for column in columns}
    tables = [found[column] for column in columns]
    query = Recommendation.objects.order_by("meeting_id", *NUMBERED_BY).values_list("pk", *columns)
    for pk, *keys in query.iterator(chunk_size=10_000):
        for table, key in zip(tables, keys, strict=True):
            if key is not None:
                table.setdefault(key, array("I")).append(pk)
    return found


def _members_by_key(kind: FacetKind) -> dict[Any, BitMap]:
    found: dict[Any, BitMap] = {}
    pairs = Recommendation.objects.filter(kind.only).order_by().values_list("pk", kind.column)
    for pk, key in pairs.iterator(chunk_size=10_000):
        if key is not None:
            found.setdefault(key, BitMap()).add(pk)
    return found


def _by_value(rows: Iterable[FacetValue], members: Mapping[Any, BitMap]) -> dict[str, BitMap]:
    """The values that somebody has, in the order of display."""
    found: dict[str, BitMap] = {}
    for row in rows:
        if row.value is not None and row.key in members:
            found[row.value] = found.get(row.value, BitMap()) | members[row.key]
    return found


def _meaning(rows: Iterable[FacetValue]) -> dict[Any, tuple[str, ...]]:
    found: dict[Any, tuple[str, ...]] = {}
    for row in rows:
        found[row.key] = found.get(row.key, ()) + (() if row.value is None else (row.value,))
    return found


def _labels(rows: Iterable[FacetValue]) -> dict[str, FacetValue]:
    """Value → what it is called, in the order of display."""
    found: dict[str, FacetValue] = {}
    for row in rows:
        if row.value is not None:
            found.setdefault(row.value, row)
    return found


def _shelves(keys: Mapping[Any, "array[int]"], members: Mapping[Any, BitMap]) -> tuple[Shelf, ...]:
    rows = Meeting.objects.in_official_order().values_list("pk", "number", "body__slug", "start", "end")
    return tuple(
        Shelf(pk, number, body, start, end, keys.get(pk, array("I")), members.get(pk, BitMap()))
        for pk, number, body, start, end in rows
    )
