"""Small middlewares: headers that Django 5.2 does not send, compression, language of an address, wrong addresses."""

import re
from collections.abc import Callable

import brotli
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware, re_accepts_gzip
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers

_REFUSED = re.compile(r"q=0(\.0*)?")

GetResponse = Callable[[HttpRequest], HttpResponse]


class SecurityHeaders:
    """Sends with every answer what browsers are to hold themselves to and Django 5.2 does not say."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = "; ".join(f"{name} {value}" for name, value in settings.CONTENT_SECURITY_POLICY.items())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # Django's own yellow pages are built of inline styles; they exist with DEBUG only.
        if not (settings.DEBUG and response.status_code in (404, 500)):
            response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        # What is for programs of any site says so; all else no other site draws into its pages.
        shared = response.headers.get("Access-Control-Allow-Origin") == "*"
        response.headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if shared else "same-origin")
        response.headers.setdefault("X-Permitted-Cross-Domain-Policies", "none")
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


def carries_session(request: HttpRequest) -> bool:
    """Whether whoever asks is signed in, or was, or is about to be."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES or request.path_info.startswith("/admin/")


class CompressPublicPages(GZipMiddleware):
    """Compresses what everybody may read. Pages of staff hold secrets, whose length compression would tell (BREACH).

    Brotli for browsers that read it: on our pages a tenth smaller than gzip and in half the time.
    """

    QUALITY = 6
    #: Below this many bytes an answer fits into one packet anyway.
    LEAST = 200

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if carries_session(request):
            return response
        # What is streamed is no HttpResponse.
        if not isinstance(response, HttpResponse) or not _reads_brotli(request):
            return super().process_response(request, response)
        if len(response.content) < self.LEAST or response.has_header("Content-Encoding"):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        response.content = brotli.compress(response.content, quality=self.QUALITY)
        response.headers["Content-Length"] = str(len(response.content))
        response.headers["Content-Encoding"] = "br"
        tag = response.headers.get("ETag", "")
        if tag.startswith('"'):
            # The same page in other bytes: no longer the same to the byte.
            response.headers["ETag"] = f"W/{tag}"
        return response


def offered_encoding(request: HttpRequest) -> str:
    """In which of our ways the answer to this asker may be packed: br, gzip, or empty."""
    if _reads_brotli(request):
        return "br"
    return "gzip" if re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")) else ""


def _reads_brotli(request: HttpRequest) -> bool:
    """Whether the asker names brotli, and not to refuse it («br;q=0»)."""
    for offer in request.headers.get("Accept-Encoding", "").lower().split(","):
        name, _semicolon, weight = offer.replace(" ", "").partition(";")
        if name == "br":
            return not _REFUSED.fullmatch(weight)
    return False


class NoCopiesForStaff:
    """What a member of the staff was answered is kept by no cache, our service worker among them."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if carries_session(request):
            patch_cache_control(response, private=True, no_store=True)
        return response


class NoNulInAddress:
    """Answers 404 for an address with a NUL (%00): nothing has such a name, and PostgreSQL refuses to look."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404
        return self.get_response(request)
