"""A hit stands higher where it is of the subject that is asked for; a subject alone brings none."""

import pytest

from archive.models import Recommendation, TopicRule
from archive.record.state import raise_data_version
from archive.search.entries import rebuild_index
from archive.search.match import search_recommendations
from tests import factories
from tests import factories_of_meaning as meaning


@pytest.fixture
def texts(db: None) -> dict[int, Recommendation]:
    """The recommendations by number: the first says most of the words, the third is about what they mean."""
    meeting = factories.make_meeting()
    words = {
        1: "صيانة القناة وتنظيف القناة.",
        2: "مراقبة المياه في القناة القديمة.",
        3: "مراقبة المياه في القناة البعيدة.",
        4: "تدريب الحراس.",
    }
    rows = {
        number: factories.make_recommendation(number, text, meeting=meeting) for number, text in words.items()
    }
    rebuild_index()
    return rows


def _found(texts: dict[int, Recommendation], typed: str) -> list[int]:
    numbers = {row.pk: number for number, row in texts.items()}
    hits = search_recommendations(typed)
    return [numbers[key] for key, _ in [*hits.full, *hits.partial]]


def test_what_is_of_the_subject_asked_for_moves_up_and_what_was_rejected_does_not(
    texts: dict[int, Recommendation],
) -> None:
    assert _found(texts, "تنظيف القناة") == [1, 2, 3]
    topic = meaning.make_topic("canals", label_ar="القنوات")
    TopicRule.objects.create(topic=topic, kind="words", value="تنظيف قناة", weight=10)
    raise_data_version()
    row = meaning.make_assignment(texts[3], topic)
    assert _found(texts, "تنظيف القناة") == [1, 3, 2]
    # The rule says nothing of «القناة» alone.
    assert _found(texts, "القناة") == [1, 2, 3]
    row.delete()
    meaning.make_assignment(texts[3], topic, decision="rejected")
    assert _found(texts, "تنظيف القناة") == [1, 2, 3]


def test_the_subject_without_the_words_is_no_hit(texts: dict[int, Recommendation]) -> None:
    topic = meaning.make_topic("canals", label_ar="القنوات")
    TopicRule.objects.create(topic=topic, kind="words", value="قناة", weight=10)
    raise_data_version()
    meaning.make_assignment(texts[4], topic)
    assert sorted(_found(texts, "القناة")) == [1, 2, 3]
