"""The form of a recommendation in parts, and what it asks of the database, on the real archive."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.loading.archive import load_archive
from archive.models import Instrument, Recommendation
from tests.factories import make_user

from .every_field import address_of, registered
from .forms import filled_in
from .test_roles import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def salma(real_sources: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[Client]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([real_sources])
        client = Client()
        client.force_login(make_user("salma"))
        yield client
        transaction.set_rollback(True)


def parts_of(response: Any) -> dict[str, tuple[list[Any], list[str], bool]]:
    """Code of each part → its field sets, the models of its rows, whether it is the open one."""
    return {
        shown.part.code: (
            [fieldset.name for fieldset in shown.fieldsets],
            [inline.opts.model.__name__ for inline in shown.inlines],
            shown.is_first,
        )
        for shown in response.context["parts"]
    }


def longest() -> Recommendation:
    row = Recommendation.objects.annotate(items=Count("subparagraphs")).order_by("-items", "pk").first()
    assert row is not None
    return row


@pytest.mark.parametrize("role", ["viewer", "editor", "publisher"])
def test_everything_of_a_recommendation_stands_in_one_of_three_parts(salma: Client, role: str) -> None:
    response = browser_of(role).get(address_of(longest()))
    assert parts_of(response) == {
        "text": ([None, "النشر"], ["Subparagraph"], True),
        "meaning": ([], ["OperativeClause", "TopicAssignment", "Citation"], False),
        "source": (["موضعها في المصدر", "من أين جاءت القيم"], [], False),
    }
    page = response.content.decode()
    assert page.count('<form method="post"') + page.count('id="recommendation_form"') >= 1
    assert [f'href="#part-{code}"' in page for code in ("text", "meaning", "source")] == [True] * 3
    assert f'href="/admin/archive/recommendation/{longest().pk}/history/"' in page


def test_a_new_recommendation_has_what_is_typed_and_no_empty_part(salma: Client) -> None:
    assert list(parts_of(salma.get("/admin/archive/recommendation/add/"))) == ["text", "source"]


def test_all_parts_are_saved_together(salma: Client) -> None:
    row = longest()
    page = salma.get(address_of(row))
    data = filled_in(page, chapeau=f"{row.chapeau} ولها أن تزيد:")
    data["topic_assignments-0-word"] = "confirm"
    assert salma.post(address_of(row), data).status_code == 302
    row.refresh_from_db()
    assert row.chapeau.endswith("ولها أن تزيد:")
    first = page.context["inline_admin_formsets"][2].formset.forms[0].instance
    first.refresh_from_db()
    assert first.decision == "confirmed"


def test_the_part_with_the_mistake_is_the_open_one_and_nothing_typed_is_lost(salma: Client) -> None:
    row = longest()
    data = filled_in(salma.get(address_of(row)), chapeau="نص كُتب ولم يُحفظ:")
    data["operative_clauses-0-phrase"] = "كلمات ليست في النص"
    response = salma.post(address_of(row), data)
    assert response.status_code == 200
    assert [code for code, (_sets, _rows, is_first) in parts_of(response).items() if is_first] == ["meaning"]
    page = response.content.decode()
    assert "نص كُتب ولم يُحفظ:" in page
    assert "فيه ما يُصحَّح" in page


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_form_asks_the_same_however_much_hangs_on_its_row(salma: Client) -> None:
    """Once 97 for the recommendation with most items, 45 for a treaty with its articles."""
    by_items = Recommendation.objects.annotate(
        items=Count("subparagraphs"), cited=Count("citations", distinct=True)
    )
    most, least = by_items.order_by("-items", "-cited").first(), by_items.filter(items=0, cited=0).first()
    assert most is not None and least is not None
    treaties = list(Instrument.objects.annotate(count=Count("articles")).order_by("count"))
    queries_of(salma, address_of(most))
    assert queries_of(salma, address_of(most)) <= 20
    assert abs(queries_of(salma, address_of(treaties[0])) - queries_of(salma, address_of(treaties[-1]))) <= 1


def test_no_form_of_any_kind_asks_more_than_two_dozen_times(salma: Client) -> None:
    counts = {}
    for model in registered():
        row = model._default_manager.order_by("pk").first()  # type: ignore[attr-defined]
        if row is not None:
            counts[model.__name__] = queries_of(salma, address_of(row))
    assert {name: count for name, count in counts.items() if count > 24} == {}
