"""The place of a recommendation in its source, beside its text."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.display.documents.reading_order import (
    DocumentPart,
    Gap,
    HeadingPart,
    ParagraphPart,
    RecommendationsPart,
)
from archive.display.documents.source_place import AROUND, find_source_place
from archive.models import Document, Recommendation
from tests import factories
from tests.views.page import Page

LONG = "نص " * (AROUND // 3 + 1)


@pytest.fixture
def document(db: None) -> Document:
    """Line 1 a heading, 2–4 paragraphs, 5 a heading, 6–8 recommendations, 9 a paragraph."""
    document = factories.make_document("ITC/CONF/WG.1/2019/5", title="تقرير")
    top = factories.make_section(document, "مقدمة", first_line=1)
    chapter = factories.make_section(document, "التوصيات", label="ثانيا", printed_label="ثانياً", first_line=5)
    for number in (1, 2, 3):
        factories.make_paragraph(document, number, section=top, first_line=number + 1, last_line=number + 1)
    meeting = factories.make_meeting(5)
    for number in (1, 2, 3):
        factories.make_recommendation(
            number, meeting=meeting, document=document, first_line=number + 5, last_line=number + 5
        )
    factories.make_paragraph(document, 5, section=chapter, first_line=9, last_line=9)
    return document


def shown(parts: tuple[DocumentPart, ...]) -> list[str]:
    names = []
    for part in parts:
        if isinstance(part, HeadingPart):
            names.append(part.section.title)
        elif isinstance(part, ParagraphPart):
            names.append(f"¶{part.paragraph.number}")
        elif isinstance(part, Gap):
            names.append("…")
        elif isinstance(part, RecommendationsPart):
            (row,) = part.recommendations
            names.append(f"({row.number})")
    return names


def place_of(number: int) -> tuple[list[str], list[str], list[str], str]:
    place = find_source_place(Recommendation.objects.select_related("document").get(number=number))
    assert place is not None
    return [one.title for one in place.above], shown(place.before), shown(place.after), place.anchor


def test_neighbours_stand_in_reading_order_up_to_enough_text(document: Document) -> None:
    assert place_of(2) == (
        [],
        ["مقدمة", "¶1", "¶2", "¶3", "التوصيات", "(1)"],
        ["(3)", "…", "¶5"],
        "s2",
    )


def test_one_long_neighbour_is_enough_and_the_heading_above_it_is_kept(document: Document) -> None:
    Recommendation.objects.filter(number=1).update(printed_text=LONG)
    assert place_of(2)[:2] == ([], ["التوصيات", "(1)"])
    assert place_of(3)[:2] == ([], ["التوصيات", "(1)", "(2)"])


def test_headings_far_above_are_told_apart(document: Document) -> None:
    Recommendation.objects.filter(number=2).update(printed_text=LONG)
    above, before, _after, anchor = place_of(3)
    assert (above, before, anchor) == (["التوصيات"], ["(2)"], "s2")


def test_one_without_a_document_has_no_place(db: None) -> None:
    assert find_source_place(factories.make_recommendation(1)) is None


def test_the_page_opens_it_by_a_link_and_closes_it(client: Client, document: Document) -> None:
    address = "/recommendations/itc-conf-wg1.5.2/"
    assert "افتح موضعها في المصدر بجوار النص" in Page(client.get(address)).words("a")
    page = Page(client.get(f"{address}?source=beside&text=printed"))
    beside = page.one("section", class_="beside")
    assert beside.words == (
        "موضعها في المصدر أغلق المصدر تقرير ITC/CONF/WG.1/2019/5 "
        "1أولاً- مقدمة 21 نص الفقرة 1. 32 نص الفقرة 2. 43 نص الفقرة 3. 5ثانياً- التوصيات "
        "61 ينبغي للدول أن تحفظ القناة رقم 1. 72 ينبغي للدول أن تحفظ القناة رقم 2. "
        "83 ينبغي للدول أن تحفظ القناة رقم 3. … 95 نص الفقرة 5. تابع القراءة في الوثيقة"
    )
    assert page.one("li", id="place").words == "72 ينبغي للدول أن تحفظ القناة رقم 2."
    switch = page.one("span", class_="switch")
    assert switch.words == "القراءةكما طُبع"
    assert f"{address}?source=beside" in page.links()
    assert f"{address}?text=printed" in page.links("a", class_="link")
    assert "/recommendations/itc-conf-wg1.5.1/?source=beside#beside" in page.links("a", class_="no")
    assert "/documents/itc-conf-wg1-2019-5/#p3" in page.links("a", class_="no")


def test_corrected_words_stand_in_both_forms(client: Client, document: Document) -> None:
    Recommendation.objects.filter(number=2).update(chapeau="ينبغي كفالة الماء", printed_chapeau="ينبغي كفاءة الماء")
    page = Page(client.get("/recommendations/itc-conf-wg1.5.2/?source=beside"))
    assert page.one("li", id="place").words == "72 ينبغي كفاءة كفالة الماء"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("?source=x", "source=x يقبل beside وحدها؛ عرضنا النص وحده."),
        ("?source=beside", "source=beside لا وثيقة مصدر لهذه التوصية في الأرشيف؛ عرضنا النص وحده."),
    ],
)
def test_what_cannot_be_opened_is_said(client: Client, query: str, message: str) -> None:
    page = Page(client.get(factories.make_recommendation(1).get_absolute_url() + query))
    assert page.words("p", class_="msg") == [message]
    assert page.all("section", class_="beside") == []


def test_it_takes_five_queries_more_however_long_the_document(
    client: Client, document: Document, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    factories.make_state()
    for number in range(6, 30):
        factories.make_paragraph(document, number)
    client.get("/recommendations/")
    with django_assert_num_queries(18):
        client.get("/recommendations/itc-conf-wg1.5.2/?source=beside")
