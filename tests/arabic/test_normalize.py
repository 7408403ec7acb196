from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.arabic.normalize import bare, bare_with_offsets, normalize

TEXT = st.text() | st.text(alphabet=st.sampled_from("ابهةأىـًَُّ 19٢—\u200f\u00a0ﻻ\nA"))


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("أَوَّلًا", "اولا"),
        ("إلى آخر الأسئلة المؤقتة", "الي اخر الاسيله الموقته"),
        ("بشـــأن", "بشان"),
        ("٢٥ — ۲۵ – 25 − 7", "25 - 25 - 25 - 7"),
        ("  CTOC/COP \n\u00a0 WG.7 ", "ctoc/cop wg.7"),
        ("ﺍﻟﺘﻮﺻﻴﺔ", "التوصيه"),
        ("\u200fنص\u200e", "نص"),
        ("", ""),
    ],
)
def test_normalize_gives_the_form_in_which_spellings_meet(text: str, normal: str) -> None:
    assert normalize(text) == normal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أولاً  — مقدّمة", "أولا  - مقدمة"),
        ("(هـ)", "(ه)"),
        ("يومى ٨ و ٩", "يومى 8 و 9"),
        ("\u200f12\u00a0− نص", "12 - نص"),
    ],
)
def test_bare_keeps_letters_and_spaces(text: str, expected: str) -> None:
    assert bare(text) == expected


def test_offsets_point_to_the_characters_of_the_text() -> None:
    assert bare_with_offsets("أولاً -") == ("أولا -", [0, 1, 2, 3, 5, 6, 7])
    assert bare_with_offsets("٢–") == ("2-", [0, 1, 2])
    assert bare_with_offsets("") == ("", [0])


@given(TEXT)
def test_normalize_is_idempotent(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


@given(TEXT)
def test_offsets_rise_and_map_back(text: str) -> None:
    bare_text, offsets = bare_with_offsets(text)
    assert bare_text == bare(text)
    assert len(offsets) == len(bare_text) + 1
    assert offsets[-1] == len(text)
    assert all(left < right for left, right in pairwise(offsets))
    assert "".join(bare(text[offset]) for offset in offsets[:-1]) == bare_text
