"""A list of recommendations in JSON: filtered, searched, counted as the page does it, from the same `find`."""

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest

from archive.filters.facet_pages import FacetPage, leaf_facets
from archive.filters.finding import FoundSet, fetch, find, find_typed_reference
from archive.filters.page_parameters import SEARCH
from archive.filters.parameters import read_parameters
from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.models import Recommendation

from .list_fields import ListAnswer
from .paging import neighbours, page_or_refuse, refuse_faults

#: So many texts with some of the words stand beside the first page, as many as on the page for readers.
PARTIAL = 20


def build_found_list(request: HttpRequest) -> ListAnswer[Recommendation]:
    """One page of what the query string selects. Raises BadParameters, with every fault at once."""
    snapshot = current_snapshot()
    asked = read_parameters(request.GET, SEARCH, snapshot.knows)
    # How the page for readers shows it has no effect here.
    selection = replace(Selection.from_asked(asked), view="")
    refuse_faults(asked)
    found = find(selection, snapshot)
    facets = leaf_facets(asked, found.facets)
    page_or_refuse(asked, found.count)
    return _answer(request, found, facets)


def _answer(request: HttpRequest, found: FoundSet, facets: Sequence[FacetPage]) -> ListAnswer[Recommendation]:
    selection = found.selection
    first = (selection.page - 1) * selection.size
    keys = found.slice(first, first + selection.size)
    partial = found.partial[:PARTIAL] if selection.page == 1 else []
    rows = fetch(Recommendation.objects.for_display().with_meaning(), [*keys, *partial])
    following, previous = neighbours(request, selection.page, found.last_page)
    return ListAnswer(
        count=found.count,
        next=following,
        previous=previous,
        rows=[row for row in rows if row.pk in found.members],
        facets=facets,
        partial=[row for row in rows if row.pk not in found.members],
        hits=found.hits,
        # What the words name, where they name one thing: the page of recommendations would lead there.
        reference=find_typed_reference(selection),
    )
