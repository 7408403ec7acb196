"""Two recommendations, or lettered items of them, side by side: /compare/?a=&b="""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.arabic.clean import clean
from archive.display.comparison.strength import find_stronger, with_clauses
from archive.display.comparison.text_comparison import compare_texts
from archive.display.lookup.by_address import find_side
from archive.display.relations.comparison_offers import offer_found, offer_nearest
from archive.display.results.paging import Complaint

_LONGEST = 300


def compare(request: HttpRequest) -> HttpResponse:
    given = {name: clean(request.GET.get(name, "")[:_LONGEST]).strip() for name in ("a", "b")}
    sides = {name: find_side(text) if text else None for name, text in given.items()}
    known = {name: side.locator if side else given[name] for name, side in sides.items()}
    # One comparison has one address, however its sides were named.
    if known != given:
        return redirect(f"{request.path}?{_query(known['a'], known['b'])}")
    unknown = [name for name, text in given.items() if text and not sides[name]]
    # Words that name nothing may find something.
    found = {name: offer_found(given, name) for name in unknown}
    complaints = [Complaint(name, given[name][:60], _unknown()) for name in unknown if not found[name]]
    a, b = sides["a"], sides["b"]
    is_twice = a is not None and b is not None and a.locator == b.locator
    pair = (a, b) if a and b and not is_twice else None
    chosen = a or b
    context = {
        "given": given,
        "a": chosen,
        "b": b if a and not is_twice else None,
        "complaints": complaints,
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


def _unknown() -> str:
    return _(
        "لم نجد توصية واحدة بهذا الاسم. اكتب معرّفها أو رابط صفحتها، "
        "أو رقم اجتماعها ورقمها، مثل «5/2» أو «التوصية 12 من الاجتماع الرابع»."
    )
