"""Search in a real browser: with script and without, the address always says what is shown."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from archive.search.entries import rebuild_index
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

LIST = "/recommendations/"
FIRST = "#f-meeting-itc-conf-wg1\\.1"


@pytest.fixture
def searched(live_server: LiveServer) -> str:
    body = factories.make_body(name_ar="فريق القنوات", name_en="Working Group on Canals")
    for number, size in ((1, 25), (2, 3)):
        meeting = factories.make_meeting(number, body=body)
        for place in range(1, size + 1):
            factories.make_recommendation(place, f"ينبغي للدول صون القنوات {place}.", meeting=meeting)
    rebuild_index()
    return live_server.url


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()


def state(page: Page) -> tuple[str, str, bool]:
    """The query in the address, the count, and whether the page is still the one first loaded."""
    shown = page.evaluate("[location.search, document.getElementById('count').textContent, !!window.sameOne]")
    return tuple(shown)


def test_facets_and_results_change_together_and_back_works(page: Page, searched: str) -> None:
    page.goto(searched + LIST)
    page.evaluate("window.sameOne = true")
    page.click(FIRST)
    page.wait_for_url(re.compile("meeting="))
    page.wait_for_selector(f"{FIRST}[aria-current]")
    assert state(page) == ("?meeting=itc-conf-wg1.1", "25 توصية", True)
    assert page.evaluate("document.activeElement.id") == "f-meeting-itc-conf-wg1.1"
    assert page.locator("#announcement").inner_text() == "25 توصية"
    assert page.locator(".chip").count() == 1
    page.click("a[rel=next]")
    page.wait_for_selector("a[rel=prev]")
    assert state(page) == ("?meeting=itc-conf-wg1.1&page=2", "25 توصية", True)
    page.go_back()
    page.wait_for_selector("a[rel=next]")
    assert state(page)[:2] == ("?meeting=itc-conf-wg1.1", "25 توصية")
    page.go_back()
    page.wait_for_selector(f"{FIRST}:not([aria-current])")
    assert state(page)[:2] == ("", "28 توصية")


def test_a_group_that_was_closed_stays_closed_and_a_removed_chip_gives_its_focus_on(
    page: Page, searched: str
) -> None:
    page.goto(f"{searched}{LIST}?meeting=itc-conf-wg1.1")
    page.click("#facet-year summary")
    page.click(".chip")
    page.wait_for_url(searched + LIST)
    page.wait_for_function("document.activeElement.id === 'count'")
    assert page.evaluate("document.getElementById('facet-year').open") is False


def test_a_search_keeps_the_facets_chosen_since_the_page_was_loaded(page: Page, searched: str) -> None:
    page.goto(searched + LIST)
    page.click(FIRST)
    page.wait_for_selector(f"{FIRST}[aria-current]")
    page.fill("#q", "القنوات")
    page.keyboard.press("Enter")
    page.wait_for_selector("mark")
    assert state(page)[0] == "?q=%D8%A7%D9%84%D9%82%D9%86%D9%88%D8%A7%D8%AA&meeting=itc-conf-wg1.1"


def test_the_box_suggests_what_the_texts_repeat(page: Page, searched: str) -> None:
    page.goto(searched + LIST)
    page.click("#q")
    page.keyboard.type("قنو")
    page.wait_for_selector("#suggestions option", state="attached")
    assert "القنوات" in page.evaluate("[...document.querySelectorAll('#suggestions option')].map(o => o.value)")


def test_on_a_telephone_the_sheet_stays_open_while_one_chooses(browser: Browser, searched: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(searched + LIST)
    assert page.locator(FIRST).is_hidden()
    page.click(".sheet-open")
    page.click(FIRST)
    page.wait_for_selector(f"{FIRST}[aria-current]")
    assert page.locator("#show-count").inner_text() == "25 توصية"
    page.keyboard.press("Escape")
    assert page.locator(FIRST).is_hidden()
    assert page.evaluate("document.activeElement.className") == "sheet-open"
    context.close()


def test_without_script_everything_is_there(without_script: Page, searched: str) -> None:
    page = without_script
    page.goto(searched)
    page.fill("#q", "قناة")
    page.click(".seek button")
    assert page.locator("#count").inner_text() == "28 توصية"
    page.click(".sheet-open")
    page.click(FIRST)
    assert page.url == f"{searched}{LIST}?q=%D9%82%D9%86%D8%A7%D8%A9&meeting=itc-conf-wg1.1"
    page.click("a[rel=next]")
    assert page.locator(".hit").count() == 5
    page.click(".sheet-open")
    page.fill("#from", "2012-01-01")
    page.click("#apply-dates")
    assert page.locator("#count").inner_text() == "لا توصيات"
    page.click(".clear")
    assert page.locator("#count").inner_text() == "28 توصية"


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_scrolls_sideways_and_nothing_complains(page: Page, searched: str, width: int) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_viewport_size({"width": width, "height": 800})
    widths = {}
    narrowed = "?q=القنوات&meeting=itc-conf-wg1.1&agenda_item=none&year=2011&x=1"
    queries = ("", narrowed, "?q=زرقشلاندية", "?q=" + "ق" * 900)
    for path in [f"{prefix}{LIST}{query}" for prefix in ("", "/en") for query in queries]:
        page.goto(searched + path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: found for path, found in widths.items() if found > width} == {}
    assert complaints == []
