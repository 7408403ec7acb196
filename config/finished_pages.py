"""Public answers are made once for each state of the data: entity tags, 304, and finished pages kept in memory.

Everything hangs on the token of the state, asked of the database at every request; so a change is seen at the next
one, by every process, and also after a restore. What is made for one asker passes by: see `is_for_everybody`.
"""

from collections.abc import Callable
from datetime import datetime
from hashlib import blake2b

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern
from django.utils import timezone
from django.utils.cache import has_vary_header, patch_vary_headers
from django.utils.http import http_date, parse_etags, parse_http_date_safe

from archive import urls
from archive.models import ArchiveState
from archive.models.databases import one_state, reads_a_copy
from archive.models.import_run import Versions
from archive.record.held import forget_held
from archive.record.state import answering_for

from .build import build_name, released_at
from .middleware import carries_session, offered_encoding
from .page_store import Kept, PageStore

GetResponse = Callable[[HttpRequest], HttpResponseBase]

#: Browsers ask each time (`must-revalidate` also keeps them from showing a stale page first). A proxy may keep a page
#: for five seconds, as long as the chair takes to name the next recommendation, and show it for an hour while the
#: server fails, as long as a sitting of a morning bears.
_PROXIES = "stale-while-revalidate=5, stale-if-error=3600"
CACHE_CONTROL = f"public, max-age=0, must-revalidate, s-maxage=5, {_PROXIES}"
#: The same for proxies that know RFC 9213, to whom the browsers' `must-revalidate` would forbid the stale page.
CDN_CACHE_CONTROL = f"max-age=5, {_PROXIES}"
#: What is not here, or no longer, is asked for each time and never shown from a copy.
_GONE = (404, 410)

#: Every page of the archive of today in both languages, packed for three kinds of browsers, takes about 15 MB.
STORE = PageStore(most_bytes=32 * 1024 * 1024, largest=2 * 1024 * 1024)

#: A form's token, files that are written at the moment, files of their own with tags of their own.
_NAMES = {str(one.name) for one in urls.pages if isinstance(one, URLPattern)}
_PAGES = {name for name in _NAMES if name != "resolve" and not name.endswith("_file")}
#: What stands once, for machines: some of it has to answer without a database.
_FOR_MACHINES = {f"/{one.pattern}" for one in urls.unprefixed}
#: Of the interface for programs, what tells of the program and not of the record.
_WITHOUT_DATE = {"api:openapi", "api:docs"}
#: Attempts to make a page while the data changes: a load commits a few times a second, a page takes some 10 ms.
_ATTEMPTS = 4


class FinishedPages:
    """Answers from memory or with 304 where nothing has changed; else has the page made, tags it and keeps it.

    Stands outside what compresses, so that what is kept is packed already.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        # Read at the start, not by the first reader.
        build_name()
        released_at()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._answer(request)
        # Whoever asks, staff too: browsers that are told nothing keep a 410 for good, also when it is published again.
        if response.status_code in _GONE and not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = "no-cache"
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        if not is_for_everybody(request):
            with one_state():
                return self.get_response(request)
        try:
            address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
            versions = ArchiveState.objects.versions()
        except (DisallowedHost, DatabaseError):
            # Whoever comes next says so in words.
            return self.get_response(request)
        if versions is None:
            # Nobody counts the changes of this database yet.
            return self.get_response(request)
        tag = tag_of(address, versions)
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            # Nobody can name it but who was given this very page.
            return unchanged(request, tag, modified_at(versions))
        key = f"{offered_encoding(request)} {address}"
        kept = STORE.get(key, tag)
        if kept is not None:
            return self._finish(request, kept.response(), kept.shows_record, versions)
        if reads_a_copy():
            return self._make_of_one_state(request, address, key)
        return self._make(request, address, key, versions)

    def _make_of_one_state(self, request: HttpRequest, address: str, key: str) -> HttpResponseBase:
        """The page of one state, which stands still while it is read."""
        with one_state():
            versions = ArchiveState.objects.versions()
            if versions is None:
                return self.get_response(request)
            with answering_for(versions):
                response = self.get_response(request)
        if not isinstance(response, HttpResponse) or not may_be_kept(request, response):
            return response
        return self._keep(request, response, key, tag_of(address, versions), versions)

    def _make(self, request: HttpRequest, address: str, key: str, versions: Versions) -> HttpResponseBase:
        """The page of one state: one during whose making the data changed is made again."""
        for _attempt in range(_ATTEMPTS):
            with answering_for(versions):
                response = self.get_response(request)
            if not isinstance(response, HttpResponse) or not may_be_kept(request, response):
                return response
            try:
                after = ArchiveState.objects.versions()
            except DatabaseError:
                return response
            if after is not None and after.token == versions.token:
                return self._keep(request, response, key, tag_of(address, versions), versions)
            # Whatever was read meanwhile may be of either state.
            forget_held()
            if after is None:
                return response
            versions = after
        response.headers["Cache-Control"] = "no-store"
        return response

    def _keep(
        self, request: HttpRequest, response: HttpResponse, key: str, tag: str, versions: Versions
    ) -> HttpResponseBase:
        tell_caches(response, tag)
        match = request.resolver_match
        shows_record = match is not None and match.view_name not in _WITHOUT_DATE
        if request.method == "GET":
            kept = Kept(tag, response.content, tuple(response.headers.items()), shows_record)
            STORE.put(key, kept)
        return self._finish(request, response, shows_record, versions)

    def _finish(
        self, request: HttpRequest, response: HttpResponse, shows_record: bool, versions: Versions
    ) -> HttpResponseBase:
        date, tag = modified_at(versions) if shows_record else None, response.headers["ETag"]
        if date is not None:
            response.headers["Last-Modified"] = http_date(date.timestamp())
        if "If-None-Match" in request.headers:
            named = parse_etags(request.headers["If-None-Match"])
            return unchanged(request, tag, date) if tag in named or "*" in named else response
        since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
        # By a date of the release states of the data cannot be told apart; a later date than ours tells nothing,
        # since a restore goes back in time.
        if date is not None and versions.changed_at >= released_at() and since == int(date.timestamp()):
            return unchanged(request, tag, date)
        return response


def unchanged(request: HttpRequest, tag: str, date: datetime | None) -> HttpResponse:
    """304, with what the whole answer would say of how it may be kept."""
    response = HttpResponse(status=304)
    del response.headers["Content-Type"]
    tell_caches(response, tag)
    if date is not None:
        response.headers["Last-Modified"] = http_date(date.timestamp())
    if request.path_info.startswith("/api/"):
        response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def tell_caches(response: HttpResponse, tag: str) -> None:
    patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = CACHE_CONTROL
    response.headers["CDN-Cache-Control"] = CDN_CACHE_CONTROL


def is_for_everybody(request: HttpRequest) -> bool:
    """Whether the answer can be the same for whoever asks: no session, no message waiting, no choice of language."""
    return (
        request.method in ("GET", "HEAD")
        # With DEBUG the templates change under the running program.
        and not settings.DEBUG
        and request.path_info not in _FOR_MACHINES
        and not carries_session(request)
        and CookieStorage.cookie_name not in request.COOKIES
        and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES
        and "Authorization" not in request.headers
    )


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether this answer is a page or JSON of the record that nobody's cookie decided about.

    A view that says itself how it may be kept is believed.
    """
    match = request.resolver_match
    if match is None or not (match.view_name in _PAGES or match.namespace == "api"):
        return False
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Cache-Control")
        and not response.has_header("Content-Disposition")
        and not has_vary_header(response, "Cookie")
        and not has_vary_header(response, "*")
    )


def tag_of(address: str, versions: Versions) -> str:
    """The entity tag of what stands at this address in this state. The language is part of the address.

    Weak: the same page is packed in several ways.
    """
    told = "\n".join((versions.token, build_name(), address))
    return f'W/"{blake2b(told.encode(), digest_size=16).hexdigest()}"'


def modified_at(versions: Versions) -> datetime | None:
    """When what readers see last changed, to the second; None while that second, or one ahead, is not over."""
    moment = max(versions.changed_at, released_at()).replace(microsecond=0)
    return moment if moment < timezone.now().replace(microsecond=0) else None


def forget_pages() -> None:
    """For tests and for measuring."""
    STORE.forget()
