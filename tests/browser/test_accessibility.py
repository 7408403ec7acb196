"""axe-core finds nothing on any kind of page: both languages and themes, narrow and wide, everything opened."""

import pytest
from playwright.sync_api import Page
from pytest_django import Settings

from tests.browser.axe import find_violations
from tests.browser.conftest import NAMES
from tests.browser.kinds import STATES, addresses

pytestmark = pytest.mark.django_db(transaction=True)

NARROW, WIDE = 360, 1440


def test_faint_arabic_words_would_be_found(page: Page, site: str) -> None:
    page.goto(f"{site}/meetings/")
    page.evaluate("document.querySelector('h1').style.color = '#ccc'")
    (found,) = find_violations(page)
    assert found.startswith("color-contrast: h1: ")


def test_what_fades_in_is_looked_at_when_it_is_there(page: Page, site: str) -> None:
    page.goto(f"{site}/meetings/")
    page.evaluate("document.querySelector('main').animate([{ opacity: 0.2 }, { opacity: 1 }], 1000)")
    assert find_violations(page) == []


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_no_kind_of_page_breaks_a_rule(page: Page, site: str, prefix: str) -> None:
    found = {}
    for kind, path in addresses(NAMES).items():
        page.goto(f"{site}{prefix}{path}")
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 800})
            found[kind, width] = in_both_themes(page)
    assert {which: violations for which, violations in found.items() if violations} == {}


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_nothing_that_opens_breaks_a_rule(page: Page, site: str, prefix: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for name, state in STATES.items():
        if width == NARROW or not state.narrow_only:
            page.goto(f"{site}{prefix}{addresses(NAMES)[state.kind]}")
            state.open(page)
            found[name] = in_both_themes(page)
    assert {state: violations for state, violations in found.items() if violations} == {}


def test_no_page_of_an_error_breaks_a_rule(page: Page, site: str, settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.config.test_errors"
    page.set_viewport_size({"width": NARROW, "height": 800})
    found = {}
    for path in ("/fails/", "/forbids/", "/suspects/"):
        page.goto(site + path)
        found[path] = in_both_themes(page)
    assert found == {"/fails/": [], "/forbids/": [], "/suspects/": []}


def test_forced_colours_leave_everything_readable(page: Page, site: str) -> None:
    page.emulate_media(forced_colors="active")
    found = {}
    for kind, path in addresses(NAMES).items():
        page.goto(f"{site}{path}")
        found[kind] = find_violations(page)
    assert {kind: violations for kind, violations in found.items() if violations} == {}


def in_both_themes(page: Page) -> list[str]:
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += find_violations(page)
    return found
