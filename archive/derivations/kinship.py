"""Kinship of recommendations, as `archive.deriving.kinship` computes it from all of them at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from archive.deriving.kinship import Kin, KinInput, find_kin
from archive.models import Kinship
from archive.models.derived import is_suggested
from archive.record.row_kind import Made
from archive.record.scope import Scope

from .digests import derive_whole, digest_of, plain, rules_digest
from .facts import Facts, facts_of, meeting_key
from .near_at_hand import NearAtHand
from .reading import Reading
from .settling import Settled, Tally, pair_by_key, settle, write_over
from .texts import RecommendationText

KIND: Made = "kinship"
MODEL = Kinship
_PORTION = 500
_near = NearAtHand()


@dataclass(frozen=True, slots=True)
class KinshipValues:
    """Two recommendations and their items, by key."""

    earlier: int
    later: int
    earlier_item: int | None
    later_item: int | None
    relation: str
    score: float
    evidence: dict[str, Any]


def derive_kinship(scope: Scope, reading: Reading) -> Tally:
    """Of all recommendations, whatever the scope: one text that changes may be kin to any other."""
    tally = Tally()
    texts, inputs, names = _compared(reading)
    digest = digest_of(rules_digest(), names, [plain(one) for one in inputs])

    def derive() -> None:
        with _near.lent(reading) as near:
            kin = find_kin(inputs, names, near)
        _derive(texts, kin, tally)

    derive_whole(KIND, reading, digest, derive)
    return tally


def compare(reading: Reading) -> None:
    """Have at hand what all texts are to one another; nothing is written."""
    _texts, inputs, names = _compared(reading)
    with _near.lent(reading) as near:
        find_kin(inputs, names, near)


def _compared(reading: Reading) -> tuple[list[RecommendationText], list[KinInput], list[tuple[str, str]]]:
    """All texts, their passages, and what treaties are called."""
    texts = [one for portion in reading.recommendations() for one in portion]
    places = {one.pk: place for place, one in enumerate(sorted(texts, key=lambda one: one.place))}
    return texts, list(_inputs(texts, places, reading)), reading.treaty_names()


def _derive(texts: Sequence[RecommendationText], offered: Iterable[Kin], tally: Tally) -> None:
    keys = {one.locator: one.pk for one in texts}
    items = {(one.locator, item.position): item.pk for one in texts for item in one.items}
    found = {}
    for kin in offered:
        pair = _pair(kin, keys, items)
        found[pair.earlier, pair.later] = pair
    rows = Kinship.objects.order_by().values_list(*_StoredKinship._fields)
    stored = {(row.earlier_id, row.later_id): row for row in map(_StoredKinship._make, rows)}
    settled = settle(pair_by_key(stored, found), _same)
    tally.add(settled)
    _write(settled)


def _inputs(
    texts: Sequence[RecommendationText], places: Mapping[int, int], reading: Reading
) -> Iterable[KinInput]:
    facts = facts_of([one.pk for one in texts], reading)
    for one in texts:
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


def _pair(kin: Kin, keys: Mapping[str, int], items: Mapping[tuple[str, int], int]) -> KinshipValues:
    evidence = {
        "words": list(kin.ground.words),
        "subjects": list(kin.ground.subjects),
        "articles": list(kin.ground.articles),
        "agreement": kin.ground.agreement,
    }
    return KinshipValues(
        keys[kin.a],
        keys[kin.b],
        items.get((kin.a, kin.a_item)),
        items.get((kin.b, kin.b_item)),
        kin.relation,
        kin.score,
        evidence,
    )


class _StoredKinship(NamedTuple):
    """What is asked of a row: there are many, and most stay as they are."""

    pk: int
    earlier_id: int
    later_id: int
    origin: str
    decision: str
    earlier_item_id: int | None
    later_item_id: int | None
    relation: str
    score: float
    evidence: dict[str, Any]

    @property
    def is_suggested(self) -> bool:
        return is_suggested(self.origin, self.decision)


_FIELDS = ("earlier_item_id", "later_item_id", "relation", "score", "evidence")


def _values(found: KinshipValues) -> tuple[Any, ...]:
    return (found.earlier_item, found.later_item, found.relation, found.score, found.evidence)


def _same(row: _StoredKinship, found: KinshipValues) -> bool:
    return tuple(getattr(row, name) for name in _FIELDS) == _values(found)


def _write(settled: Settled[_StoredKinship, KinshipValues]) -> None:
    gone = [row.pk for row in settled.gone]
    for start in range(0, len(gone), _PORTION):
        Kinship.objects.filter(pk__in=gone[start : start + _PORTION]).delete()
    changed = [
        _filled(Kinship(pk=row.pk, earlier_id=row.earlier_id, later_id=row.later_id), found)
        for row, found in settled.changed
    ]
    write_over(changed, [name.removesuffix("_id") for name in _FIELDS], _PORTION)
    new = [_filled(Kinship(earlier_id=found.earlier, later_id=found.later), found) for found in settled.new]
    Kinship.objects.bulk_create(new, batch_size=_PORTION)


def _filled(row: Kinship, found: KinshipValues) -> Kinship:
    for name, value in zip(_FIELDS, _values(found), strict=True):
        setattr(row, name, value)
    return row
