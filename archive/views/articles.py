"""The articles of the treaties: all of them with what cites each, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.display.lookup.by_address import find_article
from archive.display.lookup.near_subjects import near_articles
from archive.display.overview.article_index import (
    build_article_index,
    find_neighbours,
    members_citing,
    related_topics,
)
from archive.display.overview.member_page import PAGE_SIZE, build_member_page
from archive.display.pictures.meeting_picture import build_pictures
from archive.display.pictures.strength_over_meetings import picture_strength
from archive.display.relations.citing_texts import citations_of, cited_by_recommendation, citing_paragraphs
from archive.display.results.facet_counts import count_facet
from archive.display.text.adopted_texts import build_entries, mark_citing, read_texts
from archive.filters.page_parameters import PAGE, SUBJECT_PAGE
from archive.filters.parameters import read_form
from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.models import Topic

from .errors import nothing_here


def articles(request: HttpRequest) -> HttpResponse:
    return render(request, "archive/article_list.html", {"groups": build_article_index(current_snapshot())})


def article(request: HttpRequest, instrument: str, number: str) -> HttpResponse:
    found = find_article(instrument, number)
    if found is None:
        return no_article(request, instrument, number)
    if (instrument, number) != (found.instrument.slug, str(found.number)):
        return redirect("article", found.instrument.slug, found.number, permanent=True)
    snapshot = current_snapshot()
    members = members_citing(snapshot, found)
    asked = read_form(request.GET, SUBJECT_PAGE)
    page = build_member_page(snapshot, members, asked.page_of(PAGE, len(members), PAGE_SIZE))
    citations = citations_of(found, page.keys)
    paragraphs, paragraph_count = citing_paragraphs(found)
    selection = Selection(values={"article": (found.locator,)})
    previous, following = find_neighbours(found)
    pictures, undrawn = build_pictures(snapshot, members)
    context = {
        "article": found,
        "count": len(members),
        "groups": build_entries(read_texts(page.keys), cited_by_recommendation(citations), [mark_citing(citations)]),
        "paragraphs": paragraphs,
        "paragraph_count": paragraph_count,
        "pictures": pictures,
        "undrawn": undrawn,
        "topics": Topic.objects.in_use().filter(articles=found).in_order(),
        "related": related_topics(snapshot, members, selection),
        "strength": picture_strength(snapshot, members),
        "verbs": count_facet(snapshot, "verb", members, selection),
        "selection": selection,
        "several_bodies": snapshot.has_several_bodies,
        "previous": previous,
        "next": following,
        "complaints": asked.faults,
        "pages": page.pages,
        "query": page.query,
    }
    return render(request, "archive/article_page.html", context)


def no_article(request: HttpRequest, instrument: str, number: str) -> HttpResponse:
    asked = f"{instrument}/{number}"
    return nothing_here(
        request, asked, _("لا مادة في الأرشيف بهذا الرابط."), near_pages=near_articles(instrument, number)
    )
