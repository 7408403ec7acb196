import pytest

from archive.deriving.language_facts import only_in_one

ARABIC = "إذ يشير إلى قراره 55/25 المؤرخ 15 تشرين الثاني/نوفمبر 2000، وإلى الوثيقة CTOC/COP/2018/13، وإلى 1250 حالة"
ENGLISH = "Recalling its resolution 55/25 of 15 November 2000, document CTOC/COP/2018/13 and 1,250 cases"


def test_the_same_facts_in_both_languages_are_no_difference() -> None:
    assert only_in_one(ARABIC, ENGLISH) == ([], [])


@pytest.mark.parametrize(
    ("said", "instead", "ours", "theirs"),
    [
        ("55/25", "55/52", ["25/55"], ["52/55"]),
        ("15 November 2000", "5 November 2000", ["15 تشرين الثاني/نوفمبر 2000"], ["5 تشرين الثاني/نوفمبر 2000"]),
        ("CTOC/COP/2018/13", "CTOC/COP/2018/3", ["CTOC/COP/2018/13"], ["CTOC/COP/2018/3"]),
        (" and 1,250 cases", "", ["1250"], []),
    ],
)
def test_what_stands_in_one_language_alone(said: str, instead: str, ours: list[str], theirs: list[str]) -> None:
    assert only_in_one(ARABIC, ENGLISH.replace(said, instead)) == (ours, theirs)


def test_small_numbers_may_be_words_in_one_language() -> None:
    assert only_in_one("في غضون 3 أيام، في الجلسة 37", "within three days, at its 37th meeting") == ([], [])
