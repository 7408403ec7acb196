"""The matrix and the first page in a real browser: order from boxes, scrolling by keyboard, nothing merges."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests import factories
from tests.browser.arriving import follow

pytestmark = pytest.mark.django_db(transaction=True)

REGION = ".heat-wrap"


@pytest.fixture
def meetings(live_server: LiveServer) -> str:
    body = factories.make_body(name_ar="فريق القنوات", name_en="Working Group on Canals")
    for number, size in enumerate((23, 4, 12, 0, 7, 3), 1):
        meeting = factories.make_meeting(number, body=body)
        item = factories.make_agenda_item("2", meeting=meeting, title="صون القنوات المشتركة بين الدول")
        for place in range(1, size + 1):
            factories.make_recommendation(place, meeting=meeting, agenda_item=item)
    return live_server.url


def lefts(page: Page, selector: str) -> list[float]:
    return [box["x"] for one in page.locator(selector).all() if (box := one.bounding_box())]


def test_columns_run_from_the_right_in_arabic_and_from_the_left_in_english(page: Page, meetings: str) -> None:
    for prefix, rightmost_first in (("", True), ("/en", False)):
        page.goto(f"{meetings}{prefix}/matrix/")
        places = lefts(page, ".heat thead th")
        assert len(places) == 8
        assert places == sorted(places, reverse=rightmost_first)
        strokes = page.goto(f"{meetings}{prefix}/") and lefts(page, ".line > li")
        assert strokes == sorted(strokes, reverse=rightmost_first)


@pytest.mark.parametrize(("prefix", "key"), [("", "ArrowLeft"), ("/en", "ArrowRight")])
def test_on_a_telephone_the_table_scrolls_by_keyboard_and_its_first_column_stays(
    page: Page, meetings: str, prefix: str, key: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{meetings}{prefix}/matrix/")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.locator(".sideways").is_visible()
    edge = "getComputedStyle(document.querySelector('.heat-frame'), '::after').opacity"
    assert page.evaluate(edge) == "1"
    first = page.locator(".heat tbody th").first.bounding_box()
    page.locator(REGION).focus()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"
    for _ in range(30):
        page.keyboard.press(key)
    page.wait_for_function(
        "() => { const one = document.querySelector('.heat-wrap');"
        "return Math.abs(one.scrollLeft) + one.clientWidth > one.scrollWidth - 2; }"
    )
    assert page.locator(".heat tbody th").first.bounding_box()["x"] == first["x"]
    assert page.evaluate(edge) == "0"
    assert page.url == f"{meetings}{prefix}/matrix/"


def test_a_wide_screen_says_nothing_of_scrolling(page: Page, meetings: str) -> None:
    page.goto(f"{meetings}/matrix/")
    assert not page.locator(".sideways").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.heat-frame'), '::after').opacity") == "0"


def test_a_number_opens_its_recommendations(page: Page, meetings: str) -> None:
    page.goto(f"{meetings}/matrix/")
    follow(page, ".heat td a >> text='12'")
    assert page.locator("#count").inner_text() == "12 توصية"
    assert page.locator(".chip").count() == 2


def test_on_a_telephone_meetings_stand_in_rows(page: Page, meetings: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(meetings)
    rows = [one.bounding_box() for one in page.locator(".line > li").all()]
    assert [box["x"] for box in rows] == [rows[0]["x"]] * 6
    assert [box["y"] for box in rows] == sorted(box["y"] for box in rows)


def test_on_a_telephone_strokes_that_are_not_meant_do_not_run_into_a_band(page: Page, meetings: str) -> None:
    address = f"{meetings}/meetings/itc-conf-wg1.2/"
    shown = {}
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        shown[width] = [
            page.evaluate(f"getComputedStyle(document.querySelector('.ruler .{name}')).display")
            for name in ("rest", "base")
        ]
    assert shown == {360: ["none", "inline"], 1440: ["inline", "none"]}
