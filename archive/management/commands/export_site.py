"""export_site DIR: the public pages as files below a folder, readable without a server."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management.base import BaseCommand, CommandError
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import escape
from django.utils.translation import gettext as _

from archive.display.names.titles import day
from archive.giving.asking import read_given
from archive.giving.formats import MOST_IN_A_PAPER
from archive.giving.one_page.writing import AmongOthers, write_page
from archive.giving.site.addresses import SitePlace, relative
from archive.giving.site.writing import Answer, CannotWrite, Writing, write_site
from archive.management.progress import ProgressLine
from archive.models import Recommendation
from archive.models.publication import as_readers_see


class Command(BaseCommand):
    help = "Writes the public pages as files below a folder, with the same addresses, readable without a server."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="new, empty, or an earlier export")
        parser.add_argument(
            "--site", default="http://127.0.0.1:8000", metavar="URL", help="what whole addresses begin with"
        )

    @as_readers_see()
    def handle(self, *args: Any, **options: Any) -> None:
        site = urlsplit(options["site"])
        if site.scheme not in ("http", "https") or not site.netloc:
            raise CommandError("--site takes the address of the archive, like https://archive.example.org")
        own, made, line = f"{site.scheme}://{site.netloc}", timezone.now(), ProgressLine()
        application = get_wsgi_application()
        writing = Writing(
            lambda address: _ask(application, own, address),
            own,
            lambda language, place: _all_texts(own, language, place),
            lambda place: _note(place, made),
            line.show,
        )
        count = Recommendation.objects.public().count()
        if count > MOST_IN_A_PAPER:
            self.stderr.write(f"The page of all texts will hold {count} of them; browsers open it slowly.")
        folder = options["folder"].resolve()
        try:
            with _one_connection():
                write_site(folder, writing, made)
        except CannotWrite as fault:
            raise CommandError(str(fault)) from fault
        finally:
            line.clear()
            translation.activate(settings.LANGUAGE_CODE)
        self.stdout.write(f"{folder}: {writing.pages} pages, {writing.files} files, {writing.size} bytes")


@contextmanager
def _one_connection() -> Iterator[None]:
    """Each page is a request, at whose end Django would give up the connection: here one serves them all."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def _ask(application: Any, own: str, address: str) -> Answer:
    """What the site answers to anybody, through all that an answer passes."""
    told: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]], _fault: Any = None) -> None:
        told.update(status=int(status[:3]), headers={name.lower(): value for name, value in headers})

    scheme, _slashes, host = own.partition("://")
    path, _mark, query = address.partition("?")
    name, _colon, port = host.partition(":")
    pieces = application(
        {
            "REQUEST_METHOD": "GET",
            # As the protocol wants it: the bytes of the path, one letter each.
            "PATH_INFO": unquote(path, "latin-1"),
            "SCRIPT_NAME": "",
            "QUERY_STRING": query,
            "SERVER_NAME": name,
            "SERVER_PORT": port or ("443" if scheme == "https" else "80"),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": host,
            "HTTP_X_FORWARDED_PROTO": scheme,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": scheme,
            "wsgi.input": BytesIO(),
            "wsgi.errors": BytesIO(),
            "wsgi.version": (1, 0),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        },
        start,
    )
    status, headers = told["status"], told["headers"]
    if status == 400:
        pieces.close()
        raise CannotWrite(f"The archive does not answer as {host}: name it in ALLOWED_HOSTS, or another --site.")
    if status == 404 and address.startswith(settings.STATIC_URL):
        pieces.close()
        return _asset(address)
    return Answer(status, headers.get("content-type", ""), _closing(pieces), headers.get("location", ""))


def _closing(pieces: Any) -> Iterable[bytes]:
    try:
        yield from pieces
    finally:
        pieces.close()


def _asset(address: str) -> Answer:
    """A static file where nobody has collected them."""
    found = finders.find(unquote(address.removeprefix(settings.STATIC_URL)))
    if not isinstance(found, str):
        raise CannotWrite(f"There is no static file {address}: run manage.py collectstatic.")
    return Answer(200, "", [Path(found).read_bytes()])


def _all_texts(own: str, language: str, place: SitePlace) -> bytes:
    """The one page of all texts with its search, where the site has its list of recommendations."""
    with translation.override(language):
        given, wishes = read_given(QueryDict(""), lambda path: urljoin(own, path))
        names = {
            "home": _("أرشيف التوصيات"), "meetings": _("الاجتماعات"), "documents": _("الوثائق"),
            "topics": _("المواضيع"), "articles": _("مواد البروتوكول"),
        }  # fmt: skip
        links = [(relative(SitePlace(reverse(route)).file, place.file), escape(name)) for route, name in names.items()]
        nav = " · ".join(f'<a href="{address}">{name}</a>' for address, name in links)
        others = " ".join(_other_language(code, place) for code, _name in settings.LANGUAGES if code != language)
        above = f"<nav>{nav} · {others}</nav>"
        return write_page(
            given, wishes, AmongOthers(above, lambda text: relative(SitePlace(text.path).file, place.file))
        )


def _other_language(code: str, place: SitePlace) -> str:
    with translation.override(code):
        address = relative(SitePlace(reverse("recommendations")).file, place.file)
    return f'<a href="{address}" lang="{code}" hreflang="{code}">{dict(settings.LANGUAGES)[code]}</a>'


def _note(place: SitePlace, made: datetime) -> str:
    """What every page says: of when it is, and what it cannot do."""
    with translation.override(translation.get_language_from_path(place.path) or settings.LANGUAGE_CODE):
        sentence = _(
            "نسخة ثابتة من الأرشيف، بتاريخ %(day)s. البحث والتصفية بالاجتماع والموضوع في صفحة «التوصيات»؛ "
            "وأما سائر التصفية والمقارنة وقائمتي فتحتاج إلى الموقع نفسه."
        ) % {"day": day(timezone.localtime(made).date())}
    return f'<p class="specimen" role="note"><span class="page">{escape(sentence)}</span></p>'
