"""What stands behind a number: read off its print, written into addresses and texts, read back."""

import pytest

from archive.numbering import suffixes

PRINTED = [
    ("1", "", "", ""),
    ("98", "", "", ""),
    ("أ", "", "", ""),
    ("1 مكرراً", "-bis", " مكرراً", " bis"),
    ("١ مكرر", "-bis", " مكرراً", " bis"),
    ("2 مكرراً ثانياً", "-ter", " مكرراً ثانياً", " ter"),
    ("3 bis", "-bis", " مكرراً", " bis"),
    ("1-2", "_2", "-2", "-2"),
    ("١ أ", "_a", " أ", " a"),
    ("12 (ب)", "_b", " ب", " b"),
]


@pytest.mark.parametrize(("printed", "tail", "arabic", "english"), PRINTED)
def test_what_stands_behind_a_number_is_known_by_its_address(
    printed: str, tail: str, arabic: str, english: str
) -> None:
    suffix = suffixes.read_suffix(printed)
    assert suffixes.tail_of(suffix) == tail
    assert (suffixes.in_arabic(suffix), suffixes.in_english(suffix)) == (arabic, english)
    assert suffixes.find_suffix(tail) == (suffix or None)


def test_a_copy_is_no_suffix() -> None:
    assert suffixes.find_suffix("-2") is None


def test_repeated_numbers_follow_one_another_in_their_order() -> None:
    printed = ["1", "1 bis", "1 ter", "1 quater", "1-1", "1-2", "1-10", "1 أ", "1 ب"]
    assert sorted(printed, key=suffixes.read_suffix) == printed
