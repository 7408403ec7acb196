"""Two recommendations compared, in a real browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.arriving import follow, press_through

pytestmark = pytest.mark.django_db(transaction=True)

QUERY = "?a=itc-conf-wg1.1.12&b=itc-conf-wg1.1.3"


def test_the_first_stands_where_reading_begins(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    found = {}
    for prefix in ("", "/en"):
        page.goto(f"{site}{prefix}/compare/{QUERY}")
        first, second = (page.locator(f".twin-head > :nth-child({n})").bounding_box() for n in (1, 2))
        halves = [page.locator(".twin-half").nth(n).bounding_box() for n in (0, 1)]
        assert abs(halves[0]["y"] - halves[1]["y"]) < 1
        found[prefix] = (first["x"] > second["x"], halves[0]["x"] > halves[1]["x"])
        assert page.evaluate("getComputedStyle(document.querySelector('.twin-half')).direction") == "rtl"
    assert found == {"": (True, True), "/en": (False, False)}


def test_differences_show_without_colour(page: Page, site: str) -> None:
    page.goto(f"{site}/compare/{QUERY}")
    styles = page.evaluate(
        """['.twins del', '.legend ins'].map((name) => {
          const style = getComputedStyle(document.querySelector(name));
          return `${style.textDecorationLine} ${style.textDecorationStyle}`;
        })"""
    )
    assert styles == ["underline dashed", "underline solid"]


def test_on_a_telephone_one_follows_the_other(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{site}/compare/{QUERY}")
    first, second = (page.locator(".twin-half").nth(n).bounding_box() for n in (0, 1))
    assert second["y"] >= first["y"] + first["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_from_a_recommendation_to_a_comparison_by_keyboard(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{site}/recommendations/itc-conf-wg1.1.12/")
    follow(page, "text=قارنها بغيرها")
    assert page.url == f"{site}/compare/?a=itc-conf-wg1.1.12"
    page.locator("#b").fill("1/3")
    press_through(page)
    page.wait_for_url(f"{site}/compare/{QUERY}")
    follow(page, "text=بدّل بينهما")
    page.wait_for_url(f"{site}/compare/?a=itc-conf-wg1.1.3&b=itc-conf-wg1.1.12")
    assert page.locator(".twin-head h2").first.inner_text().split("\n")[-1] == "الاجتماع الأول، التوصية 3"


def test_on_a_telephone_the_number_of_a_text_never_lies_on_it(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    for prefix in ("", "/en"):
        page.goto(f"{site}{prefix}/compare/{QUERY}")
        for half in page.locator(".twin-half").all():
            number, text = half.locator(".whose").bounding_box(), half.locator("p").first.bounding_box()
            beside = number["x"] >= text["x"] + text["width"] or number["x"] + number["width"] <= text["x"]
            assert beside, f"{prefix}: {half.inner_text()}"


@pytest.mark.parametrize("query", ["", "?a=itc-conf-wg1.1.12"])
def test_what_is_asked_for_stands_close_under_the_title(page: Page, site: str, query: str) -> None:
    page.goto(f"{site}/compare/{query}")
    head, below = page.locator(".rec-head").bounding_box(), page.locator(".rec-head + *").bounding_box()
    assert below["y"] == head["y"] + head["height"]


def test_a_result_is_compared_by_two_clicks_and_no_typing(page: Page, site: str) -> None:
    page.goto(f"{site}/recommendations/?meeting=itc-conf-wg1.1")
    follow(page, ".hit:has([data-pick='itc-conf-wg1.1.12']) .to-compare")
    page.wait_for_url(f"{site}/compare/?a=itc-conf-wg1.1.12&among=*")
    follow(page, page.locator(".offers a").first)
    page.wait_for_url(f"{site}/compare/?a=*&b=*")
    assert page.locator(".twin-head h2").count() == 2
