"""What the database itself refuses of derived values and of what they point at, whoever writes.

Every constraint of these models stands in `REFUSED`, and each line of it must be refused by that very constraint.
"""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import CheckConstraint, Model, UniqueConstraint
from django.utils import timezone

from archive.models import (
    Article,
    Citation,
    Derivation,
    FollowUp,
    Instrument,
    Kinship,
    OperativeActor,
    OperativeAddressee,
    OperativeClause,
    Topic,
    TopicAssignment,
    TopicRule,
)
from tests import factories
from tests.factories_of_meaning import (
    CONFIRMED,
    REJECTED,
    make_article,
    make_assignment,
    make_citation,
    make_clause,
    make_follow_up,
    make_instrument,
    make_kinship,
    make_topic,
    make_topic_rule,
)

pytestmark = pytest.mark.django_db

MODELS: tuple[type[Model], ...] = (
    OperativeClause,
    OperativeActor,
    OperativeAddressee,
    Citation,
    Topic,
    TopicRule,
    TopicAssignment,
    Kinship,
    FollowUp,
    Instrument,
    Article,
    Derivation,
)
CONSTRAINTS: dict[str, tuple[type[Model], CheckConstraint | UniqueConstraint]] = {
    one.name: (model, one) for model in MODELS for one in model._meta.constraints
}

#: Writes something into an archive that holds `rows`.
Write = Callable[[SimpleNamespace], Any]


@pytest.fixture
def rows() -> SimpleNamespace:
    """Two recommendations with two lettered items each, a paragraph, and a value of every kind on the first."""
    meeting = factories.make_meeting(1)
    items = ("أولى؛", "ثانية.")
    first, second = (factories.make_recommendation(n, meeting=meeting, subparagraphs=items) for n in (1, 2))
    paragraph = factories.make_paragraph(factories.make_document())
    topic, article = make_topic("dredging"), make_article(6)
    return SimpleNamespace(
        first=first,
        second=second,
        item=first.subparagraphs.earliest("position"),
        paragraph=paragraph,
        topic=topic,
        rule=make_topic_rule(topic, "تجريف"),
        clause=make_clause(first),
        further=make_clause(first, is_main=False, position=2),
        article=article,
        citation=make_citation(first, article=article, key="one"),
        told=make_citation(paragraph, article=article, key="one"),
        assignment=make_assignment(first, topic),
        kinship=make_kinship(first, second),
        follow_up=make_follow_up(first, paragraph),
        derivations=[
            Derivation.objects.create(kind="citation", digest="0", **of)
            for of in ({"recommendation": first}, {"paragraph": paragraph}, {})
        ],
    )


def update(name: str, **values: Any) -> Write:
    """Write into the row of this name past every check of the program."""
    return lambda rows: type(getattr(rows, name)).objects.filter(pk=getattr(rows, name).pk).update(**values)


def cite(**values: Any) -> Write:
    """A citation in the second recommendation that says of its object these values only."""
    return lambda rows: make_citation(rows.second, **values)


def derived(kind: str = "citation", *of: str) -> Write:
    """Another reading of the same kind, of the records of these names."""
    owners = {"first": "recommendation", "paragraph": "paragraph"}
    return lambda rows: Derivation.objects.create(
        kind=kind, digest="1", **{owners[name]: getattr(rows, name) for name in of}
    )


def no_date(name: str) -> list[Write]:
    return [
        update(name, decision="confirmed", decided_at=None),
        update(name, decision="rejected", decided_at=None),
        update(name, decision="", decided_at=timezone.now()),
    ]


def no_place(name: str) -> list[Write]:
    places = [(4, 4), (4, 3), (4, None), (None, 4)]
    return [update(name, start=start, end=end) for start, end in places]


def no_text(name: str, field: str) -> list[Write]:
    return [update(name, **{field: text}) for text in ("", " نص")]


def no_share(name: str, field: str) -> list[Write]:
    return [update(name, **{field: number}) for number in (-0.01, 1.01)]


REFUSED: dict[str, list[Write]] = {
    "operative_clause_one_main": [
        lambda rows: make_clause(rows.first),
        lambda rows: make_clause(rows.first, decision=CONFIRMED),
        update("further", is_main=True),
    ],
    "operative_clause_of_an_item_overrides": [update("further", overrides=True)],
    "operative_clause_known_class": [update("clause", verb_class="ordered"), update("clause", verb_class="")],
    "operative_clause_position_positive": [update("clause", position=0)],
    "operative_clause_phrase_not_empty": no_text("clause", "phrase"),
    "operative_clause_place_in_order": no_place("clause"),
    "operative_clause_decision_dated": no_date("clause"),
    "operative_addressee_once_a_clause": [lambda rows: rows.clause.addressees.create(code="states", position=2)],
    "operative_addressee_known_code": [lambda rows: rows.clause.addressees.create(code="everyone", position=2)],
    "operative_addressee_position_positive": [lambda rows: rows.clause.addressees.update(position=0)],
    "operative_actor_once_a_clause": [lambda rows: rows.clause.actors.create(code="states", position=2)],
    "operative_actor_known_code": [lambda rows: rows.clause.actors.create(code="everyone", position=2)],
    "operative_actor_position_positive": [lambda rows: rows.clause.actors.update(position=0)],
    "citation_in_one_record": [
        lambda rows: make_citation(rows.first, article=rows.article, paragraph=rows.paragraph),
        lambda rows: make_citation(rows.paragraph, article=rows.article, subparagraph=rows.item),
        update("citation", recommendation=None),
    ],
    "citation_names_its_object": [
        cite(kind="treaty"),
        lambda rows: make_citation(rows.second, kind="treaty_article", instrument=make_instrument()),
        lambda rows: make_citation(rows.second, kind="treaty_article", article=rows.article),
        cite(kind="recommendation", symbol="ITC/CONF/2012/1"),
        cite(kind="meeting", symbol="ITC/CONF/2012/1"),
        cite(kind="document", locator="itc-conf-wg1.1"),
        cite(kind="resolution", symbol="ITC/CONF/2012/1"),
        cite(kind="tool", resolution="9/1"),
        cite(kind="rumour", tool="canals"),
    ],
    "citation_once_a_recommendation": [lambda rows: make_citation(rows.first, article=rows.article, key="one")],
    "citation_once_a_paragraph": [lambda rows: make_citation(rows.paragraph, article=rows.article, key="one")],
    "citation_text_not_empty": no_text("citation", "text"),
    "citation_place_in_order": no_place("citation"),
    "citation_decision_dated": no_date("citation"),
    "topic_slug_not_empty": no_text("topic", "slug"),
    "topic_label_not_empty": no_text("topic", "label_ar"),
    "topic_not_its_own_parent": [lambda rows: Topic.objects.filter(pk=rows.topic.pk).update(parent=rows.topic.pk)],
    "topic_rule_once_a_topic": [lambda rows: make_topic_rule(rows.topic, "تجريف", weight=3)],
    "topic_rule_weight_in_range": [update("rule", weight=0), update("rule", weight=11)],
    "topic_rule_value_not_empty": no_text("rule", "value"),
    "topic_assignment_once": [
        lambda rows: make_assignment(rows.first, rows.topic),
        lambda rows: make_assignment(rows.first, rows.topic, decision=REJECTED),
    ],
    "topic_assignment_confidence_is_a_share": no_share("assignment", "confidence"),
    "topic_assignment_decision_dated": no_date("assignment"),
    "kinship_once_a_pair": [lambda rows: make_kinship(rows.first, rows.second, relation="repeats")],
    "kinship_of_two": [lambda rows: make_kinship(rows.first, rows.first)],
    "kinship_score_is_a_share": no_share("kinship", "score"),
    "kinship_decision_dated": no_date("kinship"),
    "follow_up_once_a_pair": [lambda rows: make_follow_up(rows.first, rows.paragraph, subparagraph=rows.item)],
    "follow_up_score_is_a_share": no_share("follow_up", "score"),
    "follow_up_decision_dated": no_date("follow_up"),
    "instrument_slug_not_empty": [lambda rows: make_instrument(""), lambda rows: make_instrument(" canals")],
    "instrument_name_not_empty": [
        lambda rows: make_instrument("other", name_ar=""),
        lambda rows: make_instrument("other", name_ar=" بروتوكول"),
    ],
    "article_once_a_number": [lambda rows: make_article(6)],
    "article_number_positive": [lambda rows: make_article(0)],
    "derivation_of_one_record": [derived("kinship", "first", "paragraph")],
    "derivation_once_a_recommendation": [derived("citation", "first")],
    "derivation_once_a_paragraph": [derived("citation", "paragraph")],
    "derivation_once_for_all": [derived("citation")],
}  # fmt: skip

TAKEN: dict[str, Write] = {
    "a second main clause beside a rejected one": lambda rows: (
        update("clause", decision="rejected", decided_at=timezone.now())(rows),
        make_clause(rows.first),
    ),
    "a rejected main clause beside the main one": lambda rows: make_clause(rows.first, decision=REJECTED),
    "a lettered item that overrides": lambda rows: make_clause(
        rows.first, subparagraph=rows.item, is_main=False, overrides=True
    ),
    "words that stand in the text no more": update("clause", start=None, end=None),
    "one letter at the beginning": update("citation", start=0, end=1),
    "a decision taken back": update("clause", decision="", decided_at=None),
    "the same addressee in another clause": lambda rows: make_clause(rows.second),
    "a treaty without article": lambda rows: make_citation(rows.first, kind="treaty", instrument=make_instrument()),
    "a recommendation that is not held": cite(kind="recommendation", locator="itc-conf-wg1.9.9"),
    "a meeting that is not held": cite(kind="meeting", locator="itc-conf-wg1.9"),
    "a document that is not held": cite(kind="document", symbol="ITC/CONF/2012/1"),
    "a recommendation that is held": lambda rows: make_citation(
        rows.second, kind="recommendation", cited_recommendation=rows.first
    ),
    "a meeting that is held": lambda rows: make_citation(
        rows.second, kind="meeting", cited_meeting=rows.first.meeting
    ),
    "a document that is held": lambda rows: make_citation(
        rows.second, kind="document", cited_document=rows.paragraph.document
    ),
    "a resolution": cite(kind="resolution", resolution="9/1"),
    "a tool": cite(kind="tool", tool="canals"),
    "two citations that staff added": lambda rows: [
        make_citation(rows.first, article=rows.article, key="") for _ in range(2)
    ],
    "the same citation in another recommendation": lambda rows: make_citation(
        rows.second, article=rows.article, key="one"
    ),
    "a topic under another": lambda rows: make_topic("locks", parent=rows.topic),
    "the same value as a rule of another kind": lambda rows: make_topic_rule(rows.topic, "تجريف", kind="phrase"),
    "the same rule of another topic": lambda rows: make_topic_rule(make_topic("locks"), "تجريف"),
    "the least weight": update("rule", weight=1),
    "the greatest weight": update("rule", weight=10),
    "another topic of the same recommendation": lambda rows: make_assignment(rows.first, make_topic("locks")),
    "no confidence": update("assignment", confidence=0),
    "full confidence": update("assignment", confidence=1),
    "the pair the other way round": lambda rows: make_kinship(rows.second, rows.first),
    "the paragraph for another recommendation": lambda rows: make_follow_up(rows.second, rows.paragraph),
    "the same number in another treaty": lambda rows: make_article(6, instrument=make_instrument("locks-protocol")),
    "another kind read of the same record": derived("topic_assignment", "first"),
    "another kind read of all records": derived("kinship"),
}  # fmt: skip


def refuser(write: Write, rows: SimpleNamespace) -> str:
    """What the database names as the reason why it refused; empty if it took what was written."""
    try:
        with transaction.atomic():
            write(rows)
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        return str(diagnosis.constraint_name if diagnosis else error)
    return ""


def named(name: str) -> str:
    """How this database names the constraint: SQLite tells of a unique one its columns."""
    model, constraint = CONSTRAINTS[name]
    if connection.vendor == "postgresql":
        return name
    if isinstance(constraint, CheckConstraint):
        return f"CHECK constraint failed: {name}"
    fields = (model._meta.get_field(field) for field in constraint.fields)
    return "UNIQUE constraint failed: " + ", ".join(
        f"{model._meta.db_table}.{field.column}" for field in fields
    )


def test_no_constraint_is_left_out() -> None:
    assert REFUSED.keys() == CONSTRAINTS.keys()


@pytest.mark.parametrize(
    ("name", "write"),
    [(name, write) for name, writes in REFUSED.items() for write in writes],
    ids=[f"{name}-{n}" for name, writes in REFUSED.items() for n, _ in enumerate(writes, start=1)],
)
def test_a_constraint_refuses(name: str, write: Write, rows: SimpleNamespace) -> None:
    assert refuser(write, rows) == named(name)


@pytest.mark.parametrize("what", TAKEN)
def test_what_is_right_is_taken(what: str, rows: SimpleNamespace) -> None:
    assert refuser(TAKEN[what], rows) == ""


@pytest.mark.parametrize("model", [Topic, Instrument])
def test_a_slug_names_one_row(model: type[Model], rows: SimpleNamespace) -> None:
    name = {Topic: "label_ar", Instrument: "name_ar"}[model]
    held = model._default_manager.get()
    reason = refuser(lambda _: model._default_manager.create(slug=held.slug, **{name: "اسم"}), rows)
    table = model._meta.db_table
    on_sqlite = connection.vendor == "sqlite"
    assert reason == (f"UNIQUE constraint failed: {table}.slug" if on_sqlite else f"{table}_slug_key")
