"""Reading again after staff edited what the rules go by: rules and tree of subjects, treaties and their articles."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from archive.loading.state import locked_state, raise_data_version
from archive.models import Paragraph, Recommendation, Subparagraph, TopicAssignment

from .deriving import KINDS
from .kinship import FEW
from .settling import Tally
from .texts import ALL

#: Topic and locator.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """What became other: of each kind (those of which nothing did are left out), and the recommendations, by locator,
    that came under a topic or left it, by the Arabic name of the topic.

    `waits`: what is read from all records at once was left to the next load.
    """

    changed: dict[str, Tally] = field(default_factory=dict)
    entered: dict[str, list[str]] = field(default_factory=dict)
    left: dict[str, list[str]] = field(default_factory=dict)
    waits: bool = False


def edits_take_effect_at_once() -> bool:
    """Whether the archive is so small that everything is read again while staff wait for their form."""
    return sum(model._default_manager.count() for model in (Recommendation, Subparagraph, Paragraph)) <= FEW


@transaction.atomic
def derive_again() -> ReadAgain:
    """Read everything by the rules as they are now, and tell what became other.

    Of a large archive what compares all records is left to the next load: no form can wait so long.
    """
    locked_state()
    whole = edits_take_effect_at_once()
    before = _assigned()
    tallies = {kind.name: kind.derive(ALL) for kind in KINDS if whole or not kind.compares}
    changed = {name: tally for name, tally in tallies.items() if tally.writes}
    if changed:
        raise_data_version()
    after = _assigned()
    entered = _by_topic(pair for pair in after if pair not in before)
    left = _by_topic(pair for pair in before if pair not in after)
    return ReadAgain(changed, entered, left, waits=not whole)


def _assigned() -> dict[Pair, None]:
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
