"""The articles of the treaties with what cites each, and the recommendations that cite one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pyroaring import BitMap

from archive.filters.kinds import NONE
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot
from archive.models import Article, Instrument

from ..pictures.meeting_picture import small_ruler
from ..pictures.strokes import Ruler
from ..relations.citing_texts import paragraph_counts
from ..results.facet_counts import FacetCount, count_facet

#: So many subjects that share recommendations with an article are named.
MOST_RELATED = 8


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    article: Article
    count: int
    paragraph_count: int
    ruler: Ruler | None


@dataclass(frozen=True, slots=True)
class InstrumentArticles:
    instrument: Instrument
    rows: Sequence[IndexedArticle]

    @property
    def cited_count(self) -> int:
        return sum(1 for row in self.rows if row.count or row.paragraph_count)


def build_article_index(snapshot: Snapshot) -> list[InstrumentArticles]:
    """All articles by treaty. Two queries."""
    in_reports = paragraph_counts()
    rows = Article.objects.select_related("instrument").in_order()
    return [
        InstrumentArticles(instrument, [_indexed(article, snapshot, in_reports) for article in group])
        for instrument, group in groupby(rows, key=lambda article: article.instrument)
    ]


def _indexed(article: Article, snapshot: Snapshot, in_reports: dict[int, int]) -> IndexedArticle:
    members = members_citing(snapshot, article)
    ruler = small_ruler(snapshot, members) if members else None
    return IndexedArticle(article, len(members), in_reports.get(article.pk, 0), ruler)


def find_neighbours(article: Article) -> tuple[Article | None, Article | None]:
    """The articles of its treaty before and after it. One query."""
    articles = list(article.instrument.articles.order_by("number"))
    place = articles.index(article)
    return articles[place - 1] if place else None, articles[place + 1] if place + 1 < len(articles) else None


def members_citing(snapshot: Snapshot, article: Article) -> BitMap:
    return snapshot.values["article"].get(article.locator, BitMap())


def related_topics(snapshot: Snapshot, members: BitMap, selection: Selection) -> list[FacetCount]:
    """The subjects of the recommendations that cite it, those with most of them first."""
    found = count_facet(snapshot, "topic", members, selection, leave_out=(NONE,))
    return sorted(found, key=lambda one: -one.count)[:MOST_RELATED]
