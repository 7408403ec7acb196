"""A list that a reader has put together: /list/?items=locator,locator. The address is all there is of it here.

Recommendations and lettered items of them (…5.2.k) stand in it in the order of the address; a range («…5.1..20») is
what it holds. What no address holds comes by POST.
"""

from collections.abc import Collection, Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from archive.display.lookup.by_address import find_sides
from archive.display.lookup.forgotten import follow_items
from archive.display.text.in_languages import english_texts
from archive.filters.named_items import write_items
from archive.filters.page_parameters import ITEMS, LIST_TITLE, OWN_LIST
from archive.filters.parameters import ParameterFault, read_form
from archive.giving.items import unrolled

from .methods import takes_post

#: As static/js/parts/list.js and views/search.py have it.
MOST = 500
#: So many of the unknown ones are named.
_NAMED = 5


@takes_post
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def own_list(request: HttpRequest) -> HttpResponse:
    """Nothing changes by a POST, so it needs no token."""
    query_given = request.GET.copy()
    query_given.update(request.POST)
    given = read_form(query_given, OWN_LIST)
    named, title = given[ITEMS], " ".join(given[LIST_TITLE].split())
    asked = unrolled(named)
    found = find_sides(asked[:MOST])
    followed = follow_items([locator for locator in asked[:MOST] if locator not in found])
    if followed.moved:
        asked = followed.now(asked)
        found = find_sides(asked[:MOST])
    entries = [found[locator] for locator in asked[:MOST] if locator in found]
    rows = [side.recommendation for side in entries]
    items = write_items([side.locator for side in entries])
    query = f"?items={items}" + (f"&{urlencode({'title': title})}" if title else "") if items else ""
    context = {
        "entries": entries,
        "english": english_texts({row.pk: [item.position for item in row.subparagraphs.all()] for row in rows}),
        "complaints": _complaints(asked, found.keys() | followed.withdrawn.keys()),
        "followed": followed,
        "list_title": title if items else "",
        "query": query,
        "printed_address": request.build_absolute_uri(f"{request.path}{query}") if items else "",
    }
    return render(request, "archive/own_list.html", context)


def _complaints(asked: Sequence[str], found: Collection[str]) -> list[ParameterFault]:
    unknown = [locator for locator in asked[:MOST] if locator not in found]
    complaints = []
    if unknown:
        named = ", ".join(locator[:60] for locator in unknown[:_NAMED]) + (" …" if unknown[_NAMED:] else "")
        complaints.append(ParameterFault(ITEMS.name, named, str(ITEMS.takes)))
    if asked[MOST:]:
        sentence = _("الحد الأقصى لعدد التوصيات في قائمتي %(most)s؛ عرضنا الأولى منها.") % {"most": MOST}
        complaints.append(ParameterFault(ITEMS.name, "…", sentence))
    return complaints
