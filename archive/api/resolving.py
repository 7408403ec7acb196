"""POST /api/v1/resolve: what a text cites. Nothing is changed by it, so it needs no session and no token."""

import json
from collections.abc import Sequence
from functools import wraps
from typing import Any, get_args

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from archive.search.resolving import MOST_BYTES, ResolvedReference, plain_characters, resolve_text
from archive.search.stored_things import Status

from .responses import View, answer_row, refuse
from .schema import ADDRESS, COUNT, TEXT, Schema, list_of, one_of, or_null
from .shapes import Field, Shape, many, plain

METHODS = ("POST", "OPTIONS")
#: What is sent may be written with escapes («\\u0627» for a letter of two bytes); no text that is taken is longer.
_MOST_SENT = 8 * MOST_BYTES
_KINDS = ("recommendation", "meeting", "document", "paragraph", "treaty_article", "resolution", "url")

TOO_LONG = "النص أطول من ميغابايت واحد؛ أرسله أجزاءً."
_NO_TEXT = 'أرسل كائن JSON فيه النص: {"text": "…"}.'

RESOLVED = Shape[ResolvedReference](
    "ResolvedReference",
    (
        plain("start", COUNT),
        plain("end", COUNT),
        plain("text", TEXT),
        plain("kind", one_of(_KINDS)),
        plain("status", one_of(get_args(Status))),
        plain("locator", or_null(TEXT)),
        Field(
            "url", or_null(ADDRESS), lambda row, absolute: absolute(row.address) if row.address else None
        ),
        plain("candidates", list_of(TEXT), lambda row: list(row.candidates)),
    ),
)
RESOLVED_LIST = Shape[Sequence[ResolvedReference]](
    "ResolvedReferences", (many("references", RESOLVED, lambda found: found),)
)
ASKED: Schema = {"type": "object", "required": ["text"], "properties": {"text": TEXT}}


def _posted(view: View) -> View:
    """A view that reads what is posted to it, from any site."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers={"Allow": ", ".join(METHODS)})
        elif request.method != "POST":
            response = refuse(request, {"method": ["يُرسل النص إلى هذا العنوان بالطلب POST."]}, 405)
            response["Allow"] = ", ".join(METHODS)
        else:
            response = view(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Allow-Methods"] = ", ".join(METHODS)
        response["Access-Control-Allow-Headers"] = "Content-Type"
        return response

    return csrf_exempt(answered)


@_posted
def resolve(request: HttpRequest) -> HttpResponse:
    """Everything that the text cites, in the order of its places."""
    if request.GET:
        return refuse(request, {name: ["لا معامل بهذا الاسم لهذا العنوان."] for name in request.GET}, 400)
    if _length(request) > _MOST_SENT:
        return refuse(request, {"text": [TOO_LONG]}, 413)
    try:
        # Read here and not by `request.body`, whose limit is that of forms.
        asked = json.loads(request.read(_MOST_SENT).decode("utf-8"))
    except (ValueError, RecursionError, OSError):
        return refuse(request, {"text": [_NO_TEXT]}, 400)
    text = asked.get("text") if isinstance(asked, dict) else None
    if not isinstance(text, str):
        return refuse(request, {"text": [_NO_TEXT]}, 400)
    text = plain_characters(text)
    if len(text.encode()) > MOST_BYTES:
        return refuse(request, {"text": [TOO_LONG]}, 413)
    return answer_row(request, RESOLVED_LIST, resolve_text(text))


def _length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0
