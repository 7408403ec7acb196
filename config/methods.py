"""Methods that an address does not take get 405, whatever the address: nobody is told of a missing token, or served.

A view says `takes_post` of itself (archive/views/methods.py); the rest is only read. What stands below /api/ answers
in JSON itself, and the pages of staff are forms.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

_READING = ("GET", "HEAD")
_FORMS = ("GET", "HEAD", "POST")
#: Only these reach a view that answers for itself.
_KNOWN = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})
_API, _STAFF = "/api/", "/admin/"
_SENTENCE = "لا يُقبل هذا الطلب في هذا الرابط.\nThis address does not take such a request.\n"


class AllowedMethods:
    """Stands before whatever looks for a token or serves a file."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # TRACE, CONNECT and what nobody knows: refused before anything is looked up.
        return self.get_response(request) if request.method in _KNOWN else not_allowed(_READING)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """None lets the view answer."""
        if request.path_info.startswith(_API):
            return None
        takes_forms = getattr(view, "takes_post", False) or request.path_info.startswith(_STAFF)
        allowed = _FORMS if takes_forms else _READING
        return None if request.method in allowed else not_allowed(allowed)


def not_allowed(allowed: tuple[str, ...]) -> HttpResponse:
    """405 with what the address takes."""
    return HttpResponseNotAllowed(allowed, _SENTENCE, content_type="text/plain; charset=utf-8")
