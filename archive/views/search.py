"""The page of recommendations: search, facets, results. All of its state stands in its address."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from archive.filters.active import build_chips
from archive.filters.facets import narrow
from archive.filters.finding import Found, find, find_address
from archive.filters.selection import Problem, Selection
from archive.filters.snapshot import current_snapshot

from .paging import build_pages
from .search_facets import build_sorts, fold
from .search_results import build_notices, build_results
from .search_ruler import found_ruler

PARTIAL = 20


@dataclass(frozen=True, slots=True)
class WayOut:
    """From an empty page to one that is not: a sentence, its address, how many wait there."""

    label: str
    value: str
    address: str
    count: int
    language: str = ""


def recommendation_list(request: HttpRequest) -> HttpResponse:
    if any(not value for _name, values in request.GET.lists() for value in values):
        return HttpResponseRedirect(request.path + _without_empty(request))
    snapshot = current_snapshot()
    selection, problems = Selection.from_querydict(request.GET, snapshot)
    if address := find_address(selection):
        return HttpResponseRedirect(address)
    found = _on_a_page(find(selection, snapshot), problems)
    return render(request, "archive/recommendation_list.html", build_context(found, problems))


def build_context(found: Found, problems: list[Problem]) -> dict[str, Any]:
    """All that the page shows."""
    selection, hits = found.selection, found.hits
    pages = build_pages(found)
    understood = hits.understood if hits else None
    partial = found.partial[:PARTIAL] if selection.page == 1 else []
    keys = found.slice(pages.first - 1, pages.last) if found.count else []
    results = build_results([*keys, *partial], understood)
    full = [result for result in results if result.recommendation.pk in found.members]
    return {
        "selection": selection,
        "complaints": problems,
        "count": found.count,
        "total": len(found.snapshot.everything),
        "notices": build_notices(understood),
        "can_insist": understood is not None and understood.was_changed and not selection.exact,
        "is_stale": hits is not None and hits.stale,
        "all_forms": selection.changed(exact=False).address,
        "insist": selection.changed(exact=True).address,
        "chips": build_chips(found.snapshot, selection),
        "clear": selection.cleared().address,
        "facets": [fold(facet) for facet in found.facets],
        "sorts": build_sorts(selection),
        "state_pairs": selection.pairs(without=("q", "page", "exact")),
        "date_pairs": selection.pairs(without=("from", "to", "page")),
        "results": full,
        "partial": [result for result in results if result.recommendation.pk not in found.members],
        "pages": pages,
        "ruler": found_ruler(found),
        "ways_out": [] if found.count else build_ways_out(found),
    }


def build_ways_out(found: Found) -> list[WayOut]:
    """What would find something: one selection less, or none of them. Only ways that lead somewhere."""
    snapshot, selection = found.snapshot, found.selection
    members = snapshot.everything
    if found.hits is not None:
        members = type(members)(pk for pk, _rank in found.hits.full) & members
    ways = [
        WayOut(_("بلا قيد «%(label)s»") % {"label": chip.label}, chip.value, chip.address, count, chip.language)
        for chip in build_chips(snapshot, selection)
        if chip.name != "exact" and (count := len(narrow(snapshot, chip.selection, members)))
    ]
    if selection.q and selection.is_narrowed and members and len(ways) != 1:
        ways.append(WayOut(_("بلا أي قيد"), "", selection.cleared().address, len(members)))
    return ways


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
