"""Two recommendations, or lettered items of them, side by side: /compare/?a=&b="""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from archive.display.comparison.strength import find_stronger, with_clauses
from archive.display.comparison.text_comparison import compare_texts
from archive.display.lookup.by_address import find_side
from archive.display.relations.comparison_offers import offer_found, offer_nearest
from archive.filters.page_parameters import COMPARE, A, B
from archive.filters.parameters import read_form


def compare(request: HttpRequest) -> HttpResponse:
    asked = read_form(request.GET, COMPARE)
    given = {side.name: asked[side] for side in (A, B)}
    sides = {name: find_side(text) if text else None for name, text in given.items()}
    known = {name: side.locator if side else given[name] for name, side in sides.items()}
    # One comparison has one address, however its sides were named.
    if known != given:
        return redirect(f"{request.path}?{_query(known['a'], known['b'])}")
    unknown = [name for name, text in given.items() if text and not sides[name]]
    # Words that name nothing may find something.
    found = {name: offer_found(given, name) for name in unknown}
    for side in (A, B):
        if side.name in unknown and not found[side.name]:
            asked.refuse(side)
    a, b = sides["a"], sides["b"]
    is_twice = a is not None and b is not None and a.locator == b.locator
    pair = (a, b) if a and b and not is_twice else None
    chosen = a or b
    context = {
        "given": given,
        "a": chosen,
        "b": b if a and not is_twice else None,
        "complaints": asked.faults,
        "found": [(name, given[name], offers) for name, offers in found.items() if offers],
        "nearest": offer_nearest(chosen) if chosen and not pair and not unknown else [],
        "is_twice": is_twice,
        "sides": with_clauses(pair) if pair else [],
        "stronger": find_stronger(*pair) if pair else "",
        "comparison": compare_texts(pair[0].lines, pair[1].lines) if pair else None,
        "query": _query(*given.values()),
        "printed_address": request.build_absolute_uri(f"{request.path}?{_query(*given.values())}"),
        "swapped": f"{request.path}?{_query(given['b'], given['a'])}",
    }
    return render(request, "archive/compare.html", context)


def _query(a: str, b: str) -> str:
    return urlencode([(name, value) for name, value in (("a", a), ("b", b)) if value])
