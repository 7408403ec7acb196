"""Small middlewares: the headers that Django 5.2 does not send, the language of an address, wrong addresses."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

GetResponse = Callable[[HttpRequest], HttpResponse]


class SecurityHeaders:
    """Sends the Content-Security-Policy and the Permissions-Policy with every answer."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = "; ".join(f"{name} {value}" for name, value in settings.CONTENT_SECURITY_POLICY.items())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # Django's own yellow pages are built of inline styles; they exist with DEBUG only.
        if not (settings.DEBUG and response.status_code in (404, 500)):
            response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response


class LanguageOfAddress:
    """Chooses the language by the address alone: /en/… is English, everything else Arabic.

    Django's LocaleMiddleware does the same on our addresses and then says `Vary: Accept-Language`,
    which is untrue here and makes caches keep a copy for every browser's wishes.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        # Not put back afterwards: an answer that is streamed is written after this method has ended.
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class NoNulInAddress:
    """Answers 404 for an address with a NUL (%00): nothing has such a name, and PostgreSQL refuses to look."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404
        return self.get_response(request)
