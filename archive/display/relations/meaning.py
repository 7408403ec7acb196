"""What stands behind a recommendation, as its page reads it: clauses, subjects, citations."""

from dataclasses import dataclass

from archive.models import Citation, OperativeClause, Recommendation, TopicAssignment, named_by
from archive.models.prepared import Prepared

#: Of what citations lead to only the names are shown.
UNREAD_OF_CITED = (
    *named_by.unread("recommendation", "cited_recommendation"),
    *named_by.unread("meeting", "cited_recommendation__meeting"),
    *named_by.unread("meeting", "cited_meeting"),
    *named_by.unread("document", "cited_document"),
)


@dataclass(frozen=True, slots=True)
class RecommendationMeaning:
    """What is in force."""

    clauses: list[OperativeClause]
    assignments: list[TopicAssignment]
    citations: list[Citation]


_CLAUSES = Prepared(lambda key: OperativeClause.objects.for_display().filter(recommendation=key))
_ASSIGNMENTS = Prepared(lambda key: TopicAssignment.objects.for_display().filter(recommendation=key))
_CITATIONS = Prepared(
    lambda key: Citation.objects.for_display()
    .filter(recommendation=key)
    .select_related("article__instrument", "cited_recommendation__meeting__body", "cited_meeting__body")
    .defer(*UNREAD_OF_CITED)
)


def read_meaning(recommendation: Recommendation) -> RecommendationMeaning:
    """Five queries."""
    key = recommendation.pk
    return RecommendationMeaning(list(_CLAUSES.rows(key)), list(_ASSIGNMENTS.rows(key)), list(_CITATIONS.rows(key)))
