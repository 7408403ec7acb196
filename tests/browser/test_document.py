"""A document in a real browser: outline, headings that stay, notes in place, order of mixed script, paper."""

import pytest
from playwright.sync_api import Browser, Locator, Page
from pytest_django.live_server_helper import LiveServer

from archive.search.entries import rebuild_index
from tests import factories
from tests.browser.arriving import copy_by, follow, press_through

pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS = "/documents/itc-conf-wg1-2020-5/"
LONG = "ينبغي للدول الأطراف أن تعزز التعاون على الصعيدين الإقليمي والدولي من أجل صون القنوات المشتركة. "


@pytest.fixture
def report(live_server: LiveServer) -> str:
    """The address of a report of three parts, with notes, a gap and numbers in mixed script."""
    meeting = factories.make_meeting(7)
    document = factories.make_document("ITC/CONF/WG.1/2020/5", title="تقرير عن القنوات", meeting=meeting)
    first = factories.make_section(document, "مقدمة")
    second = factories.make_section(document, "أنشطة المكتب", label="ثانيا", printed_label="ثانياً")
    below = factories.make_section(document, "صون القنوات", label="ألف", level=2, parent=second)
    for number, section in ((1, first), (2, first), (3, second), (5, below), (6, below), (7, below)):
        factories.make_paragraph(document, number, LONG * 6, section=section)
    noted = document.paragraphs.get(number=5)
    for marker in ("1", "2"):
        factories.make_footnote(document, marker, "See https://example.org/page.", paragraph=noted, place=len(LONG) * 2)
    mixed = f"(انظر ITC/CONF/2019/1) أكثر من 9 000 شخص. {LONG}"
    factories.make_paragraph(document, 8, mixed, section=below, printed_text=mixed.replace("شخص", "سخص"))
    rebuild_index()
    return live_server.url + ADDRESS


@pytest.fixture
def telephone(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 360, "height": 720})
    yield context.new_page()
    context.close()


def is_in_view(place: Locator) -> bool:
    return bool(
        place.evaluate("e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }")
    )


def is_open_to_the_eye(place: Locator) -> bool:
    """Whether nothing lies over the beginning of the place."""
    return bool(
        place.evaluate(
            "e => { const b = e.getBoundingClientRect();"
            " return e.contains(document.elementFromPoint(b.right - 12, b.top + 8)) }"
        )
    )


def marked(page: Page) -> list[str]:
    return page.locator("nav.outline a[aria-current]").all_inner_texts()


def test_the_outline_marks_what_is_being_read(page: Page, report: str) -> None:
    page.goto(report)
    page.wait_for_selector("nav.outline a[aria-current]")
    assert marked(page) == ["أولاً- مقدمة"]
    page.locator("#p6").evaluate("e => scrollTo(0, scrollY + e.getBoundingClientRect().top - 100)")
    page.wait_for_selector("nav.outline a[aria-current][href='#s3']")
    assert marked(page) == ["ألف- صون القنوات"]


def test_on_a_telephone_the_contents_follow_and_close_after_the_jump(telephone: Page, report: str) -> None:
    telephone.goto(f"{report}#p3")
    telephone.wait_for_selector(".outline-m .here:not(:empty)")
    assert telephone.locator(".outline-m summary").inner_text().split("\n") == ["المحتويات", "ثانياً"]
    telephone.click(".outline-m summary")
    telephone.click(".outline-m a[href='#s3']")
    telephone.wait_for_selector(".outline-m:not([open])", state="attached")
    telephone.wait_for_function("document.querySelector('.outline-m .here').textContent === 'ثانياً، ألف'")
    bar = telephone.locator(".outline-m").bounding_box()
    assert bar["y"] == 0
    assert telephone.locator("#s3 h3").bounding_box()["y"] >= bar["height"]


@pytest.mark.parametrize("number", [2, 6, 8])
def test_a_heading_that_stays_covers_no_target(page: Page, telephone: Page, report: str, number: int) -> None:
    for reader in (page, telephone):
        reader.goto(f"{report}#p{number}")
        target = reader.locator(f"#p{number}")
        assert target.bounding_box()["y"] >= 0
        assert is_open_to_the_eye(target)
    head = page.locator(".head").nth({2: 0, 6: 2, 8: 2}[number])
    assert head.bounding_box()["y"] <= 8


def test_a_note_opens_where_the_reader_is_by_keyboard(telephone: Page, report: str) -> None:
    telephone.goto(report)
    mark, note = telephone.locator("#fn1-ref"), telephone.locator("#fn1")
    mark.evaluate("e => scrollTo(0, scrollY + e.getBoundingClientRect().bottom - innerHeight + 4)")
    mark.evaluate("e => e.focus({ preventScroll: true })")
    telephone.keyboard.press("Enter")
    assert is_in_view(note)
    assert is_in_view(mark)
    assert mark.bounding_box()["y"] + mark.bounding_box()["height"] <= note.bounding_box()["y"]
    assert telephone.evaluate("document.activeElement.id") == "fn1"
    telephone.keyboard.press("Escape")
    assert telephone.evaluate("document.activeElement.id") == "fn1-ref"
    assert note.evaluate("e => getComputedStyle(e).position") == "static"


def test_without_script_a_note_opens_where_the_reader_is(browser: Browser, report: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 720})
    page = context.new_page()
    page.goto(report)
    mark = page.locator("#fn2-ref")
    mark.scroll_into_view_if_needed()
    place = mark.bounding_box()["y"]
    mark.click()
    note = page.locator("#fn2").bounding_box()
    assert (round(note["y"] + note["height"]), mark.bounding_box()["y"]) == (720, place)
    page.click("#fn2 .fn-back")
    assert page.locator("#fn2").evaluate("e => getComputedStyle(e).position") == "static"
    context.close()


def test_on_wide_screens_notes_stand_in_the_margin_beside_their_paragraph(page: Page, report: str) -> None:
    page.goto(report)
    page.locator("#p5").scroll_into_view_if_needed()
    paragraph, note = page.locator("#p5").bounding_box(), page.locator("#fn1").bounding_box()
    assert note["x"] + note["width"] < paragraph["x"]
    assert paragraph["y"] <= note["y"] <= paragraph["y"] + paragraph["height"]
    before = page.evaluate("scrollY")
    page.click("#fn1-ref")
    assert (page.evaluate("scrollY"), page.evaluate("document.activeElement.id")) == (before, "fn1")


def test_mixed_script_stands_in_the_right_order(page: Page, report: str) -> None:
    """Measured on the letters themselves: the number hangs at the right, «9 000» reads from the left."""
    page.goto(f"{report}#p8")
    number, text = page.locator("#p8 .no").bounding_box(), page.locator("#p8 .para-t").bounding_box()
    assert number["x"] > text["x"] + text["width"] - 1
    left = page.evaluate(
        """() => {
        const place = (words, length = words.length) => {
          const walker = document.createTreeWalker(document.querySelector('#p8 .para-t'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + length);
            return range.getBoundingClientRect().left;
          }
        };
        return [place('انظر'), place('ITC'), place('/2019'), place('أكثر'), place('9 000', 1), place('000')];
        }"""
    )
    see, symbol, year, more, nine, thousand = left
    assert see > year > symbol > more > thousand > nine


def test_the_link_of_a_paragraph_is_copied(browser: Browser, report: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(report)
    page.hover("#p3 .para-t")
    copy_by(page, "#p3 [data-copy]")
    assert page.evaluate("navigator.clipboard.readText()") == f"{report}#p3"
    assert page.locator("#copy-here").count() == 1
    context.close()


def test_places_found_are_reached_one_after_the_other(page: Page, report: str) -> None:
    page.goto(report)
    page.fill("#q", "قناة")
    press_through(page)
    page.wait_for_selector("mark")
    follow(page, "ol.under a >> nth=0")
    follow(page, "#p1 .hop a")
    assert page.url.endswith("#p2")
    assert is_in_view(page.locator("#p2 mark").first)


def test_a_corrected_word_leads_to_the_printed_one_and_back(page: Page, report: str) -> None:
    page.goto(report)
    follow(page, "#p8 .var")
    assert page.url == f"{report}?text=printed#p8"
    assert page.locator("#p8 .var").inner_text() == "سخص"
    follow(page, "#p8 .var")
    assert page.url == f"{report}#p8"


def test_paper_shows_every_note_under_its_paragraph_and_no_control(page: Page, report: str) -> None:
    page.goto(f"{report}?q=قناة")
    page.emulate_media(media="print")
    hidden = (".outline", ".outline-m", ".doc-acts", ".in-doc", ".hop", "#copy-here", ".fn-back", ".left-out")
    assert [name for name in hidden if page.locator(name).first.is_visible()] == []
    assert page.locator(".cover dl").is_visible()
    paragraph, note = page.locator("#p5").bounding_box(), page.locator("#fn1").bounding_box()
    following = page.locator("#p6").bounding_box()
    assert paragraph["y"] + paragraph["height"] <= note["y"] < following["y"]
