"""Search in a real browser: with script and without, the address always says what is shown."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from archive.search.entries import rebuild_index
from tests import factories
from tests.browser.arriving import follow, swapped
from tests.browser.widths import WIDEST_FIRST, WIDTHS, widths_that_overflow

pytestmark = pytest.mark.django_db(transaction=True)

LIST = "/recommendations/"
FIRST = "#f-meeting-itc-conf-wg1\\.1"


@pytest.fixture
def searched(live_server: LiveServer) -> str:
    body = factories.make_body(name_ar="فريق القنوات", name_en="Working Group on Canals")
    for number, size in ((1, 25), (2, 3)):
        meeting = factories.make_meeting(number, body=body)
        for place in range(1, size + 1):
            factories.make_recommendation(
                place,
                f"ينبغي للدول صون القنوات {place} والمجاري (Canal Survey).",
                meeting=meeting,
                subparagraphs=("حفر القنوات؛", "مد الجسور على القنوات.") if place == 2 else (),
            )
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
    swapped(page, f"{FIRST}[aria-current]")
    assert state(page) == ("?meeting=itc-conf-wg1.1", "25 توصية", True)
    assert page.evaluate("document.activeElement.id") == "f-meeting-itc-conf-wg1.1"
    page.wait_for_function("() => document.getElementById('announcement').textContent === '25 توصية'")
    assert page.locator(".chip").count() == 1
    page.click("a[rel=next]")
    swapped(page, "a[rel=prev]")
    assert state(page) == ("?meeting=itc-conf-wg1.1&page=2", "25 توصية", True)
    page.go_back()
    swapped(page, "a[rel=next]")
    assert state(page)[:2] == ("?meeting=itc-conf-wg1.1", "25 توصية")
    page.go_back()
    swapped(page, f"{FIRST}:not([aria-current])")
    assert state(page)[:2] == ("", "28 توصية")


def test_a_group_that_was_closed_stays_closed_and_a_removed_chip_gives_its_focus_on(
    page: Page, searched: str
) -> None:
    page.goto(f"{searched}{LIST}?meeting=itc-conf-wg1.1")
    page.click("#facet-year summary")
    page.click(".chip")
    page.wait_for_url(searched + LIST)
    page.wait_for_function("() => document.activeElement.id === 'selection-name'")
    assert page.evaluate("document.getElementById('facet-year').open") is False


def test_a_search_keeps_the_facets_chosen_since_the_page_was_loaded(page: Page, searched: str) -> None:
    page.goto(searched + LIST)
    page.click(FIRST)
    swapped(page, f"{FIRST}[aria-current]")
    page.fill("#q", "القنوات")
    page.keyboard.press("Enter")
    swapped(page, "mark")
    assert state(page)[0] == "?q=%D8%A7%D9%84%D9%82%D9%86%D9%88%D8%A7%D8%AA&meeting=itc-conf-wg1.1"


def test_the_box_suggests_what_the_texts_repeat(page: Page, searched: str) -> None:
    page.goto(searched + LIST)
    page.click("#q")
    page.keyboard.type("قنو")
    page.wait_for_selector("#suggestions [role=option]")
    texts = page.locator("#suggestions bdi").all_inner_texts()
    assert "القنوات" in texts
    box = page.locator("#q")
    assert (box.get_attribute("role"), box.get_attribute("aria-expanded")) == ("combobox", "true")
    page.keyboard.press("ArrowUp")
    last = page.locator("#suggestions [role=option]").last
    assert box.get_attribute("aria-activedescendant") == last.get_attribute("id")
    assert last.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert (page.locator("#suggestions").is_hidden(), box.input_value()) == (True, "قنو")


def test_what_is_suggested_is_searched_for(page: Page, searched: str) -> None:
    page.goto(searched + LIST)
    page.click("#q")
    page.keyboard.type("قنو")
    page.wait_for_selector("#suggestions [role=option]")
    page.locator("#suggestions [role=option]", has=page.get_by_text("القنوات", exact=True)).first.click()
    page.wait_for_function("location.search.includes('q=')")
    assert page.locator("#q").input_value() == "القنوات"


def test_on_a_telephone_the_sheet_stays_open_while_one_chooses(browser: Browser, searched: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(searched + LIST)
    assert page.locator(FIRST).is_hidden()
    page.click(".sheet-open")
    page.click(FIRST)
    swapped(page, f"{FIRST}[aria-current]")
    assert page.locator("#show-count").inner_text() == "25 توصية"
    page.keyboard.press("Escape")
    assert page.locator(FIRST).is_hidden()
    assert page.evaluate("document.activeElement.className") == "sheet-open"
    context.close()


def test_without_script_everything_is_there(without_script: Page, searched: str) -> None:
    page = without_script
    page.goto(searched)
    page.fill("#q", "قناة")
    follow(page, ".seek button")
    assert page.locator("#count").inner_text() == "28 توصية"
    page.click(".sheet-open")
    follow(page, FIRST)
    assert page.url == f"{searched}{LIST}?q=%D9%82%D9%86%D8%A7%D8%A9&meeting=itc-conf-wg1.1"
    follow(page, "#view-table")
    follow(page, "a[rel=next]")
    assert page.locator("tbody tr").count() == 5
    assert page.locator(".pick").first.is_hidden()
    page.click(".sheet-open")
    page.click("#facet-dates summary")
    page.fill("#from", "2012-01-01")
    follow(page, "#apply-dates")
    assert page.locator("#count").inner_text() == "لا توصيات"
    follow(page, ".clear")
    assert page.locator("#count").inner_text() == "28 توصية"


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found is not None, selector
    return {**found, "end": found["x"] + found["width"], "bottom": found["y"] + found["height"]}


def test_views_are_switched_in_place_and_kept(page: Page, searched: str) -> None:
    page.goto(f"{searched}{LIST}?q=القنوات&sort=order")
    page.evaluate("window.sameOne = true")
    page.focus("#view-table")
    page.keyboard.press("Enter")
    swapped(page, "table.list")
    assert page.evaluate("document.activeElement.id") == "view-table"
    assert page.locator("tbody tr").count() == 20
    page.click("a[rel=next]")
    swapped(page, "a[rel=prev]")
    assert state(page)[0].endswith("&sort=order&view=table&page=2")
    assert page.locator("tbody tr").count() == 8
    page.click("#view-text")
    swapped(page, ".full")
    assert [one.split("،")[0] for one in page.locator(".full > h2").all_inner_texts()][-1].startswith("الاجتماع الثاني")
    page.click(FIRST)
    swapped(page, f"{FIRST}[aria-current]")
    assert state(page)[0].endswith("&meeting=itc-conf-wg1.1&sort=order&view=text")
    assert state(page)[2]
    page.go_back()
    swapped(page, f"{FIRST}:not([aria-current])")
    assert page.locator(".full").count() == 1
    page.go_back()
    swapped(page, "table.list")


def test_back_leads_to_the_place_that_was_left(page: Page, searched: str) -> None:
    page.goto(searched + LIST)
    page.locator("a[rel=next]").scroll_into_view_if_needed()
    left = page.evaluate("scrollY")
    page.click("a[rel=next]")
    swapped(page, "a[rel=prev]")
    assert page.evaluate("scrollY") < left
    page.go_back()
    page.wait_for_function("left => Math.abs(scrollY - left) < 3", arg=left)
    assert state(page)[0] == ""


def test_everything_runs_from_right_to_left(page: Page, searched: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{searched}{LIST}?q=القنوات&sort=order")
    facets, results = box(page, "#facets"), box(page, "#results")
    assert facets["x"] > results["end"]
    assert box(page, ".opt > span")["x"] > box(page, ".opt > .n")["end"]
    assert box(page, ".hit-id")["x"] > box(page, ".hit p")["end"]
    assert box(page, "#view-cards")["x"] > box(page, "#view-text")["end"]
    assert box(page, "#view-text")["x"] > box(page, "#sort-newest")["end"]
    page.goto(f"{searched}{LIST}?view=table")
    assert box(page, "tbody th")["x"] > box(page, "tbody td")["end"] - 1
    page.goto(f"{searched}{LIST}?view=text")
    assert box(page, ".r h3 b")["x"] > box(page, ".whole p")["end"] - 1
    assert box(page, ".abjad .lb")["x"] > box(page, ".abjad li > span:last-child")["end"] - 1
    page.goto(f"{searched}/en{LIST}?view=table")
    assert box(page, "#facets")["end"] < box(page, "#results")["x"]
    assert box(page, "tbody th")["end"] <= box(page, "tbody td")["x"] + 1


@pytest.mark.parametrize("view", ["cards", "table", "text"])
def test_on_a_telephone_the_first_result_stands_on_the_first_screen(
    page: Page, searched: str, view: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{searched}{LIST}?q=القنوات&view={view}&meeting=itc-conf-wg1.1&meeting=itc-conf-wg1.2&year=2011")
    first = {"cards": ".hit p", "table": "td.t", "text": ".whole"}[view]
    assert box(page, first)["y"] < 640
    chips = page.locator(".chip").evaluate_all("all => all.map(one => Math.round(one.getBoundingClientRect().top))")
    assert len(set(chips)) == 1
    assert box(page, ".sheet-open")["y"] < box(page, "#view-cards")["bottom"] < box(page, first)["y"]


def test_the_sheet_keeps_the_focus_and_gives_it_back(page: Page, searched: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{searched}{LIST}?q=القنوات")
    page.focus(".sheet-open")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'facets'")
    outside = "!document.activeElement.closest('#facets') && document.activeElement !== document.body"
    for _step in range(45):
        page.keyboard.press("Tab")
        assert page.evaluate(outside) is False
    page.click("#sheet-sort-newest")
    swapped(page, "#sheet-sort-newest[aria-current]")
    page.keyboard.press("Tab")
    assert page.evaluate(outside) is False
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.activeElement.className === 'sheet-open'")
    assert page.locator("[inert]").count() == 0
    page.click(".sheet-open")
    page.mouse.click(180, 20)
    page.wait_for_function("() => document.activeElement.className === 'sheet-open'")
    assert page.locator(FIRST).is_hidden()


def test_a_result_goes_to_the_own_list_after_a_swap_too(page: Page, searched: str) -> None:
    page.goto(f"{searched}{LIST}?q=القنوات&sort=order")
    page.click("#view-table")
    swapped(page, "table.list")
    page.click("[data-pick='itc-conf-wg1.1.2']")
    swapped(page, "[data-pick='itc-conf-wg1.1.2'][data-done]")
    page.click("#view-cards")
    swapped(page, ".hit [data-pick='itc-conf-wg1.1.2'][data-done]")
    assert page.locator("[data-done]").count() == 1


def test_nothing_scrolls_sideways_and_nothing_complains(page: Page, searched: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    narrowed = "?q=القنوات&meeting=itc-conf-wg1.1&agenda_item=none&year=2011&x=1"
    queries = ("", narrowed, "?q=زرقشلاندية", "?q=" + "ق" * 900, "?view=table", "?view=text", "?q=القنوات&view=text")
    for prefix, widths in (("", WIDTHS), ("/en", WIDEST_FIRST)):
        paths = [f"{searched}{prefix}{LIST}{query}" for query in queries]
        assert widths_that_overflow(page, paths, widths=widths) == {}
    assert complaints == []


def test_in_forced_colours_the_sign_of_a_chip_shows_and_its_frame_is_whole(page: Page, searched: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{searched}{LIST}?meeting=itc-conf-wg1.1")
    colour, of_words, adjusted = page.locator(".chip").evaluate(
        """(chip) => { const sign = getComputedStyle(chip.querySelector('i'));
                       return [sign.color, getComputedStyle(chip).color, sign.forcedColorAdjust]; }"""
    )
    # Not adjusted: then no ground is painted under it, over the line of the chip.
    assert (colour, adjusted) == (of_words, "none")
