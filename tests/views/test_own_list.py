"""/list/: a list that stands in its address."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.filters.named_items import read_items, write_items
from archive.views.own_list import MOST
from tests import factories
from tests.views.page import Element, Page


def fill(size: int) -> list[str]:
    meeting = factories.make_meeting(1, body=factories.make_body(name_en="Working Group on Canals"))
    rows = [
        factories.make_recommendation(number, meeting=meeting, subparagraphs=("الأولى؛",) * (number % 2))
        for number in range(1, size + 1)
    ]
    return [row.locator for row in rows]


def test_it_keeps_the_order_of_its_address(client: Client) -> None:
    first, second, third = fill(3)
    page = Page(client.get(f"/list/?items={third},{first},{second}"))
    shown = [row.attributes["data-locator"] for row in page.all("li", class_="pick-row")]
    assert shown == [third, first, second]
    assert page.words("p", class_="where") == ["عدد التوصيات: 3"]
    (copied,) = [button.attributes["data-copy"] for button in page.all("button", class_="copy")]
    assert copied == f"http://testserver/list/?items={third},{first},{second}"
    assert page.words("div", class_="naskh")[1] == "ينبغي للدول أن تحفظ القناة رقم 1. (أ) الأولى؛"


def test_every_entry_is_cited_in_the_language_of_the_page(client: Client) -> None:
    (locator,) = fill(1)
    arabic, english = (Page(client.get(f"{way}/list/?items={locator}")) for way in ("", "/en"))
    assert arabic.words("p", class_="meta")[0].endswith("التوصية 1.")
    assert english.words("p", class_="meta") == [
        "Working Group on Canals, first meeting (Vienna, 30 May–1 June 2011), recommendation 1."
    ]
    assert english.foreign == []


def test_what_is_not_known_is_named_and_the_rest_shown(client: Client) -> None:
    (locator,) = fill(1)
    page = Page(client.get(f"/list/?items=<b>,{locator.upper()},{locator},nothing"))
    assert len(page.all("li", class_="pick-row")) == 1
    assert page.words("p", class_="msg") == [
        "items=<b>, nothing لا توصية في الأرشيف بهذا المعرّف؛ عرضنا ما عداه."
    ]


def test_it_has_an_end(client: Client) -> None:
    items = ",".join(f"x.1.{number}" for number in range(MOST + 1))
    messages = Page(client.get(f"/list/?items={items}")).words("p", class_="msg")
    assert messages[0].startswith("items=x.1.0, x.1.1, x.1.2, x.1.3, x.1.4 … لا توصية")
    assert messages[1] == "items=… الحد الأقصى لعدد التوصيات في قائمتي 500؛ عرضنا الأولى منها."


def test_hundreds_stand_in_an_address_that_the_server_reads(client: Client) -> None:
    locators = [row.attributes["data-locator"] for row in _rows(client, ",".join(fill(MOST)))]
    assert len(locators) == MOST
    page = Page(client.get(f"/list/?items={locators[0]}..{MOST}"))
    assert [row.attributes["data-locator"] for row in page.all("li", class_="pick-row")] == locators
    (copied,) = [button.attributes["data-copy"] for button in page.all("button", class_="copy")]
    query = copied.partition("?")[2]
    assert query.startswith(f"items={locators[0]},.2,.3,.4,")
    assert len(query) < 2500
    assert [row.attributes["data-locator"] for row in _rows(client, query.partition("=")[2])] == locators
    lines = client.get(f"/list/export.jsonl?{query}")
    assert sum(1 for line in b"".join(lines.streaming_content).splitlines() if line) == MOST  # type: ignore[attr-defined]


def _rows(client: Client, items: str) -> list[Element]:
    """By POST, which no length of an address bounds."""
    return Page(client.post("/list/", {"items": items})).all("li", class_="pick-row")


def test_an_item_that_begins_with_a_dot_is_of_the_meeting_before_it() -> None:
    names = ("a-b.1.2", "a-b.1.2.k", "a-b.1.s2-1", "c.1.2", "a-b.1.3")
    assert read_items(["a-b.1.2", ".2.k", ".s2-1", "c.1.2", "a-b.1.3", ".2"]) == names
    assert read_items([".3", "x", ".4"]) == (".3", "x", ".4")
    assert write_items(names) == ",".join(names)
    many = [f"a-b.{meeting}.{number}" for meeting in (1, 2) for number in range(1, 200)]
    assert write_items(many).startswith("a-b.1.1,.2,.3,.4")
    assert read_items(write_items(many).split(",")) == tuple(many)


def test_the_browser_keeps_as_many_as_the_page_shows() -> None:
    script = (Path(settings.BASE_DIR) / "static/js/parts/list.js").read_text("utf-8")
    assert re.findall(r"const MOST = (\d+);", script) == [str(MOST)]


@pytest.mark.parametrize("query", ["", "?items=", "?items=,,%20", "?items=%00", "?items=nothing"])
def test_an_empty_list_says_how_to_fill_it(client: Client, query: str) -> None:
    response = client.get(f"/list/{query}")
    page = Page(response)
    assert response.status_code == 200
    assert page.words("h2")[0] == "لا توصيات في هذه القائمة بعد."


@pytest.mark.parametrize("size", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    items = ",".join(fill(size))
    factories.make_state()
    client.get(f"/list/?items={items}")
    with django_assert_num_queries(4):
        client.get(f"/list/?items={items}")


def test_a_lettered_item_stands_alone_under_its_chapeau(client: Client) -> None:
    meeting = factories.make_meeting(5, body=factories.make_body(name_en="Working Group on Canals"))
    factories.make_recommendation(
        2, "ينبغي للدول:", meeting=meeting, subparagraphs=("صون القنوات؛", "كفالة المياه.")
    )
    whole = "itc-conf-wg1.5.2"
    page = Page(client.get(f"/list/?items={whole}.b,{whole},{whole}.z"))
    assert [row.attributes["data-locator"] for row in page.all("li", class_="pick-row")] == [
        f"{whole}.b",
        whole,
    ]
    assert page.words("div", class_="naskh") == [
        "ينبغي للدول: (ب) كفالة المياه.",
        "ينبغي للدول: (أ) صون القنوات؛ (ب) كفالة المياه.",
    ]
    assert page.words("h2")[:2] == ["الاجتماع الخامس، التوصية 2 (ب)2 (ب)", "الاجتماع الخامس، التوصية 22"]
    assert page.words("p", class_="meta")[0].endswith("التوصية 2 (ب).")
    assert page.words("p", class_="msg") == [
        f"items={whole}.z لا توصية في الأرشيف بهذا المعرّف؛ عرضنا ما عداه."
    ]
    assert f"/recommendations/{whole}/#b" in page.links()


def test_its_letters_are_latin_on_an_english_page(client: Client) -> None:
    meeting = factories.make_meeting(5, body=factories.make_body(name_en="Working Group on Canals"))
    factories.make_recommendation(
        2, "ينبغي للدول:", meeting=meeting, subparagraphs=("صون القنوات؛", "كفالة المياه.")
    )
    page = Page(client.get("/en/list/?items=itc-conf-wg1.5.2.b"))
    assert page.words("h2")[0] == "Fifth meeting, recommendation 2 (b)2 (b)"
    assert page.words("div", class_="naskh") == ["ينبغي للدول: (b) كفالة المياه."]
    assert page.foreign == []
