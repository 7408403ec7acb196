"""English pages: texts in English where they are held, the Arabic behind them; what is copied."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from archive.loading.archive import load_archive
from archive.models import AgendaItem, Recommendation, Topic
from tests import surroundings
from tests.giving.test_languages import ALONE, ENGLISH, FLOODS, WHOLE
from tests.views.page import Page

pytestmark = pytest.mark.django_db

SPECIMEN = Path(surroundings.ROOT) / "sources"
FLAT = " ".join(WHOLE.split())


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([SPECIMEN, SPECIMEN / "en"])
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def both(loaded: None) -> None:
    """Every test of this module reads the specimen in both languages."""


def page_at(client: Client, address: str) -> Page:
    return Page(client.get(address))


def words_out_of_place(page: Page) -> list[str]:
    """Arabic words marked as English; invented places have no English name, and citations keep them."""
    return [one for one in page.foreign if not any(place in one for place in ("لوريانا", "مرسى الرياحين"))]


def texts_of(page: Page, css_class: str) -> list[tuple[str, str, str]]:
    """Language, direction and words of each text of a list."""
    return [
        (one.attributes["lang"], one.attributes["dir"], one.words)
        for one in page.all("div")
        if css_class in one.attributes.get("class", "").split()
    ]


def arabic_of(locator: str) -> str:
    return " ".join(Recommendation.objects.get(locator=locator).text.split())


def lettered_in_latin(text: str) -> str:
    """As English pages letter an Arabic text."""
    return re.sub(r"\(([أبجد])\)", lambda label: f"({'abcd'['أبجد'.index(label[1])]})", text)


def test_whole_texts_are_english_with_the_arabic_behind(client: Client) -> None:
    page = page_at(client, "/en/recommendations/?meeting=xlib-conf-wg2.2&view=text")
    shown = texts_of(page, "whole")
    assert [one[:2] for one in shown] == [("en", "ltr"), ("ar", "rtl")] * 8
    assert shown[8] == ("en", "ltr", FLAT)
    assert page.words("p", class_="original") == [
        "Texts are shown in English where they are held, the others in Arabic. "
        "The page of each recommendation links to the document in English."
    ]
    assert words_out_of_place(page) == []


def test_a_text_that_is_not_held_in_english_stands_in_arabic(client: Client) -> None:
    page = page_at(client, f"/en/list/?items={FLOODS},{ALONE}")
    assert texts_of(page, "naskh") == [
        ("en", "ltr", FLAT),
        ("ar", "rtl", lettered_in_latin(arabic_of(FLOODS))),
        ("ar", "rtl", arabic_of(ALONE)),
    ]
    assert words_out_of_place(page) == []


def test_a_lettered_item_of_ones_own_list_is_english_with_its_chapeau(client: Client) -> None:
    page = page_at(client, f"/en/list/?items={FLOODS}.b")
    assert texts_of(page, "naskh")[0] == ("en", "ltr", f"{ENGLISH[0]} (b) {ENGLISH[2]}")


def test_arabic_lists_stay_as_they_were(client: Client) -> None:
    for address in ("/recommendations/?meeting=xlib-conf-wg2.2&view=text", f"/list/?items={FLOODS}"):
        assert "in-english" not in client.get(address).content.decode()


def test_what_was_looked_for_is_marked_in_the_arabic_text(client: Client) -> None:
    page = page_at(client, "/en/recommendations/?q=%22الفيضانات%22&view=text")
    assert {language for language, _direction, _words in texts_of(page, "whole")} <= {"ar"}


def test_a_meeting_opens_its_texts_in_english(client: Client) -> None:
    page = page_at(client, "/en/meetings/xlib-conf-wg2.4/")
    spans = [one for one in page.all("span") if "t" in one.attributes.get("class", "").split()]
    lists = [(one.attributes["lang"], one.words) for one in spans]
    assert len(lists) == 9
    assert {language for language, _words in lists[:8]} == {"en"}
    assert lists[8] == ("ar", arabic_of(ALONE))
    assert words_out_of_place(page) == []


def test_topics_sheets_and_requests_give_english_texts(client: Client) -> None:
    topic = Topic.objects.filter(assignments__recommendation__locator=FLOODS).first()
    assert topic is not None
    for address in (f"/en/topics/{topic.slug}/", f"/en/topics/{topic.slug}/sheet/"):
        page = page_at(client, address)
        assert ("en", "ltr", FLAT) in texts_of(page, "whole")
        assert words_out_of_place(page) == []
    assert "en" in {language for language, *_rest in texts_of(page_at(client, "/en/requests/"), "whole")}


def test_english_texts_are_copied_with_their_citation(client: Client) -> None:
    page = client.get(f"/en/recommendations/{FLOODS}/").content.decode()
    copied = [unescape(one) for one in re.findall(r'data-copy="([^"]*)"', page)]
    citation = next(one for one in copied if one.startswith("Working Group"))
    assert f"{WHOLE}\n\n{citation}" in copied
    arabic = Recommendation.objects.get(locator=FLOODS).text
    assert [one for one in copied if one.startswith(f"{arabic}\n\n")] == [f"{arabic}\n\n{copied[0]}"]
    second = citation.replace("recommendation 5", "recommendation 5 (b)")
    assert f"{ENGLISH[0]}\n(b) {ENGLISH[2]}\n\n{second}" in copied


def test_arabic_pages_copy_arabic(client: Client) -> None:
    page = client.get(f"/recommendations/{FLOODS}/").content.decode()
    copied = [unescape(one) for one in re.findall(r'data-copy="([^"]*)"', page)]
    assert not [one for one in copied if one.startswith(ENGLISH[0])]


def test_a_document_leads_with_its_english_title_outline_and_texts(client: Client) -> None:
    page = page_at(client, "/en/documents/x34-01234/")
    english = (
        "Report on the meeting of the Working Group on the Protection of Coastal Libraries held in Loriana on "
        "12 and 13 September 2034"
    )
    assert page.words("h1") == [english]
    assert page.words("title") == [f"{english.partition(' Loriana')[0]} … · Archive of Recommendations"]
    assert [one.attributes["lang"] for one in page.all("p", class_="own-title")] == ["ar"]
    assert page.words("p", class_="original")[0] == "The English text, followed by the Arabic. X.34-01235"
    outline = page.one("nav", class_="outline")
    assert (outline.attributes["lang"], outline.attributes["dir"]) == ("en", "ltr")
    assert outline.words.startswith("Introduction Recommendations Recommendations on keeping manuscript collections")
    rows = [one for one in page.all("div", class_="para") if "dir" in one.attributes]
    assert [one.attributes["dir"] for one in rows] == ["ltr"] * 30
    assert words_out_of_place(page) == []


def test_an_english_citation_keeps_the_order_of_a_place_that_has_no_english_name(client: Client) -> None:
    page = client.get(f"/en/recommendations/{FLOODS}/").content.decode()
    assert "second meeting (لوريانا\u200e, 11–13 November 2032), recommendation 5" in page


def test_both_languages_face_each_other_under_latin_letters(client: Client) -> None:
    page = page_at(client, f"/en/recommendations/{FLOODS}/")
    assert [one[:3] for one in page.words("div", class_="facing-ar")[1:]] == ["(a)", "(b)", "(c)", "(d)"]


def test_an_agenda_in_english_has_its_numbers_at_the_left_and_its_texts_below_them(client: Client) -> None:
    english, arabic = (client.get(f"{side}/meetings/xlib-conf-wg2.4/").content.decode() for side in ("/en", ""))
    assert re.findall(r'<ol class="tree" dir="(\w+)">', english) == ["ltr"]
    assert re.findall(r'<ol class="tree" dir="(\w+)">', arabic) == ["rtl"]


@pytest.mark.parametrize("address", ["/", "/documents/", "/meetings/xlib-conf-wg2.4/"])
def test_a_list_of_documents_has_english_titles_where_they_are_held(client: Client, address: str) -> None:
    title = "Report on the meeting of the Working Group on the Protection of Coastal Libraries held in Loriana"
    english, arabic = (page_at(client, f"{side}{address}") for side in ("/en", ""))
    shown = [one for one in english.all("span") if one.words.startswith(title)]
    assert [(one.attributes["lang"], one.attributes["dir"]) for one in shown] == [("en", "ltr")]
    assert [one for one in english.all("span") if one.words.startswith("تقرير عن اجتماع الفريق العامل")] == []
    assert [one for one in arabic.all("span") if one.words.startswith(title)] == []


def test_two_texts_are_compared_in_english_with_the_arabic_behind(client: Client) -> None:
    # Both are held in English as wholes.
    held = [
        row
        for row in Recommendation.objects.order_by("pk")
        if row.language_texts.filter(version__language="en").exists()
        and all(item.language_texts.filter(version__language="en").exists() for item in row.subparagraphs.all())
    ][:2]
    first, second = held
    page = page_at(client, f"/en/compare/?a={first.locator}&b={second.locator}")
    tongues = {
        (one.attributes.get("lang"), one.attributes.get("dir"))
        for one in page.all("div")
        if one.attributes.get("class") == "twin-half" and "lang" in one.attributes
    }
    assert tongues == {("en", "ltr"), ("ar", "rtl")}
    assert words_out_of_place(page) == []
    assert [one.attributes["class"] for one in page.all("details") if "behind" in one.attributes.get("class", "")] == [
        "behind"
    ]
    arabic = page_at(client, f"/compare/?a={first.locator}&b={second.locator}")
    assert [one for one in arabic.all("details") if "behind" in one.attributes.get("class", "")] == []


def test_what_may_be_compared_is_offered_in_english(client: Client) -> None:
    chosen = Recommendation.objects.filter(language_texts__version__language="en").order_by("pk").first()
    assert chosen is not None
    text = chosen.language_texts.get(version__language="en").text
    page = page_at(client, f"/en/compare/?a={chosen.locator}")
    (shown,) = [one.words for one in page.all("p") if one.attributes.get("class") == "naskh in-english"]
    assert shown.split()[:8] == text.split()[:8]


def test_a_line_of_the_table_names_its_agenda_item_in_english_where_that_is_held(client: Client) -> None:
    item = AgendaItem.objects.filter(recommendations__isnull=False).exclude(title="").order_by("pk").first()
    assert item is not None
    AgendaItem.objects.filter(pk=item.pk).update(title_en="Floods and their aftermath")
    address = f"recommendations/?meeting={item.meeting.slug}&view=table"
    named = '<span lang="en" dir="ltr">Floods and their aftermath</span>'
    assert named in client.get(f"/en/{address}").content.decode()
    assert "Floods and their aftermath" not in client.get(f"/{address}").content.decode()
