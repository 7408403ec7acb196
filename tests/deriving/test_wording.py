from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.deriving.rarity import features_of, rarity_of
from archive.deriving.subject_words import WordReader, Words
from archive.deriving.wording import run_together, shared_words


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("a b c d", "a b c d", 1.0),
        ("a b c d", "a x c y", 0.5),
        ("a b c d", "d c b a", 0.25),
        ("a b", "x y", 0.0),
        ("a a a", "a", 0.5),
        ("", "a", 0.0),
        ("", "", 0.0),
    ],
)
def test_run_together(one: str, other: str, share: float) -> None:
    assert run_together(one.split(), other.split()) == share


def longest_common(one: list[str], other: list[str]) -> int:
    rows = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            rows[i + 1][j + 1] = rows[i][j] + 1 if a == b else max(rows[i][j + 1], rows[i + 1][j])
    return rows[-1][-1]


SEQUENCES = st.lists(st.sampled_from("abcde"), min_size=1, max_size=70)


@given(SEQUENCES, SEQUENCES)
def test_bits_count_what_rows_count(one: list[str], other: list[str]) -> None:
    expected = 2 * longest_common(one, other) / (len(one) + len(other))
    assert run_together(one, other) == run_together(other, one) == expected
    assert run_together(one, other) >= SequenceMatcher(None, one, other, autojunk=False).ratio() - 1e-9


def test_the_rarest_shared_words_stand_in_the_order_of_the_first_text() -> None:
    read = WordReader().read
    one, other = read("أن تسقي الدول الزيتون والقمح في الوادي"), read("يُزرع القمح قبل الزيتون في كل وادٍ")
    crowd = [features_of(read(text)) for text in ("حقل", "وادٍ", "جبل", "قمح")]
    rarity = rarity_of([features_of(one), features_of(other), *crowd])
    assert shared_words(one, other, rarity) == ("زيتون", "قمح", "وادي")


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("وينبغي للدول الأطراف أن تحصي", ("=states_parties",)),
        ("مكتب الأمم المتحدة المعني بالمخدرات والجريمة", ("=unodc",)),
        ("اتفاقية طيور البحيرات", ("=lakes",)),
        ("الفقرة 3 من المادة 14", ()),
        ("", ()),
    ],
)
def test_names_count_as_one_word_and_what_leads_to_a_number_as_none(text: str, stems: tuple[str, ...]) -> None:
    read = WordReader([("lakes", "اتفاقية طيور البحيرات"), ("", "")]).read(text)
    assert read.stems[: len(stems)] == stems
    assert bool(read.stems) == bool(stems)


def test_words_are_shown_without_vowels_and_without_what_is_joined_to_them() -> None:
    assert WordReader().read("وبالثِّقة المتبادلة") == Words(("ثقه", "متبادل"), ("ثقة", "متبادلة"))
