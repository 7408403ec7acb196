"""Kinship: which recommendations say nearly the same, say it more strongly, or are about the same thing.

Nearness is shared rarity: words, two words in a row, subjects and articles, each the heavier the fewer have it. All
is computed from what is given; staff confirm or reject.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from archive.arabic.analyze import Term
from archive.vocabulary.addressees import STATES
from archive.vocabulary.operative_phrases import VERB_CLASSES

from .nearness import Neighbours
from .rarity import Rarity, features_of
from .subject_words import WordReader, Words, word_reader
from .wording import run_together, shared_words

Relation = Literal["repeats", "strengthens", "related"]

# All figures were set on the 171 real recommendations (tests/real/test_kinship.py: ten known pairs, and every seventh
# recommendation with its first five kin read by a person). As they stand: 10 of 10 pairs, 79 of 97 kin make sense.

# So many of the nearest a passage keeps; a pair stays where either of the two keeps it. A page shows five: with 5 some
# of them are lost to the other side (463 pairs, not 528), with 12 there are 14 pairs more.
_KEPT = 8
# Candidates by their rare words alone, of whom the nearest are chosen by all words. 20 change one pair, 80 none.
_CANDIDATES = 40
# At .10 there are 788 pairs (83 of 104 make sense), at .16 320 and a known one is lost.
_NEAR_ENOUGH = 0.13
# Of the words of both texts, in the same order, and of their rarity: what is called nearly the same text. At .4 nine
# pairs are, at .6 none.
_NEARLY_THE_SAME = 0.5
# Close enough to compare how strongly they ask: near by all that is known, or nearer than most and with a third of the
# rarity of both texts in common, or most of that of the shorter one. Eight pairs strengthen; one step up or down in
# any of the four changes at most two of them (of the last: none between .45 and .65).
_CLOSE_BY_ALL = 0.35
_CLOSE_SCORE = 0.2
_CLOSE = 0.3
_CLOSE_TO_SHORTER = 0.55


@dataclass(frozen=True, slots=True)
class KinInput:
    """A passage of a recommendation: its whole text, or chapeau and lettered items apart (`item` 0, 1, 2 …).

    `key` names the recommendation, `order` its official place among all, `meeting` the meeting that adopted it.
    `verb_class` is the main class, `addressees` its codes; `terms` those of `text` where it is analysed already.
    """

    key: str
    order: int
    meeting: str
    text: str
    item: int = 0
    subjects: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    verb_class: str = ""
    addressees: tuple[str, ...] = ()
    terms: Sequence[Term] | None = None


@dataclass(frozen=True, slots=True)
class KinGround:
    """Why: the rarest shared words as they stand in the earlier text, shared subjects and articles.

    `agreement` is the share of the words that both texts have in the same order, 0–1.
    """

    words: tuple[str, ...]
    subjects: tuple[str, ...]
    articles: tuple[str, ...]
    agreement: float


@dataclass(frozen=True, slots=True)
class Kin:
    """Two recommendations, the earlier one first; an item is the position of a lettered item, 0 the text itself."""

    a: str
    b: str
    a_item: int
    b_item: int
    relation: Relation
    score: float
    ground: KinGround


@dataclass(frozen=True)
class _Passages:
    """All passages in official order, as they are compared."""

    inputs: Sequence[KinInput]
    words: Sequence[Words]
    rarity: Rarity
    near: Neighbours
    _weighed: dict[int, tuple[dict[str, float], float]] = field(default_factory=dict)

    def weighed(self, at: int) -> tuple[dict[str, float], float]:
        """The weights of the words of a passage, each word once, and their sum."""
        found = self._weighed.get(at)
        if found is None:
            weights = {stem: self.rarity.weight(stem) for stem in self.words[at].stems}
            found = self._weighed[at] = (weights, sum(weights.values()))
        return found


def find_kin(
    records: Sequence[KinInput], names: Iterable[tuple[str, str]] = (), near: Neighbours | None = None
) -> list[Kin]:
    """Give the pairs of kin, nearest first; a pair of recommendations stands once, by its nearest passages.

    Takes the passages in any order; `names` are (slug, name) of treaties, as texts write them; `near` is
    what was kept from the last time, for a quicker answer and no other one. Never pairs a recommendation with itself.
    """
    passages = _read(records, word_reader(tuple(names)), near or Neighbours())
    best: dict[tuple[str, str], tuple[float, int, int]] = {}
    for one in range(len(passages.inputs)):
        for score, other in _nearest(passages, one):
            first, second = sorted((one, other))
            pair = (passages.inputs[first].key, passages.inputs[second].key)
            if score > best.get(pair, (0.0, 0, 0))[0]:
                best[pair] = (score, first, second)
    ordered = sorted(best.values(), key=lambda found: (-found[0], found[1], found[2]))
    return [_kin(passages, score, first, second) for score, first, second in ordered]


def _read(records: Sequence[KinInput], reader: WordReader, near: Neighbours) -> _Passages:
    inputs = sorted(records, key=lambda record: (record.order, record.key, record.item))
    words = [reader.read(record.text, record.terms) for record in inputs]
    features = [
        features_of(said, (*_named("subject", record.subjects), *_named("article", record.articles)))
        for said, record in zip(words, inputs, strict=True)
    ]
    near.follow(features)
    return _Passages(inputs, words, near.rarity, near)


def _named(kind: str, values: Sequence[str]) -> list[str]:
    return [f"{kind}:{value}" for value in values]


def _nearest(passages: _Passages, one: int) -> list[tuple[float, int]]:
    """The best of one passage, a recommendation once; of equals the earlier one."""
    key = passages.inputs[one].key
    found: dict[str, tuple[float, int]] = {}
    for other in passages.near.candidates(one, _CANDIDATES):
        score = round(passages.near.likeness(one, other), 4)
        its_key = passages.inputs[other].key
        if its_key != key and score >= _NEAR_ENOUGH and score > found.get(its_key, (0.0, 0))[0]:
            found[its_key] = (score, other)
    return sorted(found.values(), key=lambda near: (-near[0], near[1]))[:_KEPT]


def _kin(passages: _Passages, score: float, first: int, second: int) -> Kin:
    a, b = passages.inputs[first], passages.inputs[second]
    a_words, b_words = passages.words[first], passages.words[second]
    ground = KinGround(
        shared_words(a_words, b_words, passages.rarity),
        tuple(one for one in a.subjects if one in b.subjects),
        tuple(one for one in a.articles if one in b.articles),
        round(run_together(a_words.stems, b_words.stems), 2),
    )
    relation = _relation(passages, score, first, second, ground.agreement)
    return Kin(a.key, b.key, a.item, b.item, relation, round(score, 3), ground)


def _relation(passages: _Passages, score: float, first: int, second: int, agreement: float) -> Relation:
    a, b = passages.inputs[first], passages.inputs[second]
    of_both, of_shorter = _shared_rarity(passages, first, second)
    shares = of_both >= _CLOSE or of_shorter >= _CLOSE_TO_SHORTER
    close = score >= _CLOSE_BY_ALL or (score >= _CLOSE_SCORE and shares)
    if close and _same_subjects(a, b) and _rose(a, b):
        return "strengthens"
    return "repeats" if min(agreement, of_both) >= _NEARLY_THE_SAME else "related"


def _shared_rarity(passages: _Passages, first: int, second: int) -> tuple[float, float]:
    """How much of the rarity of the words of both, and of those of the shorter, stands in both."""
    (a, of_a), (b, of_b) = passages.weighed(first), passages.weighed(second)
    shared = sum([weight for stem, weight in a.items() if stem in b])
    whole = (of_a, of_b)
    if not all(whole):
        return 0.0, 0.0
    return 2 * shared / sum(whole), shared / min(whole)


def _same_subjects(a: KinInput, b: KinInput) -> bool:
    """Whether one has all subjects of the other; none may be known."""
    one, other = set(a.subjects), set(b.subjects)
    return one <= other or other <= one


def _rose(a: KinInput, b: KinInput) -> bool:
    """Whether a later meeting asks the same addressees more strongly."""
    if a.meeting == b.meeting or not {a.verb_class, b.verb_class} <= set(VERB_CLASSES):
        return False
    same = set(a.addressees) & set(b.addressees) or (
        STATES.intersection(a.addressees) and STATES.intersection(b.addressees)
    )
    return bool(same) and VERB_CLASSES.index(b.verb_class) < VERB_CLASSES.index(a.verb_class)
