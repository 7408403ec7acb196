"""The chronological compendium as Word file: labels, texts and order as python-docx reads them."""

import io
import zipfile

import pytest
from django.test import Client
from docx import Document
from lxml import etree

from archive.models import Recommendation
from tests import factories
from tests.giving.archives import DIFFICULT, fill
from tests.giving.reading import ReadEntry, content, entries, given, paragraphs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIRST = "أولاً- الاجتماع الأول، فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2011"
SECOND = "ثانياً- الاجتماع الثاني، فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2012"
LETTERS = (("أ", "الأولى؛"), ("ب", "الثانية؛"), ("ج", "الثالثة."))


def test_labels_and_texts_are_those_of_the_record_with_its_gaps(client: Client) -> None:
    fill()
    assert entries(given(client, "/recommendations/export.docx")) == [
        ReadEntry(FIRST, "1", DIFFICULT, ()),
        ReadEntry(FIRST, "2", "ينبغي:", LETTERS),
        ReadEntry(FIRST, "5", "الخامسة.", ()),
        ReadEntry(FIRST, "5\u200e-2", "الخامسة أيضاً.", ()),
        ReadEntry(SECOND, "1", "ينبغي للدول أن تحفظ القناة رقم 1.", ()),
    ]


def test_all_that_is_loaded_is_read_back(client: Client, real_archive: None) -> None:
    rows = Recommendation.objects.in_official_order().prefetch_related("subparagraphs")
    expected = [
        (str(row.number), row.chapeau, tuple((item.label, item.text) for item in row.subparagraphs.all()))
        for row in rows
    ]
    read = entries(given(client, "/recommendations/export.docx"))
    assert len(expected) == 171
    assert [(entry.number, entry.chapeau, entry.items) for entry in read] == expected


def test_an_order_of_ones_own_has_a_heading_wherever_the_meeting_changes(client: Client) -> None:
    fill()
    items = "itc-conf-wg1.1.5,itc-conf-wg1.2.1,itc-conf-wg1.1.1"
    read = entries(given(client, f"/list/export.docx?items={items}"))
    assert [(entry.heading.split("،")[0], entry.number) for entry in read] == [
        ("أولاً- الاجتماع الأول", "5"),
        ("ثانياً- الاجتماع الثاني", "1"),
        ("ثالثاً- الاجتماع الأول", "1"),
    ]


def test_a_lettered_item_stands_under_its_number_and_chapeau_without_the_others(client: Client) -> None:
    fill()
    alone = entries(given(client, "/recommendations/itc-conf-wg1.1.2.b/export.docx"))
    assert alone == [ReadEntry(FIRST, "2", "ينبغي:", LETTERS[1:2])]
    together = entries(
        given(client, "/recommendations/export.docx?items=itc-conf-wg1.1.2.c,itc-conf-wg1.1.2.a")
    )
    assert together == [ReadEntry(FIRST, "2", "ينبغي:", (LETTERS[2], LETTERS[0]))]


def test_the_cover_says_what_it_is(client: Client) -> None:
    fill()
    packed = given(client, "/recommendations/export.docx?meeting=itc-conf-wg1.1&year=nothing")
    document = Document(io.BytesIO(packed))
    facts = {row.cells[0].text: row.cells[1].text.strip("\u200e") for row in document.tables[0].rows}
    assert facts["الاجتماع"] == "الاجتماع الأول"
    assert facts["العدد"] == "4 توصيات"
    assert facts["الرابط"] == "http://testserver/recommendations/?meeting=itc-conf-wg1.1"
    assert set(facts) == {"الاجتماع", "العدد", "التاريخ", "الرابط"}
    texts = [paragraph.text for paragraph in paragraphs(packed)]
    assert texts[:3] == ["فريق القنوات", "التوصيات", "year=nothing: لا قيمة بهذا الاسم في الأرشيف."]
    assert "المصدر: ITC/CONF/WG.1/2019/5" in texts


def test_the_contents_lead_to_the_headings_with_figures_stored(client: Client) -> None:
    fill()
    root = etree.fromstring(part(given(client, "/recommendations/export.docx"), "word/document.xml"))
    lines = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith("TOC")]
    told = ["".join(line.itertext(f"{W}t")) for line in lines]
    asked = ["".join(line.itertext(f"{W}instrText")).split()[1] for line in lines]
    assert told == [f"{FIRST}2", f"{SECOND}2", "البند 2 من جدول الأعمال: صيانة الأقفال2"]
    assert asked == [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert b"TOC " not in part(given(client, "/recommendations/export.docx"), "word/document.xml")
    assert b"updateFields" not in part(given(client, "/recommendations/export.docx"), "word/settings.xml")


def test_agenda_items_are_headings(client: Client) -> None:
    fill()
    styles = [
        (one.style, one.text)
        for one in paragraphs(given(client, "/meetings/itc-conf-wg1.2/export.docx"))
        if one.style.startswith("Heading")
    ]
    assert styles == [
        ("Heading1", SECOND.replace("ثانياً", "أولاً")),
        ("Heading2", "البند 2 من جدول الأعمال: صيانة الأقفال"),
    ]


def test_english_headings_stand_over_the_arabic_texts(client: Client) -> None:
    fill()
    packed = given(client, "/en/recommendations/export.docx?meeting=itc-conf-wg1.2&digits=eastern")
    (entry,) = entries(packed)
    assert entry.heading == "I. Second meeting, Vienna, 30 May–1 June 2012"
    assert (entry.number, entry.chapeau) == ("١", "ينبغي للدول أن تحفظ القناة رقم ١.")
    assert b"<w:titlePg/></w:sectPr>" in part(packed, "word/document.xml")


@pytest.mark.parametrize(
    ("digits", "label", "text"),
    [
        ("eastern", "١-", DIFFICULT.replace("04-07-2018", "٠٤-٠٧-٢٠١٨").replace("كوفيد-19", "كوفيد-١٩")),
        ("western", "1-", DIFFICULT.replace("١٨", "18")),
    ],
)
def test_digits_are_as_wished_and_symbols_keep_theirs(
    client: Client, digits: str, label: str, text: str
) -> None:
    fill()
    packed = given(client, f"/recommendations/itc-conf-wg1.1.1/export.docx?digits={digits}")
    assert [(one.label, one.text) for one in paragraphs(packed) if one.style == "Recommendation"] == [
        (label, text)
    ]


def test_the_text_as_printed_follows_where_it_differs_and_is_asked_for(client: Client) -> None:
    meeting = factories.make_meeting(1)
    factories.make_recommendation(1, "ينبغي صون القناة.", meeting=meeting, printed_text="ينبغي صدن القناة.")
    factories.make_recommendation(2, "ينبغي حفرها.", meeting=meeting)
    shown = [one.text for one in paragraphs(given(client, "/recommendations/export.docx?printed=1"))]
    assert [text for text in shown if text.startswith("كما طُبع")] == ["كما طُبع: ينبغي صدن القناة."]
    plain = [one.style for one in paragraphs(given(client, "/recommendations/export.docx"))]
    assert "Printed" not in plain


def test_an_empty_selection_is_a_paper_that_says_so(client: Client) -> None:
    fill()
    packed = given(client, "/recommendations/export.docx?meeting=itc-conf-wg1.1&year=2012")
    assert [one.text for one in paragraphs(packed)] == ["التوصيات", "لا توصيات تستوفي معايير التصفية."]


def test_what_is_not_held_is_named(client: Client) -> None:
    fill()
    packed = content(
        client.post("/list/export.docx", {"items": "itc-conf-wg1.1.1..3,x.9,itc-conf-wg1.1.2.z"})
    )
    texts = [one.text for one in paragraphs(packed)]
    sentence = "لا توصية في الأرشيف بهذه المعرّفات: itc-conf-wg1.1.3، x.9، itc-conf-wg1.1.2.z."
    assert sentence in texts
    assert [entry.number for entry in entries(packed)] == ["1", "2"]


def test_signs_that_turn_lines_or_stop_readers_are_left_out(client: Client) -> None:
    factories.make_recommendation(1, "ينبغي\u202e صون\x0c القناة\u2066.\x1b")
    (entry,) = entries(given(client, "/recommendations/export.docx"))
    assert entry.chapeau == "ينبغي صون القناة."


def part(packed: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(packed)).read(name)
