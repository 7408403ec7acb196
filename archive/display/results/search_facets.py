"""How facets and the ways to show what was found stand on the page: what is open, what lies under «more», and which
facet of thousands of values is leafed through."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from archive.filters.facet_pages import FacetLook, FacetPage, leaf
from archive.filters.facets import Facet, Option
from archive.filters.page_parameters import VIEWS
from archive.filters.parameters import last_page
from archive.filters.selection import Selection

OPEN = 8
MOST = 24
#: So many groups stand open; the others wait under their names until somebody wants them.
OPEN_GROUPS = 6


@dataclass(frozen=True, slots=True)
class FoldedFacet:
    """The options in front, those under «more», and how many even «more» leaves out. One that is leafed through has a
    `page`, all of it in front.

    `keeping` is what the addresses of its options say besides, so that the page stays; `fields` what a form that
    seeks in it sends along; `every` the address of all its values, `closed` that of the list without this page.
    """

    facet: Facet
    front: Sequence[Option]
    more: Sequence[Option]
    left_out: int
    is_open: bool
    page: FacetPage | None = None
    keeping: str = ""

    @property
    def fields(self) -> list[tuple[str, str]]:
        return [*self.facet.selection.changed().pairs(), *FacetLook(self.facet.name).pairs()]

    @property
    def every(self) -> str:
        return leaf(self.facet, FacetLook(self.facet.name)).at(1)

    @property
    def closed(self) -> str:
        return self.facet.selection.changed().address


@dataclass(frozen=True, slots=True)
class ViewChoice:
    """One of several orders or views."""

    name: str
    label: str
    address: str
    is_current: bool


def fold_facets(facets: Sequence[Facet], page: FacetPage | None = None) -> list[FoldedFacet]:
    """Those that can narrow anything or do so already, in their order; `page` is that of the one leafed through."""
    name = page.name if page else ""
    useful = [facet for facet in facets if len(facet.values) > 1 or facet.selected_count or facet.name == name]
    return [
        _leafed(page) if page and facet.name == name else fold(facet, index < OPEN_GROUPS)
        for index, facet in enumerate(useful)
    ]


def _leafed(page: FacetPage) -> FoldedFacet:
    # Whoever chooses the only value of the last page finds himself on the one before it.
    stays = replace(page.look, page=min(page.look.page, last_page(max(0, page.others - 1), page.look.size)))
    return FoldedFacet(page.facet, page.options, (), 0, True, page, urlencode(stays.pairs(), safe=":"))


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
