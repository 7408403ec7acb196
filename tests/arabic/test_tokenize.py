from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.arabic.tokenize import LONGEST, fold, tokenize

TEXT = st.text() | st.text(alphabet=st.sampled_from("ابهةأىـًَُّ 19٢—\u200f\u00a0ﻻ\nA.-/_é\u0301\x00\ud800"))


def seen(text: str) -> list[tuple[str, str, str, int]]:
    return [(text[t.start : t.end], t.folded, t.kind, t.position) for t in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("حَمَلاتٌ إعلاميّة،", [("حَمَلاتٌ", "حملات", "word", 0), ("إعلاميّة", "اعلاميه", "word", 1)]),
        ("بشـــأن ﺍﻟﺘﻮﺻﻴﺔ", [("بشـــأن", "بشان", "word", 0), ("ﺍﻟﺘﻮﺻﻴﺔ", "التوصيه", "word", 1)]),
        (
            "المادة ١٨ و18",
            [("المادة", "الماده", "word", 0), ("١٨", "18", "number", 1), ("و18", "18", "number", 2)],
        ),
        ("الـ13 ولـ٤٢٤", [("الـ13", "13", "number", 0), ("ولـ٤٢٤", "424", "number", 1)]),
        ("كوفيد-19", [("كوفيد", "كوفيد", "word", 0), ("19", "19", "number", 1)]),
        (
            "COVID-19",
            [
                ("COVID-19", "covid_19", "symbol", 0),
                ("COVID", "covid", "latin", 0),
                ("19", "19", "number", 1),
            ],
        ),
        (
            "wg.7/2019/5.",
            [
                ("wg.7/2019/5", "wg_7_2019_5", "symbol", 0),
                ("wg", "wg", "latin", 0),
                ("7", "7", "number", 1),
                ("2019", "2019", "number", 2),
                ("5", "5", "number", 3),
            ],
        ),
        ("و/أو", [("و", "و", "word", 0), ("أو", "او", "word", 1)]),
        ('لـ"عملية"', [("عملية", "عمليه", "word", 0)]),
        (
            "École e\u0301te\u0301\u200f",
            [("École", "ecole", "latin", 0), ("e\u0301te\u0301", "ete", "latin", 1)],
        ),
        ("سلام\x00 \ud800 平和", [("سلام", "سلام", "word", 0), ("平和", "平和", "word", 1)]),
        ("«—» ( ) ً ـ", []),
        ("", []),
    ],
)
def test_tokens_cover_the_printed_words(text: str, tokens: list[tuple[str, str, str, int]]) -> None:
    assert seen(text) == tokens


def test_wg7_and_wg_dot_7_are_one_symbol() -> None:
    assert [t.folded for t in tokenize("WG7")] == [t.folded for t in tokenize("wg.7")]


def test_a_word_of_any_length_gives_a_short_form() -> None:
    assert [len(t.folded) for t in tokenize("ا" * 10_000 + " " + "a" * 10_000)] == [LONGEST, LONGEST]


@given(TEXT)
def test_tokens_of_any_text_lie_in_order_inside_it(text: str) -> None:
    words = [t for t in tokenize(text) if t.kind != "symbol"]
    assert all(0 <= t.start < t.end <= len(text) and t.folded for t in words)
    assert all(one.end <= two.start for one, two in pairwise(words))
    assert [t.position for t in words] == list(range(len(words)))


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
