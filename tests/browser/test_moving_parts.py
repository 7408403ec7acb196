"""The sheet of filters as a dialog, the menu, a slow and a broken line, a copied text, a list of all results."""

import json

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from archive.models import Recommendation

pytestmark = pytest.mark.django_db(transaction=True)

NARROWED = "/recommendations/?meeting=itc-conf-wg1.1"
WHOLE = "/recommendations/itc-conf-wg1.1.12/"
_COPY = """(selector) => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def test_the_sheet_of_filters_is_a_dialog_that_keeps_the_focus(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site + NARROWED)
    button = page.locator(".sheet-open")
    assert button.get_attribute("aria-haspopup") == "dialog"
    button.click()
    sheet = page.locator("#facets[role=dialog][aria-modal=true]")
    sheet.wait_for()
    places = set()
    for _press in range(60):
        page.keyboard.press("Tab")
        places.add(page.evaluate("document.activeElement.closest('#facets') !== null"))
    assert places == {True}
    assert page.locator("main .find-head").get_attribute("inert") is not None or page.locator("header[inert]").count()
    assert sheet.locator("text=امسح الكل").count() == 1
    page.click(".sheet-close")
    expect(page.locator("#facets")).not_to_have_attribute("role", "dialog")
    assert page.evaluate("document.activeElement.className") == "sheet-open"
    button.click()
    page.keyboard.press("Escape")
    expect(page.locator("#facets")).not_to_have_attribute("role", "dialog")


def test_the_menu_closes_when_the_focus_leaves_it(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site}/meetings/")
    page.click(".menu-open")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#menu') !== null")
    for _press in range(12):
        page.keyboard.press("Tab")
    assert not page.evaluate("document.getElementById('menu').matches(':popover-open')")


def test_a_slow_line_shows_a_sign_at_once(page: Page, site: str) -> None:
    held: list[Route] = []
    page.goto(site + NARROWED)
    page.route("**/*view=table*", lambda route: held.append(route))
    page.click("#view-table", no_wait_after=True)
    page.wait_for_function("document.documentElement.dataset.busy !== undefined", timeout=2000)
    assert page.locator("#results").get_attribute("aria-busy") == "true"
    expect(page.locator("#announcement")).to_have_text("جارٍ التحميل…")
    held[0].continue_()
    page.wait_for_selector("table.list")
    assert page.evaluate("document.documentElement.dataset.busy") is None


def test_a_broken_line_is_said_and_what_was_there_stays(page: Page, site: str) -> None:
    page.goto(site + NARROWED)
    page.route("**/*view=table*", lambda route: route.abort())
    page.click("#view-table")
    expect(page.locator("#line-broken")).to_be_visible()
    assert page.locator("#line-broken a").get_attribute("href") == f"{NARROWED}&view=table"
    assert page.locator("li.hit").count() == 20


def test_a_line_that_hangs_is_said_to_be_broken(page: Page, site: str) -> None:
    page.goto(site + NARROWED)
    page.route("**/*view=table*", lambda route: None)
    page.evaluate("document.addEventListener('htmx:configRequest', ({detail}) => { detail.timeout /= 1000; })")
    page.click("#view-table", no_wait_after=True)
    expect(page.locator("#line-broken")).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.busy") is None


def test_a_copied_letter_stays_in_the_line_of_its_item(browser: Browser, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site + WHOLE)
    page.evaluate(_COPY, ".matn")
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert [line for line in copied.splitlines() if line.strip() in ("(أ)", "(ب)")] == []
    # The text and nothing but the text: no words of the keys that stand in it.
    assert copied.split() == Recommendation.objects.get(locator=WHOLE.split("/")[2]).text.split()
    page.evaluate(_COPY, ".crumb")
    page.keyboard.press("Control+c")
    crumbs = page.evaluate("navigator.clipboard.readText()")
    assert crumbs.split() == page.evaluate(
        "[...document.querySelectorAll('.crumb li')].map((one) => one.textContent).join(' ').split(/\\s+/)"
    )
    context.close()


def test_all_results_go_into_ones_own_list_which_has_a_name(page: Page, site: str) -> None:
    page.goto(site + NARROWED)
    page.click("[data-pick-all]")
    page.wait_for_selector("[data-pick-all][data-done]")
    kept = json.loads(page.evaluate("localStorage.getItem('archive.list')"))
    assert kept == [f"itc-conf-wg1.1.{number}" for number in range(1, 56)]
    assert page.locator(".nav [data-list-link]").inner_text().replace("\u00a0", " ") == "قائمتي (55)"
    page.goto(f"{site}/list/")
    page.wait_for_url("**/list/?items=*")
    page.fill("#list-name", "مذكرة الوفد")
    expect(page.locator("h1")).to_have_text("مذكرة الوفد")
    shared = page.url
    page.evaluate("localStorage.clear()")
    page.goto(shared)
    assert (page.locator("h1").inner_text(), page.title().split(" · ")[0]) == ("مذكرة الوفد", "مذكرة الوفد")
