"""Searching the paragraphs of reports on the page of documents."""

from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.search.entries import rebuild_index
from tests import factories
from tests.views.page import Page

WORD = f"q={quote('قناة')}"


@pytest.fixture
def archive(client: Client) -> None:
    for serial in (5, 6):
        document = factories.make_document(f"ITC/CONF/WG.1/2019/{serial}")
        factories.make_paragraph(document, 1, "نظر الفريق في القنوات.")
        factories.make_paragraph(document, 2, "لا شيء هنا.")
    rebuild_index()


def test_paragraphs_are_found_and_led_to(client: Client, archive: None) -> None:
    page = Page(client.get(f"/documents/?{WORD}"))
    assert page.one("h2", id="count").words == "فقرتان"
    found = [link for link in page.links() if "#p" in link]
    assert sorted(found) == [f"/documents/itc-conf-wg1-2019-{serial}/#p1" for serial in (5, 6)]
    assert page.words("mark") == ["القنوات", "القنوات"]


def test_the_search_may_stay_in_one_document(client: Client, archive: None) -> None:
    page = Page(client.get(f"/documents/?{WORD}&document=itc-conf-wg1-2019-5"))
    assert [link for link in page.links() if "#p" in link] == ["/documents/itc-conf-wg1-2019-5/#p1"]
    assert page.all("input", type="hidden")[0].attributes["value"] == "itc-conf-wg1-2019-5"


def test_nothing_found_leads_on_to_the_recommendations(client: Client, archive: None) -> None:
    page = Page(client.get(f"/documents/?q={quote('زرقشلاندية')}"))
    assert f"/recommendations/?q={quote('زرقشلاندية')}" in page.links()


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("colour=red", "colour=red معامل غير معروف. المعاملات المقبولة هي: q، document، exact، page."),
        (f"{WORD}&document=x", "document=x لا قيمة بهذا الاسم في الأرشيف."),
        (f"{WORD}&page=7", "page=7 لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 1."),
        (f"{WORD}&exact=2", "exact=2 يقبل القيمة 1 وحدها."),
    ],
)
def test_a_bad_parameter_is_named(client: Client, archive: None, query: str, complaint: str) -> None:
    assert Page(client.get(f"/documents/?{query}")).words("p", class_="msg") == [complaint]


def test_names_of_parameters_each_stand_in_their_own_direction(client: Client, archive: None) -> None:
    """Latin words with Arabic commas between them would be read from left to right as a whole."""
    named = Page(client.get("/documents/?colour=red")).words("bdi", dir="ltr")
    assert named[:5] == ["colour=red", "q", "document", "exact", "page"]


@pytest.mark.parametrize("items", [1, 3])
def test_queries_do_not_grow_with_the_results(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, items: int
) -> None:
    document = factories.make_document("ITC/CONF/WG.1/2019/5")
    for number in range(1, items + 1):
        factories.make_paragraph(document, number, "القنوات.")
    rebuild_index()
    client.get(f"/documents/?{WORD}")
    with django_assert_num_queries(7):
        client.get(f"/documents/?{WORD}")
