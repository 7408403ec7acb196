"""Small makers of what is derived from texts, like those of `tests.factories`."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from django.utils import timezone

from archive.derivations.deriving import derive_touched
from archive.derivations.reading import Reading
from archive.models import (
    Article,
    Citation,
    Derived,
    FollowUp,
    Instrument,
    Kinship,
    OperativeActor,
    OperativeAddressee,
    OperativeClause,
    Paragraph,
    Recommendation,
    Topic,
    TopicAssignment,
    TopicRule,
)
from archive.record.touched import Changed, touched_by

_counter = count(1)


def derive(row: Recommendation | Paragraph) -> None:
    """Read a record that has just come, with all that follows for others."""
    changed = Changed()
    changed.add(row, None)
    derive_touched(touched_by(changed), Reading())


def _decided(values: dict[str, Any]) -> dict[str, Any]:
    """A decision has its date."""
    dated = values.get("decision") and "decided_at" not in values
    return {**values, "decided_at": timezone.now()} if dated else values


def make_clause(
    recommendation: Recommendation,
    verb_class: str = "should",
    addressees: Sequence[str] = ("states",),
    actors: Sequence[str] | None = None,
    **values: Any,
) -> OperativeClause:
    """The main clause of the recommendation, unless `is_main=False`; it begins its chapeau, and whom it addresses acts
    unless `actors` are others.
    """
    phrase = values.pop("phrase", "ينبغي")
    defaults = {"is_main": True, "start": 0, "end": len(phrase), "position": 1, "actors_read": True}
    row = OperativeClause.objects.create(
        recommendation=recommendation,
        verb_class=verb_class,
        phrase=phrase,
        **_decided({**defaults, **values}),
    )
    OperativeAddressee.objects.bulk_create(
        OperativeAddressee(clause=row, code=code, position=place) for place, code in enumerate(addressees, 1)
    )
    OperativeActor.objects.bulk_create(
        OperativeActor(clause=row, code=code, position=place)
        for place, code in enumerate(addressees if actors is None else actors, 1)
    )
    return row


def make_instrument(slug: str = "canal-protocol", **values: Any) -> Instrument:
    """The treaty with this slug, made if it is not there."""
    found = Instrument.objects.filter(slug=slug).first()
    if found is not None:
        return found
    defaults = {
        "name_ar": "بروتوكول صون القنوات",
        "short_ar": "بروتوكول القنوات",
        "name_en": "Canal Protocol",
        "written_as": ["بروتوكول القنوات"],
    }
    return Instrument.objects.create(slug=slug, **{**defaults, **values})


def make_article(number: int = 6, *, instrument: Instrument | None = None, **values: Any) -> Article:
    defaults = {"title_ar": f"عنوان المادة {number}", "title_en": f"Title of article {number}"}
    return Article.objects.create(
        instrument=instrument or make_instrument(), number=number, **{**defaults, **values}
    )


def make_citation(record: Recommendation | Paragraph, **values: Any) -> Citation:
    """Of an article, unless another kind is given with what it names."""
    owner = "recommendation" if isinstance(record, Recommendation) else "paragraph"
    if "kind" not in values:
        article = values.get("article") or make_article()
        values = {"kind": "treaty_article", "article": article, "instrument": article.instrument, **values}
    defaults = {"text": "المادة 6 من البروتوكول", "ground": "named", "key": f"key {next(_counter)}"}
    return Citation.objects.create(**{owner: record}, **_decided({**defaults, **values}))


def make_topic(slug: str = "dredging", **values: Any) -> Topic:
    defaults = {"label_ar": f"موضوع {slug}", "label_en": f"Topic {slug}", "position": next(_counter)}
    return Topic.objects.create(slug=slug, **{**defaults, **values})


def make_topic_rule(topic: Topic, value: str = "تجريف", **values: Any) -> TopicRule:
    return TopicRule.objects.create(topic=topic, value=value, **{"kind": "words", "weight": 8, **values})


def make_assignment(recommendation: Recommendation, topic: Topic, **values: Any) -> TopicAssignment:
    return TopicAssignment.objects.create(
        recommendation=recommendation, topic=topic, **_decided({"confidence": 0.8, **values})
    )


def make_kinship(earlier: Recommendation, later: Recommendation, **values: Any) -> Kinship:
    return Kinship.objects.create(earlier=earlier, later=later, **_decided({"score": 0.5, **values}))


def make_follow_up(recommendation: Recommendation, paragraph: Paragraph, **values: Any) -> FollowUp:
    return FollowUp.objects.create(
        recommendation=recommendation, paragraph=paragraph, **_decided({"score": 0.5, **values})
    )


#: For `decision=`.
CONFIRMED, REJECTED = Derived.Decision.CONFIRMED, Derived.Decision.REJECTED
