"""The page of recommendations: search, facets, results. All of its state stands in its address."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from archive.display.lookup.named_records import named_records
from archive.display.results.chips import show_chips
from archive.display.results.meant import build_meant
from archive.display.results.paging import build_pages
from archive.display.results.result_lists import build_lists, only_symbol
from archive.display.results.search_facets import build_sorts, build_views, fold_facets
from archive.display.results.search_results import build_notices
from archive.display.results.search_ruler import found_ruler
from archive.display.results.selection_name import name_selection
from archive.display.results.ways_out import build_topic_ways, build_ways_out
from archive.filters.facet_pages import FacetPage, leaf_named
from archive.filters.finding import FoundSet, find, understand_typed
from archive.filters.page_parameters import PAGE, PAGE_SIZES, SEARCH
from archive.filters.parameters import ParameterFault, read_parameters, without_empty
from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.filters.typed_selection import read_typed_selection
from archive.search.reference import TypedReference

#: So many fit into a reader's own list (static/js/parts/list.js, views/own_list.py).
MOST_OF_LIST = 500


def recommendation_list(request: HttpRequest) -> HttpResponse:
    if any(not value for _name, values in request.GET.lists() for value in values):
        # A form sends its empty fields too; they say nothing and do not belong in an address.
        rest = without_empty(request.GET).urlencode(safe=":")
        return HttpResponseRedirect(f"{request.path}?{rest}" if rest else request.path)
    snapshot = current_snapshot()
    asked = read_parameters(request.GET, SEARCH, snapshot.knows)
    selection = Selection.from_asked(asked)
    typed = understand_typed(selection)
    if reference := typed.leads_to:
        return HttpResponseRedirect(reference.address)
    if (meant := read_typed_selection(selection, snapshot)) is not None:
        return HttpResponseRedirect(f"{request.path}{meant.address}")
    found = find(selection, snapshot)
    found = found.changed(selection.changed(page=asked.page_of(PAGE, found.count, selection.size)))
    leafed = leaf_named(asked, found.facets)
    return render(request, "archive/recommendation_list.html", build_context(found, asked.faults, typed, leafed))


def _whole_query(selection: Selection) -> str:
    """By which the interface for programs gives the whole selection, in its order."""
    pairs = selection.pairs(without=("page", "page_size", "view"))
    return urlencode([*pairs, ("page_size", str(PAGE_SIZES[-1]))], safe=":")


def _whole_selection(selection: Selection) -> str:
    """What was asked for, without how it is shown."""
    return urlencode(selection.pairs(without=("page", "page_size", "view")), safe=":")


def build_context(
    found: FoundSet, faults: list[ParameterFault], typed: TypedReference, leafed: FacetPage | None = None
) -> dict[str, Any]:
    """All that the page shows; `leafed` is the facet that is leafed through."""
    selection, snapshot, hits = found.selection, found.snapshot, found.hits
    pages = build_pages(found)
    understood = hits.understood if hits else None
    notices = build_notices(understood)
    excluded = [word.typed for word in understood.excluded] if understood else []
    can_insist = understood is not None and understood.was_changed and not selection.exact
    return {
        "selection": selection,
        "name": name_selection(snapshot, selection),
        "complaints": faults,
        "count": found.count,
        "total": len(snapshot.everything),
        "body_symbol": only_symbol(snapshot),
        "meant": None if selection.exact else build_meant(selection.q, typed, snapshot),
        "notices": notices,
        "excluded": excluded,
        "can_insist": can_insist,
        "has_details": len(notices) + len(excluded) + can_insist > 1,
        "is_stale": hits is not None and hits.stale,
        "all_forms": selection.changed(exact=False).address,
        "insist": selection.changed(exact=True).address,
        "canonical": selection.changed(view="", page=selection.page).address,
        "chips": show_chips(snapshot, selection),
        "clear": selection.cleared().address,
        "facets": fold_facets(found.facets, leafed),
        "sorts": build_sorts(selection),
        "views": build_views(selection),
        "state_pairs": selection.pairs(without=("q", "page", "exact")),
        "date_pairs": selection.pairs(without=("from", "to", "page")),
        "page_pairs": selection.pairs(without=("page",)),
        "pages": pages,
        "ruler": found_ruler(found),
        "among": _whole_selection(selection),
        "pick_all": _whole_query(selection) if 1 < found.count <= MOST_OF_LIST else "",
        "ways_out": [] if found.count else build_ways_out(found),
        "topic_ways": build_topic_ways(found),
        "named": named_records(selection.q) if selection.q and not found.count else [],
        "is_wordless": understood is not None and understood.is_empty,
        **build_lists(found, pages),
    }


