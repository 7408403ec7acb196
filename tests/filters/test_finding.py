"""From a selection to recommendations, in their order, a page at a time."""

import pytest

from archive.filters.active import build_chips
from archive.filters.finding import find
from archive.filters.kinds import KINDS, NONE
from archive.filters.selection import Selection
from archive.filters.snapshot import build_snapshot, current_snapshot
from archive.models import Recommendation
from archive.record.state import raise_data_version
from archive.search.entries import rebuild_index
from tests import factories


@pytest.fixture
def locators() -> dict[int, str]:
    """Three meetings of two bodies; the conference has no date."""
    working_group = factories.make_body()
    conference = factories.make_body("ITC/CONF", term="session")
    undated = factories.make_meeting(9, body=conference, start=None, end=None)
    later, earlier = factories.make_meeting(2, body=working_group), factories.make_meeting(1, body=working_group)
    for meeting, numbers in ((later, (2, 1)), (earlier, (1, 2, 3)), (undated, (1,))):
        for number in numbers:
            factories.make_recommendation(number, f"صون القناة {number}.", meeting=meeting)
    return dict(Recommendation.objects.values_list("pk", "locator"))


OFFICIAL = [
    "itc-conf.9.1",
    "itc-conf-wg1.1.1",
    "itc-conf-wg1.1.2",
    "itc-conf-wg1.1.3",
    "itc-conf-wg1.2.1",
    "itc-conf-wg1.2.2",
]
NEWEST = [*OFFICIAL[4:], *OFFICIAL[1:4], OFFICIAL[0]]


@pytest.mark.parametrize(("sort", "expected"), [("order", OFFICIAL), ("", OFFICIAL), ("newest", NEWEST)])
def test_orders_and_slices(locators: dict[int, str], sort: str, expected: list[str]) -> None:
    found = find(Selection(sort=sort))
    assert [locators[pk] for pk in found] == expected
    slices = [[locators[pk] for pk in found.slice(first, last)] for first, last in ((0, 2), (2, 5), (5, 9), (9, 12))]
    assert slices == [expected[:2], expected[2:5], expected[5:], []]
    assert found.count == 6


def test_words_and_facets_narrow_together_and_counts_follow_the_words(locators: dict[int, str]) -> None:
    factories.make_recommendation(7, "لا شيء هنا.", meeting=factories.make_meeting(3))
    rebuild_index()
    found = find(Selection(q="قناة", values={"year": ("2011",)}))
    assert sorted(locators[pk] for pk in found) == OFFICIAL[1:4]
    (year,) = [facet for facet in found.facets if facet.name == "year"]
    assert [(option.value, option.count) for option in year.options] == [
        ("2013", 0),
        ("2012", 2),
        ("2011", 3),
        (NONE, 1),
    ]


def test_words_may_be_sorted_otherwise_than_by_relevance(locators: dict[int, str]) -> None:
    rebuild_index()
    assert [locators[pk] for pk in find(Selection(q="قناة", sort="newest"))] == NEWEST
    assert {locators[pk] for pk in find(Selection(q="قناة"))} == set(OFFICIAL)


def test_a_change_is_seen_at_the_next_request(locators: dict[int, str]) -> None:
    factories.make_state(data_version=5)
    before = current_snapshot()
    assert current_snapshot() is before
    factories.make_recommendation(4, meeting=factories.make_meeting(5))
    raise_data_version()
    assert (len(before.everything), len(current_snapshot().everything)) == (6, 7)


def test_a_snapshot_costs_the_same_queries_at_any_size(django_assert_num_queries: object) -> None:
    meeting = factories.make_meeting(1)
    for size in (1, 3):
        for number in range(size):
            factories.make_recommendation(size * 10 + number, meeting=meeting)
        # A facet asks for its values (verb, addressee and actor have theirs in the code) and, where a record may have
        # several, for these; two more ask for the columns of all records and for the meetings.
        with django_assert_num_queries(len(KINDS) - 3 + sum(kind.many for kind in KINDS) + 2):  # type: ignore[operator]
            build_snapshot()


def test_chips_name_what_is_selected_and_lead_to_what_remains(locators: dict[int, str]) -> None:
    selection = Selection(values={"meeting": ("itc-conf-wg1.1",), "year": ("2011", NONE)}, exact=True, q="ق")
    chips = build_chips(build_snapshot(), selection)
    assert [(chip.label, chip.value, chip.note) for chip in chips] == [
        ("الاجتماع", "الاجتماع الأول", "ITC/CONF/WG.1"),
        ("سنة الاجتماع", "2011", ""),
        ("سنة الاجتماع", "بلا سنة معروفة", ""),
        ("البحث", "الصيغة المكتوبة وحدها", ""),
    ]
    assert [chip.address.removeprefix("?q=%D9%82") for chip in chips] == [
        "&year=2011&year=none&exact=1",
        "&meeting=itc-conf-wg1.1&year=none&exact=1",
        "&meeting=itc-conf-wg1.1&year=2011&exact=1",
        "&meeting=itc-conf-wg1.1&year=2011&year=none",
    ]
