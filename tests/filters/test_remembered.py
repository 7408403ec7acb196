"""A question is put to the engine once for each version of the data."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pyroaring import BitMap

from archive.filters.finding import find
from archive.filters.remembered import MOST_HITS, MOST_QUESTIONS, Answer, Remembered
from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.loading.by_hand import save_by_hand
from archive.search.entries import rebuild_index
from archive.search.match import Hits
from tests import factories


def answer(*keys: int, stale: bool = False) -> Answer:
    return Answer(Hits(full=[(key, 1.0) for key in keys], stale=stale), BitMap(keys))


def test_an_answer_is_kept_by_its_words_and_by_whether_the_typed_form_was_insisted_on():
    remembered = Remembered()
    remembered.put("قناة", answer(1), exact=False)
    assert remembered.get("قناة", exact=False) == answer(1)
    assert remembered.get("قناة", exact=True) is None


def test_an_answer_of_a_stale_index_is_not_kept():
    remembered = Remembered()
    remembered.put("قناة", answer(1, stale=True), exact=False)
    assert remembered.get("قناة", exact=False) is None


def test_what_was_not_asked_for_longest_goes_first():
    remembered = Remembered()
    for number in range(MOST_QUESTIONS):
        remembered.put(str(number), answer(1), exact=False)
    assert remembered.get("0", exact=False) is not None
    remembered.put("new", answer(1), exact=False)
    assert [remembered.get(word, exact=False) is None for word in ("0", "1", "new")] == [False, True, False]


def test_many_hits_are_not_kept_for_ever():
    remembered = Remembered()
    half = answer(*range(1, MOST_HITS // 2 + 1))
    for word in ("one", "two", "three"):
        remembered.put(word, half, exact=False)
    assert [remembered.get(word, exact=False) is None for word in ("one", "two", "three")] == [True, False, False]


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
    find(Selection(q="القنوات"), snapshot)
    with CaptureQueriesContext(connection) as queries:
        assert find(Selection(q="القنوات", page=2), snapshot).count == 1
    assert len(queries) == 0
