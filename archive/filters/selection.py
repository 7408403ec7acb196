"""What a reader asks for, as a value: read from an address, and written back into one.

An address has its parameters in one order and its values sorted, so one selection has one address.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.arabic.clean import clean

from .kinds import KINDS
from .recommendations import UNKNOWN_VALUE, RecommendationFilter
from .snapshot import Snapshot

PAGE_SIZES = (20, 50, 100)
FACETS = tuple(kind.name for kind in KINDS)
PARAMETERS = ("q", *FACETS, "from", "to", "exact", "sort", "page", "page_size")
MOST_SHOWN = 40

_WHOLE_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Problem:
    """A parameter that could not be followed, what was given, and a sentence that says what it takes."""

    parameter: str
    given: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Selection:
    """A question: words, values of facets, dates, order, page. `sort` is empty where nothing was chosen."""

    q: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    start: date | None = None
    end: date | None = None
    exact: bool = False
    sort: str = ""
    page: int = 1
    page_size: int = PAGE_SIZES[0]

    @classmethod
    def from_querydict(
        cls, data: QueryDict, snapshot: Snapshot | None = None
    ) -> tuple["Selection", list[Problem]]:
        """Read a query string. What cannot be followed is left out and named, every fault once."""
        problems = [*_unknown_parameters(data), *_repeated(data)]
        form = RecommendationFilter(data, snapshot=snapshot).form
        form.is_valid()
        for name, errors in form.errors.as_data().items():
            for error in errors:
                given = error.params["value"] if error.code == UNKNOWN_VALUE else data.get(name, "")
                problems.append(Problem(name, shortened(given), error.messages[0]))
        found = cls(
            q=form.cleaned_data.get("q") or "",
            values=_known_values(data, form.errors.as_data()),
            start=form.cleaned_data.get("from"),
            end=form.cleaned_data.get("to"),
            exact=form.cleaned_data.get("exact") == "1",
            sort=form.cleaned_data.get("sort") or "",
        )
        return found._in_order(problems)._with_page(data, problems), problems

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
        found += [("exact", "1" if self.exact else ""), ("sort", self.sort)]
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


def _known_values(data: QueryDict, errors: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
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
