"""Facets with their counts: for each facet everything that is selected counts, except its own values.

`count_by_bitmaps` is what runs; `count_by_grouping` asks the database the plain way and is its test double.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import islice
from operator import itemgetter

from django.db.models import Count, QuerySet
from pyroaring import BitMap

from archive.models import Recommendation

from .kinds import KINDS, NONE, FacetKind
from .rows import filter_rows
from .selection import Selection
from .snapshot import Snapshot

#: Value → how many, where there are any; NONE → how many without.
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Option:
    """One value with both its labels; an empty `label_en` says that it is called by the Arabic one in English too.

    `address` is the query string with this value added, or taken away if it is selected.
    """

    facet: str
    value: str
    label: str
    label_en: str
    count: int
    selected: bool
    selection: Selection
    note: str = ""

    @property
    def address(self) -> str:
        return self.selection.toggled(self.facet, self.value).address

    @property
    def is_without(self) -> bool:
        return self.value == NONE


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with the counts of all its values. Options are made on demand: an archive may hold thousands."""

    kind: FacetKind
    snapshot: Snapshot
    selection: Selection
    counts: Counts
    values: Sequence[str]

    @property
    def name(self) -> str:
        return self.kind.name

    @property
    def label(self) -> str:
        return str(self.kind.label)

    @property
    def selected_count(self) -> int:
        return len(self.selection.chosen(self.name))

    @property
    def options(self) -> list[Option]:
        """All of them, in the order of display."""
        return self.options_of(self.values)

    def heaviest(self, size: int) -> list[str]:
        """So many values at most: the selected ones, then the largest counts, then those without any; «none» last."""
        counted = nlargest(size + 1, self.counts.items(), key=itemgetter(1))
        largest = [value for value, count in counted if count and value != NONE]
        empty = (value for value in self.values if not self.counts.get(value) and value != NONE)
        others = islice(empty, max(0, size - len(largest)))
        last = [NONE] if NONE in self.values[-1:] else []
        return list(dict.fromkeys([*self.selection.chosen(self.name), *largest, *others, *last]))[:size]

    def in_order(self, values: Iterable[str]) -> list[str]:
        """As they stand in the facet."""
        places = self.snapshot.places[self.name]
        return sorted(values, key=lambda value: places.get(value, len(places)))

    def options_of(self, values: Iterable[str]) -> list[Option]:
        several = self.snapshot.has_several_bodies
        return [self._option(value, several) for value in values]

    def _option(self, value: str, several_bodies: bool) -> Option:
        if value == NONE:
            label, note = str(self.kind.without), ""
            label_en = label
        else:
            row = self.snapshot.labels[self.name][value]
            label, label_en = row.label, row.label_en
            note = row.note if several_bodies or self.name != "meeting" else ""
        return Option(
            facet=self.name,
            value=value,
            label=label,
            label_en=label_en,
            count=self.counts.get(value, 0),
            selected=value in self.selection.chosen(self.name),
            selection=self.selection,
            note=note,
        )


def count_by_bitmaps(snapshot: Snapshot, selection: Selection, hits: BitMap) -> dict[str, Counts]:
    """Counts of the values that any of them has; `hits` are those that the words found."""
    chosen = _chosen(snapshot, selection)
    found: dict[str, Counts] = {}
    for kind in KINDS:
        base = hits
        for name, members in chosen.items():
            if name != kind.name:
                base = base & members
        found[kind.name] = snapshot.count(kind.name, base)
    return found


def narrow(snapshot: Snapshot, selection: Selection, hits: BitMap) -> BitMap:
    """Those of `hits` that have the selected values and dates."""
    for members in _chosen(snapshot, selection).values():
        hits = hits & members
    return hits


def _chosen(snapshot: Snapshot, selection: Selection) -> dict[str, BitMap]:
    """For every facet with a selection, and for the dates, the records that have it."""
    found = {name: snapshot.having(name, values) for name, values in selection.values.items()}
    if selection.start or selection.end:
        found["from"] = snapshot.adopted_between(selection.start, selection.end)
    return found


def count_by_grouping(snapshot: Snapshot, selection: Selection, hits: BitMap) -> dict[str, Counts]:
    """The same counts by one GROUP BY a facet (one COUNT a value of many)."""
    found: dict[str, Counts] = {}
    for kind in KINDS:
        values = {name: chosen for name, chosen in selection.values.items() if name != kind.name}
        others = replace(selection, q="", exact=False, values=values)
        rows = filter_rows(Recommendation.objects.filter(pk__in=list(hits)).order_by(), others, snapshot)
        counts = Counter({NONE: 0})
        if kind.many:
            found[kind.name] = _counted_one_by_one(snapshot, kind, rows)
            continue
        meaning = {row.key: row.value for row in snapshot.rows[kind.name]}
        for key, count in rows.values_list(kind.column).annotate(n=Count("pk", distinct=True)):
            counts[meaning.get(key) or NONE] += count
        found[kind.name] = counts
    return found


def _counted_one_by_one(snapshot: Snapshot, kind: FacetKind, rows: QuerySet[Recommendation]) -> Counts:
    """A record may have several keys and a key several values, so the groups of one query could not be added up."""
    counts = {}
    for value in (*snapshot.labels[kind.name], NONE):
        having = Recommendation.objects.filter(kind.condition([value], snapshot.rows[kind.name]))
        counts[value] = rows.filter(pk__in=having.values("pk")).count()
    return {value: count for value, count in counts.items() if count or value == NONE}


def build_facets(snapshot: Snapshot, selection: Selection, counts: Mapping[str, Counts]) -> list[Facet]:
    """The facets that have something to choose."""
    found = (
        Facet(kind, snapshot, selection, counts[kind.name], _values(kind.name, snapshot, selection))
        for kind in KINDS
    )
    return [facet for facet in found if facet.values]


def _values(facet: str, snapshot: Snapshot, selection: Selection) -> Sequence[str]:
    """Every value that the archive holds, and every selected one; «none» last, where there is any."""
    options, present, chosen = snapshot.options[facet], snapshot.values[facet], selection.chosen(facet)
    if all(value in present or (value == NONE and options[-1:] == (NONE,)) for value in chosen):
        return options
    values = [value for value in snapshot.labels[facet] if value in present or value in chosen]
    return [*values, NONE] if NONE in chosen or options[-1:] == (NONE,) else values
