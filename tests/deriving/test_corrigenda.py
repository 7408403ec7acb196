"""What corrigenda ask for, in the ways in which they ask."""

import pytest

from archive.deriving.corrigenda import ListedCorrection, read_correction

ASKED = [
    ("في الفقرة 5، يُستعاض عن عبارة «الأول» بعبارة «الثاني».", ("paragraph", 5, 0, "replace", "الأول", "الثاني")),
    ("الفقرة ٧، السطر 2: بدلاً من «الأول» تُقرأ «الثاني»", ("paragraph", 7, 0, "replace", "الأول", "الثاني")),
    ("في الفقرة 9 تُقرأ «الثاني» بدلاً من «الأول»", ("paragraph", 9, 0, "replace", "الأول", "الثاني")),
    ("التوصية الثالثة (ب): تُحذف عبارة «على الأقل».", ("recommendation", 3, 2, "delete", "على الأقل", "")),
    (
        "التوصية 7: تُضاف عبارة «الأطراف» بعد كلمة «الدول»",
        ("recommendation", 7, 0, "insert_after", "الدول", "الأطراف"),
    ),
    (
        "يُستعاض عن نص الفقرة 4 بما يلي: نظر الفريق في الأمر.",
        ("paragraph", 4, 0, "whole", "", "نظر الفريق في الأمر."),
    ),
    ("الفقرة 12: خطأ في الطباعة", ("paragraph", 12, 0, "", "", "")),
    ("يُستعاض عن كلمة «الأول» بكلمة «الثاني».", ("", 0, 0, "replace", "الأول", "الثاني")),
]


@pytest.mark.parametrize(("said", "asked"), ASKED)
def test_a_correction_names_its_place_and_its_words(said: str, asked: tuple[str, int, int, str, str, str]) -> None:
    assert read_correction(said) == ListedCorrection(said, *asked)  # type: ignore[arg-type]


def test_the_place_may_stand_in_the_heading_above() -> None:
    found = read_correction("يُستعاض عن كلمة «الأول» بكلمة «الثاني».", "الفقرة 11")
    assert (found.target, found.number) == ("paragraph", 11)
