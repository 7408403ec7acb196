"""What a reader asks for, as a value: read from an address, and written back into one.

An address has its parameters in one order and its values sorted, so one selection has one address.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self
from urllib.parse import quote_plus, urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from .kinds import NONE
from .page_parameters import (
    EXACT,
    FACET_VALUES,
    FACETS,
    FROM,
    PAGE,
    PAGE_SIZE,
    PAGE_SIZES,
    SEARCH,
    SORT,
    TO,
    VIEW,
    VIEWS,
    WORDS,
)
from .parameters import Asked, ParameterFault, read_parameters
from .snapshot import Snapshot, current_snapshot

#: A selection of one of these is a thing that people read and print as a whole.
WHOLE_THINGS = ("meeting", "agenda_item", "topic", "article")

_PLACE = {name: index for index, name in enumerate(SEARCH.names)}


@dataclass(frozen=True, slots=True)
class Selection:
    """A question: words, values of facets, dates, order, page. `sort` is empty where nothing was chosen.

    `view` is how the page shows what was found; empty for cards, which need no name in an address. `page_size` is 0
    where nobody asked for one: `size` is how many stand on a page.
    """

    q: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    start: date | None = None
    end: date | None = None
    exact: bool = False
    sort: str = ""
    view: str = ""
    page: int = 1
    page_size: int = 0

    @classmethod
    def from_querydict(
        cls, data: QueryDict, snapshot: Snapshot | None = None
    ) -> tuple[Self, list[ParameterFault]]:
        """Read a query string. What cannot be followed is left out and named, every fault once."""

        def knows(facet: str, value: str) -> bool:
            return (snapshot or current_snapshot()).knows(facet, value)

        asked = read_parameters(data, SEARCH, knows)
        return cls.from_asked(asked), asked.faults

    @classmethod
    def from_asked(cls, asked: Asked) -> Self:
        """Of a table that has the parameters of the search. Two dates in the wrong order are left out and named."""
        start, end = asked[FROM], asked[TO]
        if start and end and start > end:
            asked.refuse(TO, _("«إلى» قبل «من»؛ تركنا التاريخين."))
            start = end = None
        view = asked[VIEW]
        found = cls(
            q=asked[WORDS],
            values={name: chosen for name, one in FACET_VALUES.items() if (chosen := asked[one])},
            start=start,
            end=end,
            exact=asked[EXACT],
            sort=asked[SORT],
            view="" if view == VIEWS[0] else view,
            page=asked[PAGE],
            page_size=asked[PAGE_SIZE] if PAGE_SIZE.name in asked.values else 0,
        )
        # One content has one address, whether its size was asked for or is the usual one.
        return replace(found, page_size=0) if found.page_size == found.usual_size else found

    @property
    def order(self) -> str:
        """The order that is shown: by relevance only where there is a question."""
        if self.sort and (self.q or self.sort != "relevance"):
            return self.sort
        return "relevance" if self.q else "order"

    @property
    def usual_size(self) -> int:
        """As many on a page as nobody asks for: the whole texts of one thing stand together."""
        is_one_thing = any(len(self.chosen(name)) == 1 and NONE not in self.chosen(name) for name in WHOLE_THINGS)
        return PAGE_SIZES[-1] if self.view == "text" and is_one_thing else PAGE_SIZES[0]

    @property
    def size(self) -> int:
        return self.page_size or self.usual_size

    @property
    def is_narrowed(self) -> bool:
        return bool(self.values or self.start or self.end)

    def chosen(self, facet: str) -> tuple[str, ...]:
        return self.values.get(facet, ())

    def toggled(self, facet: str, value: str) -> Self:
        """With this value if it is not there, without it if it is; on the first page."""
        chosen = set(self.chosen(facet))
        values = {**self.values, facet: tuple(sorted(chosen ^ {value}))}
        return replace(self, values={name: found for name, found in values.items() if found}, page=1)

    def cleared(self) -> Self:
        """The question alone, without facets and dates."""
        return replace(self, values={}, start=None, end=None, page=1)

    def changed(self, **changes: Any) -> Self:
        """With other fields; on the first page unless a page is given."""
        return replace(self, **{"page": 1, **changes})

    def pairs(self, *, without: Iterable[str] = ()) -> list[tuple[str, str]]:
        """Names and values in the order of an address; what is as it would be anyway is left out."""
        found = [("q", self.q)]
        found += [(name, value) for name in FACETS for value in self.chosen(name)]
        found += [("from", self.start.isoformat() if self.start else "")]
        found += [("to", self.end.isoformat() if self.end else "")]
        found += [("exact", "1" if self.exact else ""), ("sort", self.sort), ("view", self.view)]
        found += [("page", str(self.page) if self.page > 1 else "")]
        found += [("page_size", str(self.size) if self.size != self.usual_size else "")]
        left_out = set(without)
        return [(name, value) for name, value in found if value and name not in left_out]

    @property
    def address(self) -> str:
        """The query string with its question mark; empty for the list as it stands."""
        pairs = self.pairs()
        return f"?{urlencode(pairs, safe=':')}" if pairs else ""

    def toggling(self, facet: str) -> Callable[[str], str]:
        """Value → `toggled(facet, value).address`. For the many options of one facet: the rest is written once."""
        around = self.changed(values={name: some for name, some in self.values.items() if name != facet}).pairs()
        place = next(
            (index for index, (name, _value) in enumerate(around) if _PLACE[name] > _PLACE[facet]), len(around)
        )
        before, after = (urlencode(some, safe=":") for some in (around[:place], around[place:]))
        chosen = set(self.chosen(facet))

        def address(value: str) -> str:
            own = "&".join(f"{facet}={quote_plus(one, safe=':')}" for one in sorted(chosen ^ {value}))
            query = "&".join(filter(None, (before, own, after)))
            return f"?{query}" if query else ""

        return address
