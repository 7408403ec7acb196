"""How facets and the ways to show what was found stand on the page: what is open, what lies under «more»."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.filters.facets import Facet, Option
from archive.filters.page_parameters import VIEWS
from archive.filters.selection import Selection

OPEN = 8
MOST = 24
#: So many groups stand open; the others wait under their names until somebody wants them.
OPEN_GROUPS = 6


@dataclass(frozen=True, slots=True)
class FoldedFacet:
    """The options in front, those under «more», and how many even «more» leaves out."""

    facet: Facet
    front: Sequence[Option]
    more: Sequence[Option]
    left_out: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class ViewChoice:
    """One of several orders or views."""

    name: str
    label: str
    address: str
    is_current: bool


def fold_facets(facets: Sequence[Facet]) -> list[FoldedFacet]:
    """Those that can narrow anything or do so already, in their order."""
    useful = [facet for facet in facets if len(facet.values) > 1 or facet.selected_count]
    return [fold(facet, index < OPEN_GROUPS) for index, facet in enumerate(useful)]


def fold(facet: Facet, is_open: bool = True) -> FoldedFacet:
    """In front: what is selected, then the largest counts, in the order of the facet; a few more are no reason."""
    is_open = is_open or bool(facet.selected_count)
    if len(facet.values) <= OPEN + 2:
        return FoldedFacet(facet, facet.options, (), 0, is_open)
    size = max(OPEN, facet.selected_count)
    heaviest = facet.heaviest(size + MOST)
    front, more = (facet.in_order(part) for part in (heaviest[:size], heaviest[size:]))
    left_out = len(facet.values) - len(heaviest)
    return FoldedFacet(facet, facet.options_of(front), facet.options_of(more), left_out, is_open)


def build_sorts(selection: Selection) -> list[ViewChoice]:
    """Relevance is offered where there is a question."""
    labels = {"relevance": _("الصلة"), "order": _("الترتيب الرسمي"), "newest": _("الأحدث")}
    names = [name for name in labels if selection.q or name != "relevance"]
    return [
        ViewChoice(name, labels[name], selection.changed(sort="" if name == names[0] else name).address,
               name == selection.order)
        for name in names
    ]  # fmt: skip


def build_views(selection: Selection) -> list[ViewChoice]:
    """The same page of results, shown otherwise."""
    labels = dict(zip(VIEWS, (_("مقتطفات"), _("جدول"), _("نصوص كاملة")), strict=True))
    current = selection.view or VIEWS[0]
    return [
        ViewChoice(name, label, selection.changed(view="" if name == VIEWS[0] else name, page=selection.page).address,
               name == current)
        for name, label in labels.items()
    ]  # fmt: skip
