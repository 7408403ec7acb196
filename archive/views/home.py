"""The first page: what the archive is, its meetings as a timeline, its newest documents."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.filters.suggestions import current_terms
from archive.models import Document, Meeting

from .meetings import BodyMeetings, by_body
from .names import is_english
from .strokes import Strokes, build_strokes

NEWEST = 5


@dataclass(frozen=True, slots=True)
class Column:
    """A meeting on the timeline; without strokes when none of its recommendations are held."""

    meeting: Meeting
    strokes: Strokes | None


def home(request: HttpRequest) -> HttpResponse:
    groups = by_body(Meeting.objects.select_related("body").with_counts().in_official_order())
    with_texts = [group for group in groups if group.recommendation_count]
    years = [
        meeting.start.year for group in with_texts for meeting in group.held if meeting.start is not None
    ]
    documents = list(Document.objects.held().with_counts().newest_first())
    context = {
        "timelines": [(group, _columns(group)) for group in with_texts],
        "only_known": [group for group in groups if not group.recommendation_count],
        "recommendation_count": sum(group.recommendation_count for group in groups),
        "paragraph_count": sum(document.paragraph_count for document in documents),
        "document_count": len(documents),
        "first_year": min(years, default=None),
        "last_year": max(years, default=None),
        "examples": build_examples(with_texts, documents),
        "newest": documents[:NEWEST],
        "is_empty": not groups and not documents,
    }
    return render(request, "archive/home.html", context)


def build_examples(groups: list[BodyMeetings], documents: list[Document]) -> list[str]:
    """What one may type: a term of the texts, a recommendation by its place, a document by its symbol."""
    found = [term.text for term in current_terms() if len(term.words) == 2][:1]
    if groups:
        found.append(f"التوصية 1 من {groups[0].held[-1].title}")
    return found + [document.symbol for document in documents if document.symbol][:1]


def _columns(group: BodyMeetings) -> list[Column]:
    rtl = not is_english()
    return [
        Column(meeting, build_strokes(meeting.recommendation_count, rtl=rtl))
        if meeting.recommendation_count
        else Column(meeting, None)
        for meeting in group.meetings
    ]
