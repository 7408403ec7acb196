"""Everything is reached and seen: by keyboard, on the narrowest screen, with letters twice as large, standing still."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NAMES
from tests.browser.kinds import addresses

pytestmark = pytest.mark.django_db(transaction=True)

# Every element that a pointer can use, each with a number; and what the focus has come to, with how it shows.
_WATCH = """() => {
  const usable = 'a[href], button:not(:disabled), input, select, textarea, summary, [tabindex="0"]';
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true });
  const shown = [...document.querySelectorAll(usable)].filter(isShown);
  window.missed = new Set(shown);
  window.unseen = [];
  window.called = (one) => `${one.localName}.${one.className || one.getAttribute('href') || one.id}`;
  document.addEventListener('focusin', ({ target }) => {
    window.missed.delete(target);
    // The ring lies round the element, round the box it stands in, or round the card that its link covers.
    const styles = [getComputedStyle(target), getComputedStyle(target, '::after')];
    if (target.closest('.seek, label, .hit')) styles.push(getComputedStyle(target.closest('.seek, label, .hit')));
    const ringed = styles.some((one) => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) >= 2);
    const { left, right, top, bottom } = target.getBoundingClientRect();
    const onScreen = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
    if (!ringed || !onScreen) window.unseen.push(window.called(target));
  });
  return shown.length;
}"""
_TOLD = "() => ({ missed: [...window.missed].map(window.called), unseen: [...new Set(window.unseen)] })"
# Before anything of the page runs; buffered, so that nothing is missed.
_SHIFTS = """window.shifts = [];
  new PerformanceObserver((list) => list.getEntries().forEach((one) => window.shifts.push(one.value)))
    .observe({ type: 'layout-shift', buffered: true });"""


@pytest.mark.parametrize("width", [360, 1440])
def test_the_keyboard_reaches_everything_and_the_focus_shows(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for kind, path in addresses(NAMES).items():
        page.goto(site + path)
        # A field for a date, or a box that scrolls, is several stops.
        for _round in range(page.evaluate(_WATCH) // 10 + 3):
            for _press in range(15):
                page.keyboard.press("Tab")
            if not page.evaluate("window.missed.size"):
                break
        found[kind] = page.evaluate(_TOLD)
    assert {kind: told for kind, told in found.items() if told["missed"] or told["unseen"]} == {}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_nothing_scrolls_sideways_on_the_narrowest_screen(page: Page, site: str, prefix: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    found = {}
    for kind, path in addresses(NAMES).items():
        page.goto(f"{site}{prefix}{path}")
        found[kind] = page.evaluate("document.documentElement.scrollWidth")
    assert {kind: width for kind, width in found.items() if width > 320} == {}


@pytest.mark.parametrize("width", [720, 1440])
def test_letters_twice_as_large_push_nothing_off_the_page(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site)
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    usual = page.evaluate(size)
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    found = {}
    for kind, path in addresses(NAMES).items():
        page.goto(site + path)
        assert page.evaluate(size) == 2 * usual
        found[kind] = page.evaluate("document.documentElement.scrollWidth")
    assert {kind: wide for kind, wide in found.items() if wide > width} == {}


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_while_a_page_comes(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(_SHIFTS)
    found = {}
    for kind, path in addresses(NAMES).items():
        for prefix in ("", "/en"):
            if moved := _moved_each_time(page, f"{site}{prefix}{path}"):
                found[prefix + kind] = moved
    assert found == {}


def _moved_each_time(page: Page, address: str) -> list[float]:
    """How far the page moved in each of three loads, none 0; nothing if it once stood still.

    On a busy machine the browser paints HTML of which it has read the half, and the rest then moves a little; the
    next load does not show it again. What a late face, image or script moves shows each time.
    """
    moved = []
    for _load in range(3):
        page.goto(address, wait_until="load")
        # Twice a frame: what was laid out has been painted, and told.
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
        moved.append(sum(page.evaluate("window.shifts")))
        if not moved[-1]:
            return []
    return moved
