"""Passages as bags of features weighted by rarity: what nearly all of them say counts next to nothing.

A feature is a stem, two stems in a row («سبب جذري»), or a fact about the passage («subject:root-causes»). No list of
stock phrases is needed: «تهريب المهاجرين» weighs nothing where every text has it, and much where one does.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise
from math import log

from .subject_words import TEXTS_AT_HAND, Words

# The weights were set on kinship and follow-ups of the real sources (tests/real; 79 of 97 kin and 57 of 73 paragraphs
# offered make sense).

# Two rare words in a row say more than both apart, but both are counted by themselves already. At .25 130
# paragraphs are offered, no further one of those read is good; at 1 31, and a known pair of kin is lost.
_PAIR = 0.5
# A fact says what the whole passage is about, a word only that it stands there. At 1 and at 2.5 a known pair is lost.
_FACT = 1.75

Features = Mapping[str, float]

# Of a number of passages so many binary digits count: one step is a sixty-fourth to a thirty-second of all.
_FINE = 6


@lru_cache(maxsize=TEXTS_AT_HAND)
def features_of(words: Words, facts: tuple[str, ...] = ()) -> Features:
    """Give how often each stem stands, each two in a row, and each fact once («subject:…»). Not to be changed."""
    found: dict[str, float] = dict(Counter(words.stems))
    for pair, count in Counter(pairwise(words.stems)).items():
        found[" ".join(pair)] = count
    return found | dict.fromkeys(facts, 1.0)


@dataclass
class Rarity:
    """About how many passages there are, and how many of them have a feature."""

    passages: int
    passages_with: dict[str, int]
    _weights: dict[str, float] = field(default_factory=dict)

    def weight(self, feature: str) -> float:
        """What a feature counts: the logarithm of its rarity, never less than nought; pairs less, facts more."""
        known = self._weights.get(feature)
        if known is None:
            rare = log((self.passages + 1) / (self.passages_with.get(feature, 0) + 0.5))
            known = max(0.0, rare) * (_PAIR if " " in feature else _FACT if ":" in feature else 1.0)
            self._weights[feature] = known
        return known

    def vector(self, features: Features) -> dict[str, float]:
        """The features with their weights; a word said thrice weighs more, but not three times as much."""
        weight = self.weight
        return {one: weight(one) * (1 + log(count) if count != 1 else 1.0) for one, count in features.items()}

    def recount(self, features: Iterable[str], by: int) -> None:
        """So many passages more have each of these."""
        for feature in features:
            self.passages_with[feature] = self.passages_with.get(feature, 0) + by
            self._weights.pop(feature, None)


def about(passages: int) -> int:
    """A number of passages to the nearest step, of a thirty-second of its size or less: one more or less of them hardly
    changes how rare anything is, and what was computed of all the others stands.
    """
    step = 1 << max(0, passages.bit_length() - _FINE)
    return (passages + step // 2) // step * step


def rarity_of(passages: Sequence[Features]) -> Rarity:
    """Give how rare each feature is among all passages."""
    return Rarity(about(len(passages)), Counter(chain.from_iterable(passages)))
