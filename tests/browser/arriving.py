"""Going on when what was asked for stands there. A busy browser is asked about a page before its sheets have come,
or about a list before the next one has been put in its place: here, and nowhere else, stands what is waited for.

Playwright itself waits for `goto`, for what it clicks, and in `wait_for_…` and `expect`; it waits for nothing in
`count`, `bounding_box`, `evaluate`, `is_visible`, `url`.
"""

from collections.abc import Callable

from playwright.sync_api import Locator, Page

# htmx marks what it is fetching, taking out, putting in and settling.
_IS_SETTLED = "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')"

# What the page says for a while a busy machine may look for when it is gone: longer clocks stand still.
_STAYS_SAID = """() => {
  const soon = window.setTimeout;
  window.setTimeout = (work, time, ...more) => (time > 1000 ? 0 : soon(work, time, ...more));
}"""


def follow(page: Page, link: str | Locator) -> None:
    """Clicks what leads elsewhere; goes on when that page stands whole, with its sheets and its script."""
    with page.expect_navigation(wait_until="load"):
        if isinstance(link, str):
            page.click(link)
        else:
            link.click()


def press_through(page: Page, key: str = "Enter") -> None:
    """Presses a key that leads elsewhere; goes on as `follow` does."""
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press(key)


def swapped(page: Page, sign: str) -> None:
    """Goes on when the part of the page that has this sign has been put in its place, and htmx is done with it."""
    page.wait_for_selector(sign, state="attached")
    page.wait_for_function(_IS_SETTLED)


def copy_by(page: Page, button: str | Locator) -> None:
    """Clicks what copies and goes on when it has; what it says for some seconds then stays said."""
    page.evaluate(_STAYS_SAID)
    place = page.locator(button) if isinstance(button, str) else button
    place.click()
    place.and_(page.locator("[data-done]")).wait_for()


def until(page: Page, told: Callable[[], object], expected: object, *, tries: int = 100) -> object:
    """What is told in the end: at once when it is as expected, else the last of many answers, 0.1 s apart."""
    answer = told()
    for _try in range(tries):
        if answer == expected:
            break
        page.wait_for_timeout(100)
        answer = told()
    return answer
