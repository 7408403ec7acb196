"""How a wording moved through the meetings: from kin to kin, one recommendation for each meeting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from .kinship import Kin, Relation

# All figures were set on four lineages that a person traced (tests/real/test_kinship.py), as few further steps as
# they allow: 670 in all for the 171 recommendations.

# A link counts for less the more links lie between it and the record: the matter drifts on the way. At .7 one of the
# four breaks off, at .9 there are 708 steps.
_A_LINK_FURTHER = 0.8
# Words that both happen to use are no thread where neither subject nor article is shared. At .6 two break off.
_WITHOUT_SUBJECT = 0.75
# At .12 two break off, at .09 there are 708 steps.
_STRONG_ENOUGH = 0.105


@dataclass(frozen=True, slots=True)
class Step:
    """Where the wording stands at a meeting, and by which link it is reached.

    `via` is the recommendation at the other end of that link, with the items of both ends; of the record itself it
    is empty. `relation` is that of the link, `score` its own.
    """

    meeting: int
    recommendation: str
    item: int = 0
    via: str = ""
    via_item: int = 0
    relation: Relation | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class _Link:
    item: int
    via_item: int
    relation: Relation
    score: float
    strength: float


# The weakest link so far (less than nought, so that the strongest way comes first), whither, whence, and the fading.
_Way = tuple[float, str, str, float]


def trace_lineage(key: str, kin: Iterable[Kin], meeting_of: Mapping[str, int]) -> list[Step]:
    """Give a step for each meeting that the wording of a record is met in, in the order of the meetings.

    `meeting_of` gives for each recommendation the place of its meeting among all; kin of others are left out, and so
    are kin within one meeting. A meeting has the recommendation that is reached by the strongest links, the weakest
    of a way counting. A record without kin has one step, itself. Raises KeyError where the record has no meeting.
    """
    links = _links(kin, meeting_of)
    steps = {meeting_of[key]: Step(meeting_of[key], key)}
    ways: list[_Way] = []
    _set_out(ways, key, 1.0, 1.0, links)
    while ways:
        weakest, other, via, fading = heappop(ways)
        meeting = meeting_of[other]
        # Onward from the steps alone: by way of others the matter soon is another.
        if meeting not in steps:
            link = links[via][other]
            steps[meeting] = Step(meeting, other, link.item, via, link.via_item, link.relation, link.score)
            _set_out(ways, other, -weakest, fading * _A_LINK_FURTHER, links)
    return [steps[meeting] for meeting in sorted(steps)]


def _links(kin: Iterable[Kin], meeting_of: Mapping[str, int]) -> dict[str, dict[str, _Link]]:
    """From each recommendation to each of its kin of other meetings."""
    links: dict[str, dict[str, _Link]] = {}
    for one in kin:
        if one.a in meeting_of and one.b in meeting_of and meeting_of[one.a] != meeting_of[one.b]:
            loose = one.relation == "related" and not one.ground.subjects and not one.ground.articles
            strength = one.score * (_WITHOUT_SUBJECT if loose else 1.0)
            links.setdefault(one.a, {})[one.b] = _Link(one.b_item, one.a_item, one.relation, one.score, strength)
            links.setdefault(one.b, {})[one.a] = _Link(one.a_item, one.b_item, one.relation, one.score, strength)
    return links


def _set_out(
    ways: list[_Way], start: str, weakest: float, fading: float, links: Mapping[str, Mapping[str, _Link]]
) -> None:
    for other, link in links.get(start, {}).items():
        onward = min(weakest, link.strength * fading)
        if onward >= _STRONG_ENOUGH:
            heappush(ways, (-onward, other, start, fading))
