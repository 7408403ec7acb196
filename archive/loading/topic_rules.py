"""The rules that subjects start with, kept like the thesaurus: what staff changed, added or put out of use stays."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from archive.deriving.starting_rules import starting_rules
from archive.models import Topic, TopicRule
from archive.record import kinds
from archive.record.history.journal import recording, watch, watch_new
from archive.record.merge import Outcome
from archive.record.state import raise_data_version
from archive.sources.subjects import Subject
from archive.vocabulary.subject_rules import SubjectRule, read_subject_rules

from .changes import Change

#: Topic, kind, value.
Key = tuple[int, str, str]


@transaction.atomic
@recording()
def load_topic_rules(subjects: Sequence[Subject]) -> list[Change]:
    """Bring the rules of these subjects up to what the data give; rules of other subjects are left alone."""
    topics = {topic.slug: topic.pk for topic in Topic.objects.filter(slug__in=[one.slug for one in subjects])}
    rows = list(TopicRule.objects.filter(topic__in=topics.values()).select_related("topic"))
    by_given = {(row.topic_id, row.kind, row.given): row for row in rows if row.given}
    by_value = {(row.topic_id, row.kind, row.value): row for row in rows}
    changes: list[Change] = []
    new: dict[Key, TopicRule] = {}
    for rule in starting_rules(subjects, read_subject_rules()):
        key = (topics[rule.topic], rule.kind, rule.value)
        row = by_given.pop(key, None)
        if row is not None:
            changes.append(_change(rule, row, _follow(row, rule)))
        elif key not in by_value and key not in new:
            new[key] = _given(TopicRule(topic_id=key[0], kind=rule.kind, value=rule.value), rule)
            changes.append(_change(rule, None, "created"))
    changes += _drop(by_given.values())
    slugs = {pk: slug for slug, pk in topics.items()}
    made = TopicRule.objects.bulk_create(new.values())
    watch_new(made, [f"{slugs[row.topic_id]}:{row.kind}:{row.value}" for row in made])
    if any(change.outcome in ("created", "updated", "missing") for change in changes):
        raise_data_version()
    return changes


def _given(row: TopicRule, rule: SubjectRule) -> TopicRule:
    row.given, row.weight, row.given_weight = rule.value, rule.weight, rule.weight
    return row


def _follow(row: TopicRule, rule: SubjectRule) -> Outcome:
    if not row.is_untouched:
        return "kept"
    if row.weight == rule.weight:
        return "unchanged"
    watch([row])
    _given(row, rule).save()
    return "updated"


def _drop(rows: Iterable[TopicRule]) -> list[Change]:
    """What the data give no longer: gone where nobody touched it."""
    changes = []
    for row in rows:
        outcome: Outcome = "missing" if row.is_untouched else "kept"
        rule = SubjectRule(row.topic.slug, row.kind, row.given, row.weight)
        changes.append(_change(rule, row, outcome))
        if outcome == "missing":
            watch([row])
            row.delete()
    return changes


def _change(rule: SubjectRule, row: TopicRule | None, outcome: Outcome) -> Change:
    return Change(kinds.TOPIC_RULE, f"{rule.topic}:{rule.kind}:{rule.value}", outcome, row.pk if row else None)
