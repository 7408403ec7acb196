"""The page of one recommendation."""

import json
from datetime import UTC, datetime

import pytest
from django.test import Client

from archive.models import Recommendation
from tests import factories
from tests.views.page import Page


@pytest.fixture
def recommendation(db: None) -> Recommendation:
    body = factories.make_body(name_ar="الفريق العامل المعني بالقنوات", name_en="Working Group on Canals")
    meeting = factories.make_meeting(5, body=body)
    document = factories.make_document("ITC/CONF/WG.1/2019/5", title="خلاصة التوصيات")
    factories.make_recommendation(11, meeting=meeting)
    factories.make_recommendation(1, meeting=factories.make_meeting(6, body=body))
    return factories.make_recommendation(
        12,
        "ينبغي للدول أن تنظر فيما يلي:",
        meeting=meeting,
        document=document,
        agenda_item=factories.make_agenda_item("2", meeting=meeting),
        subparagraphs=("كفالة تبادل المياه؛", "صون القنوات."),
        first_line=247,
        last_line=249,
    )


def page_of(client: Client, recommendation: Recommendation, query: str = "") -> Page:
    return Page(client.get(recommendation.get_absolute_url() + query))


def test_the_title_says_the_number_in_words_and_figures(
    client: Client, recommendation: Recommendation
) -> None:
    page = page_of(client, recommendation)
    assert page.words("h1") == ["التوصية الثانية عشرة 12"]
    assert page.words("p", class_="where") == [
        "الاجتماع الخامس، فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2015",
        "البند 2 من جدول الأعمال: عنوان البند 2",
    ]
    assert page.words("title") == ["التوصية الثانية عشرة (12)، الاجتماع الخامس · أرشيف التوصيات"]


def test_lettered_items_have_anchors_by_position(client: Client, recommendation: Recommendation) -> None:
    page = page_of(client, recommendation)
    matn = page.one("div", class_="matn")
    assert (matn.attributes["lang"], matn.attributes["dir"]) == ("ar", "rtl")
    assert [
        item.words.partition(" الفقرة الفرعية")[0]
        for item in page.all("li")
        if len(item.attributes.get("id", "")) == 1
    ] == [
        "(أ) كفالة تبادل المياه؛",
        "(ب) صون القنوات.",
    ]
    assert page.links(class_="lb") == ["#a", "#b"]
    assert [found for found in page.ids if len(found) == 1] == ["a", "b"]


ARABIC = (
    "الفريق العامل المعني بالقنوات، الاجتماع الخامس (فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2015)، "
    "التوصية 12، الوثيقة ITC/CONF/WG.1/2019/5."
)
ENGLISH = (
    "Working Group on Canals, fifth meeting (Vienna, 30 May–1 June 2015), "
    "recommendation 12, in ITC/CONF/WG.1/2019/5."
)


def test_the_path_to_it_keeps_its_blank_when_it_is_copied(client: Client, recommendation: Recommendation) -> None:
    """The stroke between body and meeting is drawn by the style sheet, and is not copied."""
    path = page_of(client, recommendation).one("ol", class_="crumb").text.strip()
    assert path == "الفريق العامل المعني بالقنوات الاجتماع الخامس"


def test_it_is_cited_in_both_languages_in_the_margin_and_near_the_text(
    client: Client, recommendation: Recommendation
) -> None:
    page = page_of(client, recommendation)
    assert page.words("div", class_="cite") == [f"{ARABIC} العربيةانسخنُسخ {ENGLISH} EnglishCopyCopied"] * 2


#: The text as it was adopted, each letter on one line with its words.
WHOLE = "ينبغي للدول أن تنظر فيما يلي:\n(أ) كفالة تبادل المياه؛\n(ب) صون القنوات."


def test_what_is_copied_stands_in_the_buttons_as_it_was_adopted(
    client: Client, recommendation: Recommendation
) -> None:
    page = page_of(client, recommendation)
    address = "http://testserver/recommendations/itc-conf-wg1.5.12/"
    copied = [button.attributes["data-copy"] for button in page.all("button", class_="copy")]
    first, second = (ARABIC.replace("12،", f"12 ({letter})،") for letter in "أب")
    chapeau = "ينبغي للدول أن تنظر فيما يلي:"
    assert copied == [
        *(ARABIC, ENGLISH, f"{WHOLE}\n\n{ARABIC}", address, ARABIC, ENGLISH),
        *(first, ENGLISH.replace("12,", "12 (a),"), f"{chapeau}\n(أ) كفالة تبادل المياه؛\n\n{first}", f"{address}#a"),
        *(second, ENGLISH.replace("12,", "12 (b),"), f"{chapeau}\n(ب) صون القنوات.\n\n{second}", f"{address}#b"),
        *(ARABIC, ENGLISH),
    ]
    groups = [found.attributes["aria-label"] for found in page.all("div", class_="item-acts-in")]
    assert groups == ["الفقرة الفرعية (أ)", "الفقرة الفرعية (ب)"]
    without_script = [b for b in page.all("button") if "needs-script" not in b.attributes["class"].split()]
    assert [
        b.words for b in without_script if "data-pick" in b.attributes or "data-copy" in b.attributes
    ] == []


def test_machines_read_what_it_is(client: Client, recommendation: Recommendation) -> None:
    Recommendation.objects.update(text="نص </script><b> & غيره")
    response = client.get(recommendation.get_absolute_url())
    block = Page(response).one("script", type="application/ld+json").text
    assert "<" not in block
    here = "http://testserver/recommendations/itc-conf-wg1.5.12/"
    assert json.loads(block) == {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": here,
        "url": here,
        "identifier": "itc-conf-wg1.5.12",
        "name": "الاجتماع الخامس، التوصية الثانية عشرة",
        "position": 12,
        "inLanguage": "ar",
        "text": "نص </script><b> & غيره",
        "creator": {
            "@type": "Organization",
            "name": "الفريق العامل المعني بالقنوات",
            "alternateName": ["Working Group on Canals", "ITC/CONF/WG.1"],
        },
        "dateCreated": "2015-06-01",
        "locationCreated": {"@type": "Place", "name": "فيينا"},
        "isPartOf": {
            "@type": "CreativeWork",
            "name": "خلاصة التوصيات",
            "identifier": "ITC/CONF/WG.1/2019/5",
            "url": "http://testserver/documents/itc-conf-wg1-2019-5/",
        },
        "hasPart": [
            {"@type": "CreativeWork", "position": "أ", "url": f"{here}#a"},
            {"@type": "CreativeWork", "position": "ب", "url": f"{here}#b"},
        ],
    }


def test_paper_bears_the_symbol_and_the_place_at_its_head(
    client: Client, recommendation: Recommendation
) -> None:
    root = page_of(client, recommendation).one("html").attributes
    assert (root["data-symbol"], root["data-place"]) == (
        "ITC/CONF/WG.1/2019/5",
        "الاجتماع الخامس، التوصية 12",
    )


def test_one_that_its_source_no_longer_has_says_so(client: Client) -> None:
    gone = datetime(2024, 5, 3, 12, tzinfo=UTC)
    page = page_of(client, factories.make_recommendation(1, missing_since=gone))
    assert page.words("p", class_="did") == [
        "لم تعد هذه التوصية في ملف مصدرها منذ 3 أيار/مايو 2024؛ وهذا نصها كما كان فيه."
    ]


def test_a_word_that_only_one_form_has_leaves_no_empty_link(client: Client) -> None:
    row = factories.make_recommendation(
        1, "ينبغي كفالة تبادل المياه.", printed_chapeau="ينبغي كفالة كفالة تبادل المياه."
    )
    for query in ("", "?text=printed"):
        links = page_of(client, row, query).all("a", class_="var")
        assert [link.words for link in links if not link.words] == []


def test_the_source_is_named_with_its_lines(client: Client, recommendation: Recommendation) -> None:
    source = page_of(client, recommendation).one("section", id="source")
    assert source.words == (
        "موضعها في المصدر خلاصة التوصيات ITC/CONF/WG.1/2019/5، الأسطر 247 إلى 249. "
        "نص القراءة هو المطبوع بكلماته. افتح موضعها في المصدر بجوار النص"
    )


def test_it_leads_to_its_neighbours_in_official_order(client: Client, recommendation: Recommendation) -> None:
    page = page_of(client, recommendation)
    assert page.links(rel="prev") == ["/recommendations/itc-conf-wg1.5.11/"]
    assert page.links(rel="next") == ["/recommendations/itc-conf-wg1.6.1/"]
    assert page.words("figcaption") == ["التوصية 2 من 3"]
    last = Page(client.get("/recommendations/itc-conf-wg1.6.1/"))
    assert last.links(rel="next") == []


def test_neighbours_are_of_the_same_body(client: Client, recommendation: Recommendation) -> None:
    other = factories.make_meeting(1, body=factories.make_body("ITC/CONF/WG.2"))
    factories.make_recommendation(1, meeting=other)
    assert Page(client.get("/recommendations/itc-conf-wg2.1.1/")).links(rel="prev") == []


def test_a_corrected_word_is_marked_and_shown_beside_the_printed_one(client: Client) -> None:
    row = factories.make_recommendation(
        1,
        "ينبغي كفالة تبادل المياه، وبشأن القنوات.",
        printed_chapeau="ينبغي كفاءة تبادل المياه، وبشـــأن القنوات.",
        corrections=[[6, 11, "كفالة", "certain", 251, "كفاءة"]],
    )
    reading, printed = page_of(client, row), page_of(client, row, "?text=printed")
    assert reading.one("div", class_="matn").words == "ينبغي كفالة تبادل المياه، وبشأن القنوات."
    assert reading.words("a", class_="var") == ["كفالة"]
    assert printed.one("div", class_="matn").words == "ينبغي كفاءة تبادل المياه، وبشـــأن القنوات."
    assert printed.words("a", class_="var") == ["كفاءة"]
    assert reading.links("a", class_="var") == printed.links("a", class_="var") == ["#diff-1"]
    assert reading.one("li", id="diff-1").words == reading.one("ol", class_="src").words
    assert reading.one("ol", class_="src").words == (
        "251ينبغي كفاءة كفالة تبادل المياه، وبشأن القنوات. صُوِّب خطأ في النسخة"
    )
    assert reading.words("del") + reading.words("ins") == ["كفاءة", "كفالة"]
    assert reading.words("a", **{"aria-current": "true"})[-1] == "القراءة"
    assert printed.words("a", **{"aria-current": "true"})[-1] == "كما طُبع (1)"


def test_what_staff_worded_otherwise_is_told_from_a_mended_misreading(client: Client) -> None:
    row = factories.make_recommendation(
        1,
        "ينبغي كفالة ري القنوات.",
        printed_chapeau="ينبغي كفاءة مياه القنوات.",
        corrections=[[6, 11, "كفالة", "certain", 251, "كفاءة"]],
    )
    assert page_of(client, row).one("ol", class_="src").words == (
        "251ينبغي كفاءة كفالة صُوِّب خطأ في النسخة مياه ري القنوات. صاغه الموظفون"
    )


def test_a_text_that_is_as_printed_says_so_instead_of_counting_nothing(client: Client) -> None:
    meeting = factories.make_meeting(9)
    same = factories.make_recommendation(1, "ينبغي صون القنوات.", meeting=meeting)
    printed_text = "ينبغي صـــون القنوات."
    longer = factories.make_recommendation(
        2, "ينبغي صون القنوات.", meeting=meeting, printed_chapeau=printed_text, printed_text=printed_text
    )
    assert page_of(client, same).words("span", class_="switch") == ["القراءةلا يختلف عما طُبع"]
    assert page_of(client, longer).words("span", class_="switch") == ["القراءةكما طُبع"]
    # An address that was kept still shows which text it is.
    printed = page_of(client, same, "?text=printed")
    assert printed.words("a", **{"aria-current": "true"})[-1] == "كما طُبع"


def test_an_unknown_form_of_the_text_is_named_and_passed_over(
    client: Client, recommendation: Recommendation
) -> None:
    page = page_of(client, recommendation, "?text=<b>")
    assert page.words("p", class_="msg") == ["text=<b> يقبل reading أو printed؛ عرضنا نص القراءة."]
    assert page.one("div", class_="matn").words.startswith("ينبغي للدول أن تنظر")


def test_doubled_and_misprinted_numbers_are_told(client: Client) -> None:
    meeting = factories.make_meeting(1)
    factories.make_recommendation(2, meeting=meeting)
    row = factories.make_recommendation(2, meeting=meeting, copy=2, printed_number="3")
    page = page_of(client, row)
    assert row.get_absolute_url() == "/recommendations/itc-conf-wg1.1.2-2/"
    assert page.words("h1") == ["التوصية الثانية 2\u200e-2"]
    assert page.one("section", id="source").words == (
        "موضعها في المصدر أُدخلت يدوياً، ولا وثيقة مصدر لها في الأرشيف. طُبع رقمها «3». رقمها مكرر في المصدر."
    )


def test_a_number_that_has_no_word_is_shown_in_figures(client: Client) -> None:
    row = factories.make_recommendation(200, meeting=factories.make_meeting(1))
    assert page_of(client, row).words("h1") == ["التوصية 200 200"]


@pytest.mark.parametrize(
    ("asked", "status", "leads_to"),
    [
        ("itc-conf-wg1.5.12.b", 302, "/recommendations/itc-conf-wg1.5.12/#b"),
        ("ITC-Conf-WG1.5.12.B", 302, "/recommendations/itc-conf-wg1.5.12/#b"),
        ("ITC-CONF-WG1.5.12", 301, "/recommendations/itc-conf-wg1.5.12/"),
    ],
)
def test_other_addresses_of_the_same_lead_there(
    client: Client, recommendation: Recommendation, asked: str, status: int, leads_to: str
) -> None:
    response = client.get(f"/recommendations/{asked}/")
    assert (response.status_code, response.headers["Location"]) == (status, leads_to)


@pytest.mark.parametrize("asked", ["itc-conf-wg1.5.99", "itc-conf-wg1.5.12.z", "itc-conf-wg1.5.99.a"])
def test_what_is_not_there_names_itself_and_what_is_near(
    client: Client, recommendation: Recommendation, asked: str
) -> None:
    response = client.get(f"/recommendations/{asked}/")
    page = Page(response)
    assert response.status_code == 404
    assert page.words("h1") == ["لا توصية في الأرشيف بهذا المعرّف."]
    assert page.words("bdi", class_="asked") == [asked]
    assert "/recommendations/itc-conf-wg1.5.12/" in page.links()
