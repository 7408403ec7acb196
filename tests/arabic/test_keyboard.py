import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.arabic.keyboard import with_other_layout


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hgjuh,k", ("التعاون",)),
        ("hgliv[dk", ("المهرجين",)),
        ("hgh'thg", ("الاطفال",)),
        ("HgHkjvfJg", ("ألأنترب" + "تل",)),
        ("bhghj", ("لاالات",)),
        ("هىفثقحخم", ("interpol",)),
        ("لاخقيثق", ("border", "ghorder")),
        ("قهلافس", ("ribts", "rights")),
        ("covid-19", ()),
        ("hgمه", ()),
        ("تعاونٌ", ()),
        ("", ()),
    ],
)
def test_a_word_is_read_by_its_keys_on_the_other_layout(typed: str, meant: tuple[str, ...]) -> None:
    assert with_other_layout(typed) == meant


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz;',./[]", min_size=1))
def test_what_was_typed_is_among_the_readings_of_its_reading(typed: str) -> None:
    there = with_other_layout(typed)
    assert len(there) == 1
    back = with_other_layout(there[0])
    # The key b writes what g and h write: where both stand, neither reading has them as they were.
    assert typed.replace("gh", "b") in [one.replace("gh", "b") for one in back]
