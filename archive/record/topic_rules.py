"""The rules by which subjects are told, as staff keep them: for texts that come in and for questions that are typed."""

from collections.abc import Sequence

from archive.deriving.subject_rules import PreparedRules, prepare_rules
from archive.models import Topic, TopicRule
from archive.vocabulary.subject_rules import SubjectRule

from .held import HeldForState


def rules_in_use(topics: Sequence[Topic]) -> list[SubjectRule]:
    """In the order of these topics, which decides between subjects for which as much speaks."""
    place = {topic.pk: number for number, topic in enumerate(topics)}
    rows = list(TopicRule.objects.in_use().select_related("topic"))
    rows.sort(key=lambda row: (place[row.topic_id], row.pk))
    return [SubjectRule(row.topic.slug, row.kind, row.value, row.weight) for row in rows]


def parents_of(topics: Sequence[Topic]) -> dict[str, str]:
    """Give by the slug of a topic that of the broader one, where both are among these."""
    slugs = {topic.pk: topic.slug for topic in topics}
    return {topic.slug: slugs[topic.parent_id] for topic in topics if topic.parent_id in slugs}


def _read_rules() -> PreparedRules:
    if not TopicRule.objects.in_use().exists():
        return prepare_rules((), {})
    topics = Topic.objects.in_use().in_tree_order()
    return prepare_rules(rules_in_use(topics), parents_of(topics))


_held = HeldForState(_read_rules)


def current_rules() -> PreparedRules:
    """The rules of the state of the data, prepared; kept in the process until there is another."""
    return _held.current()
