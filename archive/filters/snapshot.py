"""What a process holds in memory of the recommendations: for every value of every facet, who has it.

Built from the database and held for one state of the data: a request that finds another state there builds anew,
so every process shows a change at the next request.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, compress
from typing import Any

from pyroaring import BitMap

from archive.models import Meeting, Recommendation
from archive.models.recommendation import NUMBERED_BY
from archive.record.held import HeldForState

from .kinds import KINDS, NONE, FacetKind, FacetValue
from .remembered import Remembered


@dataclass(frozen=True, slots=True)
class Shelf:
    """A meeting with its recommendations in official order, by primary key."""

    meeting: int
    number: int
    body: str
    start: date | None
    end: date | None
    keys: "array[int]"
    members: BitMap


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All facets of the archive in one state. Read only: several requests use it at once."""

    everything: BitMap
    shelves: tuple[Shelf, ...]
    values: Mapping[str, Mapping[str, BitMap]]
    without: Mapping[str, BitMap]
    labels: Mapping[str, Mapping[str, FacetValue]]
    rows: Mapping[str, tuple[FacetValue, ...]]
    #: Value → its place in the order of display; «none» has none and stands last.
    places: Mapping[str, Mapping[str, int]]
    #: The values that somebody has, in the order of display; «none» last, where there are any without.
    options: Mapping[str, tuple[str, ...]]
    #: Of facets of which a record has one value at most: the place of that value by primary key, -1 without.
    place_by_key: "Mapping[str, array[int]]"
    #: How many records have the values, in all.
    totals: Mapping[str, Mapping[str, int]]
    #: Gone with the snapshot when the data changes.
    remembered: Remembered = field(default_factory=Remembered, compare=False)

    @property
    def has_several_bodies(self) -> bool:
        return sum(1 for members in self.values["body"].values() if members) > 1

    def knows(self, facet: str, value: str) -> bool:
        return value == NONE or value in self.labels[facet]

    def having(self, facet: str, chosen: Iterable[str]) -> BitMap:
        """The recommendations that have one of the chosen values."""
        values = self.values[facet]
        wanted = (self.without[facet] if value == NONE else values.get(value) for value in chosen)
        return BitMap.union(BitMap(), *(members for members in wanted if members))

    def count(self, facet: str, members: BitMap) -> Mapping[str, int]:
        """How many of these have each value, where any has it, in the order of display; NONE: how many are without.

        A few records are asked for their values; of many the values are asked for their records.
        """
        if members == self.everything:
            return self.totals[facet]
        values, places = self.values[facet], self.place_by_key.get(facet)
        if places is not None and len(members) < len(values):
            counted = Counter(map(places.__getitem__, members))
            without, options = counted.pop(-1, 0), self.options[facet]
            return {options[place]: n for place, n in sorted(counted.items())} | {NONE: without}
        # Of thousands of values: mapped, not gone through one by one.
        counts = list(map(members.intersection_cardinality, values.values()))
        found = dict(zip(compress(values, counts), filter(None, counts), strict=True))
        found[NONE] = self.without[facet].intersection_cardinality(members)
        return found

    def adopted_between(self, start: date | None, end: date | None) -> BitMap:
        """The recommendations of the meetings that have a day in this range."""
        return BitMap.union(
            BitMap(), *(shelf.members for shelf in self.shelves if _touches(shelf, start, end))
        )


def _touches(shelf: Shelf, start: date | None, end: date | None) -> bool:
    if shelf.start is None:
        return False
    last = shelf.end or shelf.start
    return (start is None or last >= start) and (end is None or shelf.start <= end)


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
        place_by_key={kind.name: _place_by_key(values[kind.name], everything) for kind in KINDS if not kind.many},
        totals={
            name: {value: len(members) for value, members in found.items()} | {NONE: len(without[name])}
            for name, found in values.items()
        },
    )


_snapshot = HeldForState(build_snapshot)


def _place_by_key(values: Mapping[str, BitMap], everything: BitMap) -> "array[int]":
    found = array("i", [-1]) * (everything.max() + 1 if everything else 0)
    for place, members in enumerate(values.values()):
        for pk in members:
            found[pk] = place
    return found


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
