"""What every page prints of its own thing, in both languages: what people copy from us and paste."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from django.test import Client

from archive.models import Article, Document, Meeting, Recommendation, Topic

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
_COPY = re.compile(r'data-copy="([^"]*)"')
_ITEM = re.compile(r'<li id="([a-z]{1,2})">.*?</li>', re.DOTALL)
_UN = re.compile(r'href="(https://docs\.un\.org/[^"]*)"')
_TAG = re.compile(r"<[^>]+>")


class Printed(NamedTuple):
    """What a page prints, of which kind, and the address that it must lead to, without its language."""

    kind: str
    text: str
    address: str


def text_of(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def pages() -> Iterator[str]:
    """The addresses of the pages of all that is stored."""
    for recommendation in Recommendation.objects.in_official_order():
        yield recommendation.get_absolute_url()
    for meeting in Meeting.objects.in_official_order():
        yield meeting.get_absolute_url()
    for document in Document.objects.filter(language="ar").order_by("slug"):
        yield document.get_absolute_url()
    for article in Article.objects.in_order().select_related("instrument"):
        yield f"/articles/{article.instrument.slug}/{article.number}/"
    for topic in Topic.objects.in_use().in_order():
        yield f"/topics/{topic.slug}/"


def printed_on(client: Client, path: str, prefixes: Sequence[str] = ("", "/en")) -> Iterator[Printed]:
    """What the page at an address prints, in Arabic and in English."""
    for prefix in prefixes:
        html = client.get(prefix + path).content.decode()
        title = _TITLE.search(html)
        heading = _HEADING.search(html)
        canonical = _CANONICAL.search(html)
        assert title and canonical, path
        whole = text_of(title[1])
        yield Printed("title", whole, path)
        yield Printed("shortened title", whole[: max(whole.rindex("·") + 4, 0)] + "…", path)
        if heading:
            yield Printed("heading", text_of(heading[1]), path)
        yield Printed("address", unescape(canonical[1]), path)
        letters = list(_ITEM.finditer(html))
        for copied in _COPY.finditer(html):
            # A whole text is copied with its citation behind it; the citation leads back (CONTRACT).
            text = unescape(copied[1]).rpartition("\n\n")[2]
            anchor = text.partition("#")[2] if "://" in text else ""
            # What a lettered item offers stands within the element whose id is its letter (CONTRACT).
            anchor = anchor or next((item[1] for item in letters if item.start() < copied.start() < item.end()), "")
            yield Printed("copy", text, f"{path}#{anchor}" if anchor else path)
        symbol = Document.objects.filter(slug=path.split("/")[2]).values_list("symbol", flat=True).first()
        if path.startswith("/documents/") and symbol:
            own = [unescape(one) for one in _UN.findall(html) if one.endswith(f"/{symbol}")]
            yield from (Printed("United Nations", one, path) for one in own[:1])
