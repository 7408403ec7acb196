"""What the first view of a page costs over the wire, as script/server sends it to a browser that holds nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.test_scripts import clone, serving

__all__ = ["clone"]

MOST = 45_000


@pytest.fixture
def served(clone: Path) -> Iterator[str]:
    """The specimen corpus, served from a copy of the repository."""
    with serving(clone) as (address, _process):
        yield address


def test_a_first_view_is_light_and_asks_little(browser: Browser, page: Page, served: str) -> None:
    paths = ["/", "/meetings/", "/documents/", "/matrix/", "/about/", "/recommendations/?q=القناة"]
    for shelf, link in {"recommendations": ".hit h2 a, .hit-id a", "documents": "main a[href^='/documents/']"}.items():
        page.goto(f"{served}/{shelf}/")
        paths.append(page.locator(link).first.get_attribute("href") or "")
    costs = {path: first_view(browser, served + path) for path in paths}
    assert {path: cost for path, cost in costs.items() if cost[0] > MOST or cost[1] > 3} == {}
    # Compressed: the style sheet alone is heavier than this as it lies in the folder.
    assert costs["/"][0] < 30_000


def first_view(browser: Browser, address: str) -> tuple[int, int]:
    """Bytes on the wire, heads included, and requests besides the page."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    weights: list[int] = []
    network.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    context.close()
    return sum(weights), len(weights) - 1
