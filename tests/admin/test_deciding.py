"""Keys that decide: what was typed beside them is saved, and one goes on in the list from which one came."""

from typing import Any

import pytest
from django.test import Client

from archive.models import OperativeClause
from tests.factories import make_recommendation, make_state
from tests.factories_of_meaning import derive

from .forms import complaints, filled_in

pytestmark = pytest.mark.django_db

TEXT = "ينبغي للدول أن تصون القنوات عملاً بالمادة 6، ولعلها تود أيضاً أن تقيس الماء."
CLAUSES = "/admin/archive/operativeclause/"
WAITING = "standing%3Dsuggested"


@pytest.fixture
def clauses() -> list[OperativeClause]:
    """«ينبغي» and «لعلها تود»."""
    make_state(data_version=1)
    derive(make_recommendation(1, TEXT))
    return list(OperativeClause.objects.order_by("position"))


def decide(staff: Client, row: Any, choice: str, **typed: Any) -> Any:
    address = f"/admin/archive/{row._meta.model_name}/{row.pk}/change/?_changelist_filters={WAITING}"
    return staff.post(address, filled_in(staff.get(address), choice=choice, **typed), follow=True)


def test_what_was_typed_beside_the_key_is_saved_with_the_decision(
    staff: Client, clauses: list[OperativeClause]
) -> None:
    decide(staff, clauses[0], "confirm", verb_class="requested")
    clauses[0].refresh_from_db()
    assert (clauses[0].verb_class, clauses[0].origin, clauses[0].decision) == ("requested", "staff", "confirmed")


def test_what_is_wrong_beside_the_key_is_shown_again_and_nothing_is_decided(
    staff: Client, clauses: list[OperativeClause]
) -> None:
    response = decide(staff, clauses[0], "confirm", phrase="لا تقف هنا")
    assert list(complaints(response)) == ["phrase"]
    assert response.context["adminform"].form["phrase"].value() == "لا تقف هنا"
    clauses[0].refresh_from_db()
    assert (clauses[0].phrase, clauses[0].origin, clauses[0].decision) == ("ينبغي", "rule", "")


def test_what_is_given_back_to_the_rule_takes_nothing_that_was_typed(
    staff: Client, clauses: list[OperativeClause]
) -> None:
    decide(staff, clauses[0], "confirm")
    decide(staff, clauses[0], "give_back", verb_class="requested")
    row = OperativeClause.objects.get(position=clauses[0].position)
    assert (row.verb_class, row.origin, row.decision) == ("should", "rule", "")


def test_one_comes_back_to_the_list_as_it_was_filtered_and_is_led_to_the_next(
    staff: Client, clauses: list[OperativeClause]
) -> None:
    response = decide(staff, clauses[0], "confirm")
    assert response.redirect_chain == [(f"{CLAUSES}?standing=suggested", 302)]
    said = [str(message) for message in response.context["messages"]]
    assert said == [
        "أكِّد: نُفّذ القرار في 1.",
        f'التالي في القائمة: <a href="{CLAUSES}{clauses[1].pk}/change/?_changelist_filters=standing%3Dsuggested">'
        f"{clauses[1]}</a>",
    ]
    # At the end of the list there is none.
    assert [str(message) for message in decide(staff, clauses[1], "confirm").context["messages"]] == [
        "أكِّد: نُفّذ القرار في 1."
    ]


def test_filters_that_are_none_lead_to_the_list(staff: Client, clauses: list[OperativeClause]) -> None:
    row = clauses[0]
    address = f"{CLAUSES}{row.pk}/change/?_changelist_filters=nothing__exact%3D1"
    assert staff.post(address, {"choice": "confirm"}).status_code == 302
    row.refresh_from_db()
    assert row.decision == "confirmed"
