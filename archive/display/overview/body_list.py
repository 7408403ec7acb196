"""The bodies of an archive of many meetings, a row each: what one page of all meetings would be too long for."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.filters.facet_words import FacetWords
from archive.filters.kinds import FacetValue
from archive.models import Body

from ..names.language import reads_rtl
from ..pictures.strokes import Bars, build_bars
from ..pictures.timeline import BodyShelves

#: With more meetings than this in all, the list of meetings is one of bodies, each with a page of its own.
MOST_MEETINGS = 200
#: So many meetings of a body, or bodies, stand on a page.
PAGE_SIZE = 100
#: The height of the letters beside it.
_HEIGHT = 16


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body with its meetings as bars, drawn to one scale for all; `years` are the first and the last, if known."""

    body: Body
    meeting_count: int
    recommendation_count: int
    years: tuple[int, int] | None
    bars: Bars | None


def order_bodies(groups: Sequence[BodyShelves]) -> list[BodyShelves]:
    """As their meetings stand in a list: those of which recommendations are held first, each part by symbol."""
    return sorted(groups, key=lambda group: (not group.recommendation_count, group.body.symbol))


def bodies_named(groups: Sequence[BodyShelves], words: str) -> list[BodyShelves]:
    """Those whose names or symbols have the words; all of them without any."""
    if not words:
        return list(groups)
    bodies = (group.body for group in groups)
    found = FacetWords(FacetValue(one.slug, one.slug, one.name_ar, one.name_en, one.symbol) for one in bodies)
    slugs = found.find(words)
    return [group for group in groups if group.body.slug in slugs]


def list_bodies(groups: Sequence[BodyShelves], most: int) -> list[ListedBody]:
    """Their rows; `most` is the largest meeting of the archive. No query."""
    return [_listed(group, most) for group in groups]


def _listed(group: BodyShelves, most: int) -> ListedBody:
    years = [shelf.start.year for shelf in group.shelves if shelf.start]
    counts = [len(shelf.keys) for shelf in group.shelves]
    return ListedBody(
        group.body,
        len(group.shelves),
        group.recommendation_count,
        (min(years), max(years)) if years else None,
        build_bars(counts, rtl=reads_rtl(), most=most, height=_HEIGHT) if any(counts) else None,
    )
