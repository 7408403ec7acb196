"""The recommendations of `/api/v1/`: the whole of each answer, as other people's scripts rely on it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from archive.models import Recommendation
from tests.factories import (
    make_agenda_item,
    make_body,
    make_document,
    make_meeting,
    make_recommendation,
    make_state,
)
from tests.factories_of_meaning import (
    REJECTED,
    make_article,
    make_assignment,
    make_citation,
    make_clause,
    make_topic,
)

pytestmark = pytest.mark.django_db

LIST = "/api/v1/recommendations/"


def make_whole_recommendation() -> Any:
    body = make_body("ITC/CONF/WG.1", name_ar="الفريق العامل المعني بالقنوات")
    meeting = make_meeting(5, body=body, start=date(2018, 7, 4), end=date(2018, 7, 5))
    document = make_document("ITC/CONF/WG.1/2019/5", source_file="one.txt", source_sha256="ab" * 32)
    row = make_recommendation(
        2,
        "ينبغي للدول أن تقوم بما يلي:",
        meeting=meeting,
        subparagraphs=("حفظ القنوات؛", "تنظيف مجاريها."),
        agenda_item=make_agenda_item("3", meeting=meeting, title="حفظ القنوات"),
        document=document,
        first_line=12,
        last_line=15,
    )
    Recommendation.objects.update(updated_at=datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC))
    return row


HERE = "http://testserver/recommendations/itc-conf-wg1.5.2/"
WHOLE = {
    "locator": "itc-conf-wg1.5.2",
    "url": HERE,
    "body": {
        "slug": "itc-conf-wg1",
        "symbol": "ITC/CONF/WG.1",
        "name": "الفريق العامل المعني بالقنوات",
    },
    "meeting": {
        "slug": "itc-conf-wg1.5",
        "number": 5,
        "place": "فيينا",
        "start": "2018-07-04",
        "end": "2018-07-05",
    },
    "agenda_item": {"number": "3", "title": "حفظ القنوات"},
    "number": 2,
    "text": "ينبغي للدول أن تقوم بما يلي:\n(أ) حفظ القنوات؛\n(ب) تنظيف مجاريها.",
    "printed_text": "ينبغي للدول أن تقوم بما يلي:\n(أ) حفظ القنوات؛\n(ب) تنظيف مجاريها.",
    "chapeau": "ينبغي للدول أن تقوم بما يلي:",
    "subparagraphs": [
        {
            "locator": "itc-conf-wg1.5.2.a",
            "url": f"{HERE}#a",
            "label": "أ",
            "position": 1,
            "text": "حفظ القنوات؛",
        },
        {
            "locator": "itc-conf-wg1.5.2.b",
            "url": f"{HERE}#b",
            "label": "ب",
            "position": 2,
            "text": "تنظيف مجاريها.",
        },
    ],
    "operative": [],
    "topics": [],
    "citations": [],
    "source": {
        "document": "itc-conf-wg1-2019-5",
        "symbol": "ITC/CONF/WG.1/2019/5",
        "file": "one.txt",
        "first_line": 12,
        "last_line": 15,
        "sha256": "ab" * 32,
    },
    "series": 0,
    "printed_number": "2",
    "form": None,
    "texts": {
        "ar": {
            "text": "ينبغي للدول أن تقوم بما يلي:\n(أ) حفظ القنوات؛\n(ب) تنظيف مجاريها.",
            "chapeau": "ينبغي للدول أن تقوم بما يلي:",
            "subparagraphs": [
                {"label": "أ", "position": 1, "text": "حفظ القنوات؛"},
                {"label": "ب", "position": 2, "text": "تنظيف مجاريها."},
            ],
        }
    },
    "state": "published",
    "provisional": False,
    "updated": "2026-01-02T03:04:05+00:00",
}


def test_an_item_is_exactly_as_the_contract_says(client: Client) -> None:
    make_whole_recommendation()
    response = client.get("/api/v1/recommendations/itc-conf-wg1.5.2/")
    assert (response.status_code, response["Content-Type"]) == (200, "application/json; charset=utf-8")
    assert response.json() == WHOLE
    assert list(response.json()) == list(WHOLE)


def test_what_a_recommendation_asks_cites_and_is_about_without_what_staff_rejected(client: Client) -> None:
    row, cited = make_recommendation(1), make_recommendation(2, meeting=make_meeting(3))
    make_clause(row, "should", ["states_parties", "unodc"], ["unodc"], position=2)
    make_clause(row, "could", [], phrase="يمكن", is_main=False, position=1)
    make_clause(row, "urged", is_main=False, decision=REJECTED)
    make_assignment(row, make_topic("second", label_ar="ثانٍ"), confidence=0.5)
    make_assignment(row, make_topic("first", label_ar="أول"), confidence=0.9)
    make_assignment(row, make_topic("unused", is_used=False))
    make_assignment(row, make_topic("wrong"), decision=REJECTED)
    make_citation(row, text="الفقرة 3 من المادة 6", article=make_article(6), cited_paragraph="3", position=1)
    make_citation(
        row,
        text="التوصية 2",
        kind="recommendation",
        locator=cited.locator,
        cited_recommendation=cited,
        position=2,
    )
    make_citation(row, text="القرار 9/1", kind="resolution", resolution="9/1", organ="conference", position=3)
    make_citation(row, text="خطأ", decision=REJECTED, article=make_article(7))
    item = client.get(f"/api/v1/recommendations/{row.locator}/").json()
    assert item["operative"] == [
        {"phrase": "ينبغي", "class": "should", "addressees": ["states_parties", "unodc"], "actors": ["unodc"]},
        {"phrase": "يمكن", "class": "could", "addressees": [], "actors": []},
    ]
    assert item["topics"] == [{"slug": "first", "name": "أول"}, {"slug": "second", "name": "ثانٍ"}]
    keys = ("kind", "instrument", "article", "paragraph", "locator", "symbol", "text")
    assert [tuple(one[key] for key in keys) for one in item["citations"]] == [
        ("treaty_article", "canal-protocol", "6", "3", None, None, "الفقرة 3 من المادة 6"),
        ("recommendation", None, None, None, "itc-conf-wg1.3.2", None, "التوصية 2"),
        ("resolution", None, None, None, None, "9/1", "القرار 9/1"),
    ]


def test_arabic_is_sent_as_it_is_and_not_escaped(client: Client) -> None:
    make_whole_recommendation()
    response = client.get("/api/v1/recommendations/itc-conf-wg1.5.2/")
    assert "ينبغي للدول أن تقوم بما يلي:" in response.content.decode()


def facet(name: str, label: str, value: str, option: str) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "options": [{"value": value, "label": option, "count": 1, "selected": False}],
    }


def test_the_list_wraps_the_same_items(client: Client) -> None:
    make_whole_recommendation()
    answer = client.get(LIST).json()
    facets = answer.pop("facets")
    assert answer == {"count": 1, "next": None, "previous": None, "results": [WHOLE]}
    expected = [
        facet("body", "الهيئة", "itc-conf-wg1", "الفريق العامل المعني بالقنوات"),
        facet("meeting", "الاجتماع", "itc-conf-wg1.5", "الاجتماع الخامس"),
        facet("year", "سنة الاجتماع", "2018", "2018"),
        facet("agenda_item", "بند جدول الأعمال", "itc-conf-wg1.5:3", "3. حفظ القنوات"),
        facet("document", "الوثيقة", "itc-conf-wg1-2019-5", "ITC/CONF/WG.1/2019/5"),
    ]
    # other facets of these texts have tests of their own; those without a value are not given at all
    assert [one for one in facets if one["name"] in {known["name"] for known in expected}] == expected
    assert {"verb", "addressee", "topic", "article"}.isdisjoint(one["name"] for one in facets)


def test_what_was_entered_by_hand_has_an_empty_source(client: Client) -> None:
    row = make_recommendation(1)
    assert client.get(f"/api/v1/recommendations/{row.locator}/").json()["source"] == {
        "document": None,
        "symbol": "",
        "file": "",
        "first_line": None,
        "last_line": None,
        "sha256": "",
    }


def test_the_list_is_in_official_order(client: Client) -> None:
    second, first = make_meeting(2), make_meeting(1)
    make_recommendation(1, meeting=second)
    make_recommendation(10, meeting=first)
    make_recommendation(2, meeting=first, copy=2)
    make_recommendation(2, meeting=first)
    found = [item["locator"] for item in client.get(LIST, {"sort": "order"}).json()["results"]]
    assert found == ["itc-conf-wg1.1.2", "itc-conf-wg1.1.2-2", "itc-conf-wg1.1.10", "itc-conf-wg1.2.1"]


def test_a_lettered_item_leads_to_its_recommendation(client: Client) -> None:
    make_whole_recommendation()
    response = client.get("/api/v1/recommendations/itc-conf-wg1.5.2.b/")
    assert (response.status_code, response["Location"]) == (301, "/api/v1/recommendations/itc-conf-wg1.5.2/")


@pytest.mark.parametrize(
    "locator",
    [
        "itc-conf-wg1.5.3",
        "itc-conf-wg1.5.2.c",
        "itc-conf-wg1.5.2.aaaaaaaaaaaaaaaa",
        "x",
        "%ff",
        "١",
    ],
)
def test_an_unknown_locator_is_not_found_in_json(client: Client, locator: str) -> None:
    make_whole_recommendation()
    response = client.get(f"/api/v1/recommendations/{locator}/")
    assert response.status_code == 404
    assert response.json() == {"errors": {"locator": ["لا توجد في الأرشيف توصية بهذا المعرّف."]}}


@pytest.mark.parametrize(
    "address",
    ["recommendations/a%00.b/", "recommendations/%00/", "meetings/%00/", "documents/%00/", "nothing/"],
)
def test_an_address_that_is_none_is_not_found_in_json(client: Client, address: str) -> None:
    response = client.get(f"/api/v1/{address}")
    assert (response.status_code, list(response.json())) == (404, ["errors"])


def test_capital_letters_in_a_locator_do_no_harm(client: Client) -> None:
    make_whole_recommendation()
    assert client.get("/api/v1/recommendations/ITC-CONF-WG1.5.2/").json() == WHOLE


@pytest.mark.parametrize("items", [1, 3])
def test_a_list_costs_eleven_queries_however_long(
    client: Client, items: int, django_assert_num_queries: Any
) -> None:
    meeting = make_meeting()
    for number in range(1, items + 1):
        row = make_recommendation(number, meeting=meeting, subparagraphs=("أولها؛", "ثانيها."))
        make_clause(row)
        make_assignment(row, make_topic(f"canals-{number}"))
        make_citation(row, article=make_article(number))
    make_state()
    client.get(LIST)  # reads the facets into memory
    with django_assert_num_queries(11):
        assert client.get(LIST).json()["count"] == items
