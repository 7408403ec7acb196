"""The pages in a real browser: direction, room, anchors, quiet console."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.arriving import follow, press_through
from tests.browser.widths import WIDEST_FIRST, WIDTHS, widths_that_overflow

pytestmark = pytest.mark.django_db(transaction=True)

RECOMMENDATION = "/recommendations/itc-conf-wg1.1.12/"
DOCUMENT = "/documents/itc-conf-wg1-2019-inf-1-rev1/"
PATHS = [
    "/",
    "/recommendations/?page=2&page_size=50",
    RECOMMENDATION,
    f"{RECOMMENDATION}?text=printed",
    f"{RECOMMENDATION}?source=beside",
    "/compare/?a=itc-conf-wg1.1.12&b=itc-conf-wg1.1.3",
    "/compare/?a=itc-conf-wg1.1.12",
    "/list/?items=itc-conf-wg1.1.12,itc-conf-wg1.1.3",
    "/list/",
    "/meetings/",
    "/meetings/itc-conf-wg1.1/",
    "/meetings/itc-conf-wg1.3/",
    "/documents/",
    DOCUMENT,
    "/documents/itc-conf-wg1-2019-6/",
    "/topics/",
    "/topics/locks/",
    "/topics/locks/sheet/",
    "/articles/",
    "/articles/canal-protocol/6/",
    "/articles/canal-protocol/6/sheet/",
]


@pytest.mark.parametrize(("prefix", "widths"), [("", WIDTHS), ("/en", WIDEST_FIRST)])
def test_nothing_scrolls_sideways_and_nothing_complains(
    page: Page, site: str, prefix: str, widths: tuple[int, ...]
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    paths = [site + prefix + path for path in PATHS]
    assert widths_that_overflow(page, paths, widths=widths) == {}
    assert complaints == []


def test_arabic_reads_from_the_right_and_english_from_the_left(page: Page, site: str) -> None:
    def brand_is_on_the_right() -> bool:
        return bool(
            page.evaluate("document.querySelector('.brand').getBoundingClientRect().left > innerWidth / 2")
        )

    page.goto(site)
    assert brand_is_on_the_right()
    follow(page, "a[hreflang=en]")
    assert (page.url, brand_is_on_the_right()) == (f"{site}/en/", False)
    follow(page, "a[hreflang=ar]")
    assert page.url == f"{site}/"


def test_the_adopted_text_stays_arabic_on_an_english_page(page: Page, site: str) -> None:
    page.goto(f"{site}/en{RECOMMENDATION}")
    assert page.evaluate("getComputedStyle(document.querySelector('.matn')).direction") == "rtl"
    letter, text = (page.locator(f".abjad li:first-child > :nth-child({n})").bounding_box() for n in (1, 2))
    assert letter["x"] > text["x"]


def test_a_subparagraph_address_lands_on_its_letter(page: Page, site: str) -> None:
    page.goto(f"{site}/recommendations/itc-conf-wg1.1.12.ac/")
    assert page.url == f"{site}{RECOMMENDATION}#ac"
    assert page.locator("li:target .lb").inner_text() == "(أ أ)"
    assert 0 <= page.locator("li:target").bounding_box()["y"] < 800


def test_the_outline_leads_to_the_heading(page: Page, site: str) -> None:
    page.goto(site + DOCUMENT)
    follow(page, "nav.outline a >> nth=1")
    assert page.url.endswith("#s2")
    assert 0 <= page.locator("#s2 h3, #s2 h2").first.bounding_box()["y"] < 900


def test_the_keyboard_finds_the_skip_link_first(page: Page, site: str) -> None:
    page.goto(site + RECOMMENDATION)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    press_through(page)
    assert page.evaluate("document.activeElement.id") == "main"


def test_dark_follows_the_system(browser: Browser, site: str) -> None:
    papers = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(site)
        papers[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
        context.close()
    assert papers == {"light": "rgb(252, 252, 250)", "dark": "rgb(17, 23, 28)"}


def test_pages_need_no_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    follow(page, "nav a >> nth=0")
    follow(page, ".hit a >> nth=0")
    follow(page, "a[rel=next]")
    follow(page, "text=كما طُبع")
    assert page.url == f"{site}/recommendations/itc-conf-wg1.1.2/?text=printed"
    assert page.locator("a.var").first.inner_text() == "وكفاءة"
    context.close()


def test_paper_shows_the_text_and_the_address_but_no_controls(page: Page, site: str) -> None:
    page.goto(site + RECOMMENDATION)
    page.emulate_media(media="print")
    shown = {
        name: page.locator(name).first.is_visible()
        for name in (".matn", "#cite .cite", ".print-only", ".nav", ".acts", ".ruler")
    }
    assert shown == {
        ".matn": True,
        "#cite .cite": True,
        ".print-only": True,
        ".nav": False,
        ".acts": False,
        ".ruler": False,
    }
    assert re.sub(r"\s+", " ", page.locator(".print-only").inner_text()) == f"الرابط: {site}{RECOMMENDATION}"
    # A line of its own for the address takes a second sheet where the first is full.
    foot = page.evaluate("[...document.querySelectorAll('.foot p')].map((one) => one.getClientRects()[0].y)")
    assert len(foot) == 2
    assert foot[1] - foot[0] < 12


def test_a_preparation_sheet_has_no_controls_on_paper(page: Page, site: str) -> None:
    page.goto(f"{site}/topics/locks/sheet/")
    page.emulate_media(media="print")
    shown = {
        name: page.locator(name).first.is_visible()
        for name in (".whole", ".said-of", ".prep-counts", ".prep .address", ".acts", ".nav", ".foot nav", ".step")
    }
    hidden = (".acts", ".nav", ".foot nav", ".step")
    assert shown == {name: name not in hidden for name in shown}


def test_the_reason_opens_without_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/topics/locks/")
    reason = page.locator(".why > div").first
    assert not reason.is_visible()
    page.locator(".why > summary").first.click()
    assert reason.is_visible()
    context.close()
