"""The list of meetings and the page of one."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.display.lookup.preview import previewed_by_staff
from archive.display.lookup.standing import standing_of
from archive.display.overview.agenda import build_agenda, is_in_english
from archive.display.overview.body_list import (
    MOST_MEETINGS,
    PAGE_SIZE,
    bodies_named,
    list_bodies,
    order_bodies,
)
from archive.display.overview.meeting_facts import build_papers, find_lost, find_mentions, find_stating
from archive.display.overview.meeting_list import by_body
from archive.display.overview.meeting_topics import find_meeting_topics
from archive.display.pictures.meeting_picture import meetings_ruler
from archive.display.pictures.timeline import BodyShelves, shelves_by_body
from archive.display.results.paging import build_list_pages
from archive.display.text.in_languages import english_texts
from archive.filters.page_parameters import MEETING_LIST, OF_BODY, PAGE, WORDS
from archive.filters.parameters import Asked, read_form
from archive.filters.snapshot import current_snapshot
from archive.models import AgendaItem, Document, Meeting, Recommendation, Subparagraph, named_by
from archive.models.prepared import Prepared

from .errors import nothing_here


def meeting_list(request: HttpRequest) -> HttpResponse:
    """All meetings; of very many the bodies, each with its meetings behind it."""
    asked = read_form(request.GET, MEETING_LIST)
    bodies = order_bodies(shelves_by_body(current_snapshot()))
    chosen = next((group for group in bodies if group.body.slug == asked[OF_BODY]), None)
    if asked[OF_BODY] and chosen is None:
        asked.refuse(OF_BODY)
    if chosen:
        context = _of_body(chosen, asked)
    elif asked[WORDS] or sum(len(group.shelves) for group in bodies) > MOST_MEETINGS:
        context = _bodies(bodies, asked)
    else:
        groups = by_body(Meeting.objects.select_related("body").with_counts().in_official_order())
        groups.sort(key=lambda group: not group.recommendation_count)
        context = {"groups": groups}
    return render(request, "archive/meeting_list.html", {**context, "path": request.path, "complaints": asked.faults})


def _of_body(group: BodyShelves, asked: Asked) -> dict[str, Any]:
    """The meetings of one body, in pages."""
    page = asked.page_of(PAGE, len(group.shelves), PAGE_SIZE)
    shown = group.shelves[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    rows = Meeting.objects.select_related("body").with_counts().filter(pk__in=[shelf.meeting for shelf in shown])
    return {
        "groups": by_body(rows.in_official_order()),
        "of_body": group,
        "page": page,
        "pages": build_list_pages(len(group.shelves), page, PAGE_SIZE, {OF_BODY.name: group.body.slug}),
        "page_pairs": [(OF_BODY.name, group.body.slug)],
    }


def _bodies(bodies: Sequence[BodyShelves], asked: Asked) -> dict[str, Any]:
    """The bodies whose names have the words, in pages."""
    found = bodies_named(bodies, asked[WORDS])
    page = asked.page_of(PAGE, len(found), PAGE_SIZE)
    most = max((len(shelf.keys) for group in bodies for shelf in group.shelves), default=0)
    words = {WORDS.name: asked[WORDS]} if asked[WORDS] else {}
    return {
        "is_long": True,
        "bodies": list_bodies(found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE], most),
        "body_count": len(found),
        "meeting_count": sum(len(group.shelves) for group in found),
        "q": asked[WORDS],
        "page": page,
        "pages": build_list_pages(len(found), page, PAGE_SIZE, words),
        "page_pairs": list(words.items()),
    }


_AT = Prepared(lambda slug: Meeting.objects.select_related("body").filter(slug=slug))
_ADOPTED = Prepared(
    lambda key: Recommendation.objects.filter(meeting=key)
    .select_related("document")
    .defer(*named_by.unread("recommendation"), *named_by.unread("document", "document"))
    .in_official_order()
)
_NEIGHBOURS = Prepared(
    lambda body: Meeting.objects.of_body(body).select_related("body").with_counts().in_official_order()
)
_DOCUMENTS = Prepared(lambda key: Document.objects.filter(meeting=key).with_counts().order_by("symbol", "slug"))
_AGENDA = Prepared(lambda key: AgendaItem.objects.filter(meeting=key).in_order())


@previewed_by_staff
def meeting_page(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = next(iter(_AT.rows(slug.lower())), None)
    if meeting is None:
        return nothing_here(request, slug, _("لا اجتماع في الأرشيف بهذا المعرّف."))
    if slug != meeting.slug:
        return redirect(meeting, permanent=True)
    recommendations = list(_ADOPTED.rows(meeting.pk))
    neighbours = list(_NEIGHBOURS.rows(meeting.body_id))
    place = [other.pk for other in neighbours].index(meeting.pk)
    documents = list(_DOCUMENTS.rows(meeting.pk))
    agenda, loose = build_agenda(_AGENDA.rows(meeting.pk), recommendations)
    context = {
        "meeting": meeting,
        "standing": standing_of(meeting),
        "recommendations": recommendations,
        "subparagraph_count": Subparagraph.objects.filter(recommendation__meeting=meeting).count(),
        "about": find_meeting_topics(current_snapshot(), meeting) if recommendations else None,
        "provisional_count": sum(one.is_provisional for one in recommendations),
        "english": english_texts({one.pk: () for one in recommendations}),
        "agenda": agenda,
        "agenda_in_english": is_in_english(agenda),
        "loose": loose,
        "documents": documents,
        "papers": build_papers(meeting, documents, recommendations),
        "stated_by": find_stating(meeting),
        "lost": find_lost(documents),
        "mentions": None if recommendations else find_mentions(meeting),
        "previous": neighbours[place - 1] if place else None,
        "next": neighbours[place + 1] if place + 1 < len(neighbours) else None,
        "ruler": meetings_ruler(neighbours, meeting),
        "total": sum(other.recommendation_count for other in neighbours),
    }
    return render(request, "archive/meeting_page.html", context)
