"""A facet of very many values on the page: a field to seek in it, its pages, and the way back."""

import pytest
from django.test import Client

from tests import factories
from tests.views.page import Page

LIST = "/recommendations/"
#: More than stand in front and under «more».
MANY = 40


@pytest.fixture(autouse=True)
def many_meetings(db: None) -> None:
    for number in range(1, MANY + 1):
        factories.make_recommendation(1, meeting=factories.make_meeting(number, start=None, end=None))


def page_of(client: Client, query: str = "", path: str = LIST) -> Page:
    response = client.get(path + query)
    assert response.status_code == 200
    return Page(response)


def options(page: Page) -> list[str]:
    """The meetings that can be chosen, by their numbers."""
    ids = [one.attributes.get("id", "") for one in page.elements]
    return [one.rpartition(".")[2] for one in ids if one.startswith("f-meeting-itc-conf-wg1.")]


def fields(page: Page) -> dict[str, str]:
    """What the form that seeks among the meetings sends."""
    inputs = page.all("input")
    place = next(at for at, one in enumerate(inputs) if one.attributes.get("id") == "seek-meeting")
    sent, at = {"facet_q": inputs[place].attributes["value"]}, place - 1
    while inputs[at].attributes.get("type") == "hidden":
        sent[inputs[at].attributes["name"]] = inputs[at].attributes["value"]
        at -= 1
    return sent


def test_what_does_not_fit_is_found_by_a_field_and_behind_a_link(client: Client) -> None:
    page = page_of(client, "?sort=newest")
    assert len(options(page)) == 32
    assert fields(page) == {"facet_q": "", "sort": "newest", "facet": "meeting"}
    assert [(one.attributes["href"], one.words) for one in page.all("a", class_="num")] == [
        (f"{LIST}?sort=newest&facet=meeting#facet-meeting", f"كل القيم ({MANY})")
    ]


def test_a_facet_that_fits_has_no_field(client: Client) -> None:
    sought = [one for one in page_of(client).all("input") if one.attributes.get("name") == "facet_q"]
    assert [one.attributes["id"] for one in sought] == ["seek-meeting"]


def test_pages_of_values_lead_on_and_back_and_a_choice_stays_there(client: Client) -> None:
    page = page_of(client, "?facet=meeting&facet_size=15&meeting=itc-conf-wg1.7&facet_page=2")
    assert options(page) == ["7", *map(str, range(17, 32))]
    kept = f"{LIST}?meeting=itc-conf-wg1.7&facet=meeting"
    assert page.one("a", id="before-meeting").attributes["href"] == f"{kept}&facet_size=15#facet-meeting"
    assert page.one("a", id="after-meeting").attributes["href"] == f"{kept}&facet_page=3&facet_size=15#facet-meeting"
    assert page.one("a", id="fewer-meeting").attributes["href"] == f"{LIST}?meeting=itc-conf-wg1.7#facet-meeting"
    assert page.one("a", id="f-meeting-itc-conf-wg1.7").attributes["href"] == (
        f"{LIST}?facet=meeting&facet_page=2&facet_size=15"
    )
    assert page.one("a", id="f-meeting-itc-conf-wg1.20").attributes["href"] == (
        f"{LIST}?meeting=itc-conf-wg1.20&meeting=itc-conf-wg1.7&facet=meeting&facet_page=2&facet_size=15"
    )
    assert "16 إلى 30 من 39" in page.one("nav", class_="facet-pages").words
    # What leads elsewhere does not take the page of values along.
    assert page.one("link", rel="canonical").attributes["href"].endswith(f"{LIST}?meeting=itc-conf-wg1.7")
    assert page.links("a", class_="chip") == [LIST]


def test_whoever_chooses_the_only_value_of_the_last_page_is_not_led_beyond_the_end(client: Client) -> None:
    page = page_of(client, "?facet=meeting&facet_size=39&facet_page=2")
    assert options(page) == ["40"]
    chosen = page.one("a", id="f-meeting-itc-conf-wg1.40").attributes["href"]
    assert chosen == f"{LIST}?meeting=itc-conf-wg1.40&facet=meeting&facet_size=39"
    assert page_of(client, chosen.removeprefix(LIST)).all("div", class_="complaints") == []


def test_what_is_sought_is_found_and_what_is_not_is_said(client: Client) -> None:
    page = page_of(client, "?facet=meeting&facet_q=14")
    assert (options(page), fields(page)["facet_q"]) == (["14"], "14")
    page = page_of(client, "?facet=meeting&facet_q=xyz")
    assert (options(page), "لا قيمة بهذه الكلمات." in page.one("details", id="facet-meeting").words) == ([], True)
    # A form that sends its field empty asks for all.
    response = client.get(f"{LIST}?facet=meeting&facet_q=")
    assert (response.status_code, response["Location"]) == (302, f"{LIST}?facet=meeting")


def test_the_register_of_requests_has_the_same(client: Client) -> None:
    page = page_of(client, "?facet=meeting&facet_q=14", "/requests/")
    assert options(page) == ["14"]


def test_what_cannot_be_followed_is_said(client: Client) -> None:
    text = page_of(client, "?facet=meeting&facet_page=7&facet_size=x").one("main").words
    assert "facet_page=7 لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 1." in text
    assert "facet_size=x عدد القيم في الصفحة عدد صحيح من 1 إلى 1000." in text
