"""Gives the synthetic recommendations of an archive topics, clauses and cited articles, so that pages by subject have
what they would have at that size: `DATABASE_URL=… python -m tests.benchmarks.meanings`.

What they are is drawn, not derived from the texts: a derivation of 100,000 texts takes many minutes, and the pages do
not ask where a value came from.
"""

import os
import random
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import transaction  # noqa: E402  (Django comes first)

from archive.models import (  # noqa: E402
    Article,
    Citation,
    OperativeActor,
    OperativeAddressee,
    OperativeClause,
    Recommendation,
    Topic,
    TopicAssignment,
)
from archive.record.state import raise_data_version  # noqa: E402

_PORTION = 5_000
#: Shares of the recommendations, about as the real ones have them.
_SECOND_TOPIC, _CITES = 0.5, 0.12


def main() -> int:
    chance = random.Random(18)
    topics = list(Topic.objects.in_use().order_by("pk").values_list("pk", flat=True))
    articles = list(Article.objects.order_by("pk"))
    clauses = list(OperativeClause.objects.filter(is_main=True).prefetch_related("addressees", "actors"))
    keys = list(Recommendation.objects.filter(meeting__body__slug__startswith="syn-").exclude(
        topic_assignments__isnull=False
    ).order_by("pk").values_list("pk", flat=True))  # fmt: skip
    for first in range(0, len(keys), _PORTION):
        with transaction.atomic():
            _give(chance, keys[first : first + _PORTION], topics, articles, clauses)
    with transaction.atomic():
        raise_data_version()
    print(f"{len(keys)} recommendations have topics, clauses and citations.")
    return 0


def _give(
    chance: random.Random,
    keys: list[int],
    topics: list[int],
    articles: list[Article],
    clauses: list[OperativeClause],
) -> None:
    assigned, cited = [], []
    for key in keys:
        for topic in chance.sample(topics, 1 + (chance.random() < _SECOND_TOPIC)):
            assigned.append(TopicAssignment(recommendation_id=key, topic_id=topic, confidence=0.9))
        if articles and chance.random() < _CITES:
            article = chance.choice(articles)
            cited.append(Citation(
                recommendation_id=key, kind="treaty_article", article=article, instrument_id=article.instrument_id,
                text="المادة", ground="named", key=f"drawn {article.pk}",
            ))  # fmt: skip
    TopicAssignment.objects.bulk_create(assigned)
    Citation.objects.bulk_create(cited)
    likes = [chance.choice(clauses) for _key in keys]
    made = OperativeClause.objects.bulk_create(
        OperativeClause(
            recommendation_id=key, verb_class=like.verb_class, phrase=like.phrase, is_main=True, start=0,
            end=len(like.phrase), position=1, actors_read=True,
        )
        for key, like in zip(keys, likes, strict=True)
    )  # fmt: skip
    for model, name in ((OperativeAddressee, "addressees"), (OperativeActor, "actors")):
        model.objects.bulk_create(
            model(clause=row, code=one.code, position=one.position)
            for row, like in zip(made, likes, strict=True)
            for one in getattr(like, name).all()
        )


if __name__ == "__main__":
    sys.exit(main())
