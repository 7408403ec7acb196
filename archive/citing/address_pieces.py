"""Addresses of our pages and of the United Nations' documents, and machine locators."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from archive.numbering import abjad
from archive.vocabulary.symbols import as_printed

from .pieces import CitationPiece
from .things import Thing

# https://host/ · host:8000/ · /; the address of a record in JSON is another of the same thing
_HOST = re.compile(r"(?<![\w/.:-])(?:(?:https?://)?[\w.:-]{1,200})?/$")
_ROOT = r"(?<![\w.-])(?:api/v1/)?(?:en/|ar/)?"
# https://host/en/recommendations/ctoc-cop-wg7.5.2/#k · /documents/ctoc-cop-wg7-2019-5/#p12
_PAGE = re.compile(
    rf"{_ROOT}(?P<room>recommendations|meetings|documents|topics|articles|symbol)/"
    r"(?P<name>[\w%.:,/-]{1,200}?)/?(?:\?[^\s#<>\"]{0,500})?(?:#(?P<anchor>[a-z0-9-]{0,40})(?::~:[^\s<>\"]{0,500})?)?(?=[\s<>\"()،؛]|[.:…]+(?:\s|$)|$)"
)
# https://host/list/?items=ctoc-cop-wg7.4.12,ctoc-cop-wg7.5.2.k
_LIST = re.compile(rf"{_ROOT}list/?\?(?:[^\s#<>\"]{{0,200}}&)?items=(?P<items>[\w.،%-]{{1,8000}})")
_BETWEEN_ITEMS = re.compile(r"،|%2c", re.IGNORECASE)
# https://docs.un.org/ar/CTOC/COP/WG.7/2019/5 · undocs.org/A/RES/74/148
_UN = re.compile(
    r"(?<![\w/.-])(?:https?://)?(?:www\.)?(?:docs\.un\.org|undocs\.org|documents\.un\.org/(?:api/)?symbol)"
    r"/(?:(?P<language>ar|en|fr|es|ru|zh)/)?(?P<symbol>[\w%./()-]{3,120}?)/?(?:\?[^\s<>\"]{0,300})?(?=[\s<>\"،؛]|[.:)]+(?:\s|$)|$)"
)
# https://undocs.org/Home/Mobile?FinalSymbol=CTOC%2FCOP%2FWG.7%2F2019%2F5&Language=E
_ASKED_OF_UN = re.compile(
    r"(?<![\w/.-])(?:https?://)?(?:www\.)?(?:docs\.un\.org|undocs\.org|documents\.un\.org)/[\w/.-]{0,60}"
    r"\?(?:[^\s<>\"]{0,300}&)?(?:final)?symbol=(?P<symbol>[\w%./()-]{3,120})(?:&[^\s<>\"]{0,300})?"
)
# ctoc-cop-wg7.5.2 · ctoc-cop-wg7.5.2-2 · ctoc-cop-wg7.9.s2-1-2.k · ctoc-cop-wg7.9.1-bis · ctoc-cop-wg7.5
_LOCATOR = re.compile(
    r"(?<![\w./:@-])(?P<body>[a-z][a-z0-9]*(?:-[a-z0-9]+)+)\.(?P<meeting>[0-9]{1,4})"
    r"(?:\.(?P<number>(?:s[0-9]+-)?[0-9]{1,4}(?:[_-][a-z0-9]+){0,2})(?:[.#](?P<letter>[a-z]{1,2}))?)?(?![\w/-])"
)
# som-protocol:18
_ARTICLE = re.compile(
    r"(?<![\w./:@-])(?P<slug>[a-z][a-z0-9]*(?:-[a-z0-9]+)+|untoc|vccr):(?P<number>[0-9]{1,3})(?![\w:])"
)
_PARAGRAPH = re.compile(r"(?:s(?P<series>[0-9]{1,3})-)?p(?P<number>[0-9]{1,4})(?:-(?P<copy>[0-9]{1,2}))?")
_UN_HOST = re.compile(r"docs\.un\.org|undocs\.org|documents\.un\.org")
_LETTERS = re.compile(r"[a-z]{1,2}")


def find_addresses(text: str) -> Iterator[CitationPiece]:
    for match in _PAGE.finditer(text):
        if thing := _page(match["room"], unquote(match["name"]).strip("/"), match["anchor"] or ""):
            yield CitationPiece("thing", _start(text, match), match.end(), (thing,))
    for match in _LIST.finditer(text):
        items = (_LOCATOR.fullmatch(item) for item in _BETWEEN_ITEMS.split(match["items"]))
        if things := tuple(located(item) for item in items if item):
            yield CitationPiece("thing", _start(text, match), match.end(), things)
    # The patterns are slow to fail, and most texts have no such address.
    un = (*_ASKED_OF_UN.finditer(text), *_UN.finditer(text)) if _UN_HOST.search(text) else ()
    for match in un:
        symbol = unquote(match["symbol"]).rstrip("/")
        is_resolution = "/res/" in symbol
        thing = Thing("resolution" if is_resolution else "document", symbol=as_printed(symbol))
        yield CitationPiece("thing" if is_resolution else "document", match.start(), match.end(), (thing,))


def _start(text: str, page: re.Match[str]) -> int:
    """With the host that stands before the path of a page of ours."""
    host = _HOST.search(text, max(0, page.start() - 210), page.start())
    return host.start() if host else page.start()


def _page(room: str, name: str, anchor: str) -> Thing | None:
    match room:
        case "recommendations":
            name = name.partition("/")[0]
            letter = abjad.from_latin(anchor) if _LETTERS.fullmatch(anchor) else None
            found = _LOCATOR.fullmatch(name)
            if found and found["letter"]:
                return located(found)
            return Thing("recommendation", locator=name, letter=letter or 0)
        case "meetings":
            return Thing("meeting", locator=name)
        case "documents":
            paragraph = _PARAGRAPH.fullmatch(anchor)
            if paragraph:
                copy = int(paragraph["copy"]) if paragraph["copy"] else None
                series = int(paragraph["series"]) - 1 if paragraph["series"] else None
                return Thing("paragraph", locator=name, number=int(paragraph["number"]), copy=copy, series=series)
            return Thing("document", locator=name)
        case "symbol":
            return Thing("document", symbol=as_printed(name))
        case "topics":
            return Thing("topic", locator=name.partition("/")[0])
        case _:
            slug, _stroke, number = name.removesuffix("/sheet").partition("/")
            return (
                Thing("treaty_article", instrument=slug, number=int(number)) if number.isdecimal() else None
            )


def find_locators(text: str) -> Iterator[CitationPiece]:
    for match in _LOCATOR.finditer(text):
        yield CitationPiece("thing", match.start(), match.end(), (located(match),))
    for match in _ARTICLE.finditer(text):
        thing = Thing("treaty_article", instrument=match["slug"], number=int(match["number"]))
        yield CitationPiece("thing", match.start(), match.end(), (thing,))


def located(match: re.Match[str]) -> Thing:
    meeting = f"{match['body']}.{match['meeting']}"
    if not match["number"]:
        return Thing("meeting", locator=meeting)
    letter = abjad.from_latin(match["letter"]) if match["letter"] else None
    return Thing("recommendation", locator=f"{meeting}.{match['number']}", letter=letter or 0)
