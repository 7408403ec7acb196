"""Complaints about parameters, and the links from one page of a list to the others."""

from dataclasses import dataclass

from django.core.paginator import Paginator

from archive.filters.finding import Found
from archive.filters.selection import PAGE_SIZES, Selection


@dataclass(frozen=True, slots=True)
class Complaint:
    """A parameter that could not be followed, and what it takes."""

    parameter: str
    given: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page or a size of page; the gap «…» between numbers has no address."""

    text: str
    address: str | None
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """What stands under a list: numbers, sizes, the pages before and after. Addresses are query strings."""

    first: int
    last: int
    count: int
    numbers: list[PageLink]
    sizes: list[PageLink]
    previous: str | None
    next: str | None


def build_pages(found: Found) -> Pages:
    """For a selection whose page exists."""
    selection, size = found.selection, found.selection.page_size
    paginator = Paginator(range(found.count), size)
    page = paginator.page(selection.page)
    elided = paginator.get_elided_page_range(selection.page, on_each_side=2, on_ends=1)
    return Pages(
        first=page.start_index(),
        last=page.end_index(),
        count=found.count,
        numbers=[_number(selection, number) for number in elided],
        sizes=[
            PageLink(str(one), selection.changed(page_size=one).address, one == size) for one in PAGE_SIZES
        ],
        previous=selection.changed(page=selection.page - 1).address if page.has_previous() else None,
        next=selection.changed(page=selection.page + 1).address if page.has_next() else None,
    )


def _number(selection: Selection, number: int | str) -> PageLink:
    if not isinstance(number, int):
        return PageLink("…", None)
    return PageLink(str(number), selection.changed(page=number).address, number == selection.page)
