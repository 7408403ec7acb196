"""The page of recommendations: search, facets, results. All of its state stands in its address."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.display.names.named_records import named_records
from archive.display.pictures.search_ruler import found_ruler
from archive.display.results.paging import Pages, build_pages
from archive.display.results.search_facets import build_sorts, build_views, fold_facets
from archive.display.results.search_results import (
    build_notices,
    build_results,
    group_by_meeting,
    table_columns,
)
from archive.filters.active import build_chips
from archive.filters.facets import narrow
from archive.filters.finding import FoundSet, find, find_typed_reference
from archive.filters.page_parameters import PAGE, SEARCH
from archive.filters.parameters import ParameterFault, read_parameters, without_empty
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot, current_snapshot
from archive.numbering.digits import to_ascii
from archive.search.query import without_words

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
        # A form sends its empty fields too; they say nothing and do not belong in an address.
        rest = without_empty(request.GET).urlencode(safe=":")
        return HttpResponseRedirect(f"{request.path}?{rest}" if rest else request.path)
    snapshot = current_snapshot()
    asked = read_parameters(request.GET, SEARCH, snapshot.knows)
    selection = Selection.from_asked(asked)
    if reference := find_typed_reference(selection):
        return HttpResponseRedirect(reference.address)
    found = find(selection, snapshot)
    found = found.changed(selection.changed(page=asked.page_of(PAGE, found.count, selection.page_size)))
    return render(request, "archive/recommendation_list.html", build_context(found, asked.faults))


def build_context(found: FoundSet, faults: list[ParameterFault]) -> dict[str, Any]:
    """All that the page shows."""
    selection, snapshot, hits = found.selection, found.snapshot, found.hits
    pages = build_pages(found)
    understood = hits.understood if hits else None
    return {
        "selection": selection,
        "complaints": faults,
        "count": found.count,
        "total": len(snapshot.everything),
        "body_symbol": _only_symbol(snapshot),
        "notices": build_notices(understood),
        "can_insist": understood is not None and understood.was_changed and not selection.exact,
        "is_stale": hits is not None and hits.stale,
        "all_forms": selection.changed(exact=False).address,
        "insist": selection.changed(exact=True).address,
        "canonical": selection.changed(view="", page=selection.page).address,
        "chips": build_chips(snapshot, selection),
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
        **_build_lists(found, pages),
    }


def _build_lists(found: FoundSet, pages: Pages) -> dict[str, Any]:
    """The page of full matches, and apart from it what has some of the words; both as the reader likes to see them."""
    selection, snapshot = found.selection, found.snapshot
    keys = found.slice(pages.first - 1, pages.last) if found.count else []
    partial = found.partial[:PARTIAL] if selection.page == 1 else []
    results = build_results([*keys, *partial], snapshot, found.hits and found.hits.understood, selection.view)
    lists = {
        "results": [result for result in results if result.key in found.members],
        "partial": [result for result in results if result.key not in found.members],
    }
    if selection.view == "table":
        return {**lists, "columns": table_columns(snapshot, results)}
    if selection.view == "text":
        # Where the best stand first, a meeting would come again and again.
        lists["results"] = group_by_meeting(lists["results"], is_headed=selection.order != "relevance")
        lists["partial"] = group_by_meeting(lists["partial"], is_headed=False)
    return lists


def _only_symbol(snapshot: Snapshot) -> str:
    """The symbol of the body whose recommendations these are, if all are of one."""
    meeting = next(iter(snapshot.values["meeting"]), "")
    return snapshot.labels["meeting"][meeting].note if meeting and not snapshot.has_several_bodies else ""


def build_ways_out(found: FoundSet) -> list[WayOut]:
    """What would find something: one selection less, or none of them. Only ways that lead somewhere."""
    snapshot, selection = found.snapshot, found.selection
    members = snapshot.everything
    if found.hits is not None:
        members = found.hits.members & members
    ways = [
        WayOut(_("بلا قيد «%(label)s»") % {"label": chip.label}, chip.value, chip.address, count, chip.language)
        for chip in build_chips(snapshot, selection)
        if chip.name != "exact" and (count := len(narrow(snapshot, chip.selection, members)))
    ]
    if selection.q and selection.is_narrowed and members and len(ways) != 1:
        ways.append(WayOut(_("بلا أي قيد"), "", selection.cleared().address, len(members)))
    return [*ways, *_way_without_unknown(found), *_way_to_year(found)]


def _way_without_unknown(found: FoundSet) -> list[WayOut]:
    """The question without the words that no text has, where other words are left."""
    notices = found.hits.understood.notices if found.hits else ()
    unknown = [notice.typed for notice in notices if notice.kind == "unknown"]
    rest = without_words(found.selection.q, unknown)
    if not unknown or not rest or rest == found.selection.q:
        return []
    shorter = found.selection.changed(q=rest)
    count = 1 if find_typed_reference(shorter) else find(shorter, found.snapshot).count
    label = ngettext("بلا الكلمة", "بلا الكلمات", len(unknown))
    return [WayOut(label, _("، ").join(unknown), shorter.address, count, "ar")] if count else []


def _way_to_year(found: FoundSet) -> list[WayOut]:
    """The recommendations of a year, where nothing but the year was typed."""
    year = to_ascii(found.selection.q).strip()
    members = found.snapshot.values["year"].get(year)
    if not members:
        return []
    return [WayOut(_("سنة الاجتماع"), year, Selection(values={"year": (year,)}).address, len(members))]
