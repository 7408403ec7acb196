"""Answers that the asker may hold already: entity tags and dates, and 304 where nothing has changed.

The entity tag is that of the body, so it is right whatever has changed: the data, the code or the host. The date
is that of the last change of the data or the program; every change of the data has a second of its own.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.http import http_date, parse_http_date_safe

from archive.models import ArchiveState

View = Callable[..., HttpResponse]

#: Between the moment of a change and the moment from which everybody sees it there are fewer seconds than these.
SETTLED = 60


def _newest_file() -> datetime:
    files = (path for path in Path(__file__).parents[1].rglob("*") if path.is_file() and path.suffix != ".pyc")
    return datetime.fromtimestamp(max(path.stat().st_mtime for path in files), UTC)


#: A new release may answer otherwise from the same data.
RELEASED = _newest_file()


def dated(view: View) -> View:
    """A view that shows the record: its answer says when the record last changed.

    That is asked before the view reads: a change in between makes the date too old, never too new. A date of this
    second or later is left out: it may become that of another change.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        changed = ArchiveState.objects.filter(pk=1).values_list("changed_at", flat=True).first()
        now = timezone.now().replace(microsecond=0)
        response = view(request, *args, **kwargs)
        if changed is not None and response.status_code == 200 and (moment := max(changed, RELEASED)) < now:
            response["Last-Modified"] = http_date(moment.timestamp())
        return response

    return answered


def answer_conditions(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The response with its entity tag, or 304 without a body for an asker who holds it.

    If-None-Match goes before If-Modified-Since. A date that is not ours (the asker's own clock) counts from a
    minute after the change: the asker may have read while the change was on its way.
    """
    if request.method not in ("GET", "HEAD"):
        return response
    set_response_etag(response)
    moment = parse_http_date_safe(response.get("Last-Modified", ""))
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    if moment is not None and since is not None and moment < since < moment + SETTLED:
        moment = None
    found = get_conditional_response(
        request, etag=response.get("ETag"), last_modified=moment, response=response
    )
    return found or response
