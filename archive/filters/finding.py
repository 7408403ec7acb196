"""The one way from a selection to recommendations, for page, interface and exports."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from urllib.parse import urlencode

from django.db.models import QuerySet
from pyroaring import BitMap

from archive.models import Recommendation
from archive.search.match import Hits, search_recommendations
from archive.search.reference import Reference, TypedReference, understand

from .facets import Facet, build_facets, count_by_bitmaps, narrow
from .selection import Selection
from .snapshot import Shelf, Snapshot, current_snapshot


@dataclass(frozen=True, slots=True)
class FoundSet:
    """What a selection finds. `members` are the full matches, `partial` those with some of the words, best first."""

    selection: Selection
    snapshot: Snapshot
    members: BitMap
    partial: list[int] = field(default_factory=list)
    facets: list[Facet] = field(default_factory=list)
    hits: Hits | None = None

    @property
    def count(self) -> int:
        return len(self.members)

    @property
    def last_page(self) -> int:
        return max(1, -(-self.count // self.selection.size))

    def changed(self, selection: Selection) -> "FoundSet":
        """The same set shown otherwise: another page or order."""
        return replace(self, selection=selection)

    def __iter__(self) -> Iterator[int]:
        """The primary keys of all full matches in the order of the selection."""
        return self._ordered(0)

    def slice(self, first: int, last: int) -> list[int]:
        """Those from `first` up to `last`, counted from 0."""
        return list(islice(self._ordered(first), max(0, last - first)))

    def _ordered(self, skip: int) -> Iterator[int]:
        shelves = self.snapshot.shelves
        if self.selection.order == "relevance" and self.hits is not None:
            first = _first(self.snapshot, self.selection, self.hits, self.members)
            rest = _from_shelves(shelves, self.members - BitMap(first), max(0, skip - len(first)))
            return chain(islice(first, skip, None), rest)
        if self.selection.order == "newest":
            # The sort is stable: meetings of one day stay in official order.
            shelves = tuple(sorted(shelves, key=_age))
        return _from_shelves(shelves, self.members, skip)


def _from_shelves(shelves: tuple[Shelf, ...], members: BitMap, skip: int) -> Iterator[int]:
    """Whole meetings are passed over by their count, so a deep page costs little."""
    for shelf in shelves:
        here = shelf.members.intersection_cardinality(members)
        if skip >= here:
            skip -= here
            continue
        in_order = (pk for pk in shelf.keys if pk in members)
        yield from islice(in_order, skip, None)
        skip = 0


def _age(shelf: Shelf) -> int:
    return -shelf.start.toordinal() if shelf.start else 0


def find(selection: Selection, snapshot: Snapshot | None = None) -> FoundSet:
    """Find what the selection asks for: full matches counted, partial ones apart, all facets with true counts."""
    snapshot = snapshot or current_snapshot()
    hits, members = None, snapshot.everything
    if selection.q:
        hits = _hits(snapshot, selection)
        # An entry may outlive its record for a moment, or the other way round.
        members = hits.members & snapshot.everything
    counts = count_by_bitmaps(snapshot, selection, members)
    narrowed = narrow(snapshot, selection, members)
    return FoundSet(
        selection=selection,
        snapshot=snapshot,
        members=narrowed,
        partial=_partial(snapshot, selection, hits),
        facets=build_facets(snapshot, selection, counts),
        hits=hits,
    )


def _hits(snapshot: Snapshot, selection: Selection) -> Hits:
    """What the words find in this version of the data, asked of the engine once."""
    question = (selection.q, selection.exact)
    found = snapshot.remembered.hits.get(question)
    if found is None:
        found = search_recommendations(selection.q, exact=selection.exact)
        # Of a stale index the next answer may be better.
        if not found.stale:
            snapshot.remembered.hits.put(question, found)
    return found


def _first(snapshot: Snapshot, selection: Selection, hits: Hits, members: BitMap) -> Sequence[int]:
    """The best of the members, weighed once for all pages of a selection."""
    # By every pair: the address of the register leaves out its usual actors, and would be that of another question.
    asked = urlencode(Selection.pairs(selection, without=("page", "page_size", "sort", "view")))
    found = snapshot.remembered.first.get(asked)
    if found is None:
        found = array("I", (pk for pk, _rank in hits.first(members)))
        if not hits.stale:
            snapshot.remembered.first.put(asked, found)
    return found


def fetch(rows: QuerySet[Recommendation], keys: Sequence[int]) -> list[Recommendation]:
    """The recommendations with these keys in this order, as `rows` fetches them; one that has just gone is left out."""
    found = rows.in_bulk(keys)
    return [found[key] for key in keys if key in found]


def understand_typed(selection: Selection) -> TypedReference:
    """What the typed text cites, unless the reader insists on searching for it."""
    return understand(selection.q) if selection.q and not selection.exact else TypedReference()


def find_typed_reference(selection: Selection) -> Reference | None:
    """What the typed text names («5/2 ك»), unless the reader insists on searching for it."""
    return understand_typed(selection).leads_to


def _partial(snapshot: Snapshot, selection: Selection, hits: Hits | None) -> list[int]:
    if hits is None or not hits.partial:
        return []
    allowed = narrow(snapshot, selection, snapshot.everything)
    return [pk for pk, _rank in hits.partial if pk in allowed]
