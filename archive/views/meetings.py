"""The list of meetings and the page of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.display.names.titles import is_english
from archive.display.overview.agenda import build_agenda
from archive.display.overview.meeting_facts import build_papers, find_lost, find_mentions, find_stating
from archive.display.pictures.strokes import Ruler, RulerMeeting, build_ruler, build_share
from archive.models import Body, Meeting, Recommendation, Subparagraph

from .errors import nothing_here

#: With more recommendations than this at one meeting, a row of the list has a bar instead of strokes.
MOST_STROKES = 80


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in the list and its picture, drawn to one scale for all: `path` in a box `width` wide."""

    meeting: Meeting
    path: str
    width: int


@dataclass(frozen=True, slots=True)
class BodyMeetings:
    """A body and its meetings in official order; each carries `recommendation_count` and `document_count`."""

    body: Body
    rows: tuple[MeetingRow, ...]
    is_bars: bool

    @property
    def recommendation_count(self) -> int:
        return sum(row.meeting.recommendation_count for row in self.rows)


def meeting_list(request: HttpRequest) -> HttpResponse:
    groups = by_body(Meeting.objects.select_related("body").with_counts().in_official_order())
    groups.sort(key=lambda group: not group.recommendation_count)
    return render(request, "archive/meeting_list.html", {"groups": groups})


def meeting_page(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = Meeting.objects.select_related("body").filter(slug=slug.lower()).first()
    if meeting is None:
        return nothing_here(request, slug, _("لا اجتماع في الأرشيف بهذا المعرّف."))
    if slug != meeting.slug:
        return redirect(meeting, permanent=True)
    adopted = Recommendation.objects.adopted_at(meeting)
    recommendations = list(adopted.select_related("document").in_official_order())
    neighbours = list(
        Meeting.objects.of_body(meeting.body).select_related("body").with_counts().in_official_order()
    )
    place = [other.pk for other in neighbours].index(meeting.pk)
    documents = list(meeting.documents.with_counts().order_by("symbol", "slug"))
    agenda, loose = build_agenda(meeting.agenda_items.in_order(), recommendations)
    context = {
        "meeting": meeting,
        "recommendations": recommendations,
        "subparagraph_count": Subparagraph.objects.filter(recommendation__in=adopted).count(),
        "agenda": agenda,
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


def by_body(meetings: Iterable[Meeting]) -> list[BodyMeetings]:
    """Group meetings that come in official order."""
    groups = [tuple(group) for _key, group in groupby(meetings, key=lambda meeting: meeting.body_id)]
    return [_body_meetings(group) for group in groups]


def _body_meetings(meetings: tuple[Meeting, ...]) -> BodyMeetings:
    most = max(meeting.recommendation_count for meeting in meetings)
    is_bars = most > MOST_STROKES
    rows = tuple(_bar_row(meeting, most) if is_bars else _stroke_row(meeting) for meeting in meetings)
    return BodyMeetings(meetings[0].body, rows, is_bars)


def _stroke_row(meeting: Meeting) -> MeetingRow:
    ruler = meetings_ruler([meeting], meeting)
    return MeetingRow(meeting, ruler.lit if ruler else "", ruler.width if ruler else 0)


def _bar_row(meeting: Meeting, most: int) -> MeetingRow:
    return MeetingRow(meeting, build_share(meeting.recommendation_count, most, rtl=not is_english()), 100)


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
