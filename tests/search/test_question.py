"""More hits than are weighed: the best of them come first all the same."""

import pytest

from archive.models import ArchiveState, Meeting, Recommendation
from archive.search import cached_entries
from archive.search.entries import rebuild_index
from archive.search.match import search_recommendations
from archive.search.question import FEW, HEAD
from tests import factories

COUNT = FEW + 150


@pytest.fixture
def many(meeting: Meeting) -> list[Recommendation]:
    """All have the two words, far apart and late; three of them otherwise."""
    others = " ".join(f"كلمة{number}" for number in range(40))
    text = "ينبغي للدول {others} أن تصون القناة {others} والجسر."
    texts = {number: text.format(others=others) for number in range(1, COUNT + 1)}
    texts[COUNT - 5] = "القناة والجسر."
    texts[COUNT - 50] = "القناة القناة القناة القناة، ثم الجسر."
    texts[COUNT - 90] = "الجسر الجسر الجسر الجسر، ثم القناة."
    rows = [
        Recommendation(
            meeting=meeting, number=n, locator=f"x.{n}", chapeau=t, text=t, printed_text=t, printed_number="1"
        )
        for n, t in texts.items()
    ]
    made = Recommendation.objects.bulk_create(rows)
    rebuild_index()
    return made


def found(typed: str, many: list[Recommendation]) -> list[int]:
    numbers = {row.pk: row.number for row in many}
    return [numbers[key] for key, _ in search_recommendations(typed).full]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("قناة", [COUNT - 50, COUNT - 5, COUNT - 90]),
        ("جسر", [COUNT - 90, COUNT - 5, COUNT - 50]),
        ("قناة جسر", [COUNT - 5, COUNT - 50, COUNT - 90]),
        ("قناة -نهر", [COUNT - 50, COUNT - 5, COUNT - 90]),
    ],
)
def test_texts_in_which_the_words_weigh_most_come_first_and_none_is_lost(
    many: list[Recommendation], typed: str, first: list[int]
) -> None:
    numbers = found(typed, many)
    assert numbers[:3] == first
    assert sorted(numbers) == list(range(1, COUNT + 1))


def test_the_typed_form_alone_is_weighed_too(many: list[Recommendation]) -> None:
    numbers = {row.pk: row.number for row in many}
    hits = search_recommendations("القناة", exact=True)
    assert [numbers[key] for key, _ in hits.full][:2] == [COUNT - 50, COUNT - 5]


def test_of_those_that_are_meant_the_best_come_first(many: list[Recommendation]) -> None:
    hits = search_recommendations("قناة")
    meant = hits.members
    meant.remove(many[COUNT - 51].pk)
    assert [many[COUNT - 6].pk, many[COUNT - 91].pk] == [key for key, _ in hits.first(meant)][:2]
    assert len(hits.first(meant)) == HEAD


def test_the_number_of_queries_is_the_same_for_many_hits(
    many: list[Recommendation], django_assert_num_queries: object
) -> None:
    assert len(search_recommendations("قناة").full) == COUNT
    cached_entries.forget_entries()
    with django_assert_num_queries(7):  # type: ignore[operator]
        assert len(search_recommendations("قناة").full) == COUNT
    with django_assert_num_queries(6):  # type: ignore[operator]
        assert len(search_recommendations("قناة").full) == COUNT


def test_an_index_of_before_the_levels_goes_on_finding(many: list[Recommendation]) -> None:
    ArchiveState.objects.update(index_version="older.1")
    hits = search_recommendations("قناة")
    assert (len(hits.full), hits.stale) == (COUNT, True)


def test_a_word_that_is_too_common_to_be_enough_is_not_looked_for_by_itself(
    many: list[Recommendation],
) -> None:
    rare = factories.make_recommendation(COUNT + 1, "ينبغي حماية الأطفال.", meeting=many[0].meeting)
    rebuild_index()
    hits = search_recommendations("قناة أطفال")
    assert (hits.full, [key for key, _ in hits.partial]) == ([], [rare.pk])
