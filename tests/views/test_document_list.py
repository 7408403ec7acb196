"""The list of documents in pages of fifty, body by body."""

from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.search.entries import rebuild_index
from tests import factories
from tests.views.page import Page

HELD, KNOWN = 60, 45


@pytest.fixture
def many(db: None) -> None:
    """Texts of one body, of two meetings; papers of another that are only known."""
    group, other = factories.make_body("ITC/CONF/WG.1"), factories.make_body("AAA/CONF")
    meetings = [factories.make_meeting(number, body=group) for number in (1, 2)]
    for number in range(1, HELD + 1):
        factories.make_document(f"ITC/CONF/WG.1/2019/{number:02}", body=group, meeting=meetings[number % 2])
    for number in range(1, KNOWN + 1):
        factories.make_document(f"AAA/CONF/2019/{number:02}", body=other, source_file="", source_sha256="")


def page_of(client: Client, query: str = "") -> Page:
    return Page(client.get(f"/documents/{query}"))


def slugs(page: Page) -> list[str]:
    addresses = [link for link in page.links() if link.startswith("/documents/") and link.endswith("/")]
    return [address.split("/")[2] for address in addresses if address != "/documents/"]


@pytest.mark.usefixtures("many")
def test_three_pages_hold_every_document_once_in_one_order(client: Client) -> None:
    pages = [page_of(client, query) for query in ("", "?page=2", "?page=3")]
    found = [slugs(page) for page in pages]
    assert [len(one) for one in found] == [50, 50, 5]
    second = [f"itc-conf-wg1-2019-{number:02}" for number in range(1, HELD + 1, 2)]
    first = [f"itc-conf-wg1-2019-{number:02}" for number in range(2, HELD + 1, 2)]
    known = [f"aaa-conf-2019-{number:02}" for number in range(1, KNOWN + 1)]
    assert [slug for one in found for slug in one] == [*second, *first, *known]


@pytest.mark.usefixtures("many")
def test_a_shelf_that_goes_on_says_the_whole_count_on_every_page(client: Client) -> None:
    pages = [page_of(client, query) for query in ("", "?page=2", "?page=3")]
    counts = [[words.split("، ")[-1] for words in page.words("p", class_="note")] for page in pages]
    assert counts == [["60 وثيقة"], ["60 وثيقة", "45 وثيقة"], ["45 وثيقة"]]


@pytest.mark.usefixtures("many")
def test_pages_lead_to_each_other_and_name_themselves(client: Client) -> None:
    first, second, third = (page_of(client, query) for query in ("", "?page=2", "?page=3"))
    assert [page.links(rel="next") for page in (first, second, third)] == [
        ["/documents/?page=2"],
        ["/documents/?page=3"],
        [],
    ]
    assert [page.links(rel="prev") for page in (first, second, third)] == [[], ["/documents/"], ["/documents/?page=2"]]
    assert [page.links("link", rel="canonical") for page in (first, second)] == [
        ["http://testserver/documents/"],
        ["http://testserver/documents/?page=2"],
    ]
    assert second.one("title").words.startswith("الوثائق، 2 ")
    assert second.words("a", **{"aria-current": "page"})[-1] == "2"


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("4", "لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 3."),
        *((given, "رقم الصفحة عدد صحيح يبدأ من 1.") for given in ("0", "-1", "x", "9" * 12)),
    ],
)
def test_a_page_that_is_not_there_is_named_and_the_first_is_shown(
    client: Client, given: str, sentence: str
) -> None:
    page = page_of(client, f"?page={given}")
    assert page.words("p", class_="msg") == [f"page={given} {sentence}"]
    assert len(slugs(page)) == 50


@pytest.mark.django_db
def test_a_list_of_one_page_has_no_pages(client: Client) -> None:
    factories.make_document()
    assert page_of(client).all("nav", class_="pages") == []


@pytest.mark.django_db
def test_with_words_the_page_is_that_of_the_paragraphs(client: Client) -> None:
    document = factories.make_document()
    for number in range(1, 31):
        factories.make_paragraph(document, number, f"القنوات في السنة {number}.")
    rebuild_index()
    page = page_of(client, f"?q={quote('قناة')}&page=2")
    assert len([link for link in page.links() if "#p" in link]) == 10
    assert (slugs(page).count(document.slug), page.words("p", class_="msg")) == (1, [])


@pytest.mark.parametrize("size", [1, 3, 120])
@pytest.mark.django_db
def test_a_page_costs_four_queries_however_many_there_are(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    """Their order, those of the page, the state before and after."""
    meeting = factories.make_meeting(1)
    for _number in range(size):
        factories.make_paragraph(factories.make_document(meeting=meeting, body=meeting.body))
        factories.make_document(source_file="", source_sha256="")
    factories.make_state()
    client.get("/documents/")
    with django_assert_num_queries(4):
        client.get("/documents/")
    if size > 50:
        with django_assert_num_queries(4):
            client.get("/documents/?page=3")
