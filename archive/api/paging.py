"""The parameters of a list and the page that they ask for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict

from .responses import BadParameters, Errors

PAGE_SIZES = (20, 50, 100)
#: «relevance» and «newest» come with search.
SORTS = ("order",)
LIST_PARAMETERS = ("page", "page_size", "sort")

M = TypeVar("M", bound=Model)

_WHOLE_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class PageAsked:
    """Which page, counted from 1, and how many items on it."""

    number: int = 1
    size: int = PAGE_SIZES[0]


def read_page_asked(query: QueryDict) -> PageAsked:
    """The page that a query string asks for. Raises BadParameters, with every fault at once."""
    errors = unknown_parameters(query, LIST_PARAMETERS)
    for name in LIST_PARAMETERS:
        if len(query.getlist(name)) > 1:
            errors[name] = [f"ورد «{name}» أكثر من مرة؛ اكتبه مرة واحدة."]
    number = _whole_number(query.get("page", "1"))
    if not number:
        errors.setdefault("page", ["رقم الصفحة عدد صحيح يبدأ من 1."])
    size = _whole_number(query.get("page_size", str(PAGE_SIZES[0])))
    if size not in PAGE_SIZES:
        errors.setdefault("page_size", ["عدد النتائج في الصفحة هو 20 أو 50 أو 100."])
    if query.get("sort", SORTS[0]) not in SORTS:
        errors.setdefault("sort", ["الترتيب المتاح هو «order»، أي الترتيب الرسمي."])
    if errors or number is None or size is None:
        raise BadParameters(errors)
    return PageAsked(number, size)


def refuse_parameters(query: QueryDict) -> None:
    """An item takes no parameters; raises BadParameters when there are some."""
    errors = unknown_parameters(query, ())
    if errors:
        raise BadParameters(errors)


def unknown_parameters(query: QueryDict, known: tuple[str, ...]) -> Errors:
    taken = f"المعاملات المقبولة هي: {'، '.join(known)}." if known else "لا معاملات لهذا العنوان."
    return {name: [f"معامل غير معروف. {taken}"] for name in query if name not in known}


def build_list(
    request: HttpRequest, rows: QuerySet[M] | list[M], represent: Callable[[M], dict[str, Any]]
) -> dict[str, Any]:
    """One page of `rows` in the form of the contract; `rows` are in a stable order."""
    asked = read_page_asked(request.GET)
    count = len(rows) if isinstance(rows, list) else rows.count()
    last = max(1, -(-count // asked.size))
    if asked.number > last:
        raise BadParameters({"page": [f"لا توجد صفحة بهذا الرقم؛ آخر صفحة هي {last}."]})
    first = (asked.number - 1) * asked.size
    return {
        "count": count,
        "next": _address(request, asked.number + 1) if asked.number < last else None,
        "previous": _address(request, asked.number - 1) if asked.number > 1 else None,
        "results": [represent(row) for row in rows[first : first + asked.size]],
        "facets": [],
    }


def _address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def _whole_number(text: str) -> int | None:
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else None
