"""A facet of very many values in pages: what is selected always, the most frequent first, sought by words."""

import pytest
from django.http import QueryDict

from archive.filters.facet_pages import FacetPage, leaf_facets, leaf_named
from archive.filters.facet_words import FacetWords
from archive.filters.finding import find
from archive.filters.kinds import FacetValue
from archive.filters.page_parameters import SEARCH
from archive.filters.parameters import Asked, read_parameters
from archive.filters.selection import Selection
from archive.filters.snapshot import build_snapshot
from tests import factories

pytestmark = pytest.mark.django_db

#: Meeting → so many recommendations.
SIZES = {1: 1, 2: 3, 3: 2, 4: 2, 5: 1}


@pytest.fixture(autouse=True)
def five_meetings() -> None:
    """And a sixth that has none, so no value."""
    for number, size in SIZES.items():
        meeting = factories.make_meeting(number)
        for place in range(1, size + 1):
            factories.make_recommendation(place, meeting=meeting)
    factories.make_meeting(6)


def read(query: str) -> tuple[Asked, list[FacetPage]]:
    snapshot = build_snapshot()
    asked = read_parameters(QueryDict(query), SEARCH, snapshot.knows)
    found = find(Selection.from_asked(asked), snapshot)
    return asked, leaf_facets(asked, found.facets)


def meetings(query: str) -> FacetPage:
    return next(page for page in read(query)[1] if page.name == "meeting")


def numbers(page: FacetPage) -> str:
    return " ".join(option.value.rpartition(".")[2] for option in page.options)


def test_as_few_values_as_fit_stand_in_their_own_order() -> None:
    page = meetings("")
    assert (numbers(page), page.is_whole, page.count, page.next, page.previous) == ("1 2 3 4 5", True, 5, None, None)


@pytest.mark.parametrize(
    ("query", "shown", "previous", "following"),
    [
        ("facet_size=2", "2 3", None, "?facet=meeting&facet_page=2&facet_size=2"),
        ("facet=meeting&facet_size=2", "2 3", None, "?facet=meeting&facet_page=2&facet_size=2"),
        (
            "facet=meeting&facet_page=2&facet_size=2", "4 1",
            "?facet=meeting&facet_size=2", "?facet=meeting&facet_page=3&facet_size=2",
        ),
        ("facet=meeting&facet_page=3&facet_size=2", "5", "?facet=meeting&facet_page=2&facet_size=2", None),
        ("facet=meeting", "2 3 4 1 5", None, None),
        (
            "facet_size=2&meeting=itc-conf-wg1.5&from=2000-01-01&page=3", "5 2 3", None,
            "?meeting=itc-conf-wg1.5&from=2000-01-01&facet=meeting&facet_page=2&facet_size=2",
        ),
        (
            "facet=meeting&facet_page=2&facet_size=2&meeting=itc-conf-wg1.2&meeting=itc-conf-wg1.5", "2 5 1",
            "?meeting=itc-conf-wg1.2&meeting=itc-conf-wg1.5&facet=meeting&facet_size=2", None,
        ),
    ],
)  # fmt: skip
def test_a_page_has_what_is_selected_and_then_the_most_frequent(
    query: str, shown: str, previous: str | None, following: str | None
) -> None:
    page = meetings(query)
    assert (numbers(page), page.previous, page.next) == (shown, previous, following)
    assert (page.is_whole, page.count) == (False, 5)


def test_all_pages_together_are_all_values_once() -> None:
    found, query = [], "?facet=meeting&facet_size=2&meeting=itc-conf-wg1.4"
    while query:
        page = meetings(query.removeprefix("?"))
        found.append(numbers(page))
        query = page.next or ""
    assert found == ["4 2 3", "4 1 5"]


def test_the_facet_that_is_named_comes_alone() -> None:
    assert [page.name for page in read("facet=year")[1]] == ["year"]
    assert [page.name for page in read("")[1]] == ["body", "meeting", "year"]


@pytest.mark.parametrize(
    ("words", "shown", "count"),
    [("الرابع", "4", 1), ("رابع", "4", 1), ("fourth MEETING", "4", 1), ("5", "5", 1), ("٥", "5", 1), ("سد", "", 0)],
)
def test_words_find_values_by_their_names(words: str, shown: str, count: int) -> None:
    page = meetings(f"facet=meeting&facet_q={words}")
    assert (numbers(page), page.count) == (shown, count)


def test_what_is_selected_stands_beside_what_the_words_find() -> None:
    page = meetings("facet=meeting&facet_q=meeting&facet_size=2&meeting=itc-conf-wg1.1")
    assert (numbers(page), page.count, page.others) == ("1 2 3", 5, 4)
    assert page.next == "?meeting=itc-conf-wg1.1&facet=meeting&facet_q=meeting&facet_page=2&facet_size=2"
    assert numbers(meetings("facet=meeting&facet_q=fourth&meeting=itc-conf-wg1.1")) == "1 4"


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ("facet_size=0", ("facet_size", "0", "عدد القيم في الصفحة عدد صحيح من 1 إلى 1000.")),
        ("facet_size=1001", ("facet_size", "1001", "عدد القيم في الصفحة عدد صحيح من 1 إلى 1000.")),
        ("facet_size=x", ("facet_size", "x", "عدد القيم في الصفحة عدد صحيح من 1 إلى 1000.")),
        (
            "facet=colour",
            ("facet", "colour", "يقبل اسم تصنيف من هذه: body، meeting، year، verb، addressee، actor، topic، article، "
             "agenda_item، document."),
        ),
        ("facet_q=5", ("facet_q", "5", "اكتب معه facet، وهو التصنيف الذي تريد قيمه.")),
        ("facet_page=2", ("facet_page", "2", "اكتب معه facet، وهو التصنيف الذي تريد قيمه.")),
        ("facet=meeting&facet_page=0", ("facet_page", "0", "رقم الصفحة عدد صحيح يبدأ من 1.")),
        ("facet=meeting&facet_page=2", ("facet_page", "2", "لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 1.")),
        ("facet=meeting&facet_q=5&facet_page=2", ("facet_page", "2", "لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 1.")),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_named(query: str, fault: tuple[str, str, str]) -> None:
    asked, _pages = read(query)
    assert [(one.parameter, one.given, one.sentence) for one in asked.faults] == [fault]


def test_a_page_beyond_the_last_gives_the_first() -> None:
    snapshot = build_snapshot()
    asked = read_parameters(QueryDict("facet=meeting&facet_page=9&facet_size=2"), SEARCH, snapshot.knows)
    page = leaf_named(asked, find(Selection(), snapshot).facets)
    assert page is not None
    assert (numbers(page), page.look.page, len(asked.faults)) == ("2 3", 1, 1)


def test_a_word_stands_for_its_other_forms_and_a_number_for_itself() -> None:
    words = FacetWords(
        FacetValue(value, value, label, note=note)
        for value, label, note in (
            ("a.1", "صون القنوات", "ITC/CONF"), ("a.15", "صون القناة والسدود", ""), ("a.2015", "المكتبات", "ITC/CONF")
        )
    )  # fmt: skip
    assert words.find("قناة") == words.find("القنوات") == {"a.1", "a.15"}
    assert words.find("قنوات السدود") == {"a.15"}
    assert words.find("مكتب") == {"a.2015"}
    assert (words.find("1"), words.find("15"), words.find("2015")) == ({"a.1"}, {"a.15"}, {"a.2015"})
    assert words.find("itc/conf صون") == {"a.1"}
    assert words.find("  ") == set()
