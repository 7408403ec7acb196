"""Where a recommendation stands among all of its body: its place in official order, and its neighbours."""

from dataclasses import dataclass

from django.db.models import Q

from archive.models import Meeting, Recommendation, named_by
from archive.models.recommendation import NUMBERED_BY, RecommendationQuerySet

from ..pictures.meeting_picture import meetings_ruler
from ..pictures.strokes import Ruler


@dataclass(frozen=True, slots=True)
class RecommendationPlace:
    """`place` of `total`, counted from 1; the picture of all of them with this one lit."""

    place: int
    total: int
    ruler: Ruler | None
    previous: Recommendation | None
    next: Recommendation | None


def find_place(recommendation: Recommendation) -> RecommendationPlace:
    """Four queries."""
    meeting = recommendation.meeting
    meetings = list(Meeting.objects.of_body(meeting.body).with_recommendation_count().in_official_order())
    in_meeting = _upto(recommendation).count()
    earlier = sum(other.recommendation_count for other in meetings if other.number < meeting.number)
    return RecommendationPlace(
        place=earlier + in_meeting,
        total=sum(other.recommendation_count for other in meetings),
        ruler=meetings_ruler(meetings, meeting, frozenset({in_meeting})),
        previous=_neighbours(recommendation, "lt").in_official_order().reverse().first(),
        next=_neighbours(recommendation, "gt").in_official_order().first(),
    )


def _upto(recommendation: Recommendation) -> RecommendationQuerySet:
    """Those of its meeting up to and with this one."""
    same = Recommendation.objects.filter(meeting_id=recommendation.meeting_id)
    return same.filter(_beside(recommendation, "lt") | Q(pk=recommendation.pk))


def _beside(recommendation: Recommendation, side: str) -> Q:
    """Those of a meeting that are numbered before («lt») or after («gt») this one."""
    found, same = Q(), Q()
    for name in NUMBERED_BY:
        value = getattr(recommendation, name)
        found |= same & Q(**{f"{name}__{side}": value})
        same &= Q(**{name: value})
    return found


def _neighbours(recommendation: Recommendation, side: str) -> RecommendationQuerySet:
    """All recommendations of the same body before («lt») or after («gt») this one."""
    meeting = recommendation.meeting
    same_meeting = Q(meeting=meeting)
    of_body = Recommendation.objects.filter(meeting__body=meeting.body_id).select_related("meeting__body").only(
        *named_by.recommendation()
    )
    elsewhere = Q(**{f"meeting__number__{side}": meeting.number})
    return of_body.filter(elsewhere | same_meeting & _beside(recommendation, side))
