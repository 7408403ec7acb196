"""The list of meetings and the page of one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.models import AgendaItem, Body, Document, Meeting, Recommendation

from .errors import nothing_here
from .names import is_english
from .strokes import Ruler, RulerMeeting, build_ruler


@dataclass(frozen=True, slots=True)
class BodyMeetings:
    """A body and its meetings in order; each meeting carries `recommendation_count` and `document_count`."""

    body: Body
    meetings: tuple[Meeting, ...]

    @property
    def held(self) -> list[Meeting]:
        return [meeting for meeting in self.meetings if meeting.recommendation_count]

    @property
    def only_known(self) -> list[Meeting]:
        return [meeting for meeting in self.meetings if not meeting.recommendation_count]

    @property
    def recommendation_count(self) -> int:
        return sum(meeting.recommendation_count for meeting in self.meetings)


@dataclass(slots=True)
class AgendaNode:
    """An item of the agenda with its sub-items and the recommendations adopted under it."""

    item: AgendaItem
    recommendations: list[Recommendation] = field(default_factory=list)
    children: list["AgendaNode"] = field(default_factory=list)


def meeting_list(request: HttpRequest) -> HttpResponse:
    groups = by_body(Meeting.objects.select_related("body").with_counts().in_official_order())
    groups.sort(key=lambda group: not group.recommendation_count)
    return render(request, "archive/meeting_list.html", {"groups": groups})


def meeting_page(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = Meeting.objects.select_related("body").filter(slug=slug.lower()).first()
    if meeting is None:
        return nothing_here(request, slug, _("لا اجتماع في الأرشيف بهذا المعرّف."), _near_meetings(slug))
    if slug != meeting.slug:
        return redirect(meeting, permanent=True)
    recommendations = list(
        Recommendation.objects.adopted_at(meeting).select_related("document").in_official_order()
    )
    neighbours = list(
        Meeting.objects.of_body(meeting.body).select_related("body").with_counts().in_official_order()
    )
    place = [other.pk for other in neighbours].index(meeting.pk)
    context = {
        "meeting": meeting,
        "recommendations": recommendations,
        "agenda": build_agenda(meeting.agenda_items.in_order(), recommendations),
        "documents": meeting.documents.with_counts().order_by("symbol", "slug"),
        "sources": distinct_documents(recommendations),
        "previous": neighbours[place - 1] if place else None,
        "next": neighbours[place + 1] if place + 1 < len(neighbours) else None,
        "ruler": meetings_ruler(neighbours, meeting),
        "total": sum(other.recommendation_count for other in neighbours),
    }
    return render(request, "archive/meeting_page.html", context)


def by_body(meetings: Iterable[Meeting]) -> list[BodyMeetings]:
    """Group meetings that come in official order."""
    return [
        BodyMeetings(found[0].body, found)
        for _key, group in groupby(meetings, key=lambda meeting: meeting.body_id)
        for found in [tuple(group)]
    ]


def build_agenda(items: Iterable[AgendaItem], recommendations: Iterable[Recommendation]) -> list[AgendaNode]:
    """The tree of an agenda. An item whose superior comes later or not at all stands at the top."""
    roots: list[AgendaNode] = []
    nodes: dict[int, AgendaNode] = {}
    for item in items:
        node = nodes[item.pk] = AgendaNode(item)
        above = nodes.get(item.parent_id) if item.parent_id else None
        (above.children if above else roots).append(node)
    for recommendation in recommendations:
        if recommendation.agenda_item_id in nodes:
            nodes[recommendation.agenda_item_id].recommendations.append(recommendation)
    return roots


def distinct_documents(recommendations: Iterable[Recommendation]) -> list[Document]:
    """The documents from which the texts come, each once."""
    found = {row.document_id: row.document for row in recommendations if row.document is not None}
    return list(found.values())


def meetings_ruler(
    meetings: Iterable[Meeting], meant: Meeting, lit: frozenset[int] | None = None
) -> Ruler | None:
    """All recommendations of a body with those of `meant` lit, or only the places `lit` of it."""
    rows = [
        RulerMeeting(
            number=meeting.number,
            count=meeting.recommendation_count,
            lit=(frozenset(range(1, meeting.recommendation_count + 1)) if lit is None else lit)
            if meeting.pk == meant.pk
            else frozenset(),
            is_meant=meeting.pk == meant.pk,
        )
        for meeting in meetings
    ]
    return build_ruler(rows, rtl=not is_english()) if any(row.count for row in rows) else None


def _near_meetings(slug: str) -> list[Meeting]:
    """Meetings of the body that the address names."""
    body_slug = slug.lower().rpartition(".")[0]
    return list(Meeting.objects.filter(body__slug=body_slug).select_related("body").in_official_order()[:12])
