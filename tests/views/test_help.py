"""The page of help: every example leads to what it says, on the real archive and on the specimen."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from archive.loading.archive import load_archive
from tests.views.page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", params=["specimen", "real"])
def sources(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any) -> Iterator[Path]:
    """A folder that is loaded, once: the specimen corpus, and the five real sources where they are."""
    real = request.param == "real"
    folder: Path = request.getfixturevalue("real_sources") if real else settings.BASE_DIR / "sources"
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([folder])
        yield folder
        transaction.set_rollback(True)


def test_every_example_leads_to_what_it_says(client: Client, sources: Path) -> None:
    for prefix in ("", "/en"):
        page = Page(client.get(f"{prefix}/help/"))
        rows = [*zip(page.words("th", scope="row"), _links(page), page.words("td"), strict=True)]
        assert len(rows) >= 9
        told = {typed: (says, *_answer(client, link)) for typed, link, says in rows}
        # A count is that of the page; what opens a page leads there at once.
        assert {typed: one for typed, one in told.items() if not _is_true(*one)} == {}


def _links(page: Page) -> list[str]:
    return [link for link in page.links("a", class_="link", rel="nofollow") if "?q=" in link]


def _answer(client: Client, link: str) -> tuple[int, str, Page]:
    response = client.get(link)
    there = client.get(response["Location"].split("#")[0]) if response.status_code == 302 else response
    return response.status_code, response.headers.get("Location", ""), Page(there)


def _is_true(says: str, status: int, location: str, page: Page) -> bool:
    opens = ("يفتح الصفحة نفسها", "Opens the page itself")
    if says.endswith(opens):
        anchor = urlsplit(location).fragment
        return status == 302 and page.response.status_code == 200 and (not anchor or anchor in page.ids)
    (count,) = page.words("b", id="count")
    return status == 200 and says.endswith(count) and count[0] not in "0ل"


def test_every_selection_has_as_many_as_it_says(client: Client, sources: Path) -> None:
    for prefix in ("", "/en"):
        page = Page(client.get(f"{prefix}/help/"))
        links = [link for link in page.links("a", class_="link", rel="nofollow") if re.search(r"[?](?!q=).*", link)]
        chosen = [link for link in links if link.startswith(f"{prefix}/recommendations/?") and "verb=" not in link]
        said = page.words("span", class_="outcome")
        counts = [Page(client.get(link)).words("b", id="count")[0] for link in chosen]
        assert len(chosen) >= 3
        assert [count for count in counts if count not in said] == []


def test_everything_else_on_it_is_there(client: Client, sources: Path) -> None:
    for prefix in ("", "/en"):
        page = Page(client.get(f"{prefix}/help/"))
        links = {link for link in page.links() if link.startswith("/")}
        assert {link: status for link in links if (status := client.get(link, follow=True).status_code) != 200} == {}
        assert {link for link in page.links() if link.startswith("#") and link[1:] not in page.ids} == set()
        # A citation has the Arabic name of a place that has no English one.
        cited = page.one("div", class_="cite").text
        assert [one for one in page.foreign if one not in cited] == []


def test_words_of_the_field_lead_to_their_meaning(client: Client, sources: Path) -> None:
    known = set(Page(client.get("/help/")).ids)
    pages = ["/recommendations/", "/topics/", "/articles/", "/documents/", "/meetings/"]
    links = {link for path in pages for link in Page(client.get(path)).links() if "?" not in link and "#" not in link}
    inner = sorted(link for link in links if link.startswith("/") and link.count("/") >= 3)
    # Of the real archive some of each kind: it is their templates that name the words.
    inner = inner if sources == settings.BASE_DIR / "sources" else inner[::3]
    terms = {link for path in inner for link in Page(client.get(path)).links("a", class_="term")}
    assert {"/help/#strength", "/help/#operative", "/help/#addressee", "/help/#symbol"} <= terms
    assert {link for link in terms if link.removeprefix("/help/#") not in known} == set()
