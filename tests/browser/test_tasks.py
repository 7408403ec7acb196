"""Twelve tasks of a delegate and of an officer, done on the real archive, with what each costs.

A tap is a click, or the Enter that sends a line; a line is what is typed into one field. Whoever makes a way longer
changes a figure here, and says why. What stands at the end of a way is looked at, so that no short way leads astray.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Locator, Page
from pytest_django.live_server_helper import LiveServer

from archive.loading.archive import load_archive
from archive.models import Document, FollowUp, Meeting, Paragraph, Recommendation, Topic
from tests.browser.arriving import copy_by, follow, press_through, until
from tests.browser.test_offline import KEPT

pytestmark = pytest.mark.django_db(transaction=True)


class Reader:
    """Who taps and types; `cost` counts both: (taps, lines)."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site, self.taps, self.lines = page, site, 0, 0

    @property
    def cost(self) -> tuple[int, int]:
        return self.taps, self.lines

    @property
    def place(self) -> str:
        """Path, query and anchor of where the reader is."""
        parts = urlsplit(self.page.url)
        query = f"?{unquote(parts.query)}" if parts.query else ""
        return f"{parts.path}{query}{'#' + parts.fragment if parts.fragment else ''}"

    def start(self, path: str = "/") -> None:
        """Begins anew at a page of the archive."""
        self.page.goto(self.site + path)
        self.taps = self.lines = 0

    def go(self, link: str | Locator) -> None:
        follow(self.page, link)
        self.taps += 1

    def tap(self, what: str | Locator) -> None:
        (self.page.locator(what) if isinstance(what, str) else what).first.click()
        self.taps += 1

    def type(self, field: str, line: str) -> None:
        self.page.fill(field, line)
        self.lines += 1

    def send(self) -> None:
        press_through(self.page)
        self.taps += 1

    def ask(self, line: str) -> None:
        self.type("#q", line)
        self.send()


@pytest.fixture
def reader(browser: Browser, live_server: LiveServer, real_sources: Path) -> Iterator[Reader]:
    """At the first page of the real archive; under its care of the worker, as a safe place is."""
    load_archive([real_sources])
    site = live_server.url.replace("127.0.0.1", "localhost")
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True, worker=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    yield Reader(context.new_page(), site)
    context.close()


def all_of_a_meeting(reader: Reader) -> None:
    """All recommendations of the third meeting, whole, on one page."""
    reader.start()
    reader.go(".line a[href='/meetings/ctoc-cop-wg7.3/']")
    reader.go("text=اقرأها بنصها الكامل")
    held = Recommendation.objects.filter(meeting__slug="ctoc-cop-wg7.3").count()
    assert reader.page.locator("#results article").count() == held


def a_handout(reader: Reader) -> None:
    """Eight of the results, on one page to print."""
    reader.start("/recommendations/")
    for place in range(8):
        reader.tap(reader.page.locator("#results [data-pick]").nth(place))
    reader.go(".nav [data-list-link]")
    assert reader.page.locator(".picked > [data-locator]").count() == 8
    reader.page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    reader.tap("[data-print]")
    assert reader.page.locator("body[data-printed]").count() == 1


def an_article(reader: Reader) -> None:
    """Everything recommended on an article."""
    reader.start()
    reader.ask("المادة 18")
    assert reader.place == "/articles/som-protocol/18/"


def a_paragraph(reader: Reader) -> None:
    """A paragraph of a report, in its place."""
    reader.start()
    reader.ask("الفقرة 35 من تقرير الدورة العاشرة")
    assert reader.place.endswith("#p35")
    assert reader.page.locator("#p35").is_visible()


def a_lettered_item_cited(reader: Reader) -> None:
    """The citation of one lettered item on the clipboard."""
    reader.start()
    reader.ask("5/2 ك")
    assert reader.place == "/recommendations/ctoc-cop-wg7.5.2/#k"
    reader.tap("#k .item-acts > summary")
    copy_by(reader.page, "#k .act-cite [lang=ar]")
    reader.taps += 1
    assert "التوصية 2 (ك)" in reader.page.evaluate("navigator.clipboard.readText()")


def a_paper_on_a_subject(reader: Reader) -> None:
    """What meetings 1 to 3 recommended on a subject, as a paper for Word."""
    reader.start()
    reader.ask("توصيات الاجتماعات 1 إلى 3 في الأطفال")
    meetings = "&".join(f"meeting=ctoc-cop-wg7.{number}" for number in (1, 2, 3))
    assert reader.place == f"/recommendations/?{meetings}&topic=children"
    reader.tap(".give > summary")
    with reader.page.expect_download() as download:
        reader.tap(".give a[href*='export.docx']")
    topic = Topic.objects.get(slug="children")
    rows = Recommendation.objects.filter(topic_assignments__topic=topic, meeting__number__lte=3).distinct()
    with ZipFile(download.value.path()) as paper:
        text = paper.read("word/document.xml").decode()
    assert rows.count() and sum(row.text[:20] in text for row in rows) == rows.count()


def an_english_link(reader: Reader) -> None:
    """The English original of a recommendation that is read in Arabic."""
    reader.start("/recommendations/ctoc-cop-wg7.5.2/")
    reader.go("#other-language")
    assert reader.place == "/en/recommendations/ctoc-cop-wg7.5.2/"
    link = reader.page.locator(".original a[href^='https://docs.un.org/en/']").first
    assert link.get_attribute("href") == "https://docs.un.org/en/CTOC/COP/WG.7/2019/5"


def from_a_symbol(reader: Reader) -> None:
    """From a symbol in the text of a report to the page of that document."""
    naming = Paragraph.objects.select_related("document").filter(text__contains="CTOC/COP/WG.7/2020/").order_by("pk")[0]
    reader.start(naming.get_absolute_url())
    link = reader.page.locator(f"#{naming.anchor} a[href*='/symbol/CTOC/COP/WG.7/2020/']").first
    symbol = link.inner_text().strip()
    reader.go(link)
    assert reader.place == Document.objects.get(symbol=symbol).get_absolute_url()


def what_was_reported(reader: Reader) -> None:
    """What later reports may tell of a recommendation, in its place there."""
    told = FollowUp.objects.for_readers().select_related("recommendation", "paragraph__document").order_by("pk")[0]
    reader.start(told.recommendation.get_absolute_url())
    address = told.paragraph.get_absolute_url()
    reader.go(reader.page.locator(f"main a[href='{address}']").first)
    assert reader.place == address


def two_compared(reader: Reader) -> None:
    """A result beside another one."""
    reader.start("/recommendations/?topic=children")
    reader.go(reader.page.locator(".hit .to-compare").first)
    reader.go(reader.page.locator(".offers a").first)
    assert reader.page.locator(".twin-half").count() == 2


def a_list_without_network(reader: Reader) -> None:
    """One's own list, read where there is no network."""
    reader.page.goto(f"{reader.site}/documents/")
    reader.page.evaluate("navigator.serviceWorker.ready")
    reader.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    reader.start("/recommendations/ctoc-cop-wg7.5.2/")
    reader.page.evaluate("localStorage.clear()")
    reader.page.reload()
    reader.tap("[data-pick='ctoc-cop-wg7.5.2']")
    reader.go(".nav [data-list-link]")
    assert until(reader.page, lambda: "/list/" in reader.page.evaluate(KEPT), True)
    reader.page.context.set_offline(True)
    reader.page.reload()
    assert reader.page.locator(".picked > [data-locator='ctoc-cop-wg7.5.2']").count() == 1
    assert reader.page.locator(".saved").is_visible()
    reader.page.context.set_offline(False)


def a_feed(reader: Reader) -> None:
    """What will be new in these results, for a reader of feeds."""
    reader.start("/recommendations/?topic=children")
    reader.tap(".give > summary")
    feed = reader.page.locator(".give a[type='application/atom+xml']")
    reader.taps += 1
    told = reader.page.request.get(reader.site + (feed.get_attribute("href") or ""))
    held = Recommendation.objects.filter(topic_assignments__topic__slug="children").distinct().count()
    assert (told.status, told.text().count("<entry>")) == (200, held)


#: Task → (taps, lines).
COSTS: dict[Callable[[Reader], None], tuple[int, int]] = {
    all_of_a_meeting: (2, 0),
    a_handout: (10, 0),
    an_article: (1, 1),
    a_paragraph: (1, 1),
    a_lettered_item_cited: (3, 1),
    a_paper_on_a_subject: (3, 1),
    an_english_link: (1, 0),
    from_a_symbol: (1, 0),
    what_was_reported: (1, 0),
    two_compared: (2, 0),
    a_list_without_network: (2, 0),
    a_feed: (2, 0),
}


def test_every_task_is_done_and_costs_what_it_costs(reader: Reader) -> None:
    assert Meeting.objects.filter(slug="ctoc-cop-wg7.3").exists()
    told = {}
    for task in COSTS:
        task(reader)
        told[task.__name__] = reader.cost
    assert told == {task.__name__: cost for task, cost in COSTS.items()}
