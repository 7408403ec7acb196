"""A list of recommendations in JSON: filtered, searched, counted as the page does it, from the same `find`."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest

from archive.filters.facets import Facet, Option
from archive.filters.finding import Found, find, find_typed_reference
from archive.filters.page_parameters import SEARCH
from archive.filters.parameters import read_parameters
from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.models import Recommendation

from .paging import neighbours, page_or_refuse, refuse_faults

PARTIAL = 20

Represent = Callable[[Recommendation], dict[str, Any]]


def build_found_list(request: HttpRequest, represent: Represent) -> dict[str, Any]:
    """One page of what the query string selects. Raises BadParameters, with every fault at once."""
    snapshot = current_snapshot()
    asked = read_parameters(request.GET, SEARCH, snapshot.knows)
    selection = Selection.from_asked(asked)
    refuse_faults(asked)
    found = find(selection, snapshot)
    page_or_refuse(asked, found.count)
    return _represent_found(request, found, represent)


def _represent_found(request: HttpRequest, found: Found, represent: Represent) -> dict[str, Any]:
    selection = found.selection
    first = (selection.page - 1) * selection.page_size
    keys = found.slice(first, first + selection.page_size)
    partial = found.partial[:PARTIAL] if selection.page == 1 else []
    rows = Recommendation.objects.for_display().with_meaning().in_bulk([*keys, *partial])
    answer = {
        "count": found.count,
        **neighbours(request, selection.page, found.last_page),
        "results": _represented(keys, rows, represent),
        "facets": [represent_facet(facet) for facet in found.facets],
    }
    if found.hits is not None:
        answer["partial"] = _represented(partial, rows, represent)
        answer["search"] = represent_search(found)
        answer["reference"] = _reference(request, selection)
    return answer


def represent_facet(facet: Facet) -> dict[str, Any]:
    return {
        "name": facet.name,
        "label": facet.label,
        "options": [_represent_option(option) for option in facet.options],
    }


def represent_search(found: Found) -> dict[str, Any]:
    """How the words were understood; `kind` of a notice is a word of the interface, not of a language."""
    hits = found.hits
    assert hits is not None, "without words nothing was understood"
    understood = hits.understood
    return {
        "typed": understood.typed,
        "understood_as": str(understood),
        "exact": understood.exact,
        "notices": [
            {"kind": notice.kind, "typed": notice.typed, "shown": list(notice.shown)}
            for notice in understood.notices
        ],
        "stale_index": hits.stale,
    }


def _reference(request: HttpRequest, selection: Selection) -> dict[str, Any] | None:
    """What the words name, where they name one thing: the page of recommendations would lead there."""
    found = find_typed_reference(selection)
    if found is None:
        return None
    address = request.build_absolute_uri(found.address)
    return {"locator": found.locator, "symbol": found.symbol, "url": address}


def _represent_option(option: Option) -> dict[str, Any]:
    label = f"{option.label} ({option.note})" if option.note and option.facet == "meeting" else option.label
    return {"value": option.value, "label": label, "count": option.count, "selected": option.selected}


def _represented(
    keys: Sequence[int], rows: dict[int, Recommendation], represent: Represent
) -> list[dict[str, Any]]:
    return [represent(rows[key]) for key in keys if key in rows]
