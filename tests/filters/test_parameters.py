"""The one reader of parameters: what each kind takes, and what is said of the rest."""

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict

from archive.filters import page_parameters
from archive.filters.page_parameters import PAGE, PAGE_SIZE
from archive.filters.parameter_kinds import choice, day, facet_values, flag, locator, locators, text
from archive.filters.parameters import (
    Asked,
    Parameter,
    ParameterFault,
    ParameterTable,
    read_form,
    read_parameters,
)

WORDS, EXACT, DAY = text("q", longest=5), flag("exact"), day("day")
COLOUR = choice("colour", ("red", "blue"), "الأحمر أو الأزرق.", default="red")
FACET = facet_values("facet", "تصنيف")
SLUG, ITEMS = locator("slug", "لا شيء بهذا الاسم."), locators("items", "لا شيء بهذا الاسم.")
ALL = (WORDS, EXACT, DAY, COLOUR, FACET, SLUG, ITEMS, PAGE, PAGE_SIZE)


def read(query: str, **table: bool) -> Asked:
    return read_parameters(QueryDict(query), ParameterTable(ALL, **table), lambda name, value: value < "m")


def faults(asked: Asked) -> list[tuple[str, str, str]]:
    return [(one.parameter, one.given, one.sentence) for one in asked.faults]


@pytest.mark.parametrize(
    ("parameter", "query", "value"),
    [
        (WORDS, "", ""),
        (WORDS, "q= a%00%E2%80%AEb ", "ab"),
        (WORDS, "q=1234567", "12345"),
        (EXACT, "exact=1", True),
        (EXACT, "exact=", False),
        (DAY, "day=2020-09-08", date(2020, 9, 8)),
        (COLOUR, "colour=blue", "blue"),
        (COLOUR, "colour=", "red"),
        (FACET, "facet=b&facet=a&facet=b", ("a", "b")),
        (SLUG, "slug=CTOC-COP.1", "ctoc-cop.1"),
        (ITEMS, "items=A.1.1, b.1.2،c.1.3%0AA.1.1&items=d.1.4", ("a.1.1", "b.1.2", "c.1.3", "d.1.4")),
        (PAGE, "page=٢", 2),
        (PAGE, "page=1&page=3", 3),
        (PAGE_SIZE, "page_size=50", 50),
    ],
)
def test_a_parameter_has_its_value(parameter: Parameter[Any], query: str, value: object) -> None:
    asked = read(query)
    assert (asked[parameter], asked.faults) == (value, [])


@pytest.mark.parametrize(
    ("parameter", "query", "value", "given", "sentence"),
    [
        (EXACT, "exact=2", False, "2", "يقبل القيمة 1 وحدها."),
        (DAY, "day=2020-02-30", None, "2020-02-30", "يقبل تاريخاً مثل 2020-09-08."),
        (COLOUR, "colour=green", "red", "green", "الأحمر أو الأزرق."),
        (FACET, "facet=x&facet=a", ("a",), "x", "لا قيمة بهذا الاسم في الأرشيف."),
        (SLUG, "slug=a%00b", "", "ab", "لا شيء بهذا الاسم."),
        (PAGE, "page=0", 1, "0", "رقم الصفحة عدد صحيح يبدأ من 1."),
        (PAGE, "page=", 1, "", "رقم الصفحة عدد صحيح يبدأ من 1."),
        (PAGE, "page=" + "9" * 50, 1, "9" * 40 + "…", "رقم الصفحة عدد صحيح يبدأ من 1."),
        (PAGE_SIZE, "page_size=7", 20, "7", "عدد النتائج في الصفحة هو 20 أو 50 أو 100."),
    ],
)
def test_what_a_parameter_does_not_take_is_named_and_left_out(
    parameter: Parameter[Any], query: str, value: object, given: str, sentence: str
) -> None:
    asked = read(query)
    assert (asked[parameter], faults(asked)) == (value, [(parameter.name, given, sentence)])


def test_what_is_unknown_comes_first_and_then_what_is_repeated() -> None:
    asked = read("page=x&page=y&b%E2%80%AEad=1", names_unknown=True, names_repeated=True)
    names = "، ".join(one.name for one in ALL)
    assert faults(asked) == [
        ("bad", "1", f"معامل غير معروف. المعاملات المقبولة هي: {names}."),
        ("page", "y", "ورد «page» أكثر من مرة؛ اكتبه مرة واحدة."),
        ("page", "y", "رقم الصفحة عدد صحيح يبدأ من 1."),
    ]
    assert faults(read("page=1&page=2&bad=1")) == []


def test_what_may_repeat_is_not_named_for_it() -> None:
    assert read("facet=a&facet=b&items=a&items=b", names_repeated=True).faults == []


def test_an_address_without_parameters_says_so() -> None:
    asked = read_parameters(QueryDict("x=1"), ParameterTable((), names_unknown=True))
    assert asked.faults == [ParameterFault("x", "1", "معامل غير معروف. لا معاملات لهذا الرابط.")]


def test_an_empty_field_of_a_form_says_nothing() -> None:
    asked = read_form(QueryDict("page=&page_size=&facet=&facet=a&colour="), ParameterTable(ALL, names_unknown=True))
    assert (asked.values, asked.faults) == ({"facet": ("a",)}, [])


def test_a_page_beyond_the_last_is_named_and_the_first_is_given() -> None:
    asked = read("page=3")
    assert asked.page_of(PAGE, 60, 20) == 3
    assert asked.page_of(PAGE, 40, 20) == 1
    assert faults(asked) == [("page", "3", "لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 2.")]
    assert read("").page_of(PAGE, 0, 20) == 1


def test_a_page_may_refuse_what_the_archive_has_not() -> None:
    asked = read("slug=none")
    asked.refuse(SLUG)
    assert (asked[SLUG], faults(asked)) == ("", [("slug", "none", "لا شيء بهذا الاسم.")])


def test_no_page_takes_two_parameters_of_one_name() -> None:
    tables = [one for one in vars(page_parameters).values() if isinstance(one, ParameterTable)]
    assert [one.names for one in tables if len(set(one.names)) != len(one.names)] == []
