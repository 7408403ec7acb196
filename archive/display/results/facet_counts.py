"""How the recommendations of a subject or an article are spread over the values of a facet, as links to them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pyroaring import BitMap

from archive.filters.kinds import KINDS, NONE
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot

from ..names.language import label_of


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A value with its count; `address` is the query string of these recommendations."""

    value: str
    label: str
    language: str
    count: int
    address: str


def count_facet(
    snapshot: Snapshot, facet: str, members: BitMap, selection: Selection, leave_out: Sequence[str] = ()
) -> list[FacetCount]:
    """The values that some of `members` have, in their order, «without» at the end. `selection` finds the members."""
    counted = snapshot.count(facet, members)
    found = []
    for value in snapshot.options[facet]:
        if counted.get(value) and value not in leave_out:
            label, language = _label(snapshot, facet, value)
            narrowed = replace(selection, values={**selection.values, facet: (value,)})
            found.append(FacetCount(value, label, language, counted[value], narrowed.address))
    return found


def _label(snapshot: Snapshot, facet: str, value: str) -> tuple[str, str]:
    if value == NONE:
        return next(str(kind.without) for kind in KINDS if kind.name == facet), ""
    return label_of(snapshot.labels[facet][value])
