"""The articles of the treaties: all of them with what cites each, and the page of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from pyroaring import BitMap

from archive.display.names.near_subjects import near_articles
from archive.display.pictures.meeting_picture import build_pictures, keys_in_order, small_ruler
from archive.display.pictures.strokes import Ruler
from archive.display.relations.citing_texts import (
    citations_of,
    cited_by_recommendation,
    citing_paragraphs,
    paragraph_counts,
)
from archive.display.results.facet_counts import FacetCount, count_facet
from archive.display.results.paging import build_list_pages
from archive.display.text.adopted_texts import build_entries, mark_citing, read_texts
from archive.filters.kinds import NONE
from archive.filters.page_parameters import PAGE, SUBJECT_PAGE
from archive.filters.parameters import read_form
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot, current_snapshot
from archive.models import Article, Instrument, Topic

from .errors import nothing_here

PAGE_SIZE = 100
#: So many subjects that share recommendations with an article are named.
MOST_RELATED = 8


@dataclass(frozen=True, slots=True)
class ArticleRow:
    article: Article
    count: int
    paragraph_count: int
    ruler: Ruler | None


@dataclass(frozen=True, slots=True)
class InstrumentArticles:
    instrument: Instrument
    rows: Sequence[ArticleRow]

    @property
    def cited_count(self) -> int:
        return sum(1 for row in self.rows if row.count or row.paragraph_count)


def articles(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    in_reports = paragraph_counts()
    rows = Article.objects.select_related("instrument").in_order()
    groups = [
        InstrumentArticles(instrument, [_row(article, snapshot, in_reports) for article in group])
        for instrument, group in groupby(rows, key=lambda article: article.instrument)
    ]
    return render(request, "archive/article_list.html", {"groups": groups})


def _row(article: Article, snapshot: Snapshot, in_reports: dict[int, int]) -> ArticleRow:
    members = members_citing(snapshot, article)
    ruler = small_ruler(snapshot, members) if members else None
    return ArticleRow(article, len(members), in_reports.get(article.pk, 0), ruler)


def article(request: HttpRequest, instrument: str, number: str) -> HttpResponse:
    found = find_article(instrument, number)
    if found is None:
        return no_article(request, instrument, number)
    if (instrument, number) != (found.instrument.slug, str(found.number)):
        return redirect("article", found.instrument.slug, found.number, permanent=True)
    snapshot = current_snapshot()
    members = members_citing(snapshot, found)
    asked = read_form(request.GET, SUBJECT_PAGE)
    page = asked.page_of(PAGE, len(members), PAGE_SIZE)
    keys = keys_in_order(snapshot, members)[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    citations = citations_of(found, keys)
    paragraphs, paragraph_count = citing_paragraphs(found)
    selection = Selection(values={"article": (found.locator,)})
    neighbours = list(found.instrument.articles.order_by("number"))
    place = neighbours.index(found)
    context = {
        "article": found,
        "count": len(members),
        "groups": build_entries(read_texts(keys), cited_by_recommendation(citations), [mark_citing(citations)]),
        "paragraphs": paragraphs,
        "paragraph_count": paragraph_count,
        "pictures": build_pictures(snapshot, members),
        "topics": Topic.objects.in_use().filter(articles=found).in_order(),
        "related": _related(snapshot, members, selection),
        "verbs": count_facet(snapshot, "verb", members, selection),
        "selection": selection,
        "several_bodies": snapshot.has_several_bodies,
        "previous": neighbours[place - 1] if place else None,
        "next": neighbours[place + 1] if place + 1 < len(neighbours) else None,
        "complaints": asked.faults,
        "pages": build_list_pages(len(members), page, PAGE_SIZE) if len(members) > PAGE_SIZE else None,
        "query": f"?page={page}" if page > 1 else "",
    }
    return render(request, "archive/article_page.html", context)


def find_article(instrument: str, number: str) -> Article | None:
    """By the slug of its treaty, in small letters or not, and its number in any digits. One query."""
    if not number.isdecimal() or len(number) > 5:
        return None
    rows = Article.objects.select_related("instrument")
    return rows.filter(instrument__slug=instrument.lower(), number=int(number)).first()


def no_article(request: HttpRequest, instrument: str, number: str) -> HttpResponse:
    asked = f"{instrument}/{number}"
    return nothing_here(
        request, asked, _("لا مادة في الأرشيف بهذا العنوان."), near_pages=near_articles(instrument, number)
    )


def members_citing(snapshot: Snapshot, article: Article) -> BitMap:
    return snapshot.values["article"].get(article.locator, BitMap())


def _related(snapshot: Snapshot, members: BitMap, selection: Selection) -> list[FacetCount]:
    """The subjects of the recommendations that cite it, those with most of them first."""
    found = count_facet(snapshot, "topic", members, selection, leave_out=(NONE,))
    return sorted(found, key=lambda one: -one.count)[:MOST_RELATED]
