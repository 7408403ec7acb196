"""The links from one page of a list to the others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator

from archive.filters.finding import FoundSet
from archive.filters.page_parameters import PAGE, PAGE_SIZES

MOST_IN_REACH = 10


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
    total: int

    @property
    def is_long(self) -> bool:
        """Whether some page is several steps away by the numbers that are shown."""
        return self.total > MOST_IN_REACH


def build_pages(found: FoundSet) -> Pages:
    """For a selection whose page exists."""
    selection, size = found.selection, found.selection.size
    sizes = [PageLink(str(one), selection.changed(page_size=one).address, one == size) for one in PAGE_SIZES]
    return _build(found.count, selection.page, size, lambda number: selection.changed(page=number).address, sizes)


def build_list_pages(count: int, number: int, size: int, others: Mapping[str, str] | None = None) -> Pages:
    """For a list that takes the number of its page, which exists, and these `others`."""

    def address(page: int) -> str:
        pairs = {**(others or {}), **({PAGE.name: str(page)} if page > 1 else {})}
        return f"?{urlencode(pairs)}" if pairs else ""

    return _build(count, number, size, address, [])


def _build(count: int, number: int, size: int, address: Callable[[int], str], sizes: list[PageLink]) -> Pages:
    paginator = Paginator(range(count), size)
    page = paginator.page(number)
    return Pages(
        first=page.start_index(),
        last=page.end_index(),
        count=count,
        numbers=[
            PageLink(str(one), address(one), one == number) if isinstance(one, int) else PageLink("…", None)
            for one in paginator.get_elided_page_range(number, on_each_side=2, on_ends=1)
        ],
        sizes=sizes,
        previous=address(number - 1) if page.has_previous() else None,
        next=address(number + 1) if page.has_next() else None,
        total=paginator.num_pages,
    )
