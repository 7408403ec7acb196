"""The record that an address or a typed reference names."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from archive.models import Article, Document, FormerLocator, FormerSlug, Meeting, Recommendation, Subparagraph
from archive.models.prepared import Prepared
from archive.models.publication import as_staff_see
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


def find_side(text: str) -> Side | None:
    """By locator, by the address of the page, or by a typed reference; None where no single one is named."""
    reference = find_reference(text)
    # A meeting, an article or a topic is nothing to compare.
    locator = reference.locator if reference else None
    return find_sides([locator]).get(locator) if locator else None


_WITH_LOCATORS = Prepared(lambda *wholes: Recommendation.objects.for_display().filter(locator__in=wholes))


def find_sides(locators: Sequence[str]) -> dict[str, Side]:
    """The recommendations and lettered items of these locators, as far as there are such. Two queries."""
    parts = {locator: _parted(locator) for locator in locators}
    wholes = {*locators, *(whole for whole, _position in parts.values())}
    rows = {row.locator: row for row in _WITH_LOCATORS.rows_of(sorted(wholes))}
    found: dict[str, Side] = {}
    for locator, (whole, position) in parts.items():
        if locator in rows:
            found[locator] = Side(rows[locator])
        elif position and whole in rows:
            sides = (
                Side(rows[whole], item)
                for item in rows[whole].subparagraphs.all()
                if item.position == position
            )
            found.update((locator, side) for side in sides)
    return found


def _parted(locator: str) -> tuple[str, int]:
    """…5.2.k: (…5.2, 11); 0 where no letter stands at the end."""
    whole, _dot, letter = locator.rpartition(".")
    return whole, abjad.from_latin(letter) or 0


def find_item(locator: str) -> Subparagraph | None:
    """…5.2.k: the lettered item k of …5.2, its recommendation fetched."""
    whole, position = _parted(locator.lower())
    if not position:
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
    # A source file sorts before its absence; «ar» before the other languages of the United Nations.
    rows = Document.objects.order_by("-source_file", "language", "pk")
    return rows.filter(names).first() or _by_one_of_two(symbol, rows)


def _by_one_of_two(symbol: str, rows: QuerySet[Document]) -> Document | None:
    """The paper of two organs of whose joint symbol this is one part."""
    joint = rows.filter(Q(symbol__istartswith=f"{symbol}-") | Q(symbol__iendswith=f"-{symbol}"))
    asked = symbol.casefold()
    return next((one for one in joint if asked in map(str.casefold, symbols_of(one.symbol))), None)


def find_former(slug: str) -> Document | None:
    """The document that had this slug once."""
    former = FormerSlug.objects.filter(slug=slug.lower()).select_related("document").first()
    return former.document if former else None


@as_staff_see()
def find_moved(locator: str) -> str | None:
    """Where the meeting, the recommendation or the lettered item of this locator stands since its number was mended, or
    since it went into another."""
    if "\0" in locator:
        # Nothing is called so, and PostgreSQL does not even compare it.
        return None
    whole, position = _parted(locator.lower())
    rows = FormerLocator.objects.select_related("meeting", "recommendation")
    for asked, letter in ((locator.lower(), ""), (whole, locator[len(whole) :].lower() if position else "")):
        if not asked:
            continue
        former = rows.filter(locator=asked).first()
        row = _standing_at(asked) or (former and (former.recommendation or former.meeting))
        now = _last_of(row) if row else None
        if now is not None and now != asked:
            return f"{now}{letter}"
    return None


def _standing_at(locator: str) -> Recommendation | Meeting | None:
    """The row of this address that has gone into another."""
    rows = Recommendation.objects.filter(merged_into__isnull=False)
    return (
        rows.filter(locator=locator).first()
        or Meeting.objects.filter(merged_into__isnull=False, slug=locator).first()
    )


def _last_of(row: Any) -> str:
    """The address of what it has gone into, and that into, at last."""
    seen = set()
    while row.merged_into is not None and row.pk not in seen:
        seen.add(row.pk)
        row = row.merged_into
    return str(row.locator if isinstance(row, Recommendation) else row.slug)


@as_staff_see()
def find_merged_document(slug: str) -> str | None:
    """The slug of the document into which the one of this slug has gone."""
    row = Document.objects.filter(merged_into__isnull=False, slug=slug.lower()).first() if "\0" not in slug else None
    return _last_of(row) if row else None
