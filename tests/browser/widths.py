"""Whether a page stays within its screen: every page is opened once and seen at every width."""

from collections.abc import Iterable, Sequence

from playwright.sync_api import Page

WIDTHS = (320, 360, 768, 1440)
WIDEST_FIRST = WIDTHS[::-1]


def widths_that_overflow(
    page: Page, addresses: Iterable[str], *, widths: Sequence[int] = WIDTHS
) -> dict[tuple[str, int], int]:
    """(address, width of the screen) → width of the page, where that is the greater.

    A page is loaded into the first of the widths: what its script does at its start it does there.
    """
    found = {}
    for address in addresses:
        page.set_viewport_size({"width": widths[0], "height": 800})
        page.goto(address)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            found[address, width] = page.evaluate("document.documentElement.scrollWidth")
    return {(address, width): wide for (address, width), wide in found.items() if wide > width}
