"""Texts about the same thing stand near each other in the order: what is near a good hit is likely one itself.

A question seldom has the words of every text that answers it. Which recommendations are about one thing is stored
(kinship, as staff left it); it moves a hit, and never brings one.
"""

from collections.abc import Sequence

from archive.models import Kinship

from .ranking import Hit

#: How much of the rank of its best kin a hit gains, times their nearness (0 to 1). By the judged queries (nDCG@10 of
#: the two given files, of 257 queries of our own that were judged before any was searched for): 0.972, 0.935 and 0.887
#: without, 0.976, 0.945 and 0.891 with 0.2, 0.977, 0.946 and 0.892 with 0.35, 0.977, 0.946 and 0.890 with 0.5.
_SHARE = 0.35
#: So many of the best hits lift their kin: with all of them nDCG@10 is the same, and a page takes 5 ms more.
_LIFTING = 20
#: No hit is its own kin.
_FEWEST = 2


def lifted(hits: Sequence[Hit], beside: Sequence[Hit] = ()) -> list[Hit]:
    """Recommendations in the order that they and their kin have, best first; `beside` are hits that stay.

    What was alike stays in its order.
    """
    ranks = {**dict(beside), **dict(hits)}
    if len(ranks) < _FEWEST:
        return list(hits)
    gains: dict[int, float] = {}
    best = sorted(ranks, key=lambda key: -ranks[key])[:_LIFTING]
    for one, other, score in Kinship.objects.around(best):
        for key, near in ((one, other), (other, one)):
            gains[key] = max(gains.get(key, 0.0), _SHARE * score * ranks.get(near, 0.0))
    raised = [(key, round(rank + gains.get(key, 0.0), 6)) for key, rank in hits]
    return sorted(raised, key=lambda hit: -hit[1])
