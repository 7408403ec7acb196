"""Cutting a typed string into parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.query import LONGEST, MOST_PARTS, QueryPart, parse_query, without_words


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("", ()),
        ("   ", ()),
        ("تهريب المهاجرين", (QueryPart("تهريب"), QueryPart("المهاجرين"))),
        ('"تهريب المهاجرين" بحر', (QueryPart("تهريب المهاجرين", is_phrase=True), QueryPart("بحر"))),
        ("«تهريب المهاجرين»", (QueryPart("تهريب المهاجرين", is_phrase=True),)),
        ("“تهريب المهاجرين”", (QueryPart("تهريب المهاجرين", is_phrase=True),)),
        ("طفل -امرأة", (QueryPart("طفل"), QueryPart("امرأة", is_excluded=True))),
        ('طفل -"عن طريق البحر"', (QueryPart("طفل"), QueryPart("عن طريق البحر", is_phrase=True, is_excluded=True))),
        ("كوفيد-19", (QueryPart("كوفيد-19"),)),
        ('طفل "امرأة', (QueryPart("طفل"), QueryPart("امرأة"))),
        ('"" «»', ()),
        ("«طفل» «امرأة", (QueryPart("طفل", is_phrase=True), QueryPart("امرأة"))),
        ("„طفل“ „امرأة", (QueryPart("طفل", is_phrase=True), QueryPart("امرأة"))),
        ("„طفل» امرأة“", (QueryPart("طفل» امرأة", is_phrase=True),)),
        ("«طفل “امرأة»", (QueryPart("طفل “امرأة", is_phrase=True),)),
        ("«-طفل", (QueryPart("-طفل"),)),
        # What stands beside a word tells its meaning: «إلى اللجوء إلى» keeps both.
        ("طفل طفل", (QueryPart("طفل"), QueryPart("طفل"))),
    ],
)
def test_a_typed_text_is_cut_into_words_phrases_and_exclusions(typed, parts):
    assert parse_query(typed).parts == parts


def test_what_is_beyond_the_limits_is_left_out_and_told():
    assert parse_query("ا" * LONGEST + " طفل").left_out == "طفل"
    query = parse_query(" ".join(f"كلمة{number}" for number in range(MOST_PARTS + 2)))
    assert len(query.parts) == MOST_PARTS
    assert query.left_out == f"كلمة{MOST_PARTS} كلمة{MOST_PARTS + 1}"


@given(st.text(st.characters(), max_size=200))
def test_no_string_raises(typed):
    query = parse_query(typed)
    assert all(part.text.strip() for part in query.parts)
    query.typed.encode()


@pytest.mark.parametrize(
    ("typed", "words", "rest"),
    [
        ("صون القنوات", ["القنوات"], "صون"),
        ("صون القنوات", ["القنوات", "صون"], ""),
        ("القنوات، والقنوات", ["القنوات"], "، والقنوات"),
        ("«القنوات» صون", ["القنوات"], "صون"),
        ("5/2 (غ)", ["غ"], "5/2"),
        ("صون -القنوات", ["القنوات"], "صون"),
        ("a.b c", ["a.b"], "c"),
    ],
)
def test_words_are_taken_out_with_what_they_leave_empty(typed: str, words: list[str], rest: str) -> None:
    assert without_words(typed, words) == rest
