"""Lists of numbers as the texts write them, behind «المواد» and the like."""

import pytest

from archive.arabic.normalize import folded_with_offsets
from archive.citing.number_lists import read_list

Found = list[tuple[tuple[int, ...], tuple[str, ...], str]]


def read(text: str, *, plural: bool = True) -> Found:
    folded, offsets = folded_with_offsets(text)
    return [
        (one.numbers, one.parts, text[offsets[one.start] : offsets[one.end]])
        for one in read_list(folded, 0, plural=plural)
    ]


LISTS: dict[str, Found] = {
    " 16": [((16,), (), "16")],
    " ١٦ و١٨": [((16,), (), "١٦"), ((18,), (), "١٨")],
    " رقم 6، 9 و 12": [((6,), (), "6"), ((9,), (), "9"), ((12,), (), "12")],
    " من 18 إلى 20": [((18, 19, 20), (), "18 إلى 20")],
    " 20 إلى 18 و30-28": [((18, 19, 20), (), "20 إلى 18"), ((28, 29, 30), (), "30-28")],
    " 1 إلى 300": [((1, 300), (), "1 إلى 300")],
    " 2 (ك)": [((2,), ("ك",), "2 (ك)")],
    " 2 (أ) و(هـ)": [((2,), ("أ", "هـ"), "2 (أ) و(هـ)")],
    " 2 (أ) إلى (ج) و3": [((2,), ("أ", "ب", "ج"), "2 (أ) إلى (ج)"), ((3,), (), "3")],
    " 6 (1) (ب)": [((6,), ("1 (ب)",), "6 (1) (ب)")],
    " الثامنة والتاسعة": [((8,), (), "الثامنة"), ((9,), (), "التاسعة")],
    # first materials; amounts; a resolution; nothing
    " الأولى": [],
    " 514 000": [],
    " 10 في الشهر": [((10,), (), "10")],
    " 50%": [],
    " 1/9": [],
    " 0": [],
    " ذات الصلة": [],
    "16": [],
    # in brackets; another article than 6
    " (6)": [((6,), (), "(6)")],
    " 6 مكرراً": [],
    " 3 to 5 and 7th": [((3, 4, 5), (), "3 to 5")],
}


@pytest.mark.parametrize(("text", "found"), LISTS.items())
def test_lists(text: str, found: Found) -> None:
    assert read(text) == found


def test_behind_a_singular_a_list_must_end_as_one() -> None:
    assert read(" 16 و18 من الاتفاقية", plural=False) == [((16,), (), "16"), ((18,), (), "18")]
    assert read(" 16 و18 دولة", plural=False) == [((16,), (), "16")]
    assert read(" الأولى", plural=False) == [((1,), (), "الأولى")]


def test_behind_one_article_a_hyphen_sets_off_its_paragraph() -> None:
    folded = " 18-3 من البروتوكول"
    assert [(one.numbers, one.parts) for one in read_list(folded, 0, plural=False, with_paragraph=True)] == [
        ((18,), ("3",))
    ]
