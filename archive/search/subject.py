"""What is asked has a subject, and so has every recommendation: a hit of the subject is likelier to be meant.

The same rules tell both, those that staff keep. What is asked is read in its own words and in those that stand for
them; a subject moves a hit, and never brings one.
"""

from collections.abc import Mapping, Sequence
from math import prod

from archive.deriving.subject_hits import SubjectPassage, find_hits
from archive.models import TopicAssignment
from archive.record.topic_rules import current_rules

from .ranking import Hit
from .understood import ENGLISH_FIELDS, Understood

#: How much of the best rank a hit gains whose subject is surely the one that is asked for. By the judged queries
#: (nDCG@10 of the two given files, of 380 queries of our own that were judged before any was searched for): 0.978,
#: 0.943 and 0.884 without, 0.980, 0.950 and 0.893 with 0.3, 0.979, 0.951 and 0.893 with 0.4, 0.978, 0.951 and 0.891
#: with 0.6.
_SHARE = 0.3
#: Of the ways of a word so many tell the subject: the words that stand for it come first.
_MOST_WAYS = 6


def lifted_by_subject(hits: Sequence[Hit], beside: Sequence[Hit], asked: Mapping[str, float]) -> list[Hit]:
    """Recommendations in the order that they and their subject have, best first; `beside` are hits that stay.

    `asked` are the subjects that are asked for, as `subjects_of` gives them.
    """
    if not asked or not hits:
        return list(hits)
    best = _SHARE * max(rank for _, rank in [*hits, *beside])
    rows = TopicAssignment.objects.in_force().filter(
        recommendation__in=[key for key, _ in hits], topic__slug__in=asked
    )
    gains: dict[int, float] = {}
    for key, slug, confidence in rows.values_list("recommendation_id", "topic__slug", "confidence"):
        gains[key] = max(gains.get(key, 0.0), best * asked[slug] * confidence)
    raised = [(key, round(rank + gains.get(key, 0.0), 6)) for key, rank in hits]
    return sorted(raised, key=lambda hit: -hit[1])


def subjects_of(understood: Understood) -> dict[str, float]:
    """Give how sure it is, 0 to 1, that each subject is asked for; those that are not are left out."""
    rules = current_rules()
    if not rules.order:
        return {}
    words = understood.wanted
    ways = (way for word in words for way in word.ways[1:_MOST_WAYS] if way.field not in ENGLISH_FIELDS)
    stand_for_them = (" ".join(way.terms) for way in ways)
    text = "، ".join([" ".join(word.typed for word in words), *stand_for_them])
    found = find_hits(SubjectPassage(text), rules)
    return {topic: 1 - prod(1 - hit.share for hit in hits) for topic, hits in found.items()}
