"""Kinship of recommendations, as `archive.deriving.kinship` computes it from all of them at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from django.db import transaction
from django.db.models import F

from archive.deriving.kinship import Kin, KinInput, find_kin
from archive.models import Kinship, Recommendation, Subparagraph

from .digests import derive_whole, digest_of, rules_digest
from .facts import Facts, facts_of, meeting_key, treaty_names
from .settling import Settled, Tally, pair_by_key, settle
from .texts import ALL, RecommendationText, Scope, recommendations_in

KIND = "kinship"
MODEL = Kinship
_PORTION = 500
#: So many passages are compared at once when staff edit one; of more the next load takes care.
FEW = 2_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two recommendations and their items, by key."""

    earlier: int
    later: int
    earlier_item: int | None
    later_item: int | None
    relation: str
    score: float
    evidence: dict[str, Any]


@transaction.atomic
def derive_kinship(scope: Scope) -> Tally:
    """Of all recommendations, whatever the scope: one text that changes may be kin to any other."""
    tally = Tally()
    places = _places()
    inputs = [one for portion in recommendations_in(ALL) for one in _inputs(portion, places)]
    names = treaty_names()
    digest = digest_of(rules_digest(), names, [astuple(one) for one in inputs])
    if scope == ALL or len(inputs) <= FEW:
        derive_whole(KIND, digest, lambda: _derive(inputs, names, tally))
    return tally


def _derive(inputs: Sequence[KinInput], names: Iterable[tuple[str, str]], tally: Tally) -> None:
    keys = dict(Recommendation.objects.values_list("locator", "pk"))
    items = {
        (locator, position): pk
        for pk, locator, position in Subparagraph.objects.values_list("pk", "recommendation__locator", "position")
    }
    found = {}
    for kin in find_kin(inputs, names):
        pair = _pair(kin, keys, items)
        found[pair.earlier, pair.later] = pair
    held = {(row.earlier_id, row.later_id): row for row in Kinship.objects.all()}
    settled = settle(pair_by_key(held, found), _same)
    tally.add(settled)
    _write(settled)


def _places() -> dict[int, int]:
    """The place of every recommendation among all, by the day of its meeting."""
    day = F("meeting__start").asc(nulls_last=True)
    rows = Recommendation.objects.order_by(day, "meeting__body__symbol", "meeting__number", "number", "copy")
    return {pk: place for place, pk in enumerate(rows.values_list("pk", flat=True))}


def _inputs(portion: Sequence[RecommendationText], places: Mapping[int, int]) -> Iterable[KinInput]:
    facts = facts_of([one.pk for one in portion])
    for one in portion:
        yield from _passages(one, facts[one.pk], places[one.pk])


def _passages(one: RecommendationText, facts: Facts, order: int) -> Iterable[KinInput]:
    """Chapeau and lettered items. Subjects are known of a whole text only."""
    for item, text in [(None, one.chapeau), *((item, item.text) for item in one.items)]:
        clause = facts.clause_of(item.pk if item else None)
        yield KinInput(
            key=one.locator,
            order=order,
            meeting=meeting_key(one.body, one.meeting),
            text=text,
            item=item.position if item else 0,
            subjects=() if one.items else facts.topics,
            articles=facts.articles_of(item.pk if item else None),
            verb_class=clause[0],
            addressees=clause[1],
        )


def _pair(kin: Kin, keys: Mapping[str, int], items: Mapping[tuple[str, int], int]) -> Pair:
    evidence = {
        "words": list(kin.ground.words),
        "subjects": list(kin.ground.subjects),
        "articles": list(kin.ground.articles),
        "agreement": kin.ground.agreement,
    }
    return Pair(
        keys[kin.a],
        keys[kin.b],
        items.get((kin.a, kin.a_item)),
        items.get((kin.b, kin.b_item)),
        kin.relation,
        kin.score,
        evidence,
    )


_FIELDS = ("earlier_item_id", "later_item_id", "relation", "score", "evidence")


def _values(found: Pair) -> tuple[Any, ...]:
    return (found.earlier_item, found.later_item, found.relation, found.score, found.evidence)


def _same(row: Kinship, found: Pair) -> bool:
    return tuple(getattr(row, name) for name in _FIELDS) == _values(found)


def _write(settled: Settled[Kinship, Pair]) -> None:
    gone = [row.pk for row in settled.gone]
    for start in range(0, len(gone), _PORTION):
        Kinship.objects.filter(pk__in=gone[start : start + _PORTION]).delete()
    rows = [_filled(row, found) for row, found in settled.changed]
    names = [name.removesuffix("_id") for name in _FIELDS]
    Kinship.objects.bulk_update(rows, names, batch_size=_PORTION)
    new = [_filled(Kinship(earlier_id=found.earlier, later_id=found.later), found) for found in settled.new]
    Kinship.objects.bulk_create(new, batch_size=_PORTION)


def _filled(row: Kinship, found: Pair) -> Kinship:
    for name, value in zip(_FIELDS, _values(found), strict=True):
        setattr(row, name, value)
    return row
