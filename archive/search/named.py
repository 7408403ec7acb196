"""The recommendations on the page that an exact reference leads to: of a year, a paper, an article, a meeting."""

from collections.abc import Iterator

from django.db.models import Q

from archive.models import Citation, Recommendation, TopicAssignment
from archive.models.recommendation import RecommendationQuerySet

from .reference import understand
from .stored_things import StoredThing


def named_recommendations(text: str) -> list[int]:
    """Give the keys, each once, of what the whole text names; none where it names nothing, or nothing stored."""
    typed = understand(text)
    if typed.leads_to is None:
        return []
    stored = [one.only for one in typed.looked_up]
    return list(dict.fromkeys(key for one in stored if one is not None for key in _keys_of(one)))


def _keys_of(stored: StoredThing) -> Iterator[int]:
    rows = _rows_of(stored)
    if rows is not None:
        yield from rows.in_official_order().values_list("pk", flat=True)


def _rows_of(stored: StoredThing) -> RecommendationQuerySet | None:
    rows = Recommendation.objects.all()
    match stored.thing.kind:
        case "recommendation":
            return rows.filter(locator=stored.locator.partition("#")[0])
        case "meeting":
            return rows.filter(meeting__slug=stored.locator)
        case "document":
            return rows.filter(document__slug=stored.locator)
        case "year":
            return rows.filter(meeting__start__year=stored.thing.number)
        case "treaty_article":
            slug, _, number = stored.locator.partition(":")
            citing = Citation.objects.in_force().filter(
                article__instrument__slug=slug, article__number=number
            )
            # What a lettered item cites, its recommendation cites.
            of = Q(pk__in=citing.values("recommendation")) | Q(
                subparagraphs__in=citing.values("subparagraph")
            )
            return rows.filter(of).distinct()
        case "topic":
            assigned = TopicAssignment.objects.in_force().filter(topic__slug=stored.locator)
            return rows.filter(pk__in=assigned.values("recommendation"))
    return None
