"""What readers kept and may not read any more: since when copies must be asked for again, and what of a list moved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from archive.models import RowChange
from archive.record.held import HeldForState
from archive.record.kinds import DOCUMENT, MEETING, RECOMMENDATION

from .by_address import find_moved
from .standing import Withdrawn, find_withdrawn

#: So many items of a list are looked after: each costs a query or two, and more are not lost at once.
_MOST = 50
_HIDING = (RECOMMENDATION.name, MEETING.name, DOCUMENT.name)


def _read_last_hiding() -> datetime | None:
    hiding = Q(fate=RowChange.Fate.WENT) | Q(fields__has_any_keys=["state", "locator", "slug"])
    rows = RowChange.objects.filter(hiding, kind__in=_HIDING).order_by("-pk")
    return rows.values_list("batch__made_at", flat=True).first()


_last_hiding = HeldForState(_read_last_hiding)


def last_hiding() -> datetime | None:
    """When a text was last withdrawn, taken back, deleted or moved: copies of before are to be asked for again."""
    return _last_hiding.current()


@dataclass(frozen=True, slots=True)
class FollowedItems:
    """Items of a list that do not stand there any more: `moved` gives their addresses now, `withdrawn` what they were,
    by locator.
    """

    moved: Mapping[str, str]
    withdrawn: Mapping[str, Withdrawn]

    def now(self, locators: Iterable[str]) -> list[str]:
        """The locators, those that moved at their addresses now, each once."""
        return list(dict.fromkeys(self.moved.get(locator, locator) for locator in locators))


def follow_items(unknown: Sequence[str]) -> FollowedItems:
    """What became of locators that lead nowhere."""
    moved, withdrawn = {}, {}
    for locator in unknown[:_MOST]:
        if (now := find_moved(locator)) is not None:
            moved[locator] = now
        elif (gone := find_withdrawn(("recommendations", locator))) is not None:
            withdrawn[locator] = gone
    return FollowedItems(moved, withdrawn)
