"""Subjects of recommendations, as `archive.deriving.subjects` assigns them by the rules that staff keep."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from archive.deriving.operative import FoundClause
from archive.deriving.subject_rules import PreparedRules
from archive.deriving.subjects import CitedArticle, SubjectInput, SubjectPassage, assign_subjects
from archive.models import Citation, OperativeClause, Topic, TopicAssignment
from archive.record.history.journal import watch, watch_new
from archive.record.row_kind import Made
from archive.record.scope import Scope
from archive.record.topic_rules import rules_of

from .asked_persons import actors_of, codes_of
from .digests import changed_recommendations
from .reading import Reading, is_in_force
from .settling import Settled, Tally, pair_by_key, settle
from .texts import RecommendationText

KIND: Made = "topic_assignment"
MODEL = TopicAssignment


@dataclass(frozen=True, slots=True)
class AssignmentValues:
    recommendation: int
    topic: int
    confidence: float
    ground: str


#: What else is known of a passage: its clauses and the articles that it cites.
Known = tuple[tuple[FoundClause, ...], tuple[CitedArticle, ...]]
#: … of the passages of a recommendation, by the position of the lettered item, 0 for the chapeau.
KnownOf = dict[int, Known]
_NOTHING: Known = ((), ())
Standing = TypeVar("Standing", OperativeClause, Citation)


def derive_topic_assignments(scope: Scope, reading: Reading) -> Tally:
    tally = Tally()
    rows = Topic.objects.in_use().in_tree_order()
    topics = {topic.slug: topic.pk for topic in rows}
    rules, said = rules_of(rows)
    known: dict[int, KnownOf] = {}

    def also(texts: Sequence[RecommendationText]) -> Mapping[int, Any]:
        known.clear()
        known.update(_known_of(texts, reading))
        return {pk: str(sorted(found.items())) for pk, found in known.items()}

    for portion in changed_recommendations(KIND, scope, reading, said, also):
        stored = reading.assignments([one.pk for one in portion])
        pairs: list[tuple[TopicAssignment | None, AssignmentValues | None]] = []
        for one in portion:
            found = _assigned(one, known.get(one.pk, {}), rules, topics)
            pairs += pair_by_key({row.topic_id: row for row in stored.get(one.pk, ())}, found)
        settled = settle(pairs, _same)
        _write(settled)
        tally.add(settled)
        if settled.writes:
            reading.written(MODEL)
    return tally


def _assigned(
    one: RecommendationText, known: KnownOf, rules: PreparedRules, topics: Mapping[str, int]
) -> dict[int, AssignmentValues]:
    passages = [SubjectPassage(one.chapeau, *known.get(0, _NOTHING))]
    passages += [
        SubjectPassage(item.text, *known.get(item.position, _NOTHING), item.label) for item in one.items
    ]
    return {
        topics[found.topic]: AssignmentValues(one.pk, topics[found.topic], found.confidence, found.reason)
        for found in assign_subjects(SubjectInput(tuple(passages), one.item_title), rules)
        if found.topic in topics
    }


def _known_of(texts: Sequence[RecommendationText], reading: Reading) -> dict[int, KnownOf]:
    keys = [one.pk for one in texts]
    clauses, citations = reading.clauses(keys), reading.citations("recommendation", keys)
    found: dict[int, KnownOf] = {}
    for one in texts:
        items = {item.pk: item.position for item in one.items}
        asked: dict[int, list[FoundClause]] = {}
        for row in _in_text(clauses.get(one.pk, ())):
            leads = row.is_main or row.overrides
            read = FoundClause(row.verb_class, row.phrase, *_place(row), codes_of(row), actors_of(row), leads)
            asked.setdefault(items.get(row.subparagraph_id or 0, 0), []).append(read)
        cited: dict[int, list[CitedArticle]] = {}
        for citation in _in_text(citations.get(one.pk, ())):
            if citation.article is not None:
                article = CitedArticle(
                    citation.article.instrument.slug, citation.article.number, *_place(citation)
                )
                cited.setdefault(items.get(citation.subparagraph_id or 0, 0), []).append(article)
        known = {
            item: (tuple(asked.get(item, ())), tuple(cited.get(item, ()))) for item in {**asked, **cited}
        }
        if known:
            found[one.pk] = known
    return found


def _in_text(rows: Iterable[Standing]) -> list[Standing]:
    """Those in force that stand in the text, in its order."""
    standing = [row for row in rows if is_in_force(row) and row.start is not None]
    return sorted(standing, key=lambda row: (row.start or 0, row.pk))


def _place(row: OperativeClause | Citation) -> tuple[int, int]:
    return row.place or (0, 0)


def _same(row: TopicAssignment, found: AssignmentValues) -> bool:
    return (row.confidence, row.ground) == (found.confidence, found.ground)


def _write(settled: Settled[TopicAssignment, AssignmentValues]) -> None:
    watch([*settled.gone, *(row for row, _ in settled.changed)])
    if settled.gone:
        TopicAssignment.objects.filter(pk__in=[row.pk for row in settled.gone]).delete()
    for row, found in settled.changed:
        row.confidence, row.ground = found.confidence, found.ground
    TopicAssignment.objects.bulk_update([row for row, _ in settled.changed], ["confidence", "ground"])
    watch_new(TopicAssignment.objects.bulk_create(_rows(settled.new)))


def _rows(new: Sequence[AssignmentValues]) -> Iterable[TopicAssignment]:
    for found in new:
        yield TopicAssignment(
            recommendation_id=found.recommendation,
            topic_id=found.topic,
            confidence=found.confidence,
            ground=found.ground,
        )
