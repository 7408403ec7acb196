"""/recommendations/{locator}/lineage/: how a wording moved through the meetings."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import Recommendation
from tests import factories
from tests import factories_of_meaning as meaning
from tests.views.page import Page


@pytest.fixture
def rows(db: None) -> list[Recommendation]:
    body = factories.make_body(name_ar="فريق القنوات", name_en="Working Group on Canals")
    meetings = [factories.make_meeting(number, body=body) for number in (1, 2, 3, 4)]
    items = {"subparagraphs": ("صون القنوات.",)}
    found = [
        factories.make_recommendation(7, f"نص الاجتماع {meeting.number}.", meeting=meeting, **items)
        for meeting in meetings
    ]
    first, second, third, fourth = found
    meaning.make_kinship(first, second, relation="repeats", score=0.6)
    meaning.make_kinship(second, third, relation="strengthens", score=0.5, later_item=third.subparagraphs.get())
    meaning.make_kinship(third, fourth, relation="related", score=0.9, decision=meaning.REJECTED)
    return found


def lineage(client: Client, row: Recommendation, prefix: str = "") -> Page:
    return Page(client.get(f"{prefix}{row.get_absolute_url()}lineage/"))


def test_each_meeting_has_its_wording_and_how_it_is_reached(client: Client, rows: list[Recommendation]) -> None:
    page = lineage(client, rows[1])
    assert page.words("h1") == ["مسار الصياغة عبر الاجتماعات"]
    assert page.words("h2")[:3] == ["الاجتماع الأول", "الاجتماع الثاني", "الاجتماع الثالث"]
    assert page.words("div", class_="wording") == [
        "التوصية 7 نص الاجتماع 1. (أ) صون القنوات. "
        "كررتها الاجتماع الثاني، التوصية 7 قارن الكلمات: الاجتماع الأول، التوصية 7",
        "التوصية 7 التوصية التي بدأت منها نص الاجتماع 2. (أ) صون القنوات.",
        "التوصية 7 (أ) صون القنوات. "
        "تقوّي الاجتماع الثاني، التوصية 7 قارن الكلمات: الاجتماع الثالث، التوصية 7 (أ)",
    ]
    first, second, third = (row.locator for row in rows[:3])
    assert {f"/compare/?a={first}&b={second}", f"/compare/?a={second}&b={third}.a"} <= set(page.links())
    assert f"{rows[2].get_absolute_url()}#a" in page.links()


def test_it_says_that_it_is_computed(client: Client, rows: list[Recommendation]) -> None:
    assert lineage(client, rows[1]).words("p", class_="note")[0].startswith("حُدِّد هذا المسار آلياً")
    assert lineage(client, rows[3]).words("p", class_="note")[0] == (
        "لم يُعثر في الاجتماعات الأخرى على صياغة قريبة منها."
    )


def test_the_english_page_is_english(client: Client, rows: list[Recommendation]) -> None:
    page = lineage(client, rows[1], "/en")
    assert page.foreign == []
    assert page.words("div", class_="wording")[2] == (
        "recommendation 7 (a) صون القنوات. "
        "Strengthens Second meeting, recommendation 7 Compare the words: Third meeting, recommendation 7 (a)"
    )


def test_capitals_lead_to_the_address_and_nothing_to_nothing(client: Client, rows: list[Recommendation]) -> None:
    response = client.get("/recommendations/ITC-CONF-WG1.1.7/lineage/")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        "/recommendations/itc-conf-wg1.1.7/lineage/",
    )
    assert client.get("/recommendations/itc-conf-wg1.1.99/lineage/").status_code == 404


def test_the_number_of_queries_does_not_grow(
    client: Client, rows: list[Recommendation], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    factories.make_state()
    lineage(client, rows[3])
    for row in (rows[3], rows[1]):
        with django_assert_num_queries(8):
            lineage(client, row)
