"""What every page has round it, in a real browser: theme, digits, menu, keys."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "ينبغي للدول أن تنفذ المادة 18 والفقرة ٣ من قرار عام 2018 وCOVID-19."
ADOPTED = "المادة 18 والفقرة ٣ من قرار عام 2018"
RECOMMENDATION = "/recommendations/itc-conf-wg1.1.2/"
DARK, LIGHT = "rgb(17, 23, 28)", "rgb(252, 252, 250)"


@pytest.fixture
def shell(live_server: LiveServer) -> str:
    meeting = factories.make_meeting(1)
    document = factories.make_document("ITC/CONF/WG.1/2019/5", meeting=meeting)
    for number in (1, 2, 3):
        factories.make_recommendation(number, TEXT, meeting=meeting, document=document)
    return live_server.url


@pytest.fixture
def telephone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def matn(page: Page) -> str:
    return str(page.evaluate("document.querySelector('.matn p').textContent.trim()"))


def selected_copy(page: Page, first: str, last: str) -> list[str]:
    """What lands in the clipboard, as text and as HTML, when everything from one element to another is copied."""
    return list(
        page.evaluate(
            """([first, last]) => {
              const end = document.querySelector(last);
              getSelection().setBaseAndExtent(document.querySelector(first), 0, end, end.childNodes.length);
              const data = new DataTransfer();
              const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
              document.querySelector(first).dispatchEvent(event);
              return [data.getData('text/plain'), data.getData('text/html')];
            }""",
            [first, last],
        )
    )


def test_the_theme_goes_round_says_itself_and_is_remembered(page: Page, shell: str) -> None:
    page.goto(shell)
    button = page.locator(".tools [data-switch=theme]")
    told = []
    for _press in range(3):
        button.click()
        told.append((button.inner_text(), paper(page)))
    assert told == [("المظهر: فاتح", LIGHT), ("المظهر: داكن", DARK), ("المظهر: كالجهاز", LIGHT)]
    button.click()
    button.click()
    page.goto(f"{shell}/en/meetings/")
    assert (button.inner_text(), paper(page)) == ("Theme: dark", DARK)


def test_the_theme_is_there_before_the_page_is(page: Page, shell: str) -> None:
    page.goto(shell)
    page.evaluate("localStorage.setItem('archive.theme', 'dark')")
    page.add_init_script(
        """new MutationObserver((records, observer) => {
             if (!document.body) return;
             window.themeAtBody = document.documentElement.dataset.theme;
             observer.disconnect();
           }).observe(document, { childList: true, subtree: true });"""
    )
    page.goto(f"{shell}/meetings/")
    assert page.evaluate("window.themeAtBody") == "dark"


def test_the_digits_change_in_the_text_and_never_in_names(page: Page, shell: str) -> None:
    page.goto(shell + RECOMMENDATION)
    assert matn(page) == TEXT.replace("٣", "3")
    page.click(".tools [data-switch=digits]")
    assert matn(page) == "ينبغي للدول أن تنفذ المادة ١٨ والفقرة ٣ من قرار عام ٢٠١٨ وCOVID-19."
    assert page.locator(".apparatus .sym").first.inner_text() == "ITC/CONF/WG.1/2019/5"
    assert page.locator(".tools [data-switch=digits]").inner_text().split("\n")[-1].endswith("الأرقام: ٠١٢")
    page.goto(f"{shell}/en{RECOMMENDATION}")
    # English words keep the digits of English; the Arabic text has those that were chosen.
    assert (page.locator("h1").inner_text(), matn(page)[20:30]) == ("Recommendation 2", "المادة ١٨ ")
    page.click(".tools [data-switch=digits]")
    assert matn(page) == TEXT.replace("٣", "3")


def test_what_is_copied_is_what_was_adopted(page: Page, shell: str) -> None:
    page.goto(shell + RECOMMENDATION)
    for _mode in ("western", "eastern"):
        plain, html = selected_copy(page, ".matn", ".matn p")
        whole = selected_copy(page, "h1", ".matn p")[0]
        assert (plain.strip(), ADOPTED in html, TEXT in whole) == (TEXT, True, True)
        assert page.evaluate("archive.originalText(document.querySelector('.matn p')).trim()") == TEXT
        page.click(".tools [data-switch=digits]")


def test_the_digits_hold_for_what_comes_later_and_not_for_what_is_typed(page: Page, shell: str) -> None:
    page.goto(f"{shell}/recommendations/")
    page.click(".tools [data-switch=digits]")
    page.evaluate("document.querySelector('#summary').insertAdjacentHTML('beforeend', '<p id=late>سنة 2020</p>')")
    page.fill("#q", "18")
    assert page.locator("#late").inner_text() == "سنة ٢٠٢٠"
    assert page.input_value("#q") == "18"


def test_the_menu_opens_walks_and_closes_by_keyboard(telephone: Page, shell: str) -> None:
    page = telephone
    page.goto(f"{shell}/meetings/")
    assert page.locator("#menu").is_hidden()
    page.focus(".menu-open")
    page.keyboard.press("Enter")
    assert page.locator("#menu").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "التوصيات"
    page.keyboard.press("Escape")
    assert (page.locator("#menu").is_hidden(), page.evaluate("document.activeElement.className")) == (True, "menu-open")
    page.keyboard.press("Enter")
    page.click("#menu [data-switch=theme]")
    assert page.locator("#menu [data-switch=theme]").inner_text() == "المظهر: فاتح"


def test_the_menu_needs_no_script_and_shows_nothing_that_does(browser: Browser, shell: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(shell)
    page.click(".menu-open")
    assert page.locator("#menu a").first.is_visible()
    assert page.locator(".needs-script:visible").count() == 0
    context.close()


def test_arrows_turn_in_the_direction_of_reading(page: Page, shell: str) -> None:
    page.goto(shell + RECOMMENDATION)
    visited = []
    for key in ("ArrowLeft", "ArrowRight", "ArrowRight"):
        with page.expect_navigation():
            page.keyboard.press(key)
        visited.append(re.sub(r".*\.(\d)/$", r"\1", page.url))
    page.goto(f"{shell}/en{RECOMMENDATION}")
    with page.expect_navigation():
        page.keyboard.press("ArrowRight")
    visited.append(re.sub(r".*\.(\d)/$", r"\1", page.url))
    assert visited == ["3", "2", "1", "3"]


def test_keys_are_silent_while_typing_with_modifiers_and_when_switched_off(page: Page, shell: str) -> None:
    page.goto(f"{shell}/recommendations/")
    page.focus("#q")
    page.keyboard.type("?/")
    assert (page.input_value("#q"), page.locator("#keys").is_visible()) == ("?/", False)
    page.goto(shell + RECOMMENDATION)
    page.keyboard.press("Control+ArrowLeft")
    page.keyboard.press("?")
    page.uncheck("#keys input")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("?")
    assert (page.url, page.locator("#keys").is_visible()) == (shell + RECOMMENDATION, False)
    page.click(".foot [data-opens=keys]")
    assert page.locator("#keys input").is_checked() is False


@pytest.mark.parametrize("key", ["?", "؟"])
def test_the_help_opens_names_every_key_and_closes(page: Page, shell: str, key: str) -> None:
    page.goto(shell + RECOMMENDATION)
    page.evaluate("key => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))", key)
    assert page.locator("#keys dt").all_inner_texts() == ["/", "→", "←", "؟", "Esc"]
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()


def test_the_slash_goes_to_the_box_or_to_the_page_of_the_box(page: Page, shell: str) -> None:
    page.goto(shell + RECOMMENDATION)
    with page.expect_navigation():
        page.keyboard.press("/")
    page.wait_for_function("() => document.activeElement.id === 'q'")
    assert page.url == f"{shell}/recommendations/#q"
    page.focus(".brand")
    # The same key of an Arabic keyboard.
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ظ', code: 'Slash', bubbles: true }))"
    )
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_page_is_three_requests_and_moves_nothing(page: Page, shell: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.add_init_script(
        """window.shift = 0;
           new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.shift += one.value; }))
             .observe({ type: 'layout-shift', buffered: true });"""
    )
    counts = {}
    for path in ("/", RECOMMENDATION, "/recommendations/", "/documents/itc-conf-wg1-2019-5/"):
        asked.clear()
        page.goto(shell + path, wait_until="networkidle")
        counts[path] = (len(asked) - 1 <= 3, page.evaluate("window.shift") < 0.01)
    assert set(counts.values()) == {(True, True)}, counts


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("path", ["/", "/en/"])
def test_tools_that_are_read_later_move_no_others(page: Page, shell: str, path: str, width: int) -> None:
    """A busy browser paints the head of a page before it has read all of it."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(shell + path)
    where = "() => [...document.querySelectorAll('.tools > *')].map((one) => one.getBoundingClientRect().x)"
    whole = page.evaluate(where)
    for read in range(len(whole) - 1, 0, -1):
        page.evaluate("document.querySelector('.tools').lastElementChild.remove()")
        assert page.evaluate(where) == pytest.approx(whole[:read], abs=1)


def test_the_english_name_of_the_archive_takes_one_line_on_a_telephone(page: Page, shell: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{shell}/en/")
    lines = page.locator(".brand").evaluate(
        """(brand) => { const words = document.createRange(); words.selectNodeContents(brand);
                        return new Set([...words.getClientRects()].map((one) => one.top)).size; }"""
    )
    assert lines == 1


@pytest.mark.parametrize("width", [768, 1024, 1440])
@pytest.mark.parametrize("path", ["/", "/en/"])
def test_seven_meetings_stand_in_one_row_or_one_column(page: Page, shell: str, path: str, width: int) -> None:
    for number in range(2, 8):
        factories.make_recommendation(1, TEXT, meeting=factories.make_meeting(number))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(shell + path)
    edges = page.evaluate(
        """() => ['x', 'y'].map((edge) => new Set(
             [...document.querySelectorAll('.line > li')].map((one) => Math.round(one.getBoundingClientRect()[edge]))
           ).size)"""
    )
    assert sorted(edges) == [1, 7]
