"""The page of one recommendation."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.display.documents.source_place import find_source_place
from archive.display.names.citation import build_citation
from archive.display.relations.citing import build_cited, find_cited_by
from archive.display.relations.classification import build_classification
from archive.display.relations.kin import find_nearest
from archive.display.relations.reported import find_reports
from archive.display.structured_data import build_structured_data
from archive.display.text.passages import build_passages
from archive.display.text.shown_text import read_shown
from archive.models import Citation, Meeting, OperativeClause, Recommendation, Subparagraph, TopicAssignment
from archive.models.recommendation import RecommendationQuerySet
from archive.numbering import abjad

from .errors import nothing_here
from .meetings import meetings_ruler


def recommendation_page(request: HttpRequest, locator: str) -> HttpResponse:
    recommendation = Recommendation.objects.for_display().filter(locator=locator.lower()).first()
    if recommendation is None:
        return _subparagraph_or_nothing(request, locator)
    if locator != recommendation.locator:
        return redirect(recommendation, permanent=True)
    shown, complaints = read_shown(request, has_source=recommendation.document is not None)
    clauses, assignments, citations = _meaning(recommendation)
    passages = build_passages(recommendation, shown, clauses, citations)
    meeting = recommendation.meeting
    neighbours = list(
        Meeting.objects.of_body(meeting.body)
        .annotate(recommendation_count=Count("recommendations"))
        .in_official_order()
    )
    place = _upto(recommendation).count()
    earlier = sum(other.recommendation_count for other in neighbours if other.number < meeting.number)
    context = {
        "recommendation": recommendation,
        "passages": passages,
        "differences": [difference for passage in passages for difference in passage.differences],
        # Nothing to look at in the other text: neither a corrected word nor a sign that reading leaves out.
        "is_as_printed": all(one.printed == one.reading for passage in passages for one in passage.pieces),
        "shown": shown,
        "is_printed": shown.is_printed,
        "complaints": complaints,
        "source_place": find_source_place(recommendation) if shown.is_beside else None,
        "classification": build_classification(recommendation, clauses, assignments, citations),
        "cited": build_cited(recommendation, citations),
        "cited_by": find_cited_by(recommendation),
        "nearest": find_nearest(recommendation),
        "reports": find_reports(recommendation, citations),
        "citation": build_citation(recommendation),
        "structured_data": build_structured_data(recommendation, request.build_absolute_uri),
        "previous": _before(recommendation),
        "next": _after(recommendation),
        "ruler": meetings_ruler(neighbours, meeting, frozenset({place})),
        "place": earlier + place,
        "total": sum(other.recommendation_count for other in neighbours),
    }
    return render(request, "archive/recommendation_page.html", context)


def _meaning(
    recommendation: Recommendation,
) -> tuple[list[OperativeClause], list[TopicAssignment], list[Citation]]:
    """What is in force. Four queries."""
    citations = recommendation.citations.for_display().select_related(
        *("article__instrument", "cited_recommendation__meeting__body", "cited_meeting__body")
    )
    return (
        list(recommendation.operative_clauses.for_display()),
        list(recommendation.topic_assignments.for_display()),
        list(citations),
    )


def _subparagraph_or_nothing(request: HttpRequest, locator: str) -> HttpResponse:
    """…5.2.k leads to #k of …5.2; anything else is answered with what is near."""
    whole, _dot, letter = locator.lower().rpartition(".")
    position = abjad.from_latin(letter)
    if position is not None:
        item = Subparagraph.objects.filter(recommendation__locator=whole, position=position)
        found = item.select_related("recommendation").first()
        if found is not None:
            return redirect(found.get_absolute_url())
    return nothing_here(request, locator, _("لا توصية في الأرشيف بهذا المعرّف."))


def _upto(recommendation: Recommendation) -> RecommendationQuerySet:
    """Those of its meeting up to and with this one."""
    same = Recommendation.objects.filter(meeting_id=recommendation.meeting_id)
    return same.filter(
        Q(number__lt=recommendation.number) | Q(number=recommendation.number, copy__lte=recommendation.copy)
    )


def _before(recommendation: Recommendation) -> Recommendation | None:
    return _neighbours(recommendation, "lt").in_official_order().reverse().first()


def _after(recommendation: Recommendation) -> Recommendation | None:
    return _neighbours(recommendation, "gt").in_official_order().first()


def _neighbours(recommendation: Recommendation, side: str) -> RecommendationQuerySet:
    """All recommendations of the same body before («lt») or after («gt») this one."""
    meeting = recommendation.meeting
    same_meeting = Q(meeting=meeting)
    of_body = Recommendation.objects.filter(meeting__body=meeting.body_id).select_related("meeting__body")
    return of_body.filter(
        Q(**{f"meeting__number__{side}": meeting.number})
        | same_meeting & Q(**{f"number__{side}": recommendation.number})
        | same_meeting & Q(number=recommendation.number, **{f"copy__{side}": recommendation.copy})
    )
