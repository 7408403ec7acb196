"""What was done about it: paragraphs of later reports that tell of the subject of a recommendation.

A sentence is what tells, not a paragraph: a long one has a little of everything. Whether it tells of the same thing is
judged by what both name (tool, article, the meeting itself) and by rare words, above all those that stand in a row.
All is computed from what is given; staff confirm or reject.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .nearness import Neighbours
from .rarity import Features, Rarity, features_of
from .subject_words import Words, is_name, word_reader
from .told_sentences import Told, ToldSentences, facts_named, field_of, read_sentences
from .wording import shared_words

__all__ = ["Adopted", "FollowUpFound", "Told", "find_follow_ups"]

# All figures were set on the real reports (tests/real/test_follow_ups.py: twelve known paragraphs, and all that were
# offered read by a person). As they stand: all twelve, 73 offered, of which 57 make sense.

# Few and good: none is better than a bad one. With 4 two known ones are lost, more than 6 never are offered.
_MOST = 6
# At .12 twice as many are offered (149; 74 of them unread); at .18 36 of 42 make sense and 21 good ones are lost.
_GOOD_ENOUGH = 0.15
# Where both name the same tool or article, little more is wanted: at .05 two more are offered, at .12 a good one less.
_GOOD_ENOUGH_WHERE_NAMED = 0.08
# Nearer than this is looked at: a little less, so that no rounding hides one.
_WORTH_A_LOOK = 0.999 * _GOOD_ENOUGH_WHERE_NAMED
# By words alone, a weaker suggestion than this share of the best one stands in its shadow. At .6 three good ones do.
_OF_THE_BEST = 0.4
# Such a paragraph counts for so much less. At 1 25 more are offered (one was read, and is bad), at .5 eleven good ones
# are lost.
_OTHER_FIELD = 0.75
# Two words in a row that so few passages have are a thing with a name: «محاكاة التحقيقات». At .01 nine good ones are
# lost, .03 gives the same.
_RARE = 0.018
# Of a few passages all are rare: a floor for small archives; the real sources have more.
_A_FEW = 8


@dataclass(frozen=True, slots=True)
class Adopted:
    """A passage of a recommendation (`item` 0, or the position of a lettered item) and when it was adopted.

    `meeting` names the meeting as `Told.meetings` would; tools and articles are codes.
    """

    key: str
    text: str
    adopted: date
    item: int = 0
    meeting: str = ""
    tools: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpFound:
    """A paragraph offered; `ground` has «tool:…», «article:…», «meeting:…» and the shared words, «words:… …»."""

    recommendation: str
    item: int
    paragraph: str
    score: float
    ground: tuple[str, ...]


def find_follow_ups(
    recommendations: Sequence[Adopted],
    paragraphs: Sequence[Told],
    names: Iterable[tuple[str, str]] = (),
    near: Neighbours | None = None,
) -> list[FollowUpFound]:
    """Give at most a few paragraphs for each recommendation, best first, in the order of adoption.

    Only paragraphs told of later than the recommendation was adopted. `names` are (slug, name) of treaties; `near` is
    what was kept from the last time, for a quicker answer and no other one.
    """
    reader = word_reader(tuple(names))
    passages = sorted(recommendations, key=lambda one: (one.adopted, one.key, one.item))
    asked = [reader.read(one.text) for one in passages]
    sentences = read_sentences(sorted(paragraphs, key=lambda one: (one.told, one.key)), reader, field_of(asked))
    features: list[Features] = [
        features_of(words, facts_named(one.tools, one.articles, (one.meeting,) if one.meeting else ()))
        for one, words in zip(passages, asked, strict=True)
    ]
    features += [features_of(*one) for one in zip(sentences.words, sentences.facts, strict=True)]
    near = near or Neighbours()
    near.follow(features)
    found: dict[str, dict[int, FollowUpFound]] = {}
    for at, passage in enumerate(passages):
        best = found.setdefault(passage.key, {})
        for place, follow_up in _offers(at, passage, asked[at], sentences, near):
            if place not in best or follow_up.score > best[place].score:
                best[place] = follow_up
    return [one for best in found.values() for one in _few(best)]


def _offers(
    at: int, passage: Adopted, asked: Words, sentences: ToldSentences, near: Neighbours
) -> Iterable[tuple[int, FollowUpFound]]:
    """In the order in which they were told: of sentences equally near the first one counts."""
    rarity = near.rarity
    first = len(near.vectors) - len(sentences.of)
    since = first + sentences.later_than(passage.adopted)
    for other in near.near(at, _WORTH_A_LOOK, since=since):
        number = other - first
        place = sentences.of[number]
        paragraph = sentences.paragraphs[place]
        score = near.likeness(at, other) * (_OTHER_FIELD if sentences.elsewhere[number] else 1.0)
        facts = tuple(one for one in sentences.facts[number] if one in near.vectors[at])
        if score < (_GOOD_ENOUGH_WHERE_NAMED if facts else _GOOD_ENOUGH):
            continue
        shared = frozenset(near.vectors[at].keys() & near.vectors[other].keys())
        if _tells(score, passage, paragraph, shared, rarity):
            words = " ".join(shared_words(asked, sentences.words[number], rarity))
            ground = (*facts, f"words:{words}") if words else facts
            yield place, FollowUpFound(passage.key, passage.item, paragraph.key, round(score, 3), ground)


def _tells(score: float, passage: Adopted, paragraph: Told, shared: frozenset[str], rarity: Rarity) -> bool:
    """Whether it is about the same: the same tool is enough, an article with a thing, else a thing and more.

    By words alone a sentence must be nearer, and the paragraph not known to be about other subjects. An article may
    be cited for many reasons, and the meeting itself is no subject: what names it may tell of anything that it did.
    """
    if any(one.startswith("tool:") for one in shared):
        return True
    if not _has_a_thing(shared, rarity):
        return False
    if any(one.startswith("article:") for one in shared):
        return True
    unknown = not (passage.subjects and paragraph.subjects)
    return score >= _GOOD_ENOUGH and (unknown or not set(passage.subjects).isdisjoint(paragraph.subjects))


def _has_a_thing(shared: Iterable[str], rarity: Rarity) -> bool:
    most = max(_A_FEW, _RARE * rarity.passages)
    pairs = (one for one in shared if " " in one and not any(map(is_name, one.split())))
    return any(rarity.passages_with[pair] <= most for pair in pairs)


def _few(best: dict[int, FollowUpFound]) -> list[FollowUpFound]:
    ranked = sorted(best.items(), key=lambda item: (-item[1].score, item[0]))[:_MOST]
    return [
        one
        for _, one in ranked
        if one.score >= _OF_THE_BEST * ranked[0][1].score or not one.ground[0].startswith("words:")
    ]
