"""A statement that is written once gives what the query gives that it was written from, whoever asks for whatever."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import Meeting, Recommendation
from archive.models.prepared import Prepared
from archive.models.publication import as_readers_see
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows() -> list[Recommendation]:
    meetings = [factories.make_meeting(number) for number in (1, 2)]
    return [factories.make_recommendation(number, meeting=meeting) for meeting in meetings for number in (1, 2, 3)]


def test_it_gives_the_rows_of_each_value_with_what_is_fetched_with_them(rows: list[Recommendation]) -> None:
    adopted = Prepared(lambda key: Recommendation.objects.filter(meeting=key).for_display().in_official_order())
    for meeting in {row.meeting_id for row in rows}:
        plain = Recommendation.objects.filter(meeting=meeting).for_display().in_official_order()
        assert [row.locator for row in adopted.rows(meeting)] == [row.locator for row in plain]
        with CaptureQueriesContext(connection) as asked:
            found = [(str(row.meeting.body), list(row.subparagraphs.all())) for row in adopted.rows(meeting)]
        assert found == [(str(row.meeting.body), list(row.subparagraphs.all())) for row in plain]
        # The rows with their meetings and bodies, and the lettered items.
        assert len(asked) == 2


def test_it_asks_each_time(rows: list[Recommendation]) -> None:
    named = Prepared(lambda locator: Recommendation.objects.filter(locator=locator))
    assert [row.pk for row in named.rows(rows[0].locator)] == [rows[0].pk]
    Recommendation.objects.filter(pk=rows[0].pk).update(chapeau="غير ما كان.")
    assert [row.chapeau for row in named.rows(rows[0].locator)] == ["غير ما كان."]
    assert [row.pk for row in named.rows("no.such.row")] == []


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 6])
def test_a_list_of_any_length_is_looked_for(rows: list[Recommendation], count: int) -> None:
    listed = Prepared(lambda *keys: Recommendation.objects.filter(pk__in=keys).in_official_order())
    keys = [row.pk for row in rows[:count]]
    assert [row.pk for row in listed.rows_of(keys)] == keys


def test_readers_and_staff_each_see_what_is_theirs(rows: list[Recommendation]) -> None:
    Recommendation.objects.filter(pk=rows[1].pk).update(state=Recommendation.State.DRAFT)
    meeting = rows[0].meeting_id
    adopted = Prepared(lambda key: Recommendation.objects.filter(meeting=key).order_by("number"))
    assert [row.number for row in adopted.rows(meeting)] == [1, 2, 3]
    with as_readers_see():
        assert [row.number for row in adopted.rows(meeting)] == [1, 3]
    assert [row.number for row in adopted.rows(meeting)] == [1, 2, 3]


def test_a_value_that_the_statement_does_not_name_is_refused() -> None:
    with pytest.raises(ValueError, match="stand nowhere by themselves"):
        Prepared(lambda part: Meeting.objects.filter(slug__contains=part)).rows("wg")
    with pytest.raises(ValueError, match="stand nowhere by themselves"):
        Prepared(lambda key: Meeting.objects.filter(pk__gt=0)).rows(1)
