"""Whatever is typed: no error, no command to the engine."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.search.highlight import excerpt, highlight
from archive.search.match import search_paragraphs, search_recommendations
from archive.search.query import LONGEST, MOST_PARTS
from archive.search.reference import find_reference
from archive.search.understood import Notice

from .conftest import TEXTS

STRANGE = [
    '"', "«", '" " "', "-", "--", "- -", '-"', "*", "طفل*", "NEAR(طفل دول, 2)", "stem : طفل", "{stem} : طفل",
    "طفل AND OR NOT", "NOT", "^طفل", "'", "طفل & دول | !قناة", "طفل <-> دول", "a:*", "\\", "\0", "طف\0ل", "\ud800",
    "\udfffطفل", "\u202eطفل\u202c", "'; DROP TABLE archive_recommendation; --", "<script>alert(1)</script>", "%s",
    "%", "{}", "()", "ー", "孩子", "🧒", "ا" * 10_000, "طفل " * 5_000, '"' * 9_999, "-" * 10_000, "\ue000", "\ue001",
    "0" * 400, "٠", "١٢٣٤٥٦٧٨٩٠" * 100, "a/b.c-d_e:f", "ﷺ", "ﻻ", "\u0301", "ـ", "َ", "x" * 3_000,
]  # fmt: skip


@pytest.mark.parametrize("typed", STRANGE, ids=range(len(STRANGE)))
@pytest.mark.parametrize("exact", [False, True])
def test_no_string_is_an_error(archive, typed, exact):
    hits = search_recommendations(typed, exact=exact)
    assert not hits.stale
    str(hits.understood).encode()
    search_paragraphs(typed, exact=exact)
    find_reference(typed)


def test_words_without_a_blank_between_them_are_counted_as_words(archive):
    """All 1,600 of them would cost the engine most of a minute."""
    words = [f"كلمة{chr(0x628 + i % 20)}{chr(0x628 + i // 20 % 20)}{chr(0x628 + i // 400)}" for i in range(1_600)]
    understood = search_recommendations("،".join(words)[:LONGEST]).understood
    assert len(understood.words) == MOST_PARTS
    assert understood.notices[0] == Notice("cut", " ".join(words[MOST_PARTS:])[:60])


@pytest.mark.parametrize("typed", ["\ue000", "\ue001"])
def test_the_marks_of_the_index_cannot_be_typed(archive, typed):
    assert search_recommendations(typed).full == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(st.characters(), max_size=60), st.sampled_from(list(TEXTS.values())))
def test_marking_never_changes_a_text(archive, typed, text):
    understood = search_recommendations(f"{typed} {text[:20]}").understood
    assert "".join(piece.text for piece in highlight(text, understood)) == text
    pieces, offset = excerpt(text, understood, 4)
    cut = "".join(piece.text for piece in pieces)
    assert text[offset : offset + len(cut)] == cut
