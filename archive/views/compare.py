"""Two recommendations, or lettered items of them, side by side: /compare/?a=&b=

`among` has the results from which the first was taken: others of them are offered, and a way back.
"""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from archive.display.comparison.strength import find_stronger, with_clauses
from archive.display.comparison.text_comparison import compare_texts
from archive.display.lookup.by_address import find_side
from archive.display.relations.comparison_offers import offer_among, offer_found, offer_nearest
from archive.display.relations.english_comparison import english_lines, english_of_sides, english_opening
from archive.filters.page_parameters import AMONG, COMPARE, A, B
from archive.filters.parameters import read_form
from archive.filters.selection import Selection


def compare(request: HttpRequest) -> HttpResponse:
    asked = read_form(request.GET, COMPARE)
    given = {side.name: asked[side] for side in (A, B)}
    sides = {name: find_side(text) if text else None for name, text in given.items()}
    known = {name: side.locator if side else given[name] for name, side in sides.items()}
    # One comparison has one address, however its sides were named.
    if known != given:
        return redirect(f"{request.path}?{_query(known['a'], known['b'], asked[AMONG])}")
    unknown = [name for name, text in given.items() if text and not sides[name]]
    # Words that name nothing may find something.
    found = {name: offer_found(given, name) for name in unknown}
    for side in (A, B):
        if side.name in unknown and not found[side.name]:
            asked.refuse(side)
    a, b = sides["a"], sides["b"]
    is_twice = a is not None and b is not None and a.locator == b.locator
    pair = (a, b) if a and b and not is_twice else None
    results, _faults = Selection.from_querydict(QueryDict(asked[AMONG]))
    chosen = a or b
    english = english_of_sides([side for side in (a, b) if side])
    arabic = compare_texts(pair[0].lines, pair[1].lines) if pair else None
    # Words are compared within one language: English ones where both texts are held in English.
    translated = [english_lines(side, english) for side in pair or ()]
    in_english = compare_texts(*translated) if pair and all(translated) else None
    context = {
        "given": given,
        "a": chosen,
        "b": b if a and not is_twice else None,
        # Of results that are too long to be named nothing is said: only the way back is missing.
        "complaints": [fault for fault in asked.faults if fault.parameter != AMONG.name],
        "found": [(name, given[name], offers) for name, offers in found.items() if offers],
        "among": asked[AMONG],
        "results": f"{reverse('recommendations')}{results.address}" if asked[AMONG] else "",
        "beside": offer_among(results, given, asked[AMONG]) if asked[AMONG] and chosen and not pair else [],
        "nearest": offer_nearest(chosen, asked[AMONG]) if chosen and not pair and not unknown else [],
        "is_twice": is_twice,
        "sides": with_clauses(pair) if pair else [],
        "stronger": find_stronger(*pair) if pair else "",
        "comparison": in_english or arabic,
        "arabic": arabic if in_english else None,
        "opening": english_opening(chosen, english, 40) if chosen and not pair else "",
        "query": _query(*given.values()),
        "printed_address": request.build_absolute_uri(f"{request.path}?{_query(*given.values())}"),
        "swapped": f"{request.path}?{_query(given['b'], given['a'], asked[AMONG])}",
    }
    return render(request, "archive/compare.html", context)


def _query(a: str, b: str, among: str = "") -> str:
    return urlencode([(name, value) for name, value in (("a", a), ("b", b), ("among", among)) if value])
