"""Larger letters, a larger page, wider spaces: every kind of page, and what opens on it, stays within its window."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests import surroundings
from tests.browser.conftest import NAMES
from tests.browser.kinds import STATES, addresses

pytestmark = pytest.mark.django_db(transaction=True)

# Letters of browsers as people set them (Chromium: «large», «very large», twice as large); media queries follow them.
FONTS = (20, 24, 32)
TELEPHONE = {"width": 360, "height": 800}
#: A window of 1280 × 1024 at 200 % and at 400 %.
ZOOMED = {2: {"width": 640, "height": 512}, 4: {"width": 320, "height": 256}}

# The spaces that WCAG 1.4.12 asks pages to bear. As a sheet of the document: the policy allows no style in it.
_SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""

_WIDER = "() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"


def _wider_than_the_window(page: Page, site: str, spaced: bool = False) -> Iterator[tuple[str, int]]:
    """(language, kind or state) with so many pixels beside the window."""
    for prefix in ("", "/en"):
        paths = addresses(NAMES)
        opened = [(name, paths[state.kind], state.open) for name, state in STATES.items()]
        for name, path, open_it in [*((kind, path, None) for kind, path in paths.items()), *opened]:
            page.goto(site + prefix + path)
            if spaced:
                page.evaluate(_SPACED)
            if open_it is not None:
                open_it(page)
            if (beside := page.evaluate(_WIDER)) > 0:
                yield f"{prefix or '/ar'} {name}", beside


@pytest.mark.parametrize("size", FONTS)
def test_large_letters_wrap_on_a_telephone(browser: Browser, site: str, size: int) -> None:
    large = browser.browser_type.launch(
        executable_path=surroundings.browser(),
        args=["--no-sandbox", "--disable-background-networking", f"--blink-settings=defaultFontSize={size}"],
    )
    try:
        page = large.new_context(viewport=TELEPHONE).new_page()
        page.set_default_timeout(120_000)
        assert dict(_wider_than_the_window(page, site)) == {}
    finally:
        large.close()


@pytest.mark.parametrize("factor", ZOOMED)
def test_an_enlarged_page_stays_within_its_window(browser: Browser, site: str, factor: int) -> None:
    context = browser.new_context(viewport=ZOOMED[factor], device_scale_factor=factor)
    assert dict(_wider_than_the_window(context.new_page(), site)) == {}
    context.close()


def test_wider_spaces_between_letters_words_and_lines_are_borne(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    assert dict(_wider_than_the_window(context.new_page(), site, spaced=True)) == {}
    context.close()
