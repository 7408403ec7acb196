"""Searching within one document."""

from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.display.documents.document_search import Hop, build_hops
from archive.models import Document
from archive.search.entries import rebuild_index
from tests import factories
from tests.views.page import Page

ADDRESS = "/documents/itc-conf-wg1-2019-5/"
WORD = f"{ADDRESS}?q={quote('قناة')}"


@pytest.fixture
def report(client: Client) -> Document:
    document = factories.make_document("ITC/CONF/WG.1/2019/5")
    factories.make_paragraph(document, 1, "نظر الفريق في القنوات.", printed_text="نظر الفربق في القنوات.")
    factories.make_paragraph(document, 2, "لا شيء هنا.")
    factories.make_paragraph(document, 12, "القنوات والمياه.", first_line=30, last_line=30)
    factories.make_recommendation(3, "ينبغي صون القناة.", document=document, first_line=20, last_line=20)
    factories.make_paragraph(factories.make_document(), 1, "القنوات في وثيقة أخرى.")
    rebuild_index()
    return document


def test_places_found_are_marked_and_lead_to_each_other(client: Client, report: Document) -> None:
    page = Page(client.get(WORD))
    assert page.words("h2", id="count") == ["فقرتان، توصية واحدة فيها قناة"]
    assert page.one("ol", class_="under").words == "1 3 12"
    assert page.words("mark") == ["القنوات", "القناة", "القنوات"]
    hops = [link for link in page.links() if link in ("#p1", "#r1-3", "#p12")]
    # The list; then each number with the places before and after it. That of the recommendation leads to its page.
    assert hops == ["#p1", "#r1-3", "#p12", "#p1", "#r1-3", "#p1", "#p12", "#p12", "#r1-3"]


def test_marks_and_the_printed_text_go_together(client: Client, report: Document) -> None:
    page = Page(client.get(f"{WORD}&text=printed"))
    assert page.one("div", id="p1").words == "1 الموضع التالي 1-3↓ نظر الفربق في القنوات."
    assert page.words("mark")[0] == "القنوات"
    assert page.one("a", class_="var").attributes["href"] == f"?q={quote('قناة')}#p1"
    assert page.all("input", name="text")[0].attributes["value"] == "printed"


def test_without_a_full_match_those_with_some_of_the_words_are_shown(client: Client, report: Document) -> None:
    page = Page(client.get(f"{ADDRESS}?q={quote('القنوات المياه زرقشلاندية')}"))
    assert page.words("h2", id="count") == ["فقرتان، توصية واحدة فيها القنوات المياه زرقشلاندية"]
    assert "لا فقرة فيها الكلمات كلها؛ وهذه فيها بعضها." in page.words("p", class_="did")


def test_nothing_found_leads_on_to_all_documents(client: Client, report: Document) -> None:
    page = Page(client.get(f"{ADDRESS}?q={quote('زرقشلاندية')}"))
    assert page.words("h2", id="count") == ["لا فقرات فيها زرقشلاندية"]
    assert page.all("mark") == []
    assert f"/documents/?q={quote('زرقشلاندية')}" in page.links()


@pytest.mark.parametrize("typed", ["12", "١٢"])
def test_the_number_of_a_paragraph_leads_to_it(client: Client, report: Document, typed: str) -> None:
    response = client.get(f"{ADDRESS}?q={quote(typed)}")
    assert (response.status_code, response.headers["Location"]) == (302, f"{ADDRESS}#p12")


def test_a_bad_wish_is_named(client: Client, report: Document) -> None:
    assert Page(client.get(f"{WORD}&exact=2")).words("p", class_="msg") == ["exact=2 يقبل القيمة 1 وحدها."]


def test_hops_end_where_the_places_end() -> None:
    assert build_hops(["p1", "p2", "p4"]) == {
        "p1": Hop(1, "", "p2"),
        "p2": Hop(2, "p1", "p4"),
        "p4": Hop(3, "p2", ""),
    }
    assert build_hops([]) == {}


@pytest.mark.parametrize("items", [1, 3])
def test_queries_do_not_grow_with_the_places(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, items: int
) -> None:
    document, meeting = factories.make_document("ITC/CONF/WG.1/2019/5"), factories.make_meeting()
    for number in range(1, items + 1):
        factories.make_paragraph(document, number, "القنوات.")
        factories.make_recommendation(number, "القنوات.", meeting=meeting, document=document)
    rebuild_index()
    client.get(WORD)
    # Which of two found recommendations is near to the other is asked once.
    with django_assert_num_queries(16 + (items > 1)):
        client.get(WORD)
