"""Subjects of recommendations, as `archive.deriving.subjects` assigns them by the rules that staff keep."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from archive.deriving.operative import FoundClause
from archive.deriving.subject_rules import PreparedRules, prepare_rules
from archive.deriving.subjects import CitedArticle, SubjectInput, SubjectPassage, assign_subjects
from archive.models import Citation, OperativeClause, Topic, TopicAssignment, TopicRule
from archive.vocabulary.subject_rules import SubjectRule

from .digests import changed_recommendations
from .operative import codes_of
from .settling import Settled, Tally, pair_by_key, settle
from .texts import RecommendationText, Scope

KIND = "topic_assignment"
MODEL = TopicAssignment


@dataclass(frozen=True, slots=True)
class Assigned:
    recommendation: int
    topic: int
    confidence: float
    ground: str


#: What else is known of a passage: its clauses and the articles that it cites.
Known = tuple[tuple[FoundClause, ...], tuple[CitedArticle, ...]]
#: … of the passages of a recommendation, by the position of the lettered item, 0 for the chapeau.
KnownOf = dict[int, Known]
_NOTHING: Known = ((), ())


@transaction.atomic
def derive_topic_assignments(scope: Scope) -> Tally:
    tally = Tally()
    rows = Topic.objects.in_use().in_tree_order()
    topics = {topic.slug: topic.pk for topic in rows}
    slugs = {topic.pk: topic.slug for topic in rows}
    parents = {topic.slug: slugs[topic.parent_id] for topic in rows if topic.parent_id in slugs}
    said = _rules_in_use(rows)
    rules = prepare_rules(said, parents)
    known: dict[int, KnownOf] = {}

    def also(keys: list[int]) -> Mapping[int, Any]:
        known.clear()
        known.update(_known_of(keys))
        return {pk: str(sorted(found.items())) for pk, found in known.items()}

    for portion in changed_recommendations(KIND, scope, [parents, *map(str, said)], also):
        held = _held([one.pk for one in portion])
        pairs: list[tuple[TopicAssignment | None, Assigned | None]] = []
        for one in portion:
            found = _assigned(one, known.get(one.pk, {}), rules, topics)
            pairs += pair_by_key(held.get(one.pk, {}), found)
        settled = settle(pairs, _same)
        _write(settled)
        tally.add(settled)
    return tally


def _rules_in_use(topics: Sequence[Topic]) -> list[SubjectRule]:
    """In the order of the tree, which decides between subjects for which as much speaks."""
    place = {topic.pk: number for number, topic in enumerate(topics)}
    rows = list(TopicRule.objects.in_use().select_related("topic"))
    rows.sort(key=lambda row: (place[row.topic_id], row.pk))
    return [SubjectRule(row.topic.slug, row.kind, row.value, row.weight) for row in rows]


def _assigned(
    one: RecommendationText, known: KnownOf, rules: PreparedRules, topics: Mapping[str, int]
) -> dict[int, Assigned]:
    passages = [SubjectPassage(one.chapeau, *known.get(0, _NOTHING))]
    passages += [SubjectPassage(item.text, *known.get(item.position, _NOTHING), item.label) for item in one.items]
    return {
        topics[found.topic]: Assigned(one.pk, topics[found.topic], found.confidence, found.reason)
        for found in assign_subjects(SubjectInput(tuple(passages), one.item_title), rules)
        if found.topic in topics
    }


def _known_of(recommendations: list[int]) -> dict[int, KnownOf]:
    clauses: dict[tuple[int, int], list[FoundClause]] = {}
    rows = OperativeClause.objects.in_force().filter(recommendation__in=recommendations, start__isnull=False)
    rows = rows.select_related("subparagraph").prefetch_related("addressees")
    for row in rows.order_by("recommendation_id", "start", "pk"):
        read = FoundClause(row.verb_class, row.phrase, *_place(row), codes_of(row), row.is_main or row.overrides)
        clauses.setdefault(_passage_of(row), []).append(read)
    articles: dict[tuple[int, int], list[CitedArticle]] = {}
    cited = Citation.objects.in_force().filter(recommendation__in=recommendations, start__isnull=False)
    for row in cited.select_related("article__instrument", "subparagraph").order_by("recommendation_id", "start", "pk"):
        if row.article is not None:
            article = CitedArticle(row.article.instrument.slug, row.article.number, *_place(row))
            articles.setdefault(_passage_of(row), []).append(article)
    found: dict[int, KnownOf] = {}
    for pk, item in {**clauses, **articles}:
        own = tuple(clauses.get((pk, item), ())), tuple(articles.get((pk, item), ()))
        found.setdefault(pk, {})[item] = own
    return found


def _passage_of(row: OperativeClause | Citation) -> tuple[int, int]:
    return row.recommendation_id or 0, row.subparagraph.position if row.subparagraph else 0


def _place(row: OperativeClause | Citation) -> tuple[int, int]:
    return row.place or (0, 0)


def _held(recommendations: list[int]) -> dict[int, dict[int, TopicAssignment]]:
    found: dict[int, dict[int, TopicAssignment]] = {}
    for row in TopicAssignment.objects.filter(recommendation__in=recommendations):
        found.setdefault(row.recommendation_id, {})[row.topic_id] = row
    return found


def _same(row: TopicAssignment, found: Assigned) -> bool:
    return (row.confidence, row.ground) == (found.confidence, found.ground)


def _write(settled: Settled[TopicAssignment, Assigned]) -> None:
    TopicAssignment.objects.filter(pk__in=[row.pk for row in settled.gone]).delete()
    for row, found in settled.changed:
        row.confidence, row.ground = found.confidence, found.ground
    TopicAssignment.objects.bulk_update([row for row, _ in settled.changed], ["confidence", "ground"])
    TopicAssignment.objects.bulk_create(_rows(settled.new))


def _rows(new: Sequence[Assigned]) -> Iterable[TopicAssignment]:
    for found in new:
        yield TopicAssignment(
            recommendation_id=found.recommendation,
            topic_id=found.topic,
            confidence=found.confidence,
            ground=found.ground,
        )
