"""The marks of words that weigh much in a text."""

import pytest

from archive.search.levels import LEVELS, build_levels, earliness, mark, saturated


@pytest.mark.parametrize(
    ("stem", "marks"),
    [
        ("", ""),
        # Alone in a short text: as much as once can be.
        ("طفل", "1طفل 2طفل 3طفل"),
        ("طفل طفل طفل", "1طفل 2طفل 3طفل 4طفل 5طفل 6طفل"),
        # Once among many others and late: nothing.
        (" ".join(["x"] * 200 + ["طفل"]), "1x 2x 3x 4x 5x 6x"),
    ],
)
def test_a_text_has_a_mark_for_every_level_that_a_stem_reaches(stem: str, marks: str) -> None:
    assert build_levels(stem) == marks


def test_the_marks_are_those_that_are_asked_for() -> None:
    assert [mark(level, "طفل") for level in LEVELS] == build_levels("طفل طفل طفل").split()[::-1]


def test_repetition_saturates_and_length_counts_against_a_word() -> None:
    assert saturated(1, 70) == pytest.approx(1.0)
    assert saturated(1, 20) > saturated(1, 70) > saturated(1, 300)
    assert 2.2 > saturated(40, 70) > saturated(4, 70) > saturated(1, 70)


def test_the_first_words_come_before_those_behind_the_opening() -> None:
    assert [round(earliness(place), 2) for place in (0, 15, 30, 90)] == [0.2, 0.1, 0.0, 0.0]
