"""How the API answers: JSON in UTF-8, readable from any site, and errors that name what was wrong."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from archive.filters.parameters import ParameterFault

from .list_fields import ERRORS, Errors
from .shapes import Row, Shape

View = Callable[..., HttpResponse]

METHODS = ("GET", "HEAD", "OPTIONS")


class NotFound(Exception):
    """No such item. `parameter` is the part of the address, `sentence` what to tell the reader."""

    def __init__(self, parameter: str, sentence: str) -> None:
        super().__init__(sentence)
        self.errors: Errors = {parameter: [sentence]}


class Gone(Exception):
    """It was withdrawn. `sentence` says what stood there, and why it does not any more."""

    def __init__(self, parameter: str, sentence: str) -> None:
        super().__init__(sentence)
        self.errors: Errors = {parameter: [sentence]}


class BadParameters(Exception):
    """Parameters that the address does not take, or values that they do not; every sentence once."""

    def __init__(self, faults: Sequence[ParameterFault]) -> None:
        self.errors: Errors = {}
        for fault in faults:
            sentences = self.errors.setdefault(fault.parameter, [])
            if fault.sentence not in sentences:
                sentences.append(fault.sentence)
        super().__init__(str(self.errors))


def answer(data: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse(
        data,
        status=status,
        content_type="application/json; charset=utf-8",
        json_dumps_params={"ensure_ascii": False},
    )


def answer_row(request: HttpRequest, shape: Shape[Row], row: Row) -> JsonResponse:
    """The row in its shape, its addresses such as work anywhere."""
    return answer(shape.represent(row, request.build_absolute_uri))


def refuse(request: HttpRequest, errors: Errors, status: int) -> JsonResponse:
    return answer(ERRORS.represent(errors, request.build_absolute_uri), status)


def read_only(view: View) -> View:
    """A view that only reads: other methods get 405, refused requests their reasons, all of it in JSON.

    The check against forged requests is off: nothing here writes, and POST is to be told 405 and not 403.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _answer_to(view, request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return csrf_exempt(answered)


def _answer_to(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    if request.method == "OPTIONS":
        allowed = ", ".join(METHODS)
        return HttpResponse(status=204, headers={"Allow": allowed, "Access-Control-Allow-Methods": allowed})
    if request.method not in METHODS:
        refused = refuse(request, {"method": ["هذه الواجهة للقراءة فقط؛ استعمل الطلب GET."]}, 405)
        refused["Allow"] = ", ".join(METHODS)
        return refused
    try:
        return view(request, *args, **kwargs)
    except BadParameters as refusal:
        return refuse(request, refusal.errors, 400)
    except NotFound as refusal:
        return refuse(request, refusal.errors, 404)
    except Gone as refusal:
        return refuse(request, refusal.errors, 410)
