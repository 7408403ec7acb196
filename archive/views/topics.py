"""The subjects: the thematic index, and the page of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.display.names.near_subjects import near_topics
from archive.display.overview.topic_tree import build_topic_tree, members_of
from archive.display.pictures.meeting_picture import build_pictures, keys_in_order
from archive.display.results.facet_counts import count_facet
from archive.display.results.paging import build_list_pages
from archive.display.text.adopted_texts import build_entries, read_texts
from archive.filters.kinds import NONE
from archive.filters.page_parameters import PAGE, SUBJECT_PAGE
from archive.filters.parameters import read_form
from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.models import Topic, TopicAssignment

from .errors import nothing_here

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class Placed:
    """A subject with its surroundings in the tree."""

    topic: Topic
    parent: Topic | None
    children: Sequence[Topic]
    below: Sequence[Topic]
    previous: Topic | None
    next: Topic | None


def topics(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    rows = Topic.objects.in_use().in_tree_order()
    context = {
        "nodes": build_topic_tree(rows, snapshot),
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
    number = asked.page_of(PAGE, len(members), PAGE_SIZE)
    keys = keys_in_order(snapshot, members)[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    selection = Selection(values={"topic": (placed.topic.slug,)})
    below = {child.slug: members_of(snapshot, child) for child in placed.children}
    context = {
        "placed": placed,
        "topic": placed.topic,
        "count": len(members),
        "groups": build_entries(read_texts(keys), _reasons(placed, keys)),
        "pictures": build_pictures(snapshot, members),
        "children": [(child, len(below[child.slug])) for child in placed.children],
        "articles": placed.topic.articles.select_related("instrument").in_order(),
        "verbs": count_facet(snapshot, "verb", members, selection),
        "addressees": count_facet(snapshot, "addressee", members, selection, leave_out=(NONE,)),
        "selection": selection,
        "several_bodies": snapshot.has_several_bodies,
        "complaints": asked.faults,
        "pages": build_list_pages(len(members), number, PAGE_SIZE) if len(members) > PAGE_SIZE else None,
        "query": f"?page={number}" if number > 1 else "",
    }
    return render(request, "archive/topic_page.html", context)


def place_topic(slug: str) -> Placed | None:
    """The subject that has this slug, in small letters or not. One query."""
    rows = Topic.objects.in_use().in_tree_order()
    place = next((place for place, row in enumerate(rows) if row.slug == slug.lower()), None)
    if place is None:
        return None
    found = rows[place]
    below = _below(found, rows)
    return Placed(
        topic=found,
        parent=next((row for row in rows if row.pk == found.parent_id), None),
        children=[row for row in below if row.parent_id == found.pk],
        below=below,
        previous=rows[place - 1] if place else None,
        next=rows[place + 1] if place + 1 < len(rows) else None,
    )


def _below(topic: Topic, rows: Sequence[Topic]) -> list[Topic]:
    """`rows` have parents before their children, but for a ring, which has no end."""
    found = {topic.pk}
    below = []
    for row in rows:
        if row.parent_id in found and row.pk not in found:
            found.add(row.pk)
            below.append(row)
    return below


def no_topic(request: HttpRequest, slug: str) -> HttpResponse:
    return nothing_here(request, slug, _("لا موضوع في الأرشيف بهذا المعرّف."), near_pages=near_topics(slug))


def _reasons(placed: Placed, keys: Sequence[int]) -> dict[int, list[TopicAssignment]]:
    """Why they stand here: what says so of the subject itself first, then of what stands below it."""
    meant = [placed.topic, *placed.below]
    found: dict[int, list[TopicAssignment]] = {}
    rows = TopicAssignment.objects.for_display().filter(recommendation__in=keys, topic__in=meant)
    for row in sorted(rows, key=lambda one: one.topic_id != placed.topic.pk):
        found.setdefault(row.recommendation_id, []).append(row)
    return found
