"""What two texts say in the same words: how far they run together, and which rare words they share."""

from collections.abc import Sequence
from functools import lru_cache

from .rarity import Rarity
from .subject_words import Words, is_name

# So many shared words fit the line that says why two texts are offered together.
_SHOWN = 6


def run_together(one: Sequence[str], other: Sequence[str]) -> float:
    """Give the share of words that stand in both in the same order, from 0 to 1.

    The length of the longest common subsequence, counted with a bit for each word of the other text (one addition
    a word instead of a row of comparisons). Pairs that were lately asked for are at hand.
    """
    return _run_together(tuple(one), tuple(other))


@lru_cache(maxsize=4_096)
def _run_together(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if not one or not other:
        return 0.0
    places: dict[str, int] = {}
    for at, word in enumerate(other):
        places[word] = places.get(word, 0) | 1 << at
    every = (1 << len(other)) - 1
    row = every
    for word in one:
        matched = row & places.get(word, 0)
        row = (row + matched | row - matched) & every
    common = len(other) - row.bit_count()
    return 2 * common / (len(one) + len(other))


def shared_words(one: Words, other: Words, rarity: Rarity) -> tuple[str, ...]:
    """Give the rarest words that stand in both, as printed in the first text and in its order."""
    theirs = set(other.stems)
    printed: dict[str, str] = {}
    for stem, word in zip(one.stems, one.printed, strict=True):
        if stem in theirs and not is_name(stem):
            printed.setdefault(stem, word)
    rarest = sorted(printed, key=lambda stem: (-rarity.weight(stem), stem))[:_SHOWN]
    return tuple(word for stem, word in printed.items() if stem in rarest)
