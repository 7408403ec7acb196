"""Topics that the subjects of a paper speak of, for those of its recommendations that have none.

No row says so until staff do: a term is about the whole paper, and a row of a rule would be shown to readers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.models import Document, Recommendation, Topic, TopicAssignment
from archive.vocabulary.printed_subjects import topics_of_terms


@dataclass(frozen=True, slots=True)
class OfferedTopic:
    """`term` is the paper's own word for it."""

    topic: Topic
    term: str

    @property
    def ground(self) -> str:
        return f"من مواضيع الورقة كما تسميها الأمم المتحدة: {self.term}"


def offered_topics(recommendation: Recommendation) -> list[OfferedTopic]:
    """Those about which nobody has said anything, in the order of the paper's terms."""
    if recommendation.document is None or not recommendation.document.subjects:
        return []
    known = topics_of_terms(recommendation.document.subjects)
    decided = TopicAssignment.objects.filter(recommendation=recommendation)
    if not known or decided.in_force().exists():
        return []
    open_topics = Topic.objects.in_use().filter(slug__in=known).exclude(pk__in=decided.values("topic"))
    by_slug = {topic.slug: topic for topic in open_topics}
    return [OfferedTopic(by_slug[slug], term) for slug, term in known.items() if slug in by_slug]


def with_offer() -> list[int]:
    """The keys of the recommendations to which a topic is offered."""
    in_use = dict(Topic.objects.in_use().values_list("slug", "pk"))
    papers = Document.objects.exclude(subjects=[]).values_list("pk", "subjects")
    offered = {pk: {in_use[slug] for slug in topics_of_terms(terms) if slug in in_use} for pk, terms in papers}
    papers_with = [pk for pk, topics in offered.items() if topics]
    rows = Recommendation.objects.filter(document__in=papers_with)
    rows = rows.exclude(pk__in=TopicAssignment.objects.in_force().values("recommendation"))
    paper_of = dict(rows.values_list("pk", "document"))
    decided = _decided(paper_of)
    return [pk for pk, paper in paper_of.items() if offered[paper] - decided.get(pk, set())]


def _decided(recommendations: Iterable[int]) -> dict[int, set[int]]:
    rows = TopicAssignment.objects.filter(recommendation__in=list(recommendations))
    found: dict[int, set[int]] = {}
    for recommendation, topic in rows.values_list("recommendation", "topic"):
        found.setdefault(recommendation, set()).add(topic)
    return found
