"""Whole paths: a delegate finds, narrows, reads, compares, cites, goes back and prints; staff mend a word."""

import io
import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from archive.models import Meeting, Recommendation
from archive.search.entries import rebuild_index
from tests import factories
from tests.browser.arriving import copy_by, follow, press_through, swapped

pytestmark = pytest.mark.django_db(transaction=True)

LIST = "/recommendations/"
TWELFTH = "/recommendations/itc-conf-wg1.1.12/"
NARROW = "#f-meeting-itc-conf-wg1\\.1"
SYMBOL = "ITC/CONF/WG.1/2019/INF/1/Rev.1"
CITATION = (
    "الفريق العامل المعني بالقنوات والمجاري المائية المشتركة، الاجتماع الأول "
    f"(فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2011)، التوصية 12، الوثيقة {SYMBOL}."
)


@pytest.fixture
def archive(site: str) -> str:
    """`site` with something to narrow by: a second meeting whose texts have the same word."""
    second = Meeting.objects.get(number=2)
    for number in (3, 4):
        factories.make_recommendation(number, f"ينبغي صون القنوات القديمة {number}.", meeting=second)
    rebuild_index()
    return site


def place(page: Page) -> str:
    """The address as people read it, without the host."""
    return unquote(re.sub(r"^https?://[^/]+", "", page.url))


def x_of(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None, selector
    return box["x"]


def test_a_delegate_finds_narrows_reads_compares_cites_and_goes_back(page: Page, archive: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    # find
    page.goto(archive)
    page.fill("#q", "القنوات")
    press_through(page)
    page.wait_for_url("**/recommendations/?q=*")
    assert page.locator("#count").inner_text() == "59 توصية"
    # facets stand at the right of what they narrow, and each number at the right of its text
    assert x_of(page, ".facets") > x_of(page, ".results")
    assert x_of(page, ".hit-id") > x_of(page, ".hit mark")
    # narrow
    page.click(NARROW)
    swapped(page, f"{NARROW}[aria-current]")
    assert (place(page), page.locator("#count").inner_text()) == (
        f"{LIST}?q=القنوات&meeting=itc-conf-wg1.1",
        "55 توصية",
    )
    # read
    follow(page, f".hit a[href='{TWELFTH}']")
    assert page.locator("h1").inner_text().startswith("التوصية الثانية عشرة")
    assert x_of(page, "#a .lb") > x_of(page, "#a > :nth-child(2)")
    assert x_of(page, "a[rel=prev]") > x_of(page, "a[rel=next]")
    # cite
    copy_by(page, ".handy-in .act-cite [lang=ar]")
    assert page.evaluate("navigator.clipboard.readText()") == CITATION
    # compare
    follow(page, "text=قارنها بغيرها")
    page.fill("#b", "1/3")
    press_through(page)
    page.wait_for_url("**/compare/?a=itc-conf-wg1.1.12&b=itc-conf-wg1.1.3")
    assert page.locator(".twins ins, .twins del").count() > 0
    # back to the results as they were
    for _step in range(3):
        page.go_back(wait_until="load")
    swapped(page, f"{NARROW}[aria-current]")
    assert (place(page), page.locator("#count").inner_text()) == (
        f"{LIST}?q=القنوات&meeting=itc-conf-wg1.1",
        "55 توصية",
    )


@pytest.mark.parametrize("script", ["off", "blocked"])
def test_the_same_path_without_script(browser: Browser, archive: str, script: str) -> None:
    context = browser.new_context(java_script_enabled=script != "off", viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(archive)
    page.fill("#q", "القنوات")
    follow(page, ".seek button")
    page.click(".sheet-open")
    follow(page, NARROW)
    assert (place(page), page.locator("#count").inner_text()) == (
        f"{LIST}?q=القنوات&meeting=itc-conf-wg1.1",
        "55 توصية",
    )
    assert page.locator(".needs-script:visible").count() == 0
    follow(page, f".hit a[href='{TWELFTH}']")
    assert page.locator("#ac .lb").inner_text() == "(أ أ)"
    page.goto(f"{archive}/compare/?a=itc-conf-wg1.1.12")
    page.fill("#b", "1/3")
    press_through(page)
    page.wait_for_url("**/compare/?a=itc-conf-wg1.1.12&b=itc-conf-wg1.1.3")
    assert page.locator(".twin ins, .twin del").count() > 0
    context.close()


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (TWELFTH, TWELFTH),
        ("/recommendations/?meeting=itc-conf-wg1.1&view=text", "/recommendations/?meeting=itc-conf-wg1.1&view=text"),
        ("/meetings/itc-conf-wg1.1/", "/meetings/itc-conf-wg1.1/"),
        ("/documents/itc-conf-wg1-2019-inf-1-rev1/", "/documents/itc-conf-wg1-2019-inf-1-rev1/"),
    ],
)
def test_paper_names_its_pages_and_its_address(page: Page, archive: str, path: str, address: str) -> None:
    page.goto(archive + path)
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = [sheet.extract_text() for sheet in pdf.pages]
    size = pdf.pages[0].mediabox
    assert (round(float(size.width)), round(float(size.height))) == (595, 842)
    numbered = [f"{number} / {len(texts)}" for number in range(1, len(texts) + 1)]
    assert [number for number, text in zip(numbered, texts, strict=True) if number not in text] == []
    # Lines of an address that is long are broken; controls are not on paper.
    whole = re.sub(r"\s+", "", "".join(texts))
    assert archive.removeprefix("http://") + address in whole
    assert "English" not in whole


def test_a_recommendation_on_paper_begins_at_the_right(page: Page, archive: str) -> None:
    page.goto(archive + TWELFTH)
    runs: list[tuple[str, float, float]] = []
    PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].extract_text(
        visitor_text=lambda text, cm, tm, _font, _size: runs.append(
            (text, cm[4] + cm[0] * tm[4], cm[5] + cm[3] * tm[5])
        )
    )
    # The running head: the symbol at the right, the outer side of an Arabic page; the place at the left.
    head = {text.strip(): x < 595 / 2 for text, x, y in runs if 800 < y < 840 and text.strip()}
    assert {side for text, side in head.items() if re.search("[A-Z]", text)} == {False}
    assert {side for text, side in head.items() if not re.search("[A-Z]", text)} == {True}
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 628, "height": 900})
    assert x_of(page, "#a .lb") > x_of(page, "#a > :nth-child(2)")


def test_staff_mend_a_word_and_readers_find_it(page: Page, browser: Browser, archive: str) -> None:
    factories.make_user("amina")
    row = Recommendation.objects.get(locator="itc-conf-wg1.2.3")
    page.goto(f"{archive}/admin/archive/recommendation/{row.pk}/change/")
    page.fill("#id_username", "amina")
    page.fill("#id_password", "a long password 1")
    follow(page, "input[type=submit]")
    page.fill("#id_chapeau", "ينبغي صون السواقي القديمة.")
    follow(page, "input[name=_save]")
    page.wait_for_selector(".messagelist .success")
    context = browser.new_context()
    reader = context.new_page()
    reader.goto(f"{archive}{LIST}?q=السواقي")
    assert reader.locator("#count").inner_text() == "توصية واحدة"
    follow(reader, ".hit a")
    assert reader.locator(".matn").inner_text() == "ينبغي صون السواقي القديمة."
    context.close()
