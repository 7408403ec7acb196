"""A recommendation in a real browser: what is copied, the source beside the text, the citation near it."""

import json

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page

from archive.models import Recommendation
from tests.browser.arriving import copy_by, follow

pytestmark = pytest.mark.django_db(transaction=True)

RECOMMENDATION = "/recommendations/itc-conf-wg1.1.12/"
SHORT = "/recommendations/itc-conf-wg1.1.3/"
ARABIC = (
    "الفريق العامل المعني بالقنوات والمجاري المائية المشتركة، الاجتماع الأول "
    "(فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2011)، التوصية 12، الوثيقة ITC/CONF/WG.1/2019/INF/1/Rev.1."
)
ENGLISH = (
    "Working Group on Canals, first meeting (Vienna, 30 May–1 June 2011), "
    "recommendation 12, in ITC/CONF/WG.1/2019/INF/1/Rev.1."
)


def box(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found is not None
    return found


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture
def reader(page: Page, site: str) -> Page:
    """One whose browser lets the clipboard be read."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site + RECOMMENDATION)
    return page


def test_citations_and_links_are_copied_as_they_were_adopted(reader: Page, site: str) -> None:
    reader.evaluate("localStorage.setItem('archive.digits', 'eastern')")
    reader.reload()
    assert "٢٠١١" in reader.locator("#cite p[lang=ar]").inner_text()
    copied = {}
    for name, button in {
        "ar": ".handy-in .act-cite [lang=ar]",
        "en": ".handy-in .act-cite [lang=en]",
        "margin": "#cite .row[lang=ar] button",
        "link": ".handy-in > .copy[data-copy^=http]",
    }.items():
        copy_by(reader, button)
        copied[name] = clipboard(reader)
    assert copied == {"ar": ARABIC, "en": ENGLISH, "margin": ARABIC, "link": site + RECOMMENDATION}


def test_copying_is_said_and_moves_nothing(reader: Page) -> None:
    button = reader.locator(".handy-in > .copy[data-copy^=http]")
    before = box(button)
    copy_by(reader, button)
    reader.locator("#said:not(:empty)").wait_for()
    assert reader.locator("#said").inner_text() == "نُسخ"
    assert button.inner_text().strip() == "نُسخ"
    assert box(button) == before
    assert reader.evaluate("document.activeElement.className") == "copy needs-script"


def test_a_lettered_item_has_its_own_link(reader: Page, site: str) -> None:
    follow(reader, "#ac .lb")
    assert reader.url == f"{site}{RECOMMENDATION}#ac"
    assert (
        reader.evaluate("getComputedStyle(document.querySelector('#ac')).backgroundColor")
        == "rgb(230, 241, 248)"
    )
    reader.click("#ac summary")
    assert reader.get_by_role("group", name="الفقرة الفرعية (أ أ)").locator("button").count() == 5
    copy_by(reader, "#ac .item-acts-in > .copy:has-text('انسخ الرابط')")
    assert clipboard(reader) == f"{site}{RECOMMENDATION}#ac"
    copy_by(reader, "#ac .act-cite [lang=en]")
    assert clipboard(reader) == ENGLISH.replace("recommendation 12,", "recommendation 12 (ac),")


def test_a_lettered_item_is_put_on_ones_own_list(reader: Page, site: str) -> None:
    locator = RECOMMENDATION.split("/")[2]
    reader.click("#c summary")
    reader.click("#c [data-pick]")
    assert reader.locator("#c [data-pick]").get_attribute("data-done") == ""
    reader.goto(f"{site}/list/")
    reader.wait_for_url(f"**/list/?items={locator}.c")
    assert reader.locator(".pick-row h2 b").inner_text() == "12 (ج)"
    assert reader.locator(".pick-row .abjad > li").count() == 1


def test_what_may_be_done_with_an_item_takes_no_line_of_the_text(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(site + RECOMMENDATION)
    item, text = page.locator("#ac"), page.locator("#ac > div")
    assert box(item)["height"] <= max(box(text)["height"], 80)
    height = box(item)["height"]
    page.click("#ac summary")
    assert box(item)["height"] == height
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_letter_stands_clear_of_its_text_on_a_telephone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(site + RECOMMENDATION)
    # Letters behind the alphabet are two, and as wide as their column.
    apart = """() => [...document.querySelectorAll('.matn li:nth-child(-n + 28)')].map((item) => {
      const letter = document.createRange();
      letter.selectNodeContents(item.querySelector('.lb'));
      return letter.getBoundingClientRect().left - item.querySelector('div').getBoundingClientRect().right;
    })"""
    assert min(page.evaluate(apart)) >= 4


def test_copying_works_where_the_clipboard_is_closed_to_scripts(reader: Page) -> None:
    reader.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')); }")
    copy_by(reader, ".handy-in .act-cite [lang=en]")
    assert clipboard(reader) == ENGLISH


@pytest.mark.parametrize(("prefix", "text_is_right"), [("", True), ("/en", False)])
def test_the_source_stands_beside_the_text(
    browser: Browser, site: str, prefix: str, text_is_right: bool
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(site + prefix + SHORT)
    follow(page, page.locator("#source .more a"))
    assert page.url == f"{site}{prefix}{SHORT}?source=beside#beside"
    text, source = box(page.locator(".matn")), box(page.locator(".beside"))
    assert (text["x"] > source["x"] + source["width"]) is text_is_right
    assert (text["x"] + text["width"] < source["x"]) is not text_is_right
    assert abs(text["y"] - source["y"]) < 1
    # inside, line numbers hang at the right, whatever the page's direction
    line, number, words = (box(page.locator(f"#place li:first-child > :nth-child({n})")) for n in (1, 2, 3))
    assert line["x"] > number["x"] > words["x"]
    assert "كفاءة" in page.locator("#place del").first.inner_text()
    follow(page, page.locator(".beside-head a"))
    assert page.url == f"{site}{prefix}{SHORT}"
    context.close()


def test_on_a_telephone_the_source_stands_below_the_text(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{site}{SHORT}?source=beside")
    text, source = box(page.locator(".matn")), box(page.locator(".beside"))
    assert source["y"] >= text["y"] + text["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_citation_is_near_the_text_at_every_width(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site + RECOMMENDATION)
    assert page.locator(".rec-bar .cite").is_hidden()
    assert abs(box(page.locator("#cite"))["y"] - box(page.locator(".matn p").first)["y"]) < 60
    page.set_viewport_size({"width": 768, "height": 1024})
    arabic, english = (
        box(page.locator(".rec-bar .cite p[lang=ar]")),
        box(page.locator(".rec-bar .cite p[lang=en]")),
    )
    assert arabic["x"] > english["x"] + english["width"]
    assert 0 < box(page.locator(".matn"))["y"] - arabic["y"] < 300
    assert page.locator("#cite").is_hidden()
    page.set_viewport_size({"width": 360, "height": 780})
    assert page.locator(".rec-bar .cite").is_hidden()
    page.click("summary:visible >> text=الاستشهاد والمشاركة")
    assert page.locator(".rec-bar .cite").is_visible()


def test_the_switch_never_lies_on_the_actions(page: Page, site: str) -> None:
    page.goto(site + RECOMMENDATION)
    overlaps = """() => {
      const near = document.querySelector('.rec-bar .switch').getBoundingClientRect();
      return [...document.querySelectorAll('.handy > summary, .handy-in > *')].filter((one) => {
        const it = one.getBoundingClientRect();
        const across = it.left < near.right && near.left < it.right;
        return one.checkVisibility() && across && it.top < near.bottom && near.top < it.bottom;
      }).map((one) => one.textContent);
    }"""
    found = {}
    for prefix in ("", "/en"):
        page.goto(site + prefix + RECOMMENDATION)
        for width in (320, 360, 500, 768, 900, 1024, 1280, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            if crossed := page.evaluate(overlaps):
                found[prefix, width] = crossed
    assert found == {}


def test_the_data_block_is_no_script_for_the_policy(page: Page, site: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(site + RECOMMENDATION)
    block = page.locator('script[type="application/ld+json"]').text_content()
    kind = json.loads(block or "")["@type"]
    assert (kind, complaints) == ("CreativeWork", [])


PHRASE = "ينبغي"


def selected(page: Page) -> str:
    """What is copied of the adopted text."""
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.matn > p'))")
    page.keyboard.press("Control+c")
    return clipboard(page)


def test_phrases_are_marked_and_copied_as_they_were(reader: Page, site: str) -> None:
    chapeau = Recommendation.objects.get(locator="itc-conf-wg1.1.12").chapeau.strip()
    assert reader.locator(".matn .op").count() == 0
    assert selected(reader).strip() == chapeau
    follow(reader, reader.get_by_role("link", name="أبرز عبارات المنطوق"))
    reader.wait_for_url(f"{site}{RECOMMENDATION}?marks=operative")
    phrase = reader.locator(".matn .op")
    assert phrase.inner_text() == PHRASE
    assert phrase.evaluate("one => getComputedStyle(one).fontWeight") == "700"
    # the class of this phrase is called by the same word
    assert phrase.evaluate("one => getComputedStyle(one, '::after').content") == f'" ({PHRASE}) "'
    assert selected(reader).strip() == chapeau
    follow(reader, reader.get_by_role("link", name="أزل إبراز عبارات المنطوق"))
    reader.wait_for_url(site + RECOMMENDATION)
    assert reader.locator(".matn .op").count() == 0


def test_phrases_are_marked_without_script(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site + RECOMMENDATION)
        follow(page, page.get_by_role("link", name="أبرز عبارات المنطوق"))
        assert page.locator(".matn .op").inner_text() == PHRASE
        assert (
            page.locator(".matn a.link[title]").first.get_attribute("href") == "/articles/canal-protocol/6/"
        )
