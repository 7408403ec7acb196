"""Readers are answered by a copy of the database where there are some, and by another one where it fails.

Staff read what they wrote: the desk, whoever is signed in and what is sent in a form are answered by the database that
takes the writing. Where that one is silent, what is only read goes on all the same.
"""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DEFAULT_DB_ALIAS, connections
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from psycopg import DataError
from psycopg.errors import QueryCanceled

from archive.models.databases import copies, reading_from
from archive.record.replicas import replicas

_log = logging.getLogger("archive.database")
_DESK = "/admin/"


class ReadsFrom:
    """A middleware. Stands outside whatever looks at the state of the data."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not copies():
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response: Any = None
        for alias in databases_for(request):
            connection: Any = connections[alias]
            connection.last_error = None
            with reading_from(alias):
                response = self.get_response(request)
            error = connection.last_error
            if error is None or request.method not in ("GET", "HEAD") or not _may_do_better(error):
                break
            said = next(iter(str(error).splitlines()), "")
            _log.warning("%s was read from in vain, another is asked: %s", alias, said)
            if connection.connection is None or connection.connection.closed:
                replicas.tell(alias, None)
        if isinstance(response, StreamingHttpResponse):
            # Its lines are read when this has long ended.
            response.streaming_content = _reading(alias, iter(response))
        written: HttpResponse = response
        return written


def databases_for(request: HttpRequest) -> list[str]:
    """Those to ask, one after the other."""
    if request.path_info.startswith(_DESK):
        return [DEFAULT_DB_ALIAS]
    is_for_staff = settings.SESSION_COOKIE_NAME in request.COOKIES
    if (is_for_staff or request.method not in ("GET", "HEAD")) and not replicas.is_silent(DEFAULT_DB_ALIAS):
        return [DEFAULT_DB_ALIAS, *(one for one in replicas.in_order() if one != DEFAULT_DB_ALIAS)]
    return replicas.in_order()


def _may_do_better(error: BaseException) -> bool:
    """Not where the statement itself was too long, or nonsense: elsewhere it would be the same."""
    return not isinstance(error, QueryCanceled | DataError)


def _reading(alias: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
    while True:
        with reading_from(alias):
            chunk = next(chunks, None)
        if chunk is None:
            return
        yield chunk
