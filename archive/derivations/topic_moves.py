"""Which recommendations came under a topic or left it, when the rules or the tree were edited."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.models import TopicAssignment

#: Topic and locator.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TopicMoves:
    """The recommendations, by locator, that came under a topic or left it, by the Arabic name of the topic."""

    entered: dict[str, list[str]] = field(default_factory=dict)
    left: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def between(cls, before: dict[Pair, None], after: dict[Pair, None]) -> "TopicMoves":
        return cls(
            _by_topic(pair for pair in after if pair not in before),
            _by_topic(pair for pair in before if pair not in after),
        )


def assigned_pairs() -> dict[Pair, None]:
    """In the order of the tree, and of the recommendations below each topic; of topics out of use as well, until the
    rules have taken it back.
    """
    rows = TopicAssignment.objects.exclude(decision=TopicAssignment.Decision.REJECTED).order_by(
        *("topic__position", "topic__slug", "recommendation__meeting__body__symbol"),
        *("recommendation__meeting__number", "recommendation__number", "recommendation__copy"),
    )
    return dict.fromkeys(rows.values_list("topic__label_ar", "recommendation__locator"))


def _by_topic(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for topic, locator in pairs:
        found.setdefault(topic, []).append(locator)
    return found
