"""One page of the recommendations of a subject or an article, in official order."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyroaring import BitMap

from archive.filters.snapshot import Snapshot

from ..pictures.meeting_picture import keys_in_order
from ..results.paging import Pages, build_list_pages

#: So many recommendations in full stand on a page.
PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class MemberPage:
    """The keys of its recommendations; `pages` leads to the others, where there are any; `query` is its address."""

    keys: Sequence[int]
    pages: Pages | None
    query: str


def build_member_page(snapshot: Snapshot, members: BitMap, number: int) -> MemberPage:
    """`number` counts from 1 and exists."""
    return MemberPage(
        keys_in_order(snapshot, members)[(number - 1) * PAGE_SIZE : number * PAGE_SIZE],
        build_list_pages(len(members), number, PAGE_SIZE) if len(members) > PAGE_SIZE else None,
        f"?page={number}" if number > 1 else "",
    )
