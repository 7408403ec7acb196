"""The meetings of `/api/v1/`."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_agenda_item, make_body, make_document, make_meeting, make_recommendation

pytestmark = pytest.mark.django_db


def test_an_item_has_agenda_documents_and_count(client: Client) -> None:
    meeting = make_meeting(1, body=make_body(name_ar="الفريق العامل المعني بالقنوات"), note="ملاحظة.")
    parent = make_agenda_item("1", meeting=meeting, title="مسائل تنظيمية", position=1)
    make_agenda_item("1 (أ)", meeting=meeting, title="افتتاح الاجتماع", label="أ", parent=parent, position=2)
    make_document("ITC/CONF/WG.1/2011/3", meeting=meeting)
    make_recommendation(1, meeting=meeting)
    make_recommendation(2, meeting=meeting)
    assert client.get("/api/v1/meetings/itc-conf-wg1.1/").json() == {
        "slug": "itc-conf-wg1.1",
        "url": "http://testserver/meetings/itc-conf-wg1.1/",
        "body": {
            "slug": "itc-conf-wg1",
            "symbol": "ITC/CONF/WG.1",
            "name": "الفريق العامل المعني بالقنوات",
        },
        "number": 1,
        "title": "الاجتماع الأول",
        "place": "فيينا",
        "start": "2011-05-30",
        "end": "2011-06-01",
        "held_in": "",
        "agenda": [
            {"number": "1", "label": "1", "title": "مسائل تنظيمية", "parent": None},
            {"number": "1 (أ)", "label": "أ", "title": "افتتاح الاجتماع", "parent": "1"},
        ],
        "recommendation_count": 2,
        "documents": [{"slug": "itc-conf-wg1-2011-3", "symbol": "ITC/CONF/WG.1/2011/3"}],
        "note": "ملاحظة.",
    }


def test_a_meeting_that_is_only_known_has_empty_places(client: Client) -> None:
    make_meeting(6, place="", start=None, end=None)
    item = client.get("/api/v1/meetings/itc-conf-wg1.6/").json()
    assert [
        item[key] for key in ("place", "start", "end", "agenda", "recommendation_count", "documents")
    ] == [
        "",
        None,
        None,
        [],
        0,
        [],
    ]


def test_the_list_is_in_official_order(client: Client) -> None:
    make_meeting(10)
    make_meeting(2)
    found = client.get("/api/v1/meetings/").json()
    assert (found["count"], [item["number"] for item in found["results"]]) == (2, [2, 10])


def test_an_unknown_meeting_is_not_found(client: Client) -> None:
    response = client.get("/api/v1/meetings/itc-conf-wg1.9/")
    assert (response.status_code, response.json()) == (
        404,
        {"errors": {"slug": ["لا يوجد في الأرشيف اجتماع بهذا المعرّف."]}},
    )


@pytest.mark.parametrize("items", [1, 3])
def test_a_list_costs_five_queries_however_long(
    client: Client, items: int, django_assert_num_queries: Any
) -> None:
    for number in range(1, items + 1):
        meeting = make_meeting(number)
        make_agenda_item("1", meeting=meeting)
        make_document(meeting=meeting)
        make_recommendation(1, meeting=meeting)
    with django_assert_num_queries(5):
        assert client.get("/api/v1/meetings/").json()["count"] == items
