"""Ways in: topics, and treaties with their articles, as lists of links; the fullest ones, in their own order."""

import heapq
from dataclasses import dataclass
from itertools import groupby

from archive.filters.facets import Facet, Option
from archive.filters.kinds import KINDS
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot
from archive.models import Article, Instrument

MOST = 16


@dataclass(frozen=True, slots=True)
class Way:
    """A facet with its fullest values in their own order."""

    name: str
    options: list[Option]


@dataclass(frozen=True, slots=True)
class CitedArticle:
    article: Article
    count: int


@dataclass(frozen=True, slots=True)
class TreatyWay:
    """A treaty with those of its articles that are cited most."""

    instrument: Instrument
    articles: list[CitedArticle]


def build_way(snapshot: Snapshot, name: str) -> Way | None:
    """The values of the facet `name` that have recommendations; nothing where there are none."""
    counts = _fullest(snapshot, name)
    if not counts:
        return None
    kind = next(kind for kind in KINDS if kind.name == name)
    facet = Facet(kind, snapshot, Selection(), counts, list(counts))
    return Way(name, facet.options)


def build_treaty_ways(snapshot: Snapshot) -> list[TreatyWay]:
    """The articles that recommendations cite, by treaty. One query, and none where nothing is cited."""
    counts = _fullest(snapshot, "article")
    if not counts:
        return []
    labels = snapshot.labels["article"]
    rows = Article.objects.select_related("instrument").filter(pk__in=[labels[value].key for value in counts])
    return [
        TreatyWay(instrument, [CitedArticle(article, counts[article.locator]) for article in articles])
        for instrument, articles in groupby(rows.in_order(), key=lambda article: article.instrument)
    ]


def _fullest(snapshot: Snapshot, name: str) -> dict[str, int]:
    """The values with most recommendations and how many these are, in the order of display."""
    counts = {value: len(members) for value, members in snapshot.values[name].items() if members}
    place = {value: index for index, value in enumerate(counts)}
    fullest = heapq.nsmallest(MOST, counts, key=lambda value: (-counts[value], place[value]))
    return {value: counts[value] for value in sorted(fullest, key=place.__getitem__)}
