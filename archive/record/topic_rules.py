"""The rules by which subjects are told, as staff keep them: for texts that come in and for questions that are typed."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from archive.deriving.subject_rules import PreparedRules, prepare_rules
from archive.models import Topic, TopicRule
from archive.vocabulary.subject_rules import SubjectRule

from .held import HeldForState


def rules_in_use(topics: Sequence[Topic]) -> list[SubjectRule]:
    """In the order of these topics, which decides between subjects for which as much speaks."""
    place = {topic.pk: number for number, topic in enumerate(topics)}
    rows = TopicRule.objects.in_use().order_by("pk").values_list("topic", "topic__slug", "kind", "value", "weight")
    ordered = sorted(rows, key=lambda row: place[row[0]])
    return [SubjectRule(slug, kind, value, weight) for _topic, slug, kind, value, weight in ordered]


def parents_of(topics: Sequence[Topic]) -> dict[str, str]:
    """Give by the slug of a topic that of the broader one, where both are among these."""
    slugs = {topic.pk: topic.slug for topic in topics}
    return {topic.slug: slugs[topic.parent_id] for topic in topics if topic.parent_id in slugs}


class RulesOfTopics(NamedTuple):
    """`said` is all that the rules say, as one text: by it two sets of rules are told apart."""

    prepared: PreparedRules
    said: str


def rules_of(topics: Sequence[Topic]) -> RulesOfTopics:
    """The rules of these topics; those that were last asked for are at hand."""
    return _rules(tuple(rules_in_use(topics)), tuple(parents_of(topics).items()))


@lru_cache(maxsize=2)
def _rules(rules: tuple[SubjectRule, ...], parents: tuple[tuple[str, str], ...]) -> RulesOfTopics:
    return RulesOfTopics(prepare_rules(rules, dict(parents)), str((parents, rules)))


def _read_rules() -> PreparedRules:
    if not TopicRule.objects.in_use().exists():
        return prepare_rules((), {})
    return rules_of(Topic.objects.in_use().in_tree_order()).prepared


_held = HeldForState(_read_rules, is_apart=True)


def current_rules() -> PreparedRules:
    """The rules of the state of the data, prepared; kept in the process until there is another."""
    return _held.current()
