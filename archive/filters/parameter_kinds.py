"""Kinds of parameters: a text, a date, a flag, one of several words, values of a facet, locators, page and size,
a number within bounds."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from archive.arabic.clean import clean

from .named_items import read_items
from .parameters import Knows, Parameter, Sentence, Value

# Nine digits: more are no page of any list, and fit no integer of the databases.
_WHOLE_NUMBER = re.compile(r"\d{1,9}")
_BETWEEN_LOCATORS = re.compile(r"[,،\s]+")


def text(
    name: str, about: Sentence = "", *, takes: Sentence = "", longest: int | None = None
) -> Parameter[str]:
    """Any string at all, nothing is refused here: what no question needs (NUL, signs of direction) is left out.

    Of a longer one the first `longest` characters count. `takes` is for a page that asks what the text names.
    """

    def read(given: str) -> str:
        return clean(given[:longest].encode("utf-8", "replace").decode()).strip()

    return Parameter(name, "text", "", _last(read, ""), takes, about)


def flag(name: str, about: Sentence = "") -> Parameter[bool]:
    """`name=1`."""
    takes = _("يقبل القيمة 1 وحدها.")
    return Parameter(
        name, "flag", False, _last(lambda given: given == "1" or None, False), takes, about, ("1",)
    )


def choice(
    name: str,
    options: Sequence[str],
    takes: Sentence,
    about: Sentence = "",
    *,
    default: str = "",
    may_be_empty: bool = True,
) -> Parameter[str]:
    """One of these words."""
    read = _last(lambda given: given if given in options else None, default)
    return Parameter(name, "choice", default, read, takes, about, options, may_be_empty=may_be_empty)


def day(name: str, about: Sentence = "") -> Parameter[date | None]:
    """A date as ISO 8601 writes it."""
    takes = _("يقبل تاريخاً مثل 2020-09-08.")
    return Parameter(name, "date", None, _last(_iso_day, None), takes, about)


def locator(name: str, takes: Sentence) -> Parameter[str]:
    """The machine address of one thing, in small letters; whether there is such a thing the page finds out."""
    read = _last(lambda given: given.lower() if given.isprintable() else None, "")
    return Parameter(name, "locator", "", read, takes)


def locators(name: str, takes: Sentence) -> Parameter[tuple[str, ...]]:
    """Several of them, each once and in the order given, with commas or blanks between them; it may repeat.

    «.3» is number 3 of the meeting of the one before it.
    """

    def read(given: Sequence[str], _knows: Knows) -> tuple[tuple[str, ...], Sequence[str]]:
        parts = _BETWEEN_LOCATORS.split(",".join(given).replace("\0", "").lower())
        return read_items(part for part in parts if part), ()

    return Parameter(name, "locators", (), read, takes, repeats=True)


def facet_values(name: str, about: Sentence) -> Parameter[tuple[str, ...]]:
    """Any number of values that the archive knows, and «none»; sorted, so that one choice has one address."""

    def read(given: Sequence[str], knows: Knows) -> tuple[tuple[str, ...], Sequence[str]]:
        unknown = [one for one in dict.fromkeys(given) if not knows(name, one)]
        return tuple(sorted(set(given).difference(unknown))), unknown

    takes = _("لا قيمة بهذا الاسم في الأرشيف.")
    return Parameter(name, "values", (), read, takes, about, repeats=True, may_be_empty=False)


def page_number(name: str, about: Sentence = "") -> Parameter[int]:
    """Counted from 1."""
    takes = _("رقم الصفحة عدد صحيح يبدأ من 1.")
    return Parameter(
        name, "page", 1, _last(lambda given: _whole(given) or None, 1), takes, about, may_be_empty=False
    )


def page_size(name: str, sizes: Sequence[int], takes: Sentence, about: Sentence = "") -> Parameter[int]:
    """One of these numbers of items; the first unless another is asked for."""

    def read(given: str) -> int | None:
        number = _whole(given)
        return number if number in sizes else None

    options = [str(size) for size in sizes]
    return Parameter(name, "size", sizes[0], _last(read, sizes[0]), takes, about, options, may_be_empty=False)


def count(name: str, least: int, most: int, default: int, takes: Sentence, about: Sentence = "") -> Parameter[int]:
    """A whole number from `least` to `most`."""

    def read(given: str) -> int | None:
        number = _whole(given)
        return number if number is not None and least <= number <= most else None

    return Parameter(
        name, "count", default, _last(read, default), takes, about, (str(least), str(most)), may_be_empty=False
    )


def _last(
    read: Callable[[str], Value | None], default: Value
) -> Callable[[Sequence[str], Knows], tuple[Value, Sequence[str]]]:
    """Of a parameter that has one value the last one given counts; where it is refused, the default."""

    def read_last(given: Sequence[str], _knows: Knows) -> tuple[Value, Sequence[str]]:
        value = read(given[-1])
        return (default, given[-1:]) if value is None else (value, ())

    return read_last


def _whole(given: str) -> int | None:
    return int(given) if _WHOLE_NUMBER.fullmatch(given) else None


def _iso_day(given: str) -> date | None:
    try:
        return datetime.strptime(given.strip(), "%Y-%m-%d").date()
    except ValueError:
        return None
