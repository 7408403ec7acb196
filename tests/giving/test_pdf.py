"""The compendium as PDF, as poppler and pypdf read it: language, bookmarks, texts, the order of dates and symbols."""

import io
import random
import re
import subprocess
import unicodedata
from collections import Counter

import pypdf
import pytest
from django.test import Client

from archive.arabic.normalize import bare
from archive.giving import formats, offers
from archive.giving.pdf.writing import is_installed
from archive.models import Recommendation
from tests import factories, surroundings
from tests.giving.archives import fill
from tests.giving.reading import given
from tests.views.page import Page

PDF = "/recommendations/export.pdf"


@pytest.fixture
def typst() -> None:
    if not is_installed():
        pytest.skip("typst is not installed (requirements-pdf.txt)")


def words_of(packed: bytes) -> str:
    """All words as poppler reads them, in the order of reading, without marks and signs of direction."""
    if surroundings.office() is None:
        pytest.skip(surroundings.NO_OFFICE)
    done = subprocess.run(["pdftotext", "-", "-"], input=packed, capture_output=True, check=True, timeout=300)
    return " ".join(bare(done.stdout.decode()).split())


def test_it_is_tagged_arabic_with_bookmarks_and_its_own_face(client: Client, typst: None) -> None:
    fill()
    reader = pypdf.PdfReader(io.BytesIO(given(client, PDF)))
    assert reader.pdf_header == "%PDF-1.7"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "ar"
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == "التوصيات"
    titles = [one.title for one in reader.outline if not isinstance(one, list)]
    assert [title.split("،")[0] for title in titles] == ["أولاً- الاجتماع الأول", "ثانياً- الاجتماع الثاني"]
    faces = {
        str(font["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].get_object().values()
        for font in [font.get_object()]
    }
    assert {face.partition("+")[2].partition("-")[0] for face in faces} == {"Amiri"}


def test_symbols_dates_and_letters_are_read_in_their_order(client: Client, typst: None) -> None:
    fill()
    words = words_of(given(client, PDF))
    # On the page the bracket closes behind the year; poppler takes it for a sign of the Arabic line.
    for expected in (
        "S/RES/2240 (2015",
        "INTERPOL",
        "ITC/CONF/WG.1/2019/5",
        "http://testserver/recommendations/",
    ):
        assert expected in words


def test_all_texts_of_the_archive_are_in_it(client: Client, typst: None, real_archive: None) -> None:
    packed = given(client, PDF)
    words = set(words_of(packed).split())
    missing = [
        row.locator
        for row in Recommendation.objects.all()
        # A word may be parted at the end of a line by what surrounds it.
        if len([word for word in bare(row.text).split() if word not in words]) > len(row.text.split()) // 3
    ]
    assert missing == []
    assert len(pypdf.PdfReader(io.BytesIO(packed)).pages) in range(15, 30)


def test_a_letter_under_two_marks_is_told_once(client: Client, typst: None) -> None:
    text = "لعلَّ الدولَ تودُّ أن تنظر، وأنَّ الهويَّةَ مهمَّةٌ جدّاً، في صون القناة."
    factories.make_recommendation(1, text)
    assert letters_of(bare(text)) in letters_of(words_of(given(client, PDF)))


def test_texts_of_a_selection_stand_in_its_order(client: Client, typst: None, real_archive: None) -> None:
    """By letters alone: poppler takes some joints for blanks."""
    chance = random.Random(17)
    rows = {row.locator: row for row in Recommendation.objects.all()}
    for wanted in (list(rows), chance.sample(list(rows), 12), chance.sample(list(rows), 40)):
        letters = letters_of(words_of(given(client, f"{PDF}?items={','.join(wanted)}")))
        at, missing = 0, []
        for locator in wanted:
            found = letters.find(letters_of(bare(rows[locator].chapeau))[:25], at)
            missing += [locator] * (found < 0)
            at = max(at, found)
        # A page may end within those letters.
        assert len(missing) <= len(wanted) // 50, missing


def letters_of(words: str) -> str:
    return "".join(re.findall("[ء-ي]", unicodedata.normalize("NFKC", words)))


@pytest.mark.parametrize(
    "text", ["#eval(1) $x$ `code` *bold* _it_ \\ <label> @ref = - + /", "[#panic()]", '"#{1+1}"']
)
def test_nothing_of_a_text_is_taken_for_markup(client: Client, typst: None, text: str) -> None:
    factories.make_recommendation(1, text)
    # In an Arabic line signs turn round; every one of them is there.
    assert Counter("".join(text.split())) <= Counter(words_of(given(client, PDF)))


def test_a_sign_that_the_face_does_not_have_costs_a_promise_and_not_the_paper(
    client: Client, typst: None
) -> None:
    factories.make_recommendation(1, "ينبغي 😀 صون القناة.")
    reader = pypdf.PdfReader(io.BytesIO(given(client, PDF)))
    assert b"pdfuaid" not in reader.trailer["/Root"]["/Metadata"].get_data()
    assert len(reader.pages) == 1


def test_an_empty_selection_is_a_paper(client: Client, typst: None) -> None:
    assert len(pypdf.PdfReader(io.BytesIO(given(client, "/list/export.pdf"))).pages) == 1


def test_in_english_it_is_english(client: Client, typst: None) -> None:
    fill()
    reader = pypdf.PdfReader(io.BytesIO(given(client, f"/en{PDF}")))
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert next(one.title for one in reader.outline if not isinstance(one, list)).startswith(
        "I. First meeting, Vienna"
    )


def test_without_the_library_there_is_a_sentence_and_no_key(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    rest = tuple(one for one in formats.FORMATS if one.ending != "pdf")
    monkeypatch.setattr(formats, "FORMATS", rest)
    monkeypatch.setattr(offers, "FORMATS", rest)
    response = client.get(PDF)
    assert response.status_code == 501
    assert "Word" in Page(response).words("p", class_="lede")[0]
    assert PDF not in Page(client.get("/recommendations/")).links()
