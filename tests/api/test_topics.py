"""The tree of subjects in `/api/v1/`."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_meeting, make_recommendation, make_state
from tests.factories_of_meaning import REJECTED, make_article, make_assignment, make_topic

pytestmark = pytest.mark.django_db


def test_a_topic_has_its_names_its_articles_and_counts_what_is_below_it(client: Client) -> None:
    above = make_topic("water", label_ar="الماء", label_en="Water", description_ar="كل ماء.", position=1)
    above.articles.add(make_article(6))
    below = make_topic("canals", parent=above, position=1)
    meeting = make_meeting(1)
    first, second, third = (make_recommendation(number, meeting=meeting) for number in (1, 2, 3))
    make_assignment(first, above)
    make_assignment(first, below)
    make_assignment(second, below)
    make_assignment(third, below, decision=REJECTED)
    assert client.get("/api/v1/topics/WATER/").json() == {
        "slug": "water",
        "url": "http://testserver/topics/water/",
        "name": "الماء",
        "name_en": "Water",
        "description": "كل ماء.",
        "description_en": "",
        "parent": None,
        "articles": ["canal-protocol:6"],
        "recommendation_count": 2,
        "recommendations": "http://testserver/api/v1/recommendations/?topic=water",
    }
    assert client.get("/api/v1/recommendations/", {"topic": "water"}).json()["count"] == 2


def test_the_list_is_the_tree_without_what_is_out_of_use(client: Client) -> None:
    second = make_topic("second", position=2)
    make_topic("first", position=1)
    make_topic("below", parent=second, position=1)
    make_topic("unused", is_used=False)
    found = client.get("/api/v1/topics/").json()
    assert (found["count"], found["facets"]) == (3, [])
    assert [(one["slug"], one["parent"]) for one in found["results"]] == [
        ("first", None), ("second", None), ("below", "second"),
    ]  # fmt: skip


@pytest.mark.parametrize("slug", ["none-such", "unused"])
def test_an_unknown_topic_is_not_found(client: Client, slug: str) -> None:
    make_topic("unused", is_used=False)
    response = client.get(f"/api/v1/topics/{slug}/")
    assert (response.status_code, response.json()) == (
        404,
        {"errors": {"slug": ["لا يوجد في الأرشيف موضوع بهذا المعرّف."]}},
    )


@pytest.mark.parametrize("items", [1, 3])
def test_a_list_costs_four_queries_however_long(client: Client, items: int, django_assert_num_queries: Any) -> None:
    make_state()
    for number in range(items):
        make_topic(f"topic-{number}").articles.add(make_article(number + 1))
    client.get("/api/v1/topics/")  # reads the facets into memory
    with django_assert_num_queries(4):
        assert client.get("/api/v1/topics/").json()["count"] == items
