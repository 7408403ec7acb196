"""What may stand beside a text that is already chosen, each a link to the comparison."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from archive.filters.finding import find
from archive.filters.selection import Selection
from archive.models import Recommendation

from ..comparison.sides import Side
from ..text.running_text import first_words
from .english_comparison import english_of_sides, english_opening
from .kin import find_nearest

MOST = 8
WORDS = 25


@dataclass(frozen=True, slots=True)
class ComparisonOffer:
    """A recommendation or a lettered item of it; `address` shows it beside the other.

    `english` are its first words in English, on English pages and where they are held.
    """

    side: Side
    words: str
    address: str
    english: str = ""


def offer_nearest(chosen: Side, among: str = "") -> list[ComparisonOffer]:
    """What is known to be near to the one that is chosen; `among`, the results it was taken from, goes along."""
    along = f"&{urlencode({'among': among})}" if among else ""
    return _translated(
        ComparisonOffer(near.side, near.words, near.comparison + along)
        for near in find_nearest(chosen.recommendation)
    )


def offer_found(given: Mapping[str, str], name: str) -> list[ComparisonOffer]:
    """What the words given for the side `name` find, best first; the other side stays as given."""
    return _offers(Selection(q=given[name]), given, name)


def offer_among(results: Selection, given: Mapping[str, str], among: str) -> list[ComparisonOffer]:
    """The others of the results from which one side was taken; `among` goes along."""
    name = "b" if given["a"] else "a"
    return _offers(results, {**given, "among": among}, name)


def _offers(selection: Selection, given: Mapping[str, str], name: str) -> list[ComparisonOffer]:
    found = find(selection)
    keys = [*found.slice(0, MOST + 1), *found.partial][: MOST + 1]
    rows = Recommendation.objects.for_display().in_bulk(keys)
    sides = [Side(rows[key]) for key in keys if key in rows]
    offers = [
        ComparisonOffer(side, first_words(side.text, WORDS), _address({**given, name: side.locator}))
        for side in sides
        if side.locator not in given.values()
    ]
    return _translated(offers[:MOST])


def _translated(offers: Iterable[ComparisonOffer]) -> list[ComparisonOffer]:
    rows = list(offers)
    english = english_of_sides([offer.side for offer in rows])
    return [replace(offer, english=english_opening(offer.side, english, WORDS)) for offer in rows]


def _address(given: Mapping[str, str]) -> str:
    return f"{reverse('compare')}?{urlencode([(side, text) for side, text in given.items() if text])}"
