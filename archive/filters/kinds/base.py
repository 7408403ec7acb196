"""What a facet is made of: a column of the recommendation and the values that stand in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise

from archive.models import Recommendation

#: The value of a parameter that asks for what has no value: `agenda_item=none`.
NONE = "none"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """What one key of the column means. Several keys may mean the same value: many meetings, one year.

    `value` None counts as «without»: a meeting whose year is not known. An empty `label_en` says that the label
    is Arabic on English pages too. `note` tells apart what bears the same label (the symbol of its body).
    """

    key: Any
    value: str | None
    label: str
    label_en: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FacetKind:
    """A facet: its parameter, its names, and where its values come from.

    `column` is the path from a recommendation to the key («meeting_id»). `values` gives every key with its meaning,
    in the order of display, in one query. `many`: a recommendation may have several keys, which stand in rows of
    their own; of these rows those count that `only` lets through. A key of these may mean several values.
    """

    name: str
    label: Promise | str
    without: Promise | str
    column: str
    values: Callable[[], Iterable[FacetValue]]
    many: bool = False
    only: Q = field(default_factory=Q)

    def condition(self, chosen: Iterable[str], values: Iterable[FacetValue]) -> Q:
        """What the ORM must ask for the recommendations that have one of the chosen values."""
        wanted = set(chosen)
        with_none = NONE in wanted
        keys = [one.key for one in values if (with_none if one.value is None else one.value in wanted)]
        found = self.only & Q(**{f"{self.column}__in": keys})
        return found | self._without() if with_none else found

    def _without(self) -> Q:
        if not self.only:
            return Q(**{f"{self.column}__isnull": True})
        having = Recommendation.objects.filter(self.only, **{f"{self.column}__isnull": False})
        return ~Q(pk__in=having.order_by().values("pk"))
