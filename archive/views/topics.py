"""The subjects: the thematic index, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.display.lookup.near_subjects import near_topics
from archive.display.overview.member_page import PAGE_SIZE, build_member_page
from archive.display.overview.topic_place import find_reasons, place_topic
from archive.display.overview.topic_tree import build_topic_tree, members_of
from archive.display.pictures.meeting_picture import build_pictures
from archive.display.pictures.strength_over_meetings import picture_strength
from archive.display.results.facet_counts import count_facet
from archive.display.text.adopted_texts import build_entries, read_texts
from archive.filters.kinds import NONE
from archive.filters.page_parameters import PAGE, SUBJECT_PAGE
from archive.filters.parameters import read_form
from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.models import Topic

from .errors import nothing_here


def topics(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    rows = Topic.objects.in_use().in_tree_order()
    nodes = build_topic_tree(rows, snapshot)
    context = {
        "nodes": nodes,
        "is_numbered": all(node.references for node in nodes if node.count),
        "topic_count": len(rows),
        "without": len(snapshot.without["topic"]) if snapshot.values["topic"] else 0,
        "recommendation_count": len(snapshot.everything),
    }
    return render(request, "archive/topic_list.html", context)


def topic(request: HttpRequest, slug: str) -> HttpResponse:
    placed = place_topic(slug)
    if placed is None:
        return no_topic(request, slug)
    if slug != placed.topic.slug:
        return redirect("topic", placed.topic.slug, permanent=True)
    snapshot = current_snapshot()
    members = members_of(snapshot, placed.topic)
    asked = read_form(request.GET, SUBJECT_PAGE)
    page = build_member_page(snapshot, members, asked.page_of(PAGE, len(members), PAGE_SIZE))
    selection = Selection(values={"topic": (placed.topic.slug,)})
    pictures, undrawn = build_pictures(snapshot, members)
    context = {
        "placed": placed,
        "topic": placed.topic,
        "count": len(members),
        "groups": build_entries(read_texts(page.keys), find_reasons(placed, page.keys)),
        "pictures": pictures,
        "undrawn": undrawn,
        "children": [(child, len(members_of(snapshot, child))) for child in placed.children],
        "articles": placed.topic.articles.select_related("instrument").in_order(),
        "strength": picture_strength(snapshot, members),
        "verbs": count_facet(snapshot, "verb", members, selection),
        "addressees": count_facet(snapshot, "addressee", members, selection, leave_out=(NONE,)),
        "selection": selection,
        "several_bodies": snapshot.has_several_bodies,
        "complaints": asked.faults,
        "pages": page.pages,
        "query": page.query,
    }
    return render(request, "archive/topic_page.html", context)


def no_topic(request: HttpRequest, slug: str) -> HttpResponse:
    return nothing_here(request, slug, _("لا موضوع في الأرشيف بهذا المعرّف."), near_pages=near_topics(slug))
