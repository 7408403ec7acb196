"""Searching and filtering in `/api/v1/recommendations/`: what the page finds, in JSON."""

from typing import Any

import pytest
from django.test import Client

from archive.filters.page_parameters import SEARCH
from archive.search.entries import rebuild_index
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/api/v1/recommendations/"


@pytest.fixture(autouse=True)
def archive() -> None:
    first, second = factories.make_meeting(1), factories.make_meeting(2)
    for number in (1, 2, 3):
        factories.make_recommendation(number, f"ينبغي صون القناة {number}.", meeting=first)
    factories.make_recommendation(1, "ينبغي تنظيف الأودية.", meeting=second)
    rebuild_index()


def found(client: Client, **query: Any) -> list[str]:
    return [one["locator"] for one in client.get(LIST, query).json()["results"]]


def test_words_and_facets_select(client: Client) -> None:
    assert found(client, q="قنوات") == ["itc-conf-wg1.1.1", "itc-conf-wg1.1.2", "itc-conf-wg1.1.3"]
    assert found(client, meeting="itc-conf-wg1.2") == ["itc-conf-wg1.2.1"]
    assert found(client, **{"from": "2012-01-01"}) == ["itc-conf-wg1.2.1"]
    assert found(client, q="قنوات", year="2012") == []
    assert found(client, sort="newest")[0] == "itc-conf-wg1.2.1"


def test_facets_are_counted_and_say_what_is_selected(client: Client) -> None:
    facets = client.get(LIST, {"year": ["2012", "none"]}).json()["facets"]
    names = [facet["name"] for facet in facets]
    assert names[:3] == ["body", "meeting", "year"]
    assert {"verb", "addressee", "topic", "article", "agenda_item", "document"}.isdisjoint(names)
    assert facets[2]["options"] == [
        {"value": "2012", "label": "2012", "count": 1, "selected": True},
        {"value": "2011", "label": "2011", "count": 3, "selected": False},
        {"value": "none", "label": "بلا سنة معروفة", "count": 0, "selected": True},
    ]


def test_how_the_words_were_understood_is_said(client: Client) -> None:
    answer = client.get(LIST, {"q": "صيانة"}).json()
    assert sorted(answer) == [
        "count", "facets", "next", "partial", "previous", "reference", "results", "search"
    ]  # fmt: skip
    assert answer["search"] == {
        "typed": "صيانة",
        "understood_as": answer["search"]["understood_as"],
        "exact": False,
        "notices": answer["search"]["notices"],
        "stale_index": False,
    }
    assert {"search", "reference"} & set(client.get(LIST).json()) == set()


@pytest.fixture
def named() -> None:
    """What words may name: a recommendation with lettered items, documents with and without a symbol."""
    meeting = factories.make_meeting(5)
    factories.make_recommendation(2, "ينبغي ما يلي:", meeting=meeting, subparagraphs=("بند؛",) * 11)
    factories.make_paragraph(factories.make_document("ITC/CONF/WG.1/2019/5"), 32)
    factories.make_document("", slug="v11-00002", job_number="V.11-00002")
    rebuild_index()


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(
    ("typed", "locator", "symbol", "page"),
    [
        ("5/2 ك", "itc-conf-wg1.5.2.k", None, "/recommendations/itc-conf-wg1.5.2/#k"),
        ("التوصية 2 من الاجتماع الخامس", "itc-conf-wg1.5.2", None, "/recommendations/itc-conf-wg1.5.2/"),
        ("wg.1/2019/5", None, "ITC/CONF/WG.1/2019/5", "/documents/itc-conf-wg1-2019-5/"),
        ("V.11-00002", None, "V.11-00002", "/documents/v11-00002/"),
        (
            "الفقرة 32 من الوثيقة WG.1/2019/5",
            None,
            "ITC/CONF/WG.1/2019/5",
            "/documents/itc-conf-wg1-2019-5/#p32",
        ),
    ],
)
def test_a_typed_reference_is_named_with_the_page_that_it_leads_to(
    client: Client, typed: str, locator: str | None, symbol: str | None, page: str
) -> None:
    answer = client.get(LIST, {"q": typed}).json()
    assert answer["reference"] == {"locator": locator, "symbol": symbol, "url": f"http://testserver{page}"}
    # The page of recommendations leads where the interface says it does.
    assert client.get("/recommendations/", {"q": typed})["Location"] == page


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize("query", [{"q": "قنوات"}, {"q": "5/3"}, {"q": "5/2 م"}, {"q": "5/2 ك", "exact": "1"}])
def test_words_that_name_nothing_or_are_insisted_on_have_no_reference(
    client: Client, query: dict[str, str]
) -> None:
    assert client.get(LIST, query).json()["reference"] is None


def test_the_selection_travels_with_the_links(client: Client) -> None:
    meeting = factories.make_meeting(3)
    for number in range(1, 24):
        factories.make_recommendation(number, meeting=meeting)
    rebuild_index()
    page = client.get(LIST, {"meeting": "itc-conf-wg1.3", "page_size": "20"}).json()
    assert page["next"] == f"http://testserver{LIST}?meeting=itc-conf-wg1.3&page_size=20&page=2"
    assert [one["number"] for one in client.get(page["next"]).json()["results"]] == [21, 22, 23]


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("colour=red", {"colour": [f"معامل غير معروف. المعاملات المقبولة هي: {'، '.join(SEARCH.names)}."]}),
        ("meeting=x&meeting=y", {"meeting": ["لا قيمة بهذا الاسم في الأرشيف."]}),
        ("meeting=", {"meeting": ["لا قيمة بهذا الاسم في الأرشيف."]}),
        ("from=tomorrow", {"from": ["يقبل تاريخاً مثل 2020-09-08."]}),
        ("exact=2", {"exact": ["يقبل القيمة 1 وحدها."]}),
        (
            "sort=random",
            {"sort": ["يقبل relevance أي الصلة، أو order أي الترتيب الرسمي، أو newest أي الأحدث."]},
        ),
    ],
)
def test_bad_parameters_are_refused_by_name(client: Client, query: str, errors: dict[str, Any]) -> None:
    response = client.get(f"{LIST}?{query}")
    assert (response.status_code, response.json()) == (400, {"errors": errors})


@pytest.mark.parametrize(
    "typed", ["\0", '"', "«", "-", "' OR 1=1 --", "<script>", "NEAR(a b)", "a & | !", "\u202e", "ق" * 1_300, "😀"]
)
def test_any_words_are_answered(client: Client, typed: str) -> None:
    assert client.get(LIST, {"q": typed}).status_code == 200


def test_what_is_too_long_for_a_search_is_refused_with_a_sentence(client: Client) -> None:
    response = client.get(LIST, {"q": "ق" * 10_000})
    assert response.status_code == 414
    assert list(response.json()["errors"]) == ["request"]
    assert response.json()["errors"]["request"][0].startswith("هذا أطول مما يُبحث فيه.")
