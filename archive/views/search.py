"""The page of recommendations: search, facets, results. All of its state stands in its address."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from archive.display.lookup.named_records import named_records
from archive.display.results.chips import show_chips
from archive.display.results.paging import build_pages
from archive.display.results.result_lists import build_lists, only_symbol
from archive.display.results.search_facets import build_sorts, build_views, fold_facets
from archive.display.results.search_results import build_notices
from archive.display.results.search_ruler import found_ruler
from archive.display.results.ways_out import build_ways_out
from archive.filters.finding import Found, find, find_typed_reference
from archive.filters.selection import Problem, Selection
from archive.filters.snapshot import current_snapshot


def recommendation_list(request: HttpRequest) -> HttpResponse:
    if any(not value for _name, values in request.GET.lists() for value in values):
        return HttpResponseRedirect(request.path + _without_empty(request))
    snapshot = current_snapshot()
    selection, problems = Selection.from_querydict(request.GET, snapshot)
    if reference := find_typed_reference(selection):
        return HttpResponseRedirect(reference.address)
    found = _on_a_page(find(selection, snapshot), problems)
    return render(request, "archive/recommendation_list.html", build_context(found, problems))


def build_context(found: Found, problems: list[Problem]) -> dict[str, Any]:
    """All that the page shows."""
    selection, snapshot, hits = found.selection, found.snapshot, found.hits
    pages = build_pages(found)
    understood = hits.understood if hits else None
    return {
        "selection": selection,
        "complaints": problems,
        "count": found.count,
        "total": len(snapshot.everything),
        "body_symbol": only_symbol(snapshot),
        "notices": build_notices(understood),
        "can_insist": understood is not None and understood.was_changed and not selection.exact,
        "is_stale": hits is not None and hits.stale,
        "all_forms": selection.changed(exact=False).address,
        "insist": selection.changed(exact=True).address,
        "canonical": selection.changed(view="", page=selection.page).address,
        "chips": show_chips(snapshot, selection),
        "clear": selection.cleared().address,
        "facets": fold_facets(found.facets),
        "sorts": build_sorts(selection),
        "views": build_views(selection),
        "state_pairs": selection.pairs(without=("q", "page", "exact")),
        "date_pairs": selection.pairs(without=("from", "to", "page")),
        "page_pairs": selection.pairs(without=("page",)),
        "pages": pages,
        "ruler": found_ruler(found),
        "ways_out": [] if found.count else build_ways_out(found),
        "named": named_records(selection.q) if selection.q and not found.count else [],
        "is_wordless": understood is not None and understood.is_empty,
        "excluded": [word.typed for word in understood.excluded] if understood else [],
        **build_lists(found, pages),
    }


def _on_a_page(found: Found, problems: list[Problem]) -> Found:
    """A page beyond the last is named, and the first is shown."""
    if found.selection.page <= found.last_page:
        return found
    sentence = _("لا توجد صفحة بهذا الرقم؛ آخر صفحة هي %(last)s.") % {"last": found.last_page}
    problems.append(Problem("page", str(found.selection.page), sentence))
    return found.changed(found.selection.changed(page=1))


def _without_empty(request: HttpRequest) -> str:
    """A form sends its empty fields too; they say nothing and do not belong in an address."""
    query = request.GET.copy()
    for name, values in list(query.lists()):
        query.setlist(name, [value for value in values if value])
    rest = query.urlencode(safe=":")
    return f"?{rest}" if rest else ""
