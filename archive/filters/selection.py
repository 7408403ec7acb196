"""What a reader asks for, as a value: read from an address, and written back into one.

An address has its parameters in one order and its values sorted, so one selection has one address.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self
from urllib.parse import quote_plus, urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.arabic.clean import clean

from .kinds import KINDS
from .recommendations import UNKNOWN_VALUE, VIEWS, FacetField, RecommendationFilter
from .snapshot import Snapshot

PAGE_SIZES = (20, 50, 100)
FACETS = tuple(kind.name for kind in KINDS)
PARAMETERS = ("q", *FACETS, "from", "to", "exact", "sort", "view", "page", "page_size")
MOST_SHOWN = 40

_PLACE = {name: index for index, name in enumerate(PARAMETERS)}
_WHOLE_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Problem:
    """A parameter that could not be followed, what was given, and a sentence that says what it takes."""

    parameter: str
    given: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Selection:
    """A question: words, values of facets, dates, order, page. `sort` is empty where nothing was chosen.

    `view` is how the page shows what was found; empty for cards, which need no name in an address.
    """

    q: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    start: date | None = None
    end: date | None = None
    exact: bool = False
    sort: str = ""
    view: str = ""
    page: int = 1
    page_size: int = PAGE_SIZES[0]

    @classmethod
    def from_querydict(
        cls, data: QueryDict, snapshot: Snapshot | None = None
    ) -> tuple["Selection", list[Problem]]:
        """Read a query string. What cannot be followed is left out and named, every fault once."""
        problems = [*_unknown_parameters(data), *_repeated(data)]
        cleaned, errors = _cleaned(data, snapshot)
        for name, found in errors.items():
            for error in found:
                given = error.params["value"] if error.code == UNKNOWN_VALUE else data.get(name, "")
                problems.append(Problem(name, shortened(given), error.messages[0]))
        view = cleaned.get("view") or ""
        selection = cls(
            q=cleaned.get("q") or "",
            values=_known_values(data, errors),
            start=cleaned.get("from"),
            end=cleaned.get("to"),
            exact=cleaned.get("exact") == "1",
            sort=cleaned.get("sort") or "",
            view="" if view == VIEWS[0] else view,
        )
        return selection._in_order(problems)._with_page(data, problems), problems

    @property
    def order(self) -> str:
        """The order that is shown: by relevance only where there is a question."""
        if self.sort and (self.q or self.sort != "relevance"):
            return self.sort
        return "relevance" if self.q else "order"

    @property
    def is_narrowed(self) -> bool:
        return bool(self.values or self.start or self.end)

    def chosen(self, facet: str) -> tuple[str, ...]:
        return self.values.get(facet, ())

    def toggled(self, facet: str, value: str) -> "Selection":
        """With this value if it is not there, without it if it is; on the first page."""
        held = set(self.chosen(facet))
        values = {**self.values, facet: tuple(sorted(held ^ {value}))}
        return replace(self, values={name: found for name, found in values.items() if found}, page=1)

    def cleared(self) -> "Selection":
        """The question alone, without facets and dates."""
        return replace(self, values={}, start=None, end=None, page=1)

    def changed(self, **changes: Any) -> "Selection":
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
        found += [("page_size", str(self.page_size) if self.page_size != PAGE_SIZES[0] else "")]
        left_out = set(without)
        return [(name, value) for name, value in found if value and name not in left_out]

    def as_querydict(self) -> QueryDict:
        """As a FilterSet reads it."""
        data = QueryDict(mutable=True)
        for name, value in self.pairs():
            data.appendlist(name, value)
        return data

    @property
    def address(self) -> str:
        """The query string with its question mark; empty for the list as it stands."""
        pairs = self.pairs()
        return f"?{urlencode(pairs, safe=':')}" if pairs else ""

    def toggling(self, facet: str) -> Callable[[str], str]:
        """Value → `toggled(facet, value).address`. For the many options of one facet: the rest is written once."""
        around = self.changed(values={name: held for name, held in self.values.items() if name != facet}).pairs()
        place = next(
            (index for index, (name, _value) in enumerate(around) if _PLACE[name] > _PLACE[facet]), len(around)
        )
        before, after = (urlencode(some, safe=":") for some in (around[:place], around[place:]))
        held = set(self.chosen(facet))

        def address(value: str) -> str:
            own = "&".join(f"{facet}={quote_plus(one, safe=':')}" for one in sorted(held ^ {value}))
            query = "&".join(filter(None, (before, own, after)))
            return f"?{query}" if query else ""

        return address

    def _in_order(self, problems: list[Problem]) -> Self:
        if self.start and self.end and self.start > self.end:
            problems.append(Problem("to", self.end.isoformat(), _("«إلى» قبل «من»؛ تركنا التاريخين.")))
            return replace(self, start=None, end=None)
        return self

    def _with_page(self, data: QueryDict, problems: list[Problem]) -> Self:
        number = _whole_number(data.get("page", "1"))
        if not number:
            problems.append(Problem("page", shortened(data["page"]), _("رقم الصفحة عدد صحيح يبدأ من 1.")))
        size = _whole_number(data.get("page_size", str(PAGE_SIZES[0])))
        if size not in PAGE_SIZES:
            sentence = _("عدد النتائج في الصفحة هو 20 أو 50 أو 100.")
            problems.append(Problem("page_size", shortened(data["page_size"]), sentence))
            size = PAGE_SIZES[0]
        return replace(self, page=number or 1, page_size=size)


Errors = dict[str, list[ValidationError]]


def _cleaned(data: QueryDict, snapshot: Snapshot | None) -> tuple[dict[str, Any], Errors]:
    """What the fields of the FilterSet make of the parameters that are there. A form would copy all of them first."""
    cleaned, errors = {}, {}
    for name, declared in RecommendationFilter.base_filters.items():
        if name not in data:
            continue
        field = FacetField(facet=name, snapshot=snapshot, required=False) if name in FACETS else declared.field
        try:
            cleaned[name] = field.clean(data.getlist(name) if name in FACETS else data[name])
        except ValidationError as error:
            errors[name] = error.error_list
    return cleaned, errors


def _repeated(data: QueryDict) -> list[Problem]:
    """Only facets repeat; of another parameter that does, the last value counts."""
    sentence = _("ورد «%(name)s» أكثر من مرة؛ اكتبه مرة واحدة.")
    return [
        Problem(name, shortened(data[name]), sentence % {"name": name})
        for name in PARAMETERS
        if name not in FACETS and len(data.getlist(name)) > 1
    ]


def _unknown_parameters(data: QueryDict) -> list[Problem]:
    sentence = _("معامل غير معروف. المعاملات المقبولة هي: %(names)s.") % {"names": "، ".join(PARAMETERS)}
    return [Problem(shortened(name), shortened(data[name]), sentence) for name in data if name not in PARAMETERS]


def _known_values(data: QueryDict, errors: Errors) -> dict[str, tuple[str, ...]]:
    found = {}
    for name in FACETS:
        unknown = {error.params["value"] for error in errors.get(name, ()) if error.params}
        if known := set(data.getlist(name)) - unknown:
            found[name] = tuple(sorted(known))
    return found


def _whole_number(text: str) -> int | None:
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else None


def shortened(text: str) -> str:
    """What was given, short enough to be repeated, without signs that turn the line round."""
    text = " ".join(clean(text).split())
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…"
