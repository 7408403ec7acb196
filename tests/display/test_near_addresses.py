import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.display.lookup.near_addresses import near_locators, near_page, near_records
from tests import factories
from tests.views.page import Page

BODIES = ["itc-conf", "itc-conf-wg1", "itc-conf-wg2"]


@pytest.mark.parametrize(
    "asked",
    [
        "itc-conf-wg1-5-2",
        "wg1.5.2",
        "WG.1/5/2",
        "itc-conf.wg.1.5.2",
        "itcconfwg1.5.2",
        "itc-cnof-wg1.5.2",
        "itc-conf-wg1.5.2.zz",
        "itc-conf-wg1.٥.٢",
        "itc conf wg1 meeting 5 recommendation 2",
    ],
)
def test_the_name_that_was_meant_comes_first(asked: str) -> None:
    assert near_locators(asked, BODIES)[0] == "itc-conf-wg1.5.2"


def test_a_number_is_near_to_those_with_a_slip_of_the_finger_then_to_its_neighbours() -> None:
    assert near_locators("itc-conf-wg1.5.21", ["itc-conf-wg1"]) == [
        *(f"itc-conf-wg1.5.{number}" for number in (21, 1, 2, 12, 20, 22, 19, 23)),
        "itc-conf-wg1.21.5",
        *(f"itc-conf-wg1.{meeting}.21" for meeting in (4, 6, 3, 7)),
        "itc-conf-wg1.5",
    ]


def test_a_number_alone_is_a_meeting_of_any_body() -> None:
    assert near_locators("meeting 9", ["itc-conf-wg1", "itc-conf-wg2"]) == [
        f"itc-conf-wg{body}.{number}" for body in (1, 2) for number in (9, 8, 10, 7, 11)
    ]


@pytest.mark.parametrize("asked", ["", "nothing-here", "a.b.c", "zzzz-qq.5.2", "1.2.3.4.5", "7x" * 40])
def test_what_is_like_no_name_is_near_to_none(asked: str) -> None:
    assert near_locators(asked, BODIES) == []


@pytest.mark.parametrize(
    ("word", "address"),
    [("meeting", "/meetings/"), ("Recomendations", "/recommendations/"), ("meetings", None), ("wp-login.php", None)],
)
def test_a_mistyped_page_is_recognised(word: str, address: str | None) -> None:
    assert near_page(word) == address


@pytest.mark.django_db
def test_records_that_are_there_are_offered_in_the_order_of_likeness() -> None:
    meeting = factories.make_meeting(5)
    factories.make_meeting(3)
    made = {number: factories.make_recommendation(number, meeting=meeting) for number in (1, 2, 3, 22)}
    assert near_records("itc-conf-wg1.5.222") == [made[22], meeting]
    assert near_records("itc-conf-wg1-5-2") == [made[2], made[1], made[3], meeting]
    assert near_records("itc-conf-wg1.5.99") == [made[22], meeting]
    assert near_records("4") == [factories.Meeting.objects.get(number=3), meeting]
    assert near_records("x" * 121 + "5") == []


@pytest.mark.django_db
def test_beyond_the_last_meeting_those_of_the_body_are_offered_the_nearest_first() -> None:
    factories.make_document("ITC/CONF/WG.1/2019/5")
    assert near_records("itc-conf-wg1.9.99") == [factories.Document.objects.get()]
    made = {number: factories.make_meeting(number) for number in (1, 3, 20, 21, 22)}
    factories.make_meeting(11, body=factories.make_body("ITC/CONF/WG.2"))
    assert near_records("itc-conf-wg1.9.99") == [made[number] for number in (3, 1, 20, 21)]
    assert near_records("itc-conf-wg1.99") == [made[number] for number in (22, 21, 20, 3)]


@pytest.mark.django_db
def test_documents_are_near_by_their_names() -> None:
    documents = [factories.make_document(f"ITC/CONF/WG.1/2019/{number}") for number in (4, 5)]
    factories.make_document("ITC/CONF/2001/INF/1")
    assert near_records("itc-conf-wg1-2019-55", is_document=True) == documents[::-1]
    assert near_records("ITC/CONF/WG.1/2019-4", is_document=True) == documents


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 30])
def test_near_records_cost_few_queries_however_many_there_are(
    django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    meeting = factories.make_meeting(5)
    for number in range(1, size + 1):
        factories.make_recommendation(number, meeting=meeting)
    with django_assert_num_queries(4):
        near_records("itc-conf-wg1.5.1x")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/recommendations/itc-conf-wg1.5.22/", "/recommendations/itc-conf-wg1.5.2/"),
        ("/en/recommendations/wg1-5-2/", "/en/recommendations/itc-conf-wg1.5.2/"),
        ("/recomendations/itc-conf-wg1.5.2/", "/recommendations/itc-conf-wg1.5.2/"),
        ("/meetings/6/", "/meetings/itc-conf-wg1.5/"),
        ("/meetings/itc-conf-wg1.9.99/", "/meetings/itc-conf-wg1.5/"),
        ("/meeting/", "/meetings/"),
        ("/documents/itc-conf-wg1-2019-55/", "/documents/itc-conf-wg1-2019-5/"),
        ("/symbol/ITC/CONF/WG.1/2019/55", "/documents/itc-conf-wg1-2019-5/"),
    ],
)
def test_a_lost_reader_is_shown_the_way(client: Client, path: str, link: str) -> None:
    meeting = factories.make_meeting(5)
    factories.make_document("ITC/CONF/WG.1/2019/5")
    factories.make_recommendation(2, meeting=meeting)
    response = client.get(path)
    page = Page(response)
    assert response.status_code == 404
    assert link in page.links()
    assert [one.attributes["name"] for one in page.all("input", type="search")] == ["q"]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("itc-conf-wg1.5.s2-1", "itc-conf-wg1.5.s2-1"),
        ("itc-conf-wg1.5.s2.1", "itc-conf-wg1.5.s2-1"),
        ("wg1-5-s2-1", "itc-conf-wg1.5.s2-1"),
        ("itc-conf-wg1.5.1.bis", "itc-conf-wg1.5.1-bis"),
        ("wg1.5.1_a", "itc-conf-wg1.5.1_a"),
    ],
)
def test_series_and_what_stands_behind_a_number_are_kept_in_what_is_near(asked: str, name: str) -> None:
    assert near_locators(asked, ["itc-conf-wg1"])[0] == name
