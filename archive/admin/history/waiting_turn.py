"""A lock is waited for briefly, and then said: what was typed stays in the page, to be sent again."""

import logging
import time
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from archive.record.troubles import LOCKED, SLOW, trouble_of

from .carried import OPENED, carried_fields

log = logging.getLogger(__name__)

#: Seconds for which a form waits for its turn. A load holds the archive for about a second a document.
PATIENCE = 12.0
_PAUSE = 0.1


class Turn:
    """Whether the work of a request has begun: what has begun is not tried again."""

    begun = False


def in_turn(site: object, request: HttpRequest, work: Callable[[Turn], HttpResponse]) -> HttpResponse:
    """Does `work`, which says when it holds the lock, as soon as nobody else writes; a page where that takes long."""
    until = time.monotonic() + PATIENCE
    while True:
        turn = Turn()
        try:
            return work(turn)
        except DatabaseError as error:
            if trouble_of(error) not in (LOCKED, SLOW):
                raise
            if turn.begun or time.monotonic() > until:
                log.warning("%s was not saved: somebody else holds the database", request.path)
                return _say_busy(site, request)
        time.sleep(_PAUSE)


def _say_busy(site: object, request: HttpRequest) -> HttpResponse:
    context = {
        **site.admin_site.each_context(request),  # type: ignore[attr-defined]
        "title": "لم يُحفظ بعد",
        "carried": carried_fields(request),
        "opened_at": request.POST.get(OPENED, ""),
    }
    answer = TemplateResponse(request, "admin/history/busy.html", context, status=503)
    answer["Retry-After"] = "5"
    return answer
