"""Two recommendations, or lettered items of them, side by side: /compare/?a=&b="""

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from archive.display.comparison.comparison_offers import offer_found, offer_nearest
from archive.display.comparison.sides import Side
from archive.display.comparison.text_comparison import compare_texts
from archive.filters.page_parameters import COMPARE, A, B
from archive.filters.parameters import read_form
from archive.models import Kinship, OperativeClause, Recommendation
from archive.search.reference import find_reference

# A reader may paste the address of a page: …/recommendations/ctoc-cop-wg7.5.2/#k
_ADDRESS = re.compile(r"/recommendations/(?P<locator>[^/?#\s]+)/?(?:\?[^#\s]*)?(?:#(?P<letter>[a-z]{1,2}))?$")


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
    is_pair = a is not None and b is not None and not is_twice
    context = {
        "given": given,
        "a": a or b,
        "b": b if a and not is_twice else None,
        "complaints": asked.faults,
        "found": [(name, given[name], offers) for name, offers in found.items() if offers],
        "nearest": offer_nearest(a or b) if (a or b) and not is_pair and not unknown else [],
        "is_twice": is_twice,
        "sides": _with_clauses([a, b]) if is_pair else [],
        "stronger": _stronger(a, b) if is_pair else "",
        "comparison": compare_texts(a.lines, b.lines) if is_pair else None,
        "query": _query(*given.values()),
        "printed_address": request.build_absolute_uri(f"{request.path}?{_query(*given.values())}"),
        "swapped": f"{request.path}?{_query(given['b'], given['a'])}",
    }
    return render(request, "archive/compare.html", context)


def find_side(text: str) -> Side | None:
    """By locator, by the address of the page, or by a typed reference; None where no single one is named."""
    reference = find_reference(_pasted(text) or text)
    if reference is None or reference.locator is None:
        return None
    locator = reference.locator
    rows = Recommendation.objects.for_display()
    whole = rows.filter(locator=locator).first()
    if whole is not None:
        return Side(whole)
    whole = rows.get(locator=locator.rpartition(".")[0])
    return Side(whole, next(item for item in whole.subparagraphs.all() if item.locator == locator))


def _with_clauses(sides: Sequence[Side]) -> list[tuple[Side, OperativeClause | None]]:
    """Each with the clause by which it asks."""
    keys = {side.recommendation.pk for side in sides}
    clauses = list(OperativeClause.objects.in_force().in_order().filter(recommendation__in=keys))
    return [
        (side, side.main_clause([one for one in clauses if one.recommendation_id == side.recommendation.pk]))
        for side in sides
    ]


def _stronger(a: Side, b: Side) -> str:
    """«a» or «b», where it asks more strongly for what the other asks for; else nothing."""
    keys = [a.recommendation.pk, b.recommendation.pk]
    rows = Kinship.objects.in_force().filter(
        relation=Kinship.Relation.STRENGTHENS, earlier__in=keys, later__in=keys
    )
    pairs = list(rows.values_list("earlier", "earlier_item", "later", "later_item"))
    first, second = ((side.recommendation.pk, side.item.pk if side.item else None) for side in (a, b))
    return "b" if (*first, *second) in pairs else "a" if (*second, *first) in pairs else ""


def _pasted(text: str) -> str:
    found = _ADDRESS.search(text)
    if found is None:
        return ""
    return f"{found['locator']}.{found['letter']}" if found["letter"] else found["locator"]


def _query(a: str, b: str) -> str:
    return urlencode([(name, value) for name, value in (("a", a), ("b", b)) if value])
