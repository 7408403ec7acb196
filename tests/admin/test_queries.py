"""How many queries an edit may take, on the archive of the real sources (once 124, 425 and 3,310)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.loading.archive import load_archive
from archive.models import Recommendation, TopicAssignment
from tests.factories import make_user

from .every_field import address_of
from .forms import filled_in

pytestmark = pytest.mark.django_db

MORE = " وأن تعيد النظر."


@pytest.fixture(scope="module")
def salma(real_sources: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[Client]:
    """A superuser in the loaded archive."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([real_sources])
        client = Client()
        client.force_login(make_user("salma"))
        yield client
        transaction.set_rollback(True)


def queries_of(client: Client, address: str, data: dict[str, Any]) -> int:
    """Without the savepoint that the request's own transaction becomes within the one of the test."""
    with CaptureQueriesContext(connection) as queries:
        assert client.post(address, data).status_code == 302
    sent = [query["sql"] for query in queries]
    outermost = next(sql for sql in sent if sql.startswith("SAVEPOINT")).removeprefix("SAVEPOINT")
    return sum(not sql.endswith(outermost) for sql in sent)


def test_a_recommendation_is_saved_in_less_than_sixty_five_queries(salma: Client) -> None:
    counts = {}
    for row in Recommendation.objects.order_by("pk")[5::40]:
        address = address_of(row)
        counts[row.locator] = queries_of(salma, address, filled_in(salma.get(address), chapeau=row.chapeau + MORE))
    assert counts
    # Of them forty for the row and what follows from it, the others for its words in both languages (five on
    # PostgreSQL), the history, the turn and the session.
    assert {locator: count for locator, count in counts.items() if count >= 65} == {}


def test_three_lettered_items_are_saved_in_less_than_eighty_queries(salma: Client) -> None:
    row = Recommendation.objects.annotate(items=Count("subparagraphs")).filter(items__gte=3).order_by("pk").first()
    assert row is not None
    data = filled_in(salma.get(address_of(row)))
    for place in range(3):
        data[f"subparagraphs-{place}-text"] += MORE
    assert queries_of(salma, address_of(row), data) < 80
    row.refresh_from_db()
    assert row.text.count(MORE) == 3


def test_a_hundred_assignments_are_confirmed_in_two_hundred_queries(salma: Client) -> None:
    rows = list(TopicAssignment.objects.suggested().order_by("pk").values_list("pk", flat=True)[:100])
    data = {"action": "confirm_rows", "_selected_action": rows}
    assert queries_of(salma, "/admin/archive/topicassignment/", data) <= 200
    confirmed = TopicAssignment.objects.filter(pk__in=rows, decision="confirmed", decided_by__username="salma")
    assert confirmed.count() == 100
