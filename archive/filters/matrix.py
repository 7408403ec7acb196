"""One facet against another: how many recommendations of a selection have a value of the one and of the other.

Counted by the bitmaps of the snapshot, so the time hardly grows with the archive. Of very many values the heaviest
are shown.
"""

import heapq
from dataclasses import dataclass

from pyroaring import BitMap

from .kinds import KINDS, NONE, FacetKind
from .selection import Selection
from .snapshot import Snapshot

#: Chosen, not measured: eighteen hundred cells are about what a reader can still look for one in.
MOST_ROWS = 60
MOST_COLUMNS = 30

_BY_NAME = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class AxisLine:
    """A row or a column. `is_void`: the archive holds nothing with this value, whatever is selected."""

    value: str
    total: int
    is_void: bool = False

    @property
    def is_without(self) -> bool:
        return self.value == NONE


@dataclass(frozen=True, slots=True)
class Axis:
    """The lines that are shown, in the order of the facet; how many more have something; the sum of them all."""

    kind: FacetKind
    lines: tuple[AxisLine, ...]
    left_out: int
    total: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """`counts` has a tuple for each row; `count` is that of the whole selection."""

    rows: Axis
    columns: Axis
    counts: tuple[tuple[int, ...], ...]
    count: int

    @property
    def largest(self) -> int:
        return max((count for row in self.counts for count in row), default=0)


def facets_with_values(snapshot: Snapshot) -> list[FacetKind]:
    """Those that can stand on an axis, in the order in which facets are shown."""
    return [kind for kind in KINDS if snapshot.values[kind.name]]


def build_matrix(snapshot: Snapshot, selection: Selection, members: BitMap, rows: str, columns: str) -> Matrix:
    """Count `members`, which are what `selection` finds, by two different facets.

    Values that the selection chooses of one of the two facets are then all that is shown of it: so every cell is
    itself a selection, with its two values in their place.
    """
    row_axis = _axis(snapshot, selection, members, _BY_NAME[rows], MOST_ROWS, members)
    in_rows = snapshot.having(rows, (line.value for line in row_axis.lines)) & members
    column_axis = _axis(snapshot, selection, members, _BY_NAME[columns], MOST_COLUMNS, in_rows)
    having = [snapshot.having(columns, (line.value,)) for line in column_axis.lines]
    counts = []
    for line in row_axis.lines:
        base = snapshot.having(rows, (line.value,)) & members
        counts.append(tuple(one.intersection_cardinality(base) for one in having))
    return Matrix(row_axis, column_axis, tuple(counts), len(members))


def _axis(
    snapshot: Snapshot, selection: Selection, members: BitMap, kind: FacetKind, most: int, weighty: BitMap
) -> Axis:
    """At most so many lines: those with most of the `weighty`, else the cells of a large matrix would all be empty."""
    members_of = snapshot.values[kind.name]
    totals = {value: found.intersection_cardinality(members) for value, found in members_of.items()}
    chosen = set(selection.chosen(kind.name))
    if chosen:
        shown = [value for value in snapshot.labels[kind.name] if value in chosen]
    else:
        empty = _known_meetings(snapshot, members) if kind.name == "meeting" else frozenset()
        shown = [value for value in snapshot.labels[kind.name] if totals.get(value) or value in empty]
    if len(shown) > most:
        weights = {value: members_of[value].intersection_cardinality(weighty) for value in shown if value in members_of}
        front = _heaviest(shown, weights, most)
    else:
        front = shown
    lines = [AxisLine(value, totals.get(value, 0), value not in members_of) for value in front]
    without = snapshot.without[kind.name].intersection_cardinality(members)
    if NONE in chosen or (without and not chosen):
        lines.append(AxisLine(NONE, without))
    counted = [totals.get(value, 0) for value in shown]
    return Axis(
        kind=kind,
        lines=tuple(lines),
        left_out=sum(1 for count in counted if count) - sum(1 for one in lines if one.total and not one.is_without),
        total=sum(counted) + (without if NONE in chosen or not chosen else 0),
    )


def _known_meetings(snapshot: Snapshot, members: BitMap) -> frozenset[str]:
    """Every meeting of a body that has some of these: one without any stands between the others and is seen."""
    bodies = {shelf.body for shelf in snapshot.shelves if shelf.members.intersect(members)}
    keys = {shelf.meeting for shelf in snapshot.shelves if shelf.body in bodies}
    return frozenset(row.value for row in snapshot.rows["meeting"] if row.key in keys and row.value)


def _heaviest(values: list[str], weights: dict[str, int], most: int) -> list[str]:
    """So many of them, the heaviest, in their own order."""
    place = {value: index for index, value in enumerate(values)}
    found = heapq.nsmallest(most, values, key=lambda value: (-weights.get(value, 0), place[value]))
    return sorted(found, key=place.__getitem__)
