"""Passages as bags of features weighted by rarity: what nearly all of them say counts next to nothing.

A feature is a stem, two stems in a row («سبب جذري»), or a fact about the passage («subject:root-causes»). No list of
stock phrases is needed: «تهريب المهاجرين» weighs nothing where every text has it, and much where one does.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log, sqrt

from .subject_words import Words

# The weights were set on kinship and follow-ups of the real sources (tests/real; 79 of 97 kin and 57 of 73 paragraphs
# offered make sense).

# Two rare words in a row say more than both apart, but both are counted by themselves already. At .25 130
# paragraphs are offered, no further one of those read is good; at 1 31, and a known pair of kin is lost.
_PAIR = 0.5
# A fact says what the whole passage is about, a word only that it stands there. At 1 and at 2.5 a known pair is lost.
_FACT = 1.75
# Between the length of a text and the usual one: a text of five words is near to nothing for two of them. At 1 (its own
# length alone) a known pair is lost and 73 of 93 kin make sense.
_OWN_LENGTH = 0.5
# A feature of more passages than this finds nobody; it only counts between those whom rarer ones have found. Bounds of
# the work in a large archive: on the real sources 50 or 400 of the first, 12 or 48 of the second change nothing.
_COMMON = 150
# So many of the rarest features of a passage look for others.
_PROBES = 24

Features = Mapping[str, float]


def features_of(words: Words, facts: Iterable[str] = ()) -> dict[str, float]:
    """Give how often each stem stands, each two in a row, and each fact once («subject:…»)."""
    found: dict[str, float] = dict(Counter(words.stems))
    for pair, count in Counter(pairwise(words.stems)).items():
        found[" ".join(pair)] = count
    return found | dict.fromkeys(facts, 1.0)


@dataclass(frozen=True)
class Rarity:
    """How many passages there are, and how many of them have a feature."""

    passages: int
    passages_with: Mapping[str, int]

    def weight(self, feature: str) -> float:
        """What a feature counts: the logarithm of its rarity, never less than nought; pairs less, facts more."""
        rare = log((self.passages + 1) / (self.passages_with.get(feature, 0) + 0.5))
        return max(0.0, rare) * (_PAIR if " " in feature else _FACT if ":" in feature else 1.0)

    def vector(self, features: Features) -> dict[str, float]:
        """The features with their weights; a word said thrice weighs more, but not three times as much."""
        return {one: self.weight(one) * (1 + log(count)) for one, count in features.items()}


def rarity_of(passages: Sequence[Features]) -> Rarity:
    """Give how rare each feature is among all passages."""
    return Rarity(len(passages), Counter(feature for passage in passages for feature in passage))


def _dot(one: Features, other: Features) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large[feature] for feature, weight in small.items() if feature in large)


@dataclass(frozen=True)
class Neighbours:
    """Finds the passages near to one by the rare features that they share: no pass over all pairs."""

    vectors: Sequence[Features]

    @cached_property
    def _lengths(self) -> list[float]:
        own = [sqrt(sum(weight * weight for weight in vector.values())) for vector in self.vectors]
        usual = sum(own) / len(own) if own else 0.0
        return [_OWN_LENGTH * length + (1 - _OWN_LENGTH) * usual for length in own]

    @cached_property
    def _passages_with(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, vector in enumerate(self.vectors):
            for feature in vector:
                found.setdefault(feature, []).append(at)
        return found

    def likeness(self, one: int, other: int) -> float:
        """From 0 (nothing shared) to about 1 (the same text)."""
        lengths = self._lengths[one] * self._lengths[other]
        return min(1.0, _dot(self.vectors[one], self.vectors[other]) / lengths) if lengths else 0.0

    def candidates(self, one: int, most: int, *, since: int = 0) -> list[int]:
        """Give those from place `since` on that share the most rarity with a passage, by its rarest features."""
        vector = self.vectors[one]
        rare = [feature for feature in vector if 1 < len(self._passages_with[feature]) <= _COMMON]
        rare.sort(key=lambda feature: (-vector[feature], feature))
        shared: dict[int, float] = {}
        for feature in rare[:_PROBES]:
            places = self._passages_with[feature]
            for at in places[bisect_left(places, since) :]:
                shared[at] = shared.get(at, 0.0) + vector[feature] * self.vectors[at][feature]
        shared.pop(one, None)
        return sorted(shared, key=lambda at: (-shared[at] / self._lengths[at], at))[:most]
