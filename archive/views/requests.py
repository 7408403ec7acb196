"""The register of requests: what was asked of the Secretariat and UNODC, or of others, and what was reported later."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from archive.display.relations.register import asks_of, build_request_notes, clauses_of
from archive.display.results.chips import show_chips
from archive.display.results.paging import build_pages
from archive.display.results.search_facets import build_sorts, fold_facets
from archive.display.text.adopted_texts import build_entries, mark_operative, read_texts
from archive.display.text.marked_clauses import mark_clauses
from archive.filters.facet_pages import leaf_named
from archive.filters.finding import find
from archive.filters.page_parameters import PAGE
from archive.filters.parameters import without_empty
from archive.filters.register import FACET, read_register
from archive.filters.snapshot import current_snapshot

#: The facets that stand first; the others follow in their own order.
_FIRST = ("topic", FACET, "meeting")


def request_list(request: HttpRequest) -> HttpResponse:
    if any(not value for _name, values in request.GET.lists() for value in values):
        # A form sends its empty fields too; they say nothing and do not belong in an address.
        rest = without_empty(request.GET).urlencode(safe=":")
        return HttpResponseRedirect(f"{request.path}?{rest}" if rest else request.path)
    snapshot = current_snapshot()
    selection, asked = read_register(request.GET, snapshot)
    found = find(selection, snapshot)
    selection = selection.changed(page=asked.page_of(PAGE, found.count, selection.size))
    found = found.changed(selection)
    pages = build_pages(found)
    keys = found.slice(pages.first - 1, pages.last) if found.count else []
    actors = selection.chosen(FACET)
    clauses = clauses_of(keys)
    asking = [clause for clause in clauses if asks_of(clause, actors)]
    facets = sorted(found.facets, key=lambda facet: _FIRST.index(facet.name) if facet.name in _FIRST else len(_FIRST))
    chips = [chip for chip in show_chips(snapshot, selection) if chip.name != FACET or not selection.is_usual]
    context = {
        "selection": selection,
        "complaints": asked.faults,
        "count": found.count,
        "total": len(snapshot.everything),
        "canonical": selection.changed(page=selection.page).address,
        "groups": build_entries(
            read_texts(keys),
            build_request_notes(keys, asking),
            [mark_clauses(asking, clauses), mark_operative(asking)],
        ),
        "chips": chips,
        "clear": selection.cleared().address,
        "facets": fold_facets(facets, leaf_named(asked, facets)),
        "sorts": build_sorts(selection),
        "date_pairs": selection.pairs(without=("from", "to", "page")),
        "word_pairs": selection.pairs(without=("q", "page")),
        "page_pairs": selection.pairs(without=("page",)),
        "pages": pages,
        "several_bodies": snapshot.has_several_bodies,
    }
    return render(request, "archive/request_list.html", context)
