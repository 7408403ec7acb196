"""Who acts is read with the clause; of what staff stand for it is only filled in, once, where nobody has said it."""

import pytest
from django.utils import timezone

from archive.derivations.asked_persons import actors_of
from archive.derivations.by_hand import change_by_staff, give_back
from archive.models import Derived, OperativeActor, OperativeClause, Recommendation
from tests import factories
from tests.factories_of_meaning import derive

pytestmark = pytest.mark.django_db
TEXT = "لعل الدول تودّ أن تطلب إلى المكتب أن يصون القنوات. وينبغي لها أن تقيس الماء."


@pytest.fixture
def row() -> Recommendation:
    row = factories.make_recommendation(1, chapeau=TEXT)
    derive(row)
    return row


def told(row: Recommendation) -> list[tuple[str, tuple[str, ...], bool]]:
    clauses = OperativeClause.objects.filter(recommendation=row).order_by("position")
    return [(one.phrase, actors_of(one), one.actors_read) for one in clauses]


def forget_actors(**values: object) -> None:
    """As clauses were before anybody asked who acts; `values` are what staff had said."""
    OperativeActor.objects.all().delete()
    OperativeClause.objects.update(actors_read=False, **values)


def read_again(row: Recommendation) -> None:
    derive(row)


EXPECTED = [("لعل الدول تودّ", ("unodc",), True), ("ينبغي", ("states",), True)]


def test_they_are_read_with_the_clause(row: Recommendation) -> None:
    assert told(row) == EXPECTED


def test_they_are_filled_in_where_clauses_were_there_before(row: Recommendation) -> None:
    forget_actors()
    row.chapeau = TEXT + " "
    row.save()
    read_again(row)
    assert told(row) == EXPECTED


def test_what_staff_confirmed_before_is_read_for_its_actors_alone(row: Recommendation) -> None:
    forget_actors(decision=Derived.Decision.CONFIRMED, decided_at=timezone.now(), verb_class="urged")
    row.chapeau = TEXT + " "
    row.save()
    read_again(row)
    assert told(row) == EXPECTED
    assert set(OperativeClause.objects.values_list("verb_class", "decision")) == {("urged", "confirmed")}


def test_what_staff_say_of_them_stands(row: Recommendation) -> None:
    first, second = OperativeClause.objects.filter(recommendation=row).order_by("position")
    change_by_staff(first, actors=["secretariat", "unodc"])
    change_by_staff(second, actors=[])
    row.chapeau = TEXT + " "
    row.save()
    read_again(row)
    assert told(row) == [("لعل الدول تودّ", ("secretariat", "unodc"), True), ("ينبغي", (), True)]
    give_back(*OperativeClause.objects.filter(recommendation=row))
    assert told(row) == EXPECTED


def test_of_a_clause_that_staff_add_they_are_read_unless_staff_say_them(row: Recommendation) -> None:
    asked = {"recommendation": row, "verb_class": "requested"}
    change_by_staff(OperativeClause(phrase="أن تطلب", **asked), addressees=["conference"], actors=[])
    change_by_staff(OperativeClause(phrase="تقيس", **asked), addressees=["states"], actors=["secretariat"])
    assert told(row) == [
        ("لعل الدول تودّ", ("unodc",), True),
        ("أن تطلب", ("conference",), True),
        ("ينبغي", ("states",), True),
        ("تقيس", ("secretariat",), True),
    ]
