"""The record that an address or a typed reference names."""

import re

from django.db.models import Q

from archive.models import Article, Document, FormerSlug, Recommendation, Subparagraph
from archive.numbering import abjad
from archive.search.reference import find_reference
from archive.vocabulary.symbols import symbols_of

from ..comparison.sides import Side


def find_article(instrument: str, number: str) -> Article | None:
    """By the slug of its treaty, in small letters or not, and its number in any digits. One query."""
    if not number.isdecimal() or len(number) > 5:
        return None
    rows = Article.objects.select_related("instrument")
    return rows.filter(instrument__slug=instrument.lower(), number=int(number)).first()


# A reader may paste the address of a page: …/recommendations/ctoc-cop-wg7.5.2/#k
_ADDRESS = re.compile(r"/recommendations/(?P<locator>[^/?#\s]+)/?(?:\?[^#\s]*)?(?:#(?P<letter>[a-z]{1,2}))?$")


def find_side(text: str) -> Side | None:
    """By locator, by the address of the page, or by a typed reference; None where no single one is named."""
    reference = find_reference(_pasted(text) or text)
    if reference is None or reference.locator is None:
        return None
    locator = reference.locator
    rows = Recommendation.objects.for_display()
    whole = rows.filter(locator=locator).first()
    if whole is not None:
        return Side(whole)
    whole = rows.filter(locator=locator.rpartition(".")[0]).first()
    if whole is None:
        # A meeting, an article or a topic is nothing to compare.
        return None
    return Side(whole, next(item for item in whole.subparagraphs.all() if item.locator == locator))


def _pasted(text: str) -> str:
    found = _ADDRESS.search(text)
    if found is None:
        return ""
    return f"{found['locator']}.{found['letter']}" if found["letter"] else found["locator"]


def find_item(locator: str) -> Subparagraph | None:
    """…5.2.k: the lettered item k of …5.2, its recommendation fetched."""
    whole, _dot, letter = locator.lower().rpartition(".")
    position = abjad.from_latin(letter)
    if position is None:
        return None
    items = Subparagraph.objects.filter(recommendation__locator=whole, position=position)
    return items.select_related("recommendation").first()


def find_by_symbol(symbol: str) -> Document | None:
    """By symbol or job number, in any case; a document whose text is held before those only known."""
    if not symbol:
        return None
    names = Q(job_number__iexact=symbol)
    for one in symbols_of(symbol):
        names |= Q(symbol__iexact=one)
    named = Document.objects.filter(names)
    # A source file sorts before its absence; «ar» before the other languages of the United Nations.
    return named.order_by("-source_file", "language", "pk").first()


def find_former(slug: str) -> Document | None:
    """The document that had this slug once."""
    former = FormerSlug.objects.filter(slug=slug.lower()).select_related("document").first()
    return former.document if former else None
