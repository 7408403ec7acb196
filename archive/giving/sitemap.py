"""The sitemap: every public page in both languages with the day on which it last changed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain, islice
from typing import Any
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation

from archive.models import Article, Document, Meeting, Recommendation, Topic
from archive.models.portions import in_own_order
from archive.record.held import HeldForState

#: A sitemap holds 50,000 addresses; every page has one in each language.
PAGES_AT_ONCE = 50_000 // len(settings.LANGUAGES)
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: The pages that are there whatever the archive holds.
STANDING = (
    "home",
    "recommendations",
    "meetings",
    "documents",
    "topics",
    "articles",
    "matrix",
    "requests",
    "about",
    "help",
    "resolve",
    "data",
)

#: Name of a route with its arguments, and when the page last changed.
Place = tuple[str, tuple[object, ...], datetime | None]


def count_pages() -> int:
    """Counted once in each state of the data."""
    return _count.current()


def _count_pages() -> int:
    return len(STANDING) + sum(rows.count() for _route, rows, _columns in _kinds())


_count = HeldForState(_count_pages)


def write_sitemap(number: int, absolute: Callable[[str], str]) -> Iterator[str]:
    """The pages of sitemap `number`, counted from 1."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_NAMESPACE}">\n'
    first = (number - 1) * PAGES_AT_ONCE
    for route, arguments, changed in islice(read_places(), first, first + PAGES_AT_ONCE):
        day = f"<lastmod>{changed.date()}</lastmod>" if changed else ""
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                address = absolute(reverse(route, args=arguments))
            yield f"<url><loc>{escape(address)}</loc>{day}</url>\n"
    yield "</urlset>\n"


def write_sitemap_index(addresses: Iterable[str]) -> str:
    """The sitemaps of an archive that one cannot hold."""
    entries = "".join(f"<sitemap><loc>{escape(address)}</loc></sitemap>\n" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{_NAMESPACE}">\n{entries}</sitemapindex>\n'


def read_places() -> Iterator[Place]:
    """Every public page, in the order of the sitemap."""
    standing = ((route, (), None) for route in STANDING)
    return chain(standing, *(_rows(*kind) for kind in _kinds()))


def _kinds() -> list[tuple[str, "QuerySet[Any]", tuple[str, ...]]]:
    """Route, rows, the columns that its address is made of."""
    return [
        ("recommendation", Recommendation.objects.public().in_official_order(), ("locator",)),
        ("meeting", Meeting.objects.in_official_order(), ("slug",)),
        ("document", Document.objects.order_by("slug"), ("slug",)),
        ("topic", Topic.objects.in_use().in_order(), ("slug",)),
        ("article", Article.objects.in_order(), ("instrument__slug", "number")),
    ]


def _rows(route: str, rows: "QuerySet[Any]", columns: tuple[str, ...]) -> Iterator[Place]:
    for portion in in_own_order(rows, 2_000):
        for *arguments, changed in portion.values_list(*columns, "updated_at"):
            yield route, tuple(arguments), changed
