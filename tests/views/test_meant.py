"""Above the hits: what a search names among its words, what it may name, and what is not stored."""

import pytest
from django.test import Client

from archive.search.entries import rebuild_index
from tests import factories
from tests.factories_of_meaning import make_assignment, make_topic

LIST = "/recommendations/"


@pytest.fixture(autouse=True)
def papers(db: None) -> None:
    body = factories.make_body("ITC/CONF/WG.1", name_ar="الفريق العامل المعني بالقنوات")
    for number in (4, 5):
        meeting = factories.make_meeting(number, body=body)
        first = factories.make_recommendation(12, "ينبغي صون القنوات.", meeting=meeting)
        factories.make_recommendation(13, "ينبغي صون السدود.", meeting=meeting)
    make_assignment(first, make_topic("canals", label_ar="القنوات", label_en="Canals"))
    rebuild_index()


def meant(client: Client, q: str) -> str:
    response = client.get(LIST, {"q": q})
    assert response.status_code == 200
    html = response.content.decode()
    return html.partition('<div class="did meant">')[2].partition("</div>")[0]


@pytest.mark.parametrize(
    ("q", "address"),
    [
        ("rec 4.12", "/recommendations/itc-conf-wg1.4.12/"),
        ("الاجتماع الرابع", "/meetings/itc-conf-wg1.4/"),
        ("الاجتماع ٤", "/meetings/itc-conf-wg1.4/"),
        ("the fourth meeting", "/meetings/itc-conf-wg1.4/"),
        ("meeting 4", "/meetings/itc-conf-wg1.4/"),
        ("التوصيتان 12 و13 من الاجتماع الخامس", "/list/?items=itc-conf-wg1.5.12,itc-conf-wg1.5.13"),
        ("Canals · Archive of Recommendations", "/topics/canals/"),
    ],
)
def test_an_exact_reference_jumps(client: Client, q: str, address: str) -> None:
    response = client.get(LIST, {"q": q})
    assert (response.status_code, response["Location"]) == (302, address)


def test_one_among_other_words_is_offered_above_the_hits(client: Client) -> None:
    found = meant(client, "ماذا قيل في التوصية 12 من الاجتماع الخامس عن القنوات")
    assert "/recommendations/itc-conf-wg1.5.12/" in found


def test_an_ambiguous_one_lists_what_it_may_be(client: Client) -> None:
    found = meant(client, "التوصية 12")
    assert found.count("<a ") == 2
    assert "/recommendations/itc-conf-wg1.4.12/" in found


def test_one_that_is_not_stored_says_so_and_what_is_known(client: Client) -> None:
    found = meant(client, "التوصية 99 من الاجتماع الخامس")
    assert "ليس في الأرشيف" in found
    assert "/meetings/itc-conf-wg1.5/" in found


def test_a_symbol_that_is_not_stored_leads_to_the_united_nations(client: Client) -> None:
    assert "https://docs.un.org/ar/E/CN.15/2020/6" in meant(client, "E/CN.15/2020/6")


def test_the_bare_name_of_a_topic_is_offered_and_searched_for(client: Client) -> None:
    assert "/topics/canals/" in meant(client, "القنوات")


def test_a_sentence_without_a_reference_offers_nothing(client: Client) -> None:
    assert meant(client, "صون السدود") == ""


def test_a_lettered_item_is_cited_from_its_row(client: Client) -> None:
    meeting = factories.make_meeting(6)
    row = factories.make_recommendation(2, "ينبغي:", meeting=meeting, subparagraphs=("أول؛", "ثان."))
    html = client.get(row.get_absolute_url()).content.decode()
    item = html.partition('<li id="b">')[2].partition("</li>")[0]
    assert "، التوصية 2 (ب)" in item
    assert ", recommendation 2 (b)" in item
