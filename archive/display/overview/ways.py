"""Ways in: topics, and treaties with their articles, as lists of links; the fullest ones, in their own order."""

import heapq
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from archive.filters.snapshot import Snapshot
from archive.models import Article, Instrument

from ..names.language import label_of
from ..results.facet_counts import FacetCount

MOST = 16


@dataclass(frozen=True, slots=True)
class CountedArticle:
    article: Article
    count: int


@dataclass(frozen=True, slots=True)
class TreatyWay:
    """A treaty with those of its articles that are cited most."""

    instrument: Instrument
    articles: list[CountedArticle]


def build_topic_ways(snapshot: Snapshot) -> list[FacetCount]:
    """The subjects that have recommendations, each with the address of its page."""
    labels = snapshot.labels["topic"]
    return [
        FacetCount(slug, *label_of(labels[slug]), count, reverse("topic", args=[slug]))
        for slug, count in _fullest(snapshot, "topic").items()
    ]


def build_treaty_ways(snapshot: Snapshot) -> list[TreatyWay]:
    """The articles that recommendations cite, by treaty. One query, and none where nothing is cited."""
    counts = _fullest(snapshot, "article")
    if not counts:
        return []
    labels = snapshot.labels["article"]
    rows = Article.objects.select_related("instrument").filter(pk__in=[labels[value].key for value in counts])
    return [
        TreatyWay(instrument, [CountedArticle(article, counts[article.locator]) for article in articles])
        for instrument, articles in groupby(rows.in_order(), key=lambda article: article.instrument)
    ]


def _fullest(snapshot: Snapshot, name: str) -> dict[str, int]:
    """The values with most recommendations and how many these are, in the order of display."""
    counts = {value: len(members) for value, members in snapshot.values[name].items() if members}
    place = {value: index for index, value in enumerate(counts)}
    fullest = heapq.nsmallest(MOST, counts, key=lambda value: (-counts[value], place[value]))
    return {value: counts[value] for value in sorted(fullest, key=place.__getitem__)}
