"""Reading an address and writing it back."""

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from archive.filters.kinds import KINDS
from archive.filters.page_parameters import SEARCH
from archive.filters.parameters import ParameterFault
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot
from tests import factories

NOBODY: dict[str, dict[str, object]] = {kind.name: {} for kind in KINDS}
EMPTY = Snapshot(BitMap(), (), NOBODY, {}, NOBODY, {}, {}, {}, {}, NOBODY)
TAKES = f"معامل غير معروف. المعاملات المقبولة هي: {'، '.join(SEARCH.names)}."


def read(query: str) -> tuple[Selection, list[ParameterFault]]:
    return Selection.from_querydict(QueryDict(query))


def test_everything_that_an_address_may_say() -> None:
    factories.make_recommendation(1, meeting=factories.make_meeting(1))
    query = (
        "page_size=50&page=2&sort=newest&exact=1&to=2020-09-08&from=2012-01-01&year=none&year=2011"
        "&meeting=itc-conf-wg1.1&body=itc-conf-wg1&q=%D9%82%D9%86%D8%A7%D8%A9"
    )
    selection, problems = read(query)
    assert (selection, problems) == (
        Selection(
            q="قناة",
            values={
                "body": ("itc-conf-wg1",),
                "meeting": ("itc-conf-wg1.1",),
                "year": ("2011", "none"),
            },
            start=date(2012, 1, 1),
            end=date(2020, 9, 8),
            exact=True,
            sort="newest",
            page=2,
            page_size=50,
        ),
        [],
    )
    assert selection.address == (
        "?q=%D9%82%D9%86%D8%A7%D8%A9&body=itc-conf-wg1&meeting=itc-conf-wg1.1&year=2011&year=none"
        "&from=2012-01-01&to=2020-09-08&exact=1&sort=newest&page=2&page_size=50"
    )
    assert read(selection.address[1:]) == (selection, [])


def test_what_is_as_it_would_be_anyway_is_not_in_the_address() -> None:
    assert read("page=1&page_size=20")[0].address == ""


@pytest.mark.parametrize(
    ("query", "problems"),
    [
        ("colour=red", [ParameterFault("colour", "red", TAKES)]),
        ("meeting=nowhere", [ParameterFault("meeting", "nowhere", "لا قيمة بهذا الاسم في الأرشيف.")]),
        ("verb=shouted", [ParameterFault("verb", "shouted", "لا قيمة بهذا الاسم في الأرشيف.")]),
        ("from=2020-02-30", [ParameterFault("from", "2020-02-30", "يقبل تاريخاً مثل 2020-09-08.")]),
        ("to=8/9/2020", [ParameterFault("to", "8/9/2020", "يقبل تاريخاً مثل 2020-09-08.")]),
        ("from=2020-01-01&to=2019-01-01", [ParameterFault("to", "2019-01-01", "«إلى» قبل «من»؛ تركنا التاريخين.")]),
        ("exact=yes", [ParameterFault("exact", "yes", "يقبل القيمة 1 وحدها.")]),
        (
            "sort=rank",
            [
                ParameterFault(
                    "sort",
                    "rank",
                    "يقبل relevance أي الصلة، أو order أي الترتيب الرسمي، أو newest أي الأحدث.",
                )
            ],
        ),
        ("page=0", [ParameterFault("page", "0", "رقم الصفحة عدد صحيح يبدأ من 1.")]),
        ("page_size=7", [ParameterFault("page_size", "7", "عدد النتائج في الصفحة هو 20 أو 50 أو 100.")]),
        ("q=a&q=b", [ParameterFault("q", "b", "ورد «q» أكثر من مرة؛ اكتبه مرة واحدة.")]),
    ],
)
def test_what_cannot_be_followed_is_named(query: str, problems: list[ParameterFault]) -> None:
    assert read(query)[1] == problems


def test_good_values_stay_beside_a_bad_one() -> None:
    factories.make_meeting(1)
    selection, problems = read("meeting=itc-conf-wg1.1&meeting=x&meeting=y")
    assert selection.values == {"meeting": ("itc-conf-wg1.1",)}
    assert [problem.given for problem in problems] == ["x", "y"]


def test_order_is_relevance_only_where_there_is_a_question() -> None:
    assert [Selection(q=q, sort=sort).order for q in ("", "قناة") for sort in ("", "relevance", "newest")] == [
        "order",
        "order",
        "newest",
        "relevance",
        "relevance",
        "newest",
    ]


@given(st.dictionaries(st.sampled_from([*SEARCH.names, "x"]), st.lists(st.text(), min_size=1, max_size=3), max_size=6))
def test_no_address_makes_an_error_and_every_one_settles(raw: dict[str, list[str]]) -> None:
    query = QueryDict(mutable=True)
    for name, values in raw.items():
        query.setlist(name, values)
    first, _problems = Selection.from_querydict(query, EMPTY)
    assert Selection.from_querydict(QueryDict(first.address[1:]), EMPTY) == (first, [])



def test_cards_need_no_name_in_an_address() -> None:
    assert read("view=cards") == (Selection(), [])
    assert read("view=table")[0].address == "?view=table"
    assert read("view=map")[1] == [
        ParameterFault("view", "map", "يقبل cards أي المقتطفات، أو table أي الجدول، أو text أي النصوص كاملة.")
    ]


NAMES = st.sampled_from(["body", "meeting", "article", "document"])
VALUES = st.text(min_size=1, max_size=5)


@given(
    NAMES,
    VALUES,
    st.dictionaries(NAMES, st.sets(VALUES, min_size=1), max_size=3),
    st.text(max_size=5),
    st.sampled_from(["", "table"]),
)
def test_the_address_of_an_option_is_that_of_its_selection(
    facet: str, value: str, held: dict[str, set[str]], q: str, view: str
) -> None:
    values = {name: tuple(sorted(some)) for name, some in held.items()}
    selection = Selection(q=q, values=values, sort="newest", view=view, page=3)
    for option in (value, *values.get(facet, ())):
        assert selection.toggling(facet)(option) == selection.toggled(facet, option).address


def test_toggling_keeps_the_values_sorted_and_goes_back_to_the_first_page() -> None:
    selection = Selection(values={"year": ("2015",)}, page=4)
    there = selection.toggled("year", "2012")
    assert (there.values, there.page) == ({"year": ("2012", "2015")}, 1)
    assert there.toggled("year", "2012").toggled("year", "2015") == Selection()
