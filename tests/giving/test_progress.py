"""A file that takes longer than a moment: what the list says meanwhile, in Chromium."""

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from archive.giving import formats
from tests.giving.archives import fill
from tests.views.page import Page

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage
    from playwright.sync_api import Route

WORDS = {"data-making": "يُعدّ الملف…", "data-arrived": "نُزّل الملف.", "data-failed": "لم يصل الملف كله. أعد المحاولة."}


def says(page: "BrowserPage", state: str) -> None:
    said = "words => document.querySelector('.give [role=status]').textContent === words"
    page.wait_for_function(said, arg=WORDS[state])


def test_every_file_is_a_link_and_tells_its_size(client: Client) -> None:
    fill()
    page = Page(client.get("/recommendations/"))
    links = [one for one in page.all("a") if "data-bytes" in one.attributes]
    assert [one.attributes["data-bytes"] for one in links] == [str(one.size(5)) for one in formats.FORMATS]
    assert all("download" in one.attributes for one in links)
    (state,) = [one for one in page.all("p") if "data-making" in one.attributes]
    assert {name: state.attributes[name] for name in WORDS} == WORDS
    assert (state.attributes["role"], state.words) == ("status", "")


@pytest.mark.django_db(transaction=True)
def test_it_says_that_a_file_is_made_and_that_it_came(live_server: object, page: "BrowserPage") -> None:
    fill()
    waiting: list[Route] = []

    def hold(route: "Route") -> None:
        waiting.append(route)

    page.route("**/export.csv", hold)
    page.goto(f"{live_server.url}/recommendations/")  # type: ignore[attr-defined]
    page.click("details.give summary")
    page.click(".give a[href$='export.csv']")
    says(page, "data-making")
    with page.expect_download() as coming:
        waiting.pop().continue_()
    assert coming.value.suggested_filename.startswith("التوصيات ")
    assert coming.value.suggested_filename.endswith(".csv")
    says(page, "data-arrived")
    page.click(".give a[href$='export.csv']")
    page.wait_for_function("() => document.querySelector('.give a[aria-busy]')")
    waiting.pop().abort()
    says(page, "data-failed")
