import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.numbering import abjad


def test_letters_stand_in_abjad_order() -> None:
    assert "".join(abjad.LETTERS) == "أبجدهـوزحطيكلمنسعفصقرشتثخذضظغ"
    assert (abjad.letter(5), abjad.letter(11), abjad.letter(28)) == ("هـ", "ك", "غ")
    assert (abjad.letter(29), abjad.letter(30), abjad.letter(57)) == ("أ أ", "ب ب", "أ أ أ")


@pytest.mark.parametrize(
    ("label", "position"),
    [
        ("أ", 1),
        ("ا", 1),
        ("ب", 2),
        ("ه", 5),
        ("هـ", 5),
        ("هــ", 5),
        ("هَـ", 5),
        (" ج ", 3),
        ("ي", 10),
        ("ى", 10),
        ("ك", 11),
        ("أ أ", 29),
        ("اأ", 29),
        ("هـ هـ", 33),
        ("أ ب", None),
        ("ة", None),
        ("ألف", None),
        ("a", None),
        ("1", None),
        ("", None),
    ],
)
def test_position_reads_a_letter_label(label: str, position: int | None) -> None:
    assert abjad.position(label) == position


@pytest.mark.parametrize(
    ("word", "position"),
    [
        ("ألف", 1),
        ("الف", 1),
        ("بَاء", 2),
        ("هاء", 5),
        ("زاي", 7),
        ("زاء", 7),
        ("يـاء", 10),
        ("ألف ألف", 29),
        ("نص", None),
    ],
)
def test_position_of_name_reads_the_name_of_a_letter(word: str, position: int | None) -> None:
    assert abjad.position_of_name(word) == position


@pytest.mark.parametrize(
    ("position", "latin"),
    [(1, "a"), (11, "k"), (26, "z"), (27, "aa"), (28, "ab"), (29, "ac"), (52, "az"), (703, "aaa")],
)
def test_latin_letters_follow_the_position(position: int, latin: str) -> None:
    assert abjad.latin(position) == latin
    assert abjad.from_latin(latin) == position


@pytest.mark.parametrize("text", ["", "é", "a1", "أ", "a b", "z" * 40])
def test_from_latin_refuses_what_is_no_latin_label(text: str) -> None:
    assert abjad.from_latin(text) is None


def test_from_latin_takes_capitals() -> None:
    assert abjad.from_latin(" AB ") == 28


@pytest.mark.parametrize("write", [abjad.letter, abjad.letter_name, abjad.latin])
def test_positions_start_at_one(write: object) -> None:
    assert callable(write)
    with pytest.raises(ValueError, match="start at 1"):
        write(0)


@given(st.integers(1, 56))
def test_letters_and_names_read_back(n: int) -> None:
    assert abjad.position(abjad.letter(n)) == n
    assert abjad.position_of_name(abjad.letter_name(n)) == n


@given(st.integers(1, 1000))
def test_latin_reads_back(n: int) -> None:
    assert abjad.from_latin(abjad.latin(n)) == n
