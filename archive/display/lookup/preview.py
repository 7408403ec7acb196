"""Staff look at what is not public on the pages where readers will find it."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from archive.models.publication import as_staff_see

_NOT_SHOWN = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


def is_staff(request: HttpRequest) -> bool:
    """Whoever has no session is the public, and no session is asked for to know it."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_staff


def previewed_by_staff(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of one record: where readers find nothing, staff see the draft, or what was withdrawn."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code in _NOT_SHOWN and is_staff(request):
            with as_staff_see():
                seen = view(request, *args, **kwargs)
            return response if seen.status_code in _NOT_SHOWN else seen
        return response

    return shown
