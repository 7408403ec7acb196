"""How facets, chips and sorts stand on the page: which options are open, which lie under «more»."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.filters.facets import Facet, Option
from archive.filters.kinds import NONE
from archive.filters.selection import Selection

OPEN = 8
MOST = 60


@dataclass(frozen=True, slots=True)
class FoldedFacet:
    """The options in front, those under «more», and how many even «more» leaves out."""

    facet: Facet
    front: Sequence[Option]
    more: Sequence[Option]
    left_out: int


@dataclass(frozen=True, slots=True)
class Sort:
    name: str
    label: str
    address: str
    is_current: bool


def fold(facet: Facet) -> FoldedFacet:
    """In front: what is selected, then the largest counts, in the order of the facet; a few more are no reason."""
    values, counts = facet.values, facet.counts
    if len(values) <= OPEN + 2:
        return FoldedFacet(facet, facet.options, (), 0)
    chosen = set(facet.selection.chosen(facet.name))
    size = max(OPEN, len(chosen))
    place = {value: index for index, value in enumerate(values)}
    heaviest = heapq.nsmallest(
        size + MOST, values, key=lambda one: (one not in chosen, one == NONE, -counts.get(one, 0), place[one])
    )
    front, more = (sorted(part, key=place.__getitem__) for part in (heaviest[:size], heaviest[size:]))
    left_out = len(values) - len(heaviest)
    return FoldedFacet(facet, facet.options_of(front), facet.options_of(more), left_out)


def build_sorts(selection: Selection) -> list[Sort]:
    """Relevance is offered where there is a question."""
    labels = {"relevance": _("الصلة"), "order": _("الترتيب الرسمي"), "newest": _("الأحدث")}
    names = [name for name in labels if selection.q or name != "relevance"]
    return [
        Sort(name, labels[name], selection.changed(sort="" if name == names[0] else name).address,
             name == selection.order)
        for name in names
    ]
