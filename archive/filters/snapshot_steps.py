"""A snapshot of a later state made of the earlier one: only the recommendations that were touched are read."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pyroaring import BitMap

from archive.models import Recommendation
from archive.models.recommendation import NUMBERED_BY

from .held_facets import Shelf, Snapshot, place_by_key
from .kinds import KINDS, NONE, FacetKind
from .remembered import Remembered

#: Where more are touched, to read all anew is as quick.
_MOST = 500
#: Facet → primary key → the values that it has.
_ValuesOf = Mapping[str, Mapping[int, frozenset[str]]]


def follow_snapshot(earlier: Snapshot, touched: frozenset[int]) -> Snapshot | None:
    """The snapshot of the data as it is now; None where something is not told by these records alone."""
    if len(touched) > _MOST:
        return None
    keys = sorted(touched)
    columns = {kind.name: kind.column for kind in KINDS if not kind.many}
    rows = Recommendation.objects.filter(pk__in=keys).order_by().values_list("pk", "meeting_id", *columns.values())
    found = {pk: (meeting, dict(zip(columns, own, strict=True))) for pk, meeting, *own in rows}
    now = _values_now(earlier, keys, {pk: own for pk, (_meeting, own) in found.items()})
    if now is None:
        return None
    everything = _with(earlier.everything, keys, found)
    facets = {kind.name: _Facet(earlier, kind, everything, keys, now[kind.name]) for kind in KINDS}
    shelves = _shelves(earlier, keys, {pk: meeting for pk, (meeting, _own) in found.items()})
    return None if shelves is None else replace(
        earlier,
        everything=everything,
        shelves=shelves,
        values={name: one.values for name, one in facets.items()},
        without={name: one.without for name, one in facets.items()},
        options={name: one.options for name, one in facets.items()},
        place_by_key={kind.name: facets[kind.name].places() for kind in KINDS if not kind.many},
        totals={name: one.totals for name, one in facets.items()},
        remembered=Remembered(),
    )


def _with(members: BitMap, keys: Sequence[int], having: Iterable[int]) -> BitMap:
    """The same set where nothing changes in it."""
    there = BitMap(having)
    asked = BitMap(keys)
    return members if members & asked == there else (members - asked) | there


def _values_now(
    earlier: Snapshot, keys: Sequence[int], single: Mapping[int, Mapping[str, Any]]
) -> _ValuesOf | None:
    """What the database says of these; None where it has a key that the snapshot does not know."""
    found: dict[str, dict[int, frozenset[str]]] = {}
    for kind in KINDS:
        meaning = earlier.meaning[kind.name]
        own: dict[int, set[str]] = {pk: set() for pk in keys}
        for pk, key in _pairs(kind, keys, single):
            if key is None:
                continue
            if key not in meaning:
                return None
            own[pk].update(meaning[key])
        found[kind.name] = {pk: frozenset(values) for pk, values in own.items()}
    return found


def _pairs(kind: FacetKind, keys: Sequence[int], single: Mapping[int, Mapping[str, Any]]) -> Iterator[tuple[int, Any]]:
    if not kind.many:
        yield from ((pk, own[kind.name]) for pk, own in single.items())
        return
    rows = Recommendation.objects.filter(kind.only, pk__in=keys).order_by()
    yield from rows.values_list("pk", kind.column)


class _Facet:
    """One facet brought up to date; what nothing has changed in is shared with the earlier snapshot."""

    def __init__(
        self,
        earlier: Snapshot,
        kind: FacetKind,
        everything: BitMap,
        keys: Sequence[int],
        now: Mapping[int, frozenset[str]],
    ) -> None:
        self._earlier, self._name, self._everything = earlier, kind.name, everything
        self.values, self.totals = earlier.values[kind.name], earlier.totals[kind.name]
        self.options, self.without = earlier.options[kind.name], earlier.without[kind.name]
        self._moved = {pk: (was, now[pk]) for pk in keys if (was := self._before(pk)) != now[pk]}
        self._values_moved = False
        if self._moved:
            self._move()
        had_none = bool(self.without)
        self.without = _with(self.without, keys, [pk for pk in keys if not now[pk] and pk in everything])
        if self.without is not earlier.without[kind.name]:
            self.totals = {**self.totals, NONE: len(self.without)}
        if self._values_moved or had_none != bool(self.without):
            named = tuple(self.values)
            self.options = (*named, NONE) if named and self.without else named
            order = self._earlier.places[self._name]
            self.totals = {value: len(self.values[value]) for value in sorted(self.values, key=order.__getitem__)}
            self.totals[NONE] = len(self.without)

    def _before(self, pk: int) -> frozenset[str]:
        if self._name in self._earlier.place_by_key:
            value = _only_value(self._earlier, self._name, pk)
            return frozenset() if value is None else frozenset([value])
        return frozenset(value for value, members in self.values.items() if pk in members)

    def _move(self) -> None:
        changed: dict[str, BitMap] = {}
        for pk, (was, is_now) in self._moved.items():
            for value in was - is_now:
                self._of(value, changed).discard(pk)
            for value in is_now - was:
                self._of(value, changed).add(pk)
        values = {**self.values, **changed}
        self._values_moved = not all(changed.values()) or len(values) != len(self.values)
        if self._values_moved:
            order = self._earlier.places[self._name]
            values = {value: values[value] for value in sorted(values, key=order.__getitem__) if values[value]}
        self.values = values
        self.totals = {**self.totals, **{value: len(members) for value, members in changed.items()}}

    def _of(self, value: str, changed: dict[str, BitMap]) -> BitMap:
        if value not in changed:
            changed[value] = self.values.get(value, BitMap()).copy()
        return changed[value]

    def places(self) -> "array[int]":
        """By primary key the place of its one value."""
        earlier = self._earlier.place_by_key[self._name]
        size = self._everything.max() + 1 if self._everything else 0
        if self._values_moved:
            return place_by_key(self.values, self._everything)
        if not self._moved and size == len(earlier):
            return earlier
        found = earlier[:size]
        found.extend([-1] * (size - len(found)))
        for pk, (_was, is_now) in self._moved.items():
            if pk < size:
                found[pk] = self.options.index(next(iter(is_now))) if is_now else -1
        return found


def _only_value(snapshot: Snapshot, facet: str, pk: int) -> str | None:
    places = snapshot.place_by_key[facet]
    place = places[pk] if pk < len(places) else -1
    return None if place < 0 else snapshot.options[facet][place]


def _shelves(earlier: Snapshot, keys: Sequence[int], meetings: Mapping[int, int]) -> tuple[Shelf, ...] | None:
    """Those of the meetings where they stood and where they stand, in official order."""
    stood = (_only_value(earlier, "meeting", pk) for pk in keys)
    wanted = {earlier.labels["meeting"][slug].key for slug in stood if slug is not None} | set(meetings.values())
    rows = Recommendation.objects.filter(meeting_id__in=wanted).order_by("meeting_id", *NUMBERED_BY)
    stand: dict[int, array[int]] = {meeting: array("I") for meeting in wanted}
    for meeting, pk in rows.values_list("meeting_id", "pk"):
        stand[meeting].append(pk)
    shelves = list(earlier.shelves)
    for place, shelf in enumerate(shelves):
        if shelf.meeting in wanted:
            wanted.discard(shelf.meeting)
            own = stand[shelf.meeting]
            if own != shelf.keys:
                shelves[place] = replace(shelf, keys=own, members=BitMap(own))
    return None if wanted else tuple(shelves)
