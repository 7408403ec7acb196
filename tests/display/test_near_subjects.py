"""What a mistyped address of a subject or an article may have meant."""

import pytest

from archive.display.lookup.near_addresses import NearPage
from archive.display.lookup.near_subjects import near_articles, near_topics
from tests.factories_of_meaning import make_article, make_instrument, make_topic

pytestmark = pytest.mark.django_db


ASKED = ["smuggling-at-sea", "smuggling_by_sea", "SMUGGLING", "smugling by sea", "تهريب بحرا"]


@pytest.mark.parametrize("asked", ASKED)
def test_a_topic_is_known_by_slug_and_names(asked: str) -> None:
    make_topic("smuggling-by-sea", label_ar="التهريب بحراً", label_en="Smuggling by sea")
    make_topic("training", label_ar="التدريب", label_en="Training")
    assert near_topics(asked) == [NearPage("/topics/smuggling-by-sea/", "التهريب بحراً")]


@pytest.mark.parametrize("asked", ["", "wp-admin", "x" * 500])
def test_what_is_like_no_topic_is_near_to_none(asked: str) -> None:
    make_topic("training", label_ar="التدريب", label_en="Training")
    assert near_topics(asked) == []


def test_the_nearest_articles_stand_in_their_order() -> None:
    for number in (1, 2, 5, 6, 9, 30):
        make_article(number)
    make_article(7, instrument=make_instrument("lock-convention"))
    assert [one.path for one in near_articles("canal-protocol", "7")] == [
        f"/articles/canal-protocol/{number}/" for number in (2, 5, 6, 9)
    ]
    assert near_articles("canal-protocol", "7")[0].label == "المادة 2، بروتوكول القنوات"
