"""A list that a reader has put together: /list/?items=locator,locator. The address is all there is of it here.

Recommendations and lettered items of them (…5.2.k) stand in it in the order of the address.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from archive.display.comparison.sides import Side
from archive.display.lookup.by_address import find_sides
from archive.filters.page_parameters import ITEMS, LIST_TITLE, OWN_LIST
from archive.filters.parameters import ParameterFault, read_form

MOST = 200
#: So many of the unknown ones are named.
_NAMED = 5


def own_list(request: HttpRequest) -> HttpResponse:
    given = read_form(request.GET, OWN_LIST)
    asked, title = given[ITEMS], " ".join(given[LIST_TITLE].split())
    found = find_sides(asked[:MOST])
    entries = [found[locator] for locator in asked[:MOST] if locator in found]
    items = ",".join(side.locator for side in entries)
    query = f"?items={items}" + (f"&{urlencode({'title': title})}" if title else "") if items else ""
    context = {
        "entries": entries,
        "complaints": _complaints(asked, found),
        "list_title": title if items else "",
        "query": query,
        "printed_address": request.build_absolute_uri(f"{request.path}{query}") if items else "",
    }
    return render(request, "archive/own_list.html", context)


def _complaints(asked: Sequence[str], found: Mapping[str, Side]) -> list[ParameterFault]:
    unknown = [locator for locator in asked[:MOST] if locator not in found]
    complaints = []
    if unknown:
        named = ", ".join(locator[:60] for locator in unknown[:_NAMED]) + (" …" if unknown[_NAMED:] else "")
        complaints.append(ParameterFault(ITEMS.name, named, str(ITEMS.takes)))
    if asked[MOST:]:
        sentence = _("الحد الأقصى لعدد التوصيات في قائمتي %(most)s؛ عرضنا الأولى منها.") % {"most": MOST}
        complaints.append(ParameterFault(ITEMS.name, "…", sentence))
    return complaints
