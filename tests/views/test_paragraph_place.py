"""Going to a paragraph by its number, and the ways to the page of help."""

from typing import Any

import pytest
from django.test import Client

from archive.models import Document
from tests import factories
from tests.views.page import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [("12", "#p12"), ("١٢", "#p12"), ("الفقرة 12", "#p12"), ("para. 12", "#p12"), (" 12- ", "#p12"), ("3", "#p2")],
)
def test_a_number_leads_to_its_paragraph_and_to_the_gap_where_it_should_be(
    client: Client, typed: str, leads_to: str
) -> None:
    address = _report()
    answer = client.get(address, {"paragraph": typed})
    assert (answer.status_code, answer["Location"]) == (302, f"{address}{leads_to}")
    printed = client.get(address, {"paragraph": typed, "text": "printed", "q": "قناة"})
    assert printed["Location"] == f"{address}?q=%D9%82%D9%86%D8%A7%D8%A9&text=printed{leads_to}"
    assert leads_to[1:] in Page(client.get(address)).ids


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("13", "لا فقرة رقمها 13 في هذه الوثيقة. فقراتها من 1 إلى 12."),
        ("0", "لا فقرة رقمها 0 في هذه الوثيقة. فقراتها من 1 إلى 12."),
        ("99999", "لا فقرة رقمها 99999 في هذه الوثيقة. فقراتها من 1 إلى 12."),
        ("القناة", "اكتب رقم الفقرة وحده. فقراتها من 1 إلى 12."),
        ("1-2", "اكتب رقم الفقرة وحده. فقراتها من 1 إلى 12."),
        ("1" * 30, "اكتب رقم الفقرة وحده. فقراتها من 1 إلى 12."),
    ],
)
def test_what_is_no_number_of_a_paragraph_is_answered_in_words(client: Client, typed: str, said: str) -> None:
    page = Page(client.get(_report(), {"paragraph": typed}))
    assert page.words("p", id="no-paragraph") == [said]
    field = page.one("input", id="to-number").attributes
    assert (field["value"], field["aria-invalid"], field["aria-describedby"]) == (typed, "true", "no-paragraph")


def test_a_number_that_stands_in_several_parts_is_offered(client: Client) -> None:
    address = _report()
    document = Document.objects.get()
    factories.make_paragraph(document, 12, series=1, part="المرفق الأول")
    page = Page(client.get(address, {"paragraph": "12"}))
    assert page.words("p", class_="did") == ["في هذه الوثيقة أكثر من فقرة رقمها 12: الموضع 1؛ المرفق الأول"]
    assert [link for link in page.links("a", class_="num") if link in ("#p12", "#s2-p12")][:2] == ["#p12", "#s2-p12"]


def test_a_paper_without_paragraphs_asks_for_no_number(client: Client) -> None:
    document = factories.make_document("ITC/CONF/WG.1/2019/5")
    factories.make_recommendation(1, document=document)
    address = document.get_absolute_url()
    assert Page(client.get(address)).all("input", id="to-number") == []
    assert client.get(address, {"paragraph": "1"}).status_code == 200


def _report(**values: Any) -> str:
    """The address of a report that has lost paragraphs 2 to 11 but for one."""
    document = factories.make_document("ITC/CONF/WG.1/2019/5", **values)
    for number in (1, 12):
        factories.make_paragraph(document, number)
    return document.get_absolute_url()


def test_an_empty_archive_says_that_it_has_no_examples(client: Client) -> None:
    page = Page(client.get("/help/"))
    assert page.words("h1") == ["كيف تبحث وتستشهد"]
    assert page.words("p", class_="note") == ["الأرشيف فارغ بعد، فلا أمثلة منه."]
    assert page.all("table") == []


def test_the_search_box_and_the_foot_lead_to_it(client: Client) -> None:
    factories.make_recommendation(1)
    for path in ("/", "/recommendations/", "/nowhere/"):
        assert Page(client.get(path)).links().count("/help/") == 2
    assert Page(client.get("/meetings/")).links().count("/help/") == 1
