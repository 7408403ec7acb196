"""What stands behind a recommendation, as its page reads it: clauses, subjects, citations."""

from dataclasses import dataclass

from archive.models import Citation, OperativeClause, Recommendation, TopicAssignment, named_by

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


def read_meaning(recommendation: Recommendation) -> RecommendationMeaning:
    """Four queries."""
    citations = recommendation.citations.for_display().select_related(
        *("article__instrument", "cited_recommendation__meeting__body", "cited_meeting__body")
    ).defer(*UNREAD_OF_CITED)
    return RecommendationMeaning(
        list(recommendation.operative_clauses.for_display()),
        list(recommendation.topic_assignments.for_display()),
        list(citations),
    )
