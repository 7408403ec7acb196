"""What a process holds in memory of the recommendations: for every value of every facet, who has it."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import compress
from typing import Any

from pyroaring import BitMap

from .facet_words import FacetWords
from .kinds import NONE, FacetValue
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
    #: Key of the column → the values that it means.
    meaning: Mapping[str, Mapping[Any, tuple[str, ...]]] = field(default_factory=dict, compare=False)
    #: Of facets in which somebody has sought: the words of their labels, which hold as long as the labels do.
    sought: dict[str, FacetWords] = field(default_factory=dict, compare=False)
    #: Gone with the snapshot when the data changes.
    remembered: Remembered = field(default_factory=Remembered, compare=False)

    @property
    def has_several_bodies(self) -> bool:
        return sum(1 for members in self.values["body"].values() if members) > 1

    def knows(self, facet: str, value: str) -> bool:
        return value == NONE or value in self.labels[facet]

    def spans(self, most: int) -> tuple[Shelf, ...]:
        """The meetings of bodies that have recommendations; of more than `most` neighbours stand together as one."""
        found: tuple[Shelf, ...] | None = self.remembered.spans.get(most)
        if found is None:
            with_texts = {shelf.body for shelf in self.shelves if shelf.keys}
            shelves = [shelf for shelf in self.shelves if shelf.body in with_texts]
            each = max(1, -(-len(shelves) // most))
            groups = (shelves[start : start + each] for start in range(0, len(shelves), each))
            found = tuple(shelves) if each == 1 else tuple(map(_together, groups))
            self.remembered.spans.put(most, found)
        return found

    def words(self, facet: str) -> FacetWords:
        """The words of its labels, gone through when they are first asked for."""
        if facet not in self.sought:
            self.sought[facet] = FacetWords(self.labels[facet].values())
        return self.sought[facet]

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


def _together(shelves: Sequence[Shelf]) -> Shelf:
    keys = array("I")
    for shelf in shelves:
        keys.extend(shelf.keys)
    return replace(shelves[0], keys=keys, members=BitMap.union(BitMap(), *(shelf.members for shelf in shelves)))


def _touches(shelf: Shelf, start: date | None, end: date | None) -> bool:
    if shelf.start is None:
        return False
    last = shelf.end or shelf.start
    return (start is None or last >= start) and (end is None or shelf.start <= end)


def place_by_key(values: Mapping[str, BitMap], everything: BitMap) -> "array[int]":
    """By primary key the place of the one value that a record has, -1 without."""
    found = array("i", [-1]) * (everything.max() + 1 if everything else 0)
    for place, members in enumerate(values.values()):
        for pk in members:
            found[pk] = place
    return found
