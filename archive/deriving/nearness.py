"""Passages near to one another by the rare features that they share: no pass over all pairs.

What is answered hangs on the passages alone. Who keeps it and follows the passages from one state to the next has only
that computed again which a change reaches: what those have that changed, came or went, whatever shares with others a
feature that is rarer or commoner now, and all lengths.
"""

from collections.abc import Iterable, Sequence
from itertools import compress, count
from math import sqrt
from operator import is_not
from typing import TypeVar

from .rarity import Features, Rarity, about, rarity_of

# Between the length of a text and the usual one: a text of five words is near to nothing for two of them. At 1 (its own
# length alone) a known pair is lost and 73 of 93 kin make sense.
_OWN_LENGTH = 0.5
# A feature of more passages than this finds nobody; it only counts between those whom rarer ones have found. Bounds of
# the work in a large archive: on the real sources 50 or 400 of the first, 12 or 48 of the second change nothing.
_COMMON = 150
# So many of the rarest features of a passage look for others.
_PROBES = 24
# Where more than one in so many passages has changed, all is computed anew: it costs no more.
_FEW = 8
_NOTHING: Features = {}

Kept = TypeVar("Kept")


class Neighbours:
    """Finds the passages near to one. Kept by one thread at a time."""

    def __init__(self, passages: Sequence[Features] = (), *, is_kept: bool = False) -> None:
        """`is_kept`: what was computed of pairs is kept too, for whoever follows the passages as they change."""
        self._is_kept = is_kept
        self._passages: Sequence[Features] = ()
        self._build(passages)

    def follow(self, passages: Sequence[Features]) -> frozenset[int] | None:
        """Be of these passages. Gives the places whose features weigh otherwise now; None: all of them."""
        dirty: set[str] = set()
        moved = self._is_kept and self._make_room(passages, dirty)
        changed = self._changed(passages) if moved else None
        if changed is None or len(changed) * _FEW > len(passages):
            self._build(passages)
            return None
        for at in changed:
            before, after = self._passages[at].keys(), passages[at].keys()
            for feature in before - after:
                self._passages_with[feature].discard(at)
            for feature in after - before:
                self._passages_with.setdefault(feature, set()).add(at)
            self.rarity.recount(before - after, -1)
            self.rarity.recount(after - before, 1)
            dirty |= before ^ after
        self._passages = list(passages)
        stale = self._weigh_again(changed, dirty)
        self._forget_pairs(changed, dirty)
        self._measure(stale)
        return frozenset(stale)

    def _make_room(self, passages: Sequence[Features], dirty: set[str]) -> bool:
        """Where passages came or went in one place, bring all behind it to where they stand now; what came is empty.

        Whether it could be done: not where so many came or went that all weighs otherwise.
        """
        more = len(passages) - len(self._passages)
        if not more:
            return True
        if abs(more) * _FEW > len(passages) or about(len(passages)) != self.rarity.passages:
            return False
        at = next(compress(count(), map(is_not, self._passages, passages)), min(len(passages), len(self._passages)))
        gone = range(at, at - min(more, 0))
        for one in gone:
            for feature in self._passages[one]:
                self._passages_with[feature].discard(one)
            self.rarity.recount(self._passages[one], -1)
            dirty.update(self._passages[one])
        behind, come = at + len(gone), max(more, 0)
        for feature, having in self._passages_with.items():
            if any(one >= behind for one in having):
                self._passages_with[feature] = {one + more if one >= behind else one for one in having}
        _move(self._probes, gone, more)
        for pairs in (self._shared, self._dots):
            _move(pairs, gone, more)
            for near in pairs.values():
                _move(near, gone, more)
        self._passages = [*self._passages[:at], *[_NOTHING] * come, *self._passages[behind:]]
        self.vectors[at:behind] = [{} for _one in range(come)]
        self._own[at:behind] = [0.0] * come
        return True

    def _changed(self, passages: Sequence[Features]) -> list[int]:
        others = compress(count(), map(is_not, self._passages, passages))
        # By their order too, in which what they weigh is added up.
        return [at for at in others if list(self._passages[at].items()) != list(passages[at].items())]

    def _build(self, passages: Sequence[Features]) -> None:
        self._passages = list(passages)
        self.rarity: Rarity = rarity_of(passages)
        self.vectors = [self.rarity.vector(one) for one in passages]
        self._passages_with: dict[str, set[int]] = {}
        for at, passage in enumerate(passages):
            for feature in passage:
                self._passages_with.setdefault(feature, set()).add(at)
        self._own = [0.0] * len(passages)
        self._probes: dict[int, list[str]] = {}
        self._shared: dict[int, dict[int, float]] = {}
        self._dots: dict[int, dict[int, float]] = {}
        self._measure(range(len(passages)))

    def _weigh_again(self, changed: Iterable[int], dirty: Iterable[str]) -> set[int]:
        stale: set[int] = set(changed)
        for feature in dirty:
            stale |= self._passages_with[feature]
        for at in stale:
            self.vectors[at] = self.rarity.vector(self._passages[at])
        return stale

    def _measure(self, places: Iterable[int]) -> None:
        for at in places:
            self._own[at] = sqrt(sum([weight * weight for weight in self.vectors[at].values()]))
        usual = sum(self._own) / len(self._own) if self._own else 0.0
        self.lengths = [_OWN_LENGTH * own + (1 - _OWN_LENGTH) * usual for own in self._own]

    def _forget_pairs(self, changed: Sequence[int], dirty: set[str]) -> None:
        """What was found by a feature that weighs otherwise, and what two passages share that have it both."""
        away = frozenset(changed)
        for at, probes in list(self._probes.items()):
            if at in away or not dirty.isdisjoint(self._passages[at]):
                del self._probes[at]
                if at not in away and self._rarest(at) == probes and dirty.isdisjoint(probes):
                    continue
                self._shared.pop(at, None)
        for at, shared in self._shared.items():
            for other in changed:
                weights = self.vectors[other]
                both = [self.vectors[at][one] * weights[one] for one in self._probes[at] if one in weights]
                if both:
                    shared[other] = sum(both)
                else:
                    shared.pop(other, None)
        for at in changed:
            self._dots.pop(at, None)
        for known in self._dots.values():
            for at in away.intersection(known):
                del known[at]
        for feature in dirty:
            having = self._passages_with[feature]
            for at in having & self._dots.keys():
                known = self._dots[at]
                for other in having.intersection(known):
                    del known[other]

    def likeness(self, one: int, other: int) -> float:
        """From 0 (nothing shared) to about 1 (the same text)."""
        lengths = self.lengths[one] * self.lengths[other]
        return min(1.0, self._dot(one, other) / lengths) if lengths else 0.0

    def _dot(self, one: int, other: int) -> float:
        if not self._is_kept:
            return _dot(self.vectors[one], self.vectors[other])
        known = self._dots.setdefault(one, {})
        found = known.get(other)
        if found is None:
            found = known[other] = _dot(self.vectors[one], self.vectors[other])
        return found

    def candidates(self, one: int, most: int) -> list[int]:
        """Give those that share the most rarity with a passage, by its rarest features."""
        shared = self._shared.get(one)
        if shared is None:
            shared = self._share(one)
            if self._is_kept:
                self._shared[one] = shared
        lengths = self.lengths
        nearest = sorted([(-weight / lengths[at], at) for at, weight in shared.items()])
        return [at for _, at in nearest[:most]]

    def _share(self, one: int) -> dict[int, float]:
        vector, vectors = self.vectors[one], self.vectors
        shared: dict[int, float] = {}
        for feature in self._rarest(one):
            weight = vector[feature]
            for at in self._passages_with[feature]:
                shared[at] = shared.get(at, 0.0) + weight * vectors[at][feature]
        shared.pop(one, None)
        return shared

    def near(self, one: int, least: float, *, since: int = 0) -> list[int]:
        """Give, in order, those from place `since` on that are so near to a passage, whom its rarest features find."""
        found: set[int] = set().union(*map(self._passages_with.__getitem__, self._rarest(one)))
        found.discard(one)
        known = self._dots.setdefault(one, {}) if self._is_kept else {}
        vector, vectors = self.vectors[one], self.vectors
        for at in found - known.keys():
            if at >= since:
                known[at] = _dot(vector, vectors[at])
        enough = least * self.lengths[one]
        lengths = self.lengths
        return sorted([at for at, dot in known.items() if at >= since and at in found and dot >= enough * lengths[at]])

    def _rarest(self, one: int) -> list[str]:
        """The rarest features that it shares with anybody."""
        probes = self._probes.get(one)
        if probes is None:
            vector, having = self.vectors[one], self._passages_with
            rare = [feature for feature in vector if 1 < len(having[feature]) <= _COMMON]
            rare.sort(key=lambda feature: (-vector[feature], feature))
            probes = rare[:_PROBES]
            if self._is_kept:
                self._probes[one] = probes
        return probes


def _move(kept: dict[int, Kept], gone: range, more: int) -> None:
    """Bring what is kept by place to the places of now."""
    moved = {at + more if at >= gone.stop else at: one for at, one in kept.items() if at not in gone}
    kept.clear()
    kept.update(moved)


def _dot(one: Features, other: Features) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum([small[feature] * large[feature] for feature in small if feature in large])
