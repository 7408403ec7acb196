"""Each request gets an id, a line in the log and its place in the figures. Stands before all else."""

import logging
import re
import time
from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve

from config.logs import request_id
from config.metrics import observe

HEADER = "X-Request-ID"
#: What a proxy may call a request: hexadecimal as nginx writes it, UUIDs, and the like.
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}", re.ASCII)
_log = logging.getLogger("archive.requests")


class RequestLog:
    """The id is the proxy's (BEHIND_PROXY), else our own: whoever else sends one does not name our lines."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        known = _id_of(request)
        # Not put back: what is streamed is written after this method has ended, in the same thread.
        request_id.set(known)
        started = time.perf_counter()
        response = self.get_response(request)
        seconds = time.perf_counter() - started
        kind, origin = kind_of(request, response), origin_of(request)
        observe(kind, origin, request.method or "", response.status_code, seconds)
        fields = {
            "method": request.method,
            "path": request.path[:300],
            "status": response.status_code,
            "milliseconds": round(seconds * 1000, 1),
            "kind": kind,
            "origin": origin,
        }
        level = logging.ERROR if response.status_code >= 500 else logging.INFO
        _log.log(
            level, "%s %s %d in %s ms", *list(fields.values())[:4], extra={"fields": fields}
        )
        response.headers[HEADER] = known
        return response


def _id_of(request: HttpRequest) -> str:
    sent = request.headers.get(HEADER, "") if settings.BEHIND_PROXY else ""
    return sent if _ID.fullmatch(sent) else uuid4().hex


def kind_of(request: HttpRequest, response: HttpResponseBase) -> str:
    """The name of the page in the table of addresses: of few names, whatever is asked for."""
    path = request.path_info
    if path.startswith(settings.STATIC_URL):
        return "static" if response.status_code != 404 else "unknown"
    if path.startswith("/admin/"):
        return "admin"
    if path == "/metrics" and response.status_code == 200:
        return "metrics"
    match = request.resolver_match
    if match is None:
        # Answered before the table was asked: from memory, or refused.
        try:
            match = resolve(path)
        except Resolver404:
            return "unknown"
    return match.view_name or "unnamed"


def origin_of(request: HttpRequest) -> str:
    """`made` by a view, or answered without one: a page that is kept, a file, a refusal."""
    return "made" if request.resolver_match is not None else "kept"
