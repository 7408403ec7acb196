"""Pages that were read stay readable without network; what is not everybody's is never kept."""

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from archive.derivations.by_hand import following
from archive.models import Recommendation
from archive.record.publishing import withdraw
from tests import factories
from tests.browser.arriving import follow, until

pytestmark = pytest.mark.django_db(transaction=True)

FIRST = "/recommendations/itc-conf-wg1.1.1/"
KEPT = """async () => {
  const cache = await caches.open('archive-pages-1');
  return (await cache.keys()).map(({ url }) => new URL(url).pathname).sort();
}"""


@pytest.fixture
def kept(live_server: LiveServer) -> str:
    meeting = factories.make_meeting(1)
    for number in (1, 2):
        factories.make_recommendation(number, f"ينبغي صون القناة {number}.", meeting=meeting)
    # Only this name is a safe place by itself, and only there a worker may live.
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def reader(browser: Browser, kept: str) -> Iterator[Page]:
    """A page under the care of the worker."""
    context = browser.new_context(worker=True)
    page = context.new_page()
    page.goto(f"{kept}/documents/")
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    yield page
    page.goto("about:blank")
    context.close()


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")


def read(page: Page, address: str) -> None:
    """Visits a page and stays until the worker has kept it, which it does after it has shown it."""
    visit(page, address)
    assert until(page, lambda: urlsplit(address).path in paths(page), True)


def paths(page: Page) -> list[str]:
    return list(page.evaluate(KEPT))


def test_what_was_read_is_there_without_network_and_says_so(reader: Page, kept: str) -> None:
    read(reader, kept + FIRST)
    reader.context.set_offline(True)
    reader.goto(kept + FIRST)
    assert "ينبغي صون القناة 1." in reader.inner_text(".matn")
    assert reader.locator(".saved").is_visible()
    assert reader.evaluate("getComputedStyle(document.querySelector('.brand')).whiteSpaceCollapse") == "collapse"
    assert reader.evaluate("document.styleSheets[0].cssRules.length > 0")
    # Held from the start: the list of meetings, and what was open when the worker came.
    reader.goto(f"{kept}/meetings/")
    assert reader.locator("h1").inner_text() == "الاجتماعات"
    reader.goto(f"{kept}/documents/")
    assert reader.locator("h1").inner_text() == "الوثائق"


def test_what_was_not_read_leads_to_what_was(reader: Page, kept: str) -> None:
    read(reader, kept + FIRST)
    read(reader, f"{kept}/en{FIRST}")
    reader.context.set_offline(True)
    reader.goto(f"{kept}/recommendations/itc-conf-wg1.1.2/")
    assert reader.locator("h1").inner_text() == "لا اتصال بالشبكة"
    links = [link.get_attribute("href") for link in reader.locator("section .plain a").all()]
    # The other two were fetched side by side when the worker came.
    assert (links[0], sorted(links[1:])) == (FIRST, ["/documents/", "/list/", "/meetings/"])
    follow(reader, "section .plain a >> nth=0")
    assert "ينبغي صون القناة 1." in reader.inner_text(".matn")
    reader.goto(f"{kept}/en/recommendations/itc-conf-wg1.1.2/")
    assert reader.locator("h1").inner_text() == "No network"
    english = [link.get_attribute("href") for link in reader.locator("section .plain a").all()]
    assert (english[0], sorted(english[1:])) == (f"/en{FIRST}", ["/en/list/", "/en/meetings/"])


def test_a_page_that_was_withdrawn_is_kept_no_longer_in_either_language(reader: Page, kept: str) -> None:
    read(reader, kept + FIRST)
    read(reader, f"{kept}/en{FIRST}")
    assert {FIRST, f"/en{FIRST}"} <= set(paths(reader))
    Recommendation.objects.filter(number=1).delete()
    visit(reader, kept + FIRST)
    assert until(reader, lambda: {FIRST, f"/en{FIRST}"} & set(paths(reader)), set()) == set()


def test_whatever_quotes_what_was_withdrawn_is_asked_for_again_and_the_reader_is_told(reader: Page, kept: str) -> None:
    factories.make_state()
    read(reader, kept + FIRST)
    reader.evaluate(
        """async () => {
          const cache = await caches.open('archive-pages-1');
          for (const request of await cache.keys()) {
            const copy = await cache.match(request, { ignoreVary: true });
            const old = new Headers(copy.headers);
            old.set('Date', 'Mon, 01 Jan 2024 00:00:00 GMT');
            await cache.delete(request, { ignoreVary: true });
            await cache.put(request.url, new Response(await copy.text(), { headers: old }));
          }
          await cache.put('/list/?items=itc-conf-wg1.1.1', new Response('ينبغي صون القناة 1.', {
            headers: { Date: 'Mon, 01 Jan 2024 00:00:00 GMT', 'Content-Type': 'text/html' } }));
        }"""
    )
    with following() as after:
        after.add(withdraw([Recommendation.objects.get(number=1)], "سبب."))
    # A worker that has begun anew asks with the first page; this one waits for its minute.
    internals = reader.context.service_workers[0]
    internals.evaluate("() => { asked = 0; }")
    visit(reader, f"{kept}/documents/")
    reader.wait_for_selector("#forgotten:not([hidden])")
    assert reader.inner_text("#forgotten li") == "التوصية الأولى (1)، الاجتماع الأول"
    assert FIRST not in paths(reader)
    kept_list = "(await caches.open('archive-pages-1')).match('/list/?items=itc-conf-wg1.1.1')"
    words = f"async () => (await (await {kept_list}).text())"
    assert "ينبغي صون القناة 1." not in reader.evaluate(words)


def test_neither_staff_nor_machines_are_kept(reader: Page, kept: str, admin_user: object) -> None:
    for path in ("/admin/login/", "/api/v1/recommendations/", "/api/v1/docs/", "/sw.js"):
        visit(reader, kept + path)
    visit(reader, f"{kept}/admin/login/")
    reader.fill("#id_username", "admin")
    reader.fill("#id_password", "password")
    follow(reader, "input[type=submit]")
    reader.wait_for_selector("#user-tools")
    # A public page, seen by one who is signed in.
    visit(reader, kept + FIRST)
    shell = ["/en/list/", "/en/meetings/", "/en/offline/", "/list/", "/meetings/", "/offline/"]
    assert paths(reader) == ["/documents/", *shell]


def test_the_oldest_leave_and_the_list_of_meetings_stays(reader: Page, kept: str) -> None:
    reader.evaluate(
        """async () => {
          const cache = await caches.open('archive-pages-1');
          for (let n = 0; n < 205; n += 1) await cache.put(`/recommendations/?page=${n}`, new Response('x'));
        }"""
    )
    visit(reader, kept + FIRST)
    asked = (
        "async () => (await (await caches.open('archive-pages-1')).keys()).map(({ url }) => new URL(url).pathname"
        " + new URL(url).search)"
    )
    found: list[str] = []

    def told() -> tuple[int, str, bool]:
        found[:] = reader.evaluate(asked)
        return len(found), found[-1], "/meetings/" in found

    assert until(reader, told, (206, FIRST, True)) == (206, FIRST, True), json.dumps(found[:8])
    assert "/recommendations/?page=5" not in found


def test_the_cache_of_an_older_worker_goes(browser: Browser, kept: str) -> None:
    context = browser.new_context(worker=True)
    page = context.new_page()
    # A page without our script: no worker comes from here.
    page.goto(f"{kept}/healthz")
    page.evaluate("async () => { await caches.open('archive-pages-0'); }")
    page.goto(f"{kept}/documents/")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    assert sorted(page.evaluate("caches.keys()")) == ["archive-files-1", "archive-pages-1"]
    page.goto("about:blank")
    context.close()
