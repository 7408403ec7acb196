"""The one reader of parameters: kinds of them, and what a query string gives for those that a page takes.

Pages show the faults and go on without what could not be followed; the API refuses with them. Which page takes
which parameters stands in `page_parameters`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from archive.arabic.clean import clean

#: So much of what was given is repeated: a locator or symbol fits, and a sentence still stands on one line.
MOST_SHOWN = 40

Sentence = Promise | str
Kind = Literal["text", "locator", "locators", "values", "date", "flag", "choice", "page", "size", "count"]
#: Parameter and value → whether the archive has this value.
Knows = Callable[[str, str], bool]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class ParameterFault:
    """A parameter that could not be followed, what was given, and a sentence that says what it takes."""

    parameter: str
    given: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Parameter(Generic[Value]):
    """A parameter of one of the kinds.

    `read` takes everything that was given for it and gives its value and what of the given was refused; `takes` is
    the sentence for that. `about` describes it to programs, `options` are what a choice or a size may be, and the
    least and the most of a count.
    """

    name: str
    kind: Kind
    default: Value
    read: Callable[[Sequence[str], Knows], tuple[Value, Sequence[str]]]
    takes: Sentence = ""
    about: Sentence = ""
    options: Sequence[str] = ()
    repeats: bool = False
    may_be_empty: bool = True


@dataclass(frozen=True, slots=True)
class ParameterTable:
    """The parameters of a page or of a list in JSON, in the order in which they are named.

    What else an address says is a fault where `names_unknown`; a parameter that stands there twice where
    `names_repeated`, unless it may; else the last one counts.
    """

    parameters: tuple[Parameter[Any], ...]
    names_unknown: bool = False
    names_repeated: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.parameters)


@dataclass(slots=True)
class Asked:
    """What a query string asks for: `asked[PARAMETER]` is the value, `faults` what could not be followed."""

    query: QueryDict
    values: dict[str, Any] = field(default_factory=dict)
    faults: list[ParameterFault] = field(default_factory=list)

    def __getitem__(self, parameter: Parameter[Value]) -> Value:
        value: Value = self.values.get(parameter.name, parameter.default)
        return value

    def refuse(self, parameter: Parameter[Any], sentence: Sentence = "") -> None:
        """Leave out what the page cannot follow, and name it."""
        self.values.pop(parameter.name, None)
        self.name(parameter, str(self.query.get(parameter.name, "")), sentence)

    def name(self, parameter: Parameter[Any], given: str, sentence: Sentence = "") -> None:
        """Say what could not be followed; without a sentence the one of the parameter says it."""
        self.faults.append(ParameterFault(parameter.name, shortened(given), str(sentence or parameter.takes)))

    def page_of(self, parameter: Parameter[int], count: int, size: int) -> int:
        """The number of a page of so many items that exists; one beyond the last is named, and the first is given."""
        last = last_page(count, size)
        if self[parameter] > last:
            self.refuse(parameter, _("لا توجد صفحة بهذا الرقم؛ آخر صفحة هي %(last)s.") % {"last": last})
        return self[parameter]


def last_page(count: int, size: int) -> int:
    """The number of the last page; an empty list has one, too."""
    return max(1, -(-count // size))


def read_parameters(
    query: QueryDict, table: ParameterTable, knows: Knows = lambda name, value: True
) -> Asked:
    """Read what the table has, the faults in this order: what is unknown, what is repeated, what is not taken."""
    asked = Asked(query)
    if table.names_unknown:
        asked.faults += _unknown(query, table.names)
    present = [one for one in table.parameters if one.name in query]
    for parameter in present if table.names_repeated else ():
        if not parameter.repeats and len(query.getlist(parameter.name)) > 1:
            sentence = _("ورد «%(name)s» أكثر من مرة؛ اكتبه مرة واحدة.") % {"name": parameter.name}
            asked.name(parameter, str(query[parameter.name]), sentence)
    for parameter in present:
        given = query.getlist(parameter.name)
        if given[-1:] == [""] and parameter.may_be_empty:
            continue
        asked.values[parameter.name], refused = parameter.read(given, knows)
        for one in refused:
            asked.name(parameter, one)
    return asked


def read_form(query: QueryDict, table: ParameterTable, knows: Knows = lambda name, value: True) -> Asked:
    """As a page reads it: a form sends its empty fields too, and they say nothing."""
    return read_parameters(without_empty(query), table, knows)


def without_empty(query: QueryDict) -> QueryDict:
    """The parameters that have a value."""
    rest = query.copy()
    for name, values in query.lists():
        kept = [str(value) for value in values if value]
        if kept:
            rest.setlist(name, kept)
        else:
            del rest[name]
    return rest


def _unknown(query: QueryDict, names: Sequence[str]) -> Iterable[ParameterFault]:
    if names:
        sentence = _("معامل غير معروف. المعاملات المقبولة هي: %(names)s.") % {"names": "، ".join(names)}
    else:
        # Below /api/ alone, where all is said in Arabic.
        sentence = "معامل غير معروف. لا معاملات لهذا الرابط."
    for name in query:
        if name not in names:
            yield ParameterFault(shortened(name), shortened(str(query[name])), sentence)


def shortened(text: str) -> str:
    """What was given, short enough to be repeated, without signs that turn the line round."""
    text = " ".join(clean(text).split())
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…"
