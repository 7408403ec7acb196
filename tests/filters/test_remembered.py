"""A question is put to the engine once for each version of the data."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.derivations.by_hand import save_by_hand
from archive.filters.finding import find
from archive.filters.remembered import MOST_QUESTIONS, Latest
from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.search.entries import rebuild_index
from tests import factories


def test_an_answer_is_kept_by_its_question():
    latest = Latest()
    latest.put(("قناة", False), 1)
    assert (latest.get(("قناة", False)), latest.get(("قناة", True))) == (1, None)


def test_what_was_not_asked_for_longest_goes_first():
    latest = Latest()
    for number in range(MOST_QUESTIONS):
        latest.put(number, "answer")
    assert latest.get(0) == "answer"
    latest.put("new", "answer")
    assert [latest.get(question) for question in (0, 1, "new")] == ["answer", None, "answer"]


@pytest.mark.django_db
def test_an_answer_of_a_stale_index_is_not_kept():
    row = factories.make_recommendation(1, "ينبغي صون القنوات.")
    factories.make_state(data_version=1)
    snapshot = current_snapshot()
    assert list(find(Selection(q="القنوات"), snapshot)) == []
    rebuild_index()
    assert list(find(Selection(q="القنوات"), snapshot)) == [row.pk]


@pytest.mark.django_db
def test_a_change_of_the_data_is_seen_by_the_next_request():
    meeting = factories.make_meeting(1)
    factories.make_recommendation(1, "ينبغي صون القنوات.", meeting=meeting)
    factories.make_state(data_version=1)
    rebuild_index()
    selection = Selection(q="القنوات")
    assert find(selection, current_snapshot()).count == 1
    second = factories.make_recommendation(2, "ينبغي صون الجسور.", meeting=meeting)
    second.chapeau = "ينبغي صون القنوات والجسور."
    save_by_hand(second)
    assert find(selection, current_snapshot()).count == 2


@pytest.mark.django_db
def test_the_second_page_asks_the_engine_nothing():
    factories.make_recommendation(1, "ينبغي صون القنوات.")
    factories.make_state(data_version=1)
    rebuild_index()
    snapshot = current_snapshot()
    pks = list(find(Selection(q="القنوات"), snapshot))
    with CaptureQueriesContext(connection) as queries:
        assert list(find(Selection(q="القنوات", page=2, page_size=50), snapshot)) == pks
    assert len(queries) == 0
