"""Facets of more values than are asked for: how many there are, and where the rest is."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_meeting, make_recommendation

pytestmark = pytest.mark.django_db

LIST = "/api/v1/recommendations/"
HERE = f"http://testserver{LIST}"


@pytest.fixture(autouse=True)
def three_meetings() -> None:
    for number in (1, 2, 3):
        make_recommendation(1, meeting=make_meeting(number))


def option(number: int, label: str, selected: bool = False) -> dict[str, Any]:
    return {"value": f"itc-conf-wg1.{number}", "label": label, "count": 1, "selected": selected}


def test_a_facet_is_whole_as_long_as_its_values_fit(client: Client) -> None:
    facets = client.get(LIST).json()["facets"]
    assert [list(facet) for facet in facets] == [["name", "label", "options"]] * 3
    assert [len(facet["options"]) for facet in facets] == [1, 3, 3]
    assert client.get(LIST, {"facet_size": "3"}).json()["facets"] == facets


def test_what_is_left_out_is_counted_and_has_an_address(client: Client) -> None:
    query = {"facet_size": "1", "meeting": "itc-conf-wg1.3", "page_size": "50"}
    meetings = client.get(LIST, query).json()["facets"][1]
    asked = f"{HERE}?meeting=itc-conf-wg1.3&page_size=50&facet=meeting"
    assert meetings == {
        "name": "meeting",
        "label": "الاجتماع",
        "options": [option(3, "الاجتماع الثالث", True), option(1, "الاجتماع الأول")],
        "count": 3,
        "next": f"{asked}&facet_page=2&facet_size=1",
        "previous": None,
    }
    rest = client.get(meetings["next"]).json()
    assert rest["facets"] == [
        {
            "name": "meeting",
            "label": "الاجتماع",
            "options": [option(3, "الاجتماع الثالث", True), option(2, "الاجتماع الثاني")],
            "count": 3,
            "next": None,
            "previous": f"{asked}&facet_size=1",
        }
    ]
    assert rest["count"] == 1


def test_values_are_sought_by_their_names(client: Client) -> None:
    (meetings,) = client.get(LIST, {"facet": "meeting", "facet_q": "ثان"}).json()["facets"]
    assert (meetings["options"], meetings["count"], meetings["next"]) == ([option(2, "الاجتماع الثاني")], 1, None)


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("facet_size=0", {"facet_size": ["عدد القيم في الصفحة عدد صحيح من 1 إلى 1000."]}),
        ("facet_size=", {"facet_size": ["عدد القيم في الصفحة عدد صحيح من 1 إلى 1000."]}),
        ("facet_size=2000", {"facet_size": ["عدد القيم في الصفحة عدد صحيح من 1 إلى 1000."]}),
        ("facet_size=1&facet_size=1", {"facet_size": ["ورد «facet_size» أكثر من مرة؛ اكتبه مرة واحدة."]}),
        ("facet_q=x", {"facet_q": ["اكتب معه facet، وهو التصنيف الذي تريد قيمه."]}),
        (
            "facet=meeting&facet_page=2&page=2",
            {
                "facet_page": ["لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 1."],
                "page": ["لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 1."],
            },
        ),
    ],
)
def test_a_bad_parameter_is_named_with_what_it_takes(
    client: Client, query: str, errors: dict[str, list[str]]
) -> None:
    response = client.get(f"{LIST}?{query}")
    assert (response.status_code, response.json()) == (400, {"errors": errors})
