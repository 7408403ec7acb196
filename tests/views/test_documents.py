"""The list of documents, the page of one, and the way from a symbol."""

from datetime import date

import pytest
from django.test import Client

from archive.models import Document
from tests import factories
from tests.views.page import Page


@pytest.fixture
def report(db: None) -> Document:
    document = factories.make_document("ITC/CONF/WG.1/2020/5", title="تقرير عن القنوات")
    first = factories.make_section(document, "مقدمة")
    second = factories.make_section(document, "التوصيات", label="ثانيا", printed_label="ثانياً")
    below = factories.make_section(document, "صون القنوات", label="ألف", level=2, parent=second)
    one = factories.make_paragraph(document, 1, "عملا بالقرار.", section=first, first_line=2, last_line=2)
    factories.make_paragraph(
        document,
        2,
        "اعتمد ما يلي:\n(أ) الأول؛\n(ب) الثاني.",
        section=second,
        printed_number="6",
        first_line=5,
        last_line=7,
    )
    factories.make_paragraph(document, 4, "اختتم الاجتماع.", section=below, first_line=20, last_line=20)
    factories.make_footnote(document, "1", "انظر ITC/CONF/2019/1.", paragraph=one)
    factories.make_recommendation(1, "ينبغي صون القنوات.", document=document, first_line=9, last_line=9)
    return document


def page_of(client: Client, document: Document) -> Page:
    return Page(client.get(document.get_absolute_url()))


def test_headings_stand_in_an_outline_and_in_their_places(client: Client, report: Document) -> None:
    page = page_of(client, report)
    titles = ["أولاً- مقدمة", "ثانياً- التوصيات", "ألف- صون القنوات"]
    outline = page.one("nav", class_="outline")
    assert outline.words == "أولاً- مقدمة ثانياً- التوصيات ألف- صون القنوات"
    assert page.links(href="#s1") + page.links(href="#s3") == ["#s1", "#s1", "#s3", "#s3"]
    assert page.words("h2")[:2] + page.words("h3") == titles
    assert [one.attributes.get("id") for one in page.all("section", class_="stretch")] == ["s1", "s2", "s3"]
    paths = [one.attributes["data-path"] for one in page.all("a") if "data-path" in one.attributes]
    assert paths == ["أولاً", "ثانياً", "ثانياً، ألف"] * 2


def test_a_heading_stays_in_sight_unless_it_would_hide_the_text(client: Client, report: Document) -> None:
    factories.make_section(report, "عنوان " * 30)
    heads = page_of(client, report).all("div", class_="head")
    assert ["stays" in one.attributes["class"] for one in heads] == [True, True, True, False]


def test_everything_stands_in_reading_order(client: Client, report: Document) -> None:
    body = page_of(client, report).one("div", class_="body").words
    assert body[body.index("أولاً-") :] == (
        "أولاً- مقدمة 1 عملا بالقرار.1 1انظر ITC/CONF/2019/1.عودة إلى النص "
        "ثانياً- التوصيات 2 طُبع 6 اعتمد ما يلي: (أ)الأول؛ (ب)الثاني. "
        "1 توصية ينبغي صون القنوات. "
        "ألف- صون القنوات 3 الفقرة 3 غير موجودة في هذه النسخة 4 اختتم الاجتماع."
    )


def test_the_printed_text_is_one_step_away(client: Client, report: Document) -> None:
    report.paragraphs.filter(number=1).update(printed_text="عملا بالقـــرار المطبزع.")
    report.footnotes.update(printed_text="انظز.", place=4)
    report.sections.filter(position=3).update(printed_label="ياء", printed_title="صون القنزات")
    read, printed = page_of(client, report), Page(client.get(f"{report.get_absolute_url()}?text=printed"))
    assert "?text=printed" in read.links()
    assert report.get_absolute_url() in printed.links()
    assert [page.one("div", id="p1").words for page in (read, printed)] == [
        "1 عملا1 بالقرار.",
        "1 عملا1 بالقـــرار المطبزع.",
    ]
    assert (printed.words("h3"), read.words("h3")) == (["ياء- صون القنزات"], ["ألف- صون القنوات"])
    assert "انظز." in printed.one("aside", id="fn1").words
    assert printed.one("div", class_="body").attributes["data-digits"] == "as-is"


def test_each_corrected_word_leads_to_the_same_place_of_the_other_text(client: Client, report: Document) -> None:
    report.paragraphs.filter(number=1).update(text="عملا بالقرار المعتمد.", printed_text="عملا بالقـــرار المعتمر.")
    report.sections.filter(position=3).update(printed_title="صون القنزات")
    read = Page(client.get(report.get_absolute_url()))
    printed = Page(client.get(f"{report.get_absolute_url()}?text=printed&q=x"))
    marked = [[(one.words, one.attributes["href"]) for one in page.all("a", class_="var")] for page in (read, printed)]
    assert marked == [
        [("المعتمد", "?text=printed#p1"), ("القنوات", "?text=printed#s3")],
        [("المعتمر", "?q=x#p1"), ("القنزات", "?q=x#s3")],
    ]


def test_an_unknown_wish_for_a_text_is_named(client: Client, report: Document) -> None:
    page = Page(client.get(f"{report.get_absolute_url()}?text=x"))
    assert "يقبل reading أو printed؛ عرضنا نص القراءة." in page.one("p", class_="msg").words


def test_paragraphs_and_footnotes_are_linked_both_ways(client: Client, report: Document) -> None:
    page = page_of(client, report)
    assert [found for found in page.ids if found.startswith(("p", "fn"))] == [
        "p1",
        "fn1-ref",
        "fn1",
        "p2",
        "p3",
        "p4",
    ]
    assert page.links(href="#fn1") == ["#fn1"]
    assert page.links(href="#fn1-ref") == ["#fn1-ref"] * 2


def test_recommendations_stand_in_full_and_their_numbers_lead_to_their_pages(client: Client) -> None:
    document = factories.make_document(kind="compendium")
    chapeau = "ينبغي للدول أن تصون القنوات وأن تحفظها وأن تطهرها في كل عام وأن تبلغ الفريق:"
    factories.make_recommendation(2, chapeau, document=document, subparagraphs=("الأولى؛", "الثانية."))
    page = page_of(client, document)
    assert page.one("div", id="r1-2").words == f"2 {chapeau} (أ)الأولى؛ (ب)الثانية."
    assert "/recommendations/itc-conf-wg1.1.2/" in page.links()


def test_the_cover_is_known(client: Client) -> None:
    meeting = factories.make_meeting(6)
    item = factories.make_agenda_item("2 (ج)", meeting=meeting, title="صون القنوات")
    document = factories.make_document(
        "ITC/CONF/WG.1/2019/5",
        job_number="V.19-08455",
        meeting=meeting,
        agenda_item=item,
        distribution="General",
        original_language="en",
        author="ورقة من إعداد الأمانة",
        source_file="source.txt",
    )
    factories.make_footnote(document, "*", "ITC/CONF/WG.1/2019/1.")
    page = page_of(client, document)
    assert dict(list(zip(page.words("dt"), page.words("dd"), strict=True))[:8]) == {
        "الرمز": "ITC/CONF/WG.1/2019/5",
        "رقم الوظيفة": "V.19-08455",
        "الاجتماع": "الاجتماع السادس، فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2016",
        "البند": "2 (ج) صون القنوات",
        "جهة الإعداد": "ورقة من إعداد الأمانة",
        "التوزيع": "عام",
        "اللغة الأصلية": "الإنكليزية",
        "ملف المصدر": "source.txt",
    }
    assert page.words("p", class_="where") == ["تقرير اجتماع، 16 تموز/يوليه 2019، البند 2 (ج) من جدول الأعمال"]
    assert page.one("aside", id="fn1").words == "*ITC/CONF/WG.1/2019/1."
    assert page.one("html").attributes["data-symbol"] == "ITC/CONF/WG.1/2019/5"


def test_lost_paragraphs_in_a_row_are_one_gap(client: Client) -> None:
    document = factories.make_document()
    factories.make_paragraph(document, 4)
    assert page_of(client, document).one("div", id="p1").words == "الفقرات 1 إلى 3 غير موجودة في هذه النسخة"


def test_a_doubled_number_keeps_both_paragraphs(client: Client) -> None:
    document = factories.make_document()
    factories.make_paragraph(document, 1)
    factories.make_paragraph(document, 1, copy=2)
    page = page_of(client, document)
    assert [found for found in page.ids if found.startswith("p")] == ["p1", "p1-2"]
    assert page.words("small") == ["رقم مكرر"]


def test_a_document_only_known_leads_to_the_united_nations(client: Client) -> None:
    document = factories.make_document("CTOC/COP/2024/1", title="", source_file="", date=None)
    page = page_of(client, document)
    assert page.words("h1") == ["CTOC/COP/2024/1"]
    assert page.one("section", class_="empty").words == (
        "نص هذه الوثيقة غير متاح هنا. تذكرها وثائق الأرشيف، ولم يُحمَّل نصها. "
        "الوثيقة لدى الأمم المتحدة CTOC/COP/2024/1"
    )
    assert page.links(rel="external") == ["https://docs.un.org/ar/CTOC/COP/2024/1"]


def test_invented_documents_are_not_looked_for_at_the_united_nations(client: Client) -> None:
    document = factories.make_document(source_file="")
    factories.make_state("specimen")
    assert page_of(client, document).links(rel="external") == []


def test_the_list_goes_by_body_and_meeting_and_says_what_is_in_each(client: Client) -> None:
    group, conference = factories.make_body(name_ar="فريق القنوات"), factories.make_body("ITC/CONF", name_ar="مؤتمر")
    sixth, seventh = factories.make_meeting(6, body=group), factories.make_meeting(7, body=group)
    report = factories.make_document("ITC/CONF/WG.1/2020/5", meeting=seventh, title="تقرير", date=date(2020, 9, 23))
    factories.make_paragraph(report)
    factories.make_recommendation(1, meeting=seventh, document=report)
    factories.make_document("ITC/CONF/WG.1/2019/1", meeting=sixth, title="", source_file="")
    factories.make_document("ITC/CONF/WG.1/2020/1", meeting=seventh, title="جدول الأعمال", source_file="")
    factories.make_document("ITC/CONF/2019/1", body=conference, title="", source_file="")
    factories.make_document("", slug="v20-1", job_number="V.20-1", title="", source_file="")
    page = Page(client.get("/documents/"))
    assert page.words("p", class_="where") == [
        "وثيقة واحدة بالنص الكامل، و4 وثائق نصها غير متاح هنا."
    ]
    assert page.words("h2")[:3] == ["فريق القنوات", "مؤتمر", "بلا هيئة معروفة"]
    assert page.words("h3") == [
        "الاجتماع السابع 30 أيار/مايو إلى 1 حزيران/يونيه 2017",
        "الاجتماع السادس 30 أيار/مايو إلى 1 حزيران/يونيه 2016",
        "بلا اجتماع معروف",
        "بلا اجتماع معروف",
    ]
    assert page.words("ul", class_="shelf") == [
        "تقرير ITC/CONF/WG.1/2020/5 تقرير اجتماع، 23 أيلول/سبتمبر 2020، توصية واحدة، فقرة واحدة "
        "جدول الأعمال ITC/CONF/WG.1/2020/1 نصها غير متاح هنا",
        "ITC/CONF/WG.1/2019/1 نصها غير متاح هنا",
        "ITC/CONF/2019/1 نصها غير متاح هنا",
        "V.20-1 نصها غير متاح هنا",
    ]


def test_a_former_address_redirects_for_good(client: Client) -> None:
    document = factories.make_document()
    factories.make_former_slug("v20-05359", document)
    response = client.get("/documents/V20-05359/")
    assert (response.status_code, response.headers["Location"]) == (301, document.get_absolute_url())


@pytest.mark.parametrize(
    "asked", ["ITC/CONF/2019/5", "itc/conf/2019/5", "itc/conf/2019/5/", "V.20-05359", "v.20-05359"]
)
def test_a_symbol_or_job_number_in_any_case_finds_the_document(client: Client, asked: str) -> None:
    document = factories.make_document("ITC/CONF/2019/5", job_number="V.20-05359")
    response = client.get(f"/symbol/{asked}")
    assert (response.status_code, response.headers["Location"]) == (302, document.get_absolute_url())


def test_a_held_document_answers_before_one_only_known(client: Client) -> None:
    factories.make_document("ITC/CONF/2019/5", source_file="", language="ar", slug="known")
    factories.make_document("ITC/CONF/2019/5", language="en", slug="held")
    assert client.get("/symbol/ITC/CONF/2019/5").headers["Location"] == "/documents/held/"


def test_an_unknown_symbol_may_be_looked_for_at_the_united_nations(client: Client) -> None:
    response = client.get("/symbol/ctoc/cop/2030/1")
    page = Page(response)
    assert response.status_code == 404
    assert page.words("h1") == ["لا وثيقة في الأرشيف بهذا الرمز."]
    assert page.words("bdi", class_="asked") == ["ctoc/cop/2030/1"]
    assert page.links(rel="external") == ["https://docs.un.org/ar/CTOC/COP/2030/1"]


def test_an_unknown_document_is_a_real_404(client: Client) -> None:
    assert client.get("/documents/nothing/").status_code == 404


@pytest.mark.parametrize(
    ("symbol", "title", "description"),
    [
        ("ITC/CONF/WG.1/2020/6", "جدول الأعمال", "وثيقة أخرى. جدول الأعمال"),
        ("ITC/CONF/WG.1/2020/6", "", "وثيقة أخرى ITC/CONF/WG.1/2020/6"),
        ("", "", "وثيقة أخرى V.20-00001"),
    ],
)
def test_what_a_document_is_told_machines_by_has_no_loose_end(
    client: Client, db: None, symbol: str, title: str, description: str
) -> None:
    names = {"slug": "named", "job_number": "V.20-00001"}
    document = factories.make_document(symbol, title=title, kind="other", **names)
    assert page_of(client, document).one("meta", name="description").attributes["content"] == description
