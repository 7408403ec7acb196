"""A list of one's own, from the first pick to another reader's browser."""

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.arriving import copy_by, follow

pytestmark = pytest.mark.django_db(transaction=True)

FIRST, SECOND, THIRD = (f"itc-conf-wg1.1.{number}" for number in (1, 2, 3))


def pick(page: Page, site: str, *locators: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    for locator in locators:
        page.goto(f"{site}/recommendations/{locator}/")
        page.click("[data-pick]")


def shown(page: Page) -> list[str]:
    rows = "[...document.querySelectorAll('.picked > [data-locator]')]"
    return list(page.evaluate(f"{rows}.map((row) => row.dataset.locator)"))


def kept(page: Page) -> list[str]:
    return list(json.loads(page.evaluate("localStorage.getItem('archive.list') ?? '[]'")))


def address(site: str, *locators: str) -> str:
    return f"{site}/list/?items={','.join(locators)}"


def test_what_is_picked_stands_in_the_list(page: Page, site: str) -> None:
    pick(page, site, SECOND, FIRST)
    assert page.locator("[data-pick]").inner_text().strip() == "في قائمتي"
    expect(page.locator("#said")).to_have_text("أُضيفت إلى قائمتك.")
    follow(page, ".nav >> text=قائمتي")
    page.wait_for_url(address(site, SECOND, FIRST))
    assert shown(page) == [SECOND, FIRST]
    assert page.locator(".note.when-own").is_visible()
    assert page.locator(".when-shared").is_hidden()
    page.goto(f"{site}/recommendations/{FIRST}/")
    page.click("[data-pick]")
    assert kept(page) == [SECOND]


def test_the_bare_address_is_ones_own_list(page: Page, site: str) -> None:
    page.goto(f"{site}/list/")
    assert page.locator(".empty h2").inner_text() == "لا توصيات في هذه القائمة بعد."
    pick(page, site, THIRD)
    page.goto(f"{site}/list/")
    page.wait_for_url(address(site, THIRD))
    page.goto(f"{site}/en/list/")
    page.wait_for_url(f"{site}/en/list/?items={THIRD}")


def test_the_order_is_changed_by_keyboard_and_the_focus_stays(page: Page, site: str) -> None:
    pick(page, site, FIRST, SECOND, THIRD)
    page.goto(address(site, FIRST, SECOND, THIRD))
    page.locator(f"[data-locator='{THIRD}'] [data-up]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert shown(page) == kept(page) == [THIRD, FIRST, SECOND]
    assert page.url == address(site, THIRD, FIRST, SECOND)
    has_focus = page.locator(f"[data-locator='{THIRD}'] [data-up]:focus")
    assert has_focus.count() == 1
    assert page.evaluate("document.activeElement.getAttribute('aria-disabled')") == "true"
    expect(page.locator("#said")).to_have_text("ترتيبها الآن: 1")
    # from top to bottom on the screen too
    tops = [page.locator(f"[data-locator='{one}']").bounding_box()["y"] for one in (THIRD, FIRST, SECOND)]
    assert tops == sorted(tops)


def test_what_is_removed_comes_back(page: Page, site: str) -> None:
    pick(page, site, FIRST, SECOND, THIRD)
    page.goto(address(site, FIRST, SECOND, THIRD))
    page.locator(f"[data-locator='{SECOND}'] [data-remove]").click()
    assert (shown(page), kept(page)) == ([FIRST, THIRD], [FIRST, THIRD])
    assert page.locator("[data-count]").inner_text() == "2"
    assert page.evaluate("'takeBack' in document.activeElement.dataset")
    page.keyboard.press("Enter")
    assert shown(page) == kept(page) == [FIRST, SECOND, THIRD]
    assert page.evaluate("document.activeElement.closest('[data-locator]').dataset.locator") == SECOND
    page.click("[data-clear]")
    assert (shown(page), kept(page), page.url) == ([], [], f"{site}/list/")
    page.click("[data-take-back]")
    assert shown(page) == kept(page) == [FIRST, SECOND, THIRD]


def test_a_list_that_was_sent_is_read_and_kept_by_another(browser: Browser, page: Page, site: str) -> None:
    pick(page, site, FIRST, SECOND)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/list/")
    page.wait_for_url(address(site, FIRST, SECOND))
    copy_by(page, ".acts .copy")
    sent = page.evaluate("navigator.clipboard.readText()")
    assert sent == address(site, FIRST, SECOND)

    context = browser.new_context()
    other = context.new_page()
    pick(other, site, THIRD)
    other.goto(sent)
    assert shown(other) == [FIRST, SECOND]
    assert other.locator(".when-shared p").first.inner_text() == "وصلتك هذه القائمة برابط، وليست قائمتك."
    assert other.locator(".move").first.is_hidden()
    assert kept(other) == [THIRD]
    other.click("[data-keep]")
    assert kept(other) == [FIRST, SECOND]
    assert other.locator(".move").first.is_visible()
    other.click("[data-take-back]")
    assert kept(other) == [THIRD]
    other.click("[data-join]")
    assert kept(other) == [THIRD, FIRST, SECOND]
    context.close()


def test_without_script_a_list_is_read_as_it_was_sent(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(site, SECOND, FIRST))
    assert page.locator(".pick-row h2").all_inner_texts() != []
    names = (".pick-text", ".when-own", ".when-shared", ".move", ".copy")
    seen = [page.locator(name).first.is_visible() for name in names]
    assert seen == [True, False, False, False, False]
    context.close()


def test_what_others_wrote_into_the_store_does_no_harm(page: Page, site: str) -> None:
    page.goto(site)
    for written in ("{", '"x"', "null", '[1, "<b>", "../x", "a.1.1?x=1"]', '{"length": 3}'):
        page.evaluate("(text) => localStorage.setItem('archive.list', text)", written)
        page.goto(f"{site}/list/")
        assert page.url == f"{site}/list/"
    pick(page, site, FIRST)
    assert kept(page) == [FIRST]
