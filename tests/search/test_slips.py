"""The wrong layout and the stray blank: mended where the texts leave no doubt, else left as they are."""

import pytest

from archive.search.match import search_recommendations
from archive.search.query import parse_query
from archive.search.slips import mend_slips
from archive.search.typed_words import typed_words
from archive.search.understood import Notice
from archive.search.words import ArchiveWords

WORDS = ArchiveWords(
    {"تعاون": 5, "دولي": 4, "طفل": 2, "انتربول": 1, "تدريب": 1, "u": 1},
    {"تعاون": "تعاون", "دولي": "دولي", "طفل": "طفل", "انتربول": "إنتربول", "تدريب": "تدريب", "u": "u"},
)


def mended(typed: str) -> tuple[list[tuple[str, bool, bool]], list[Notice]]:
    query = parse_query(typed)
    meant, notices = mend_slips(query, typed_words(query), WORDS)
    return [(part.text, part.is_phrase, part.is_excluded) for part in meant.parts], notices


@pytest.mark.parametrize(
    ("typed", "parts", "notices"),
    [
        ("hgjuh,k", [("التعاون", False, False)], [Notice("spelling", "hgjuh,k", ("التعاون",))]),
        ("هىفثقحخم", [("interpol", False, False)], [Notice("spelling", "هىفثقحخم", ("interpol",))]),
        (
            '"hgjuh,k hg],gd" -\'tg',
            [("التعاون الدولي", True, False), ("طفل", False, True)],
            [Notice("spelling", "hgjuh,k hg],gd", ("التعاون الدولي",)), Notice("spelling", "'tg", ("طفل",))],
        ),
        (
            "hgjuh,k td",
            [("التعاون", False, False), ("في", False, False)],
            [Notice("spelling", "hgjuh,k", ("التعاون",)), Notice("spelling", "td", ("في",))],
        ),
        ("الت عاون", [("التعاون", False, False)], [Notice("spelling", "الت عاون", ("التعاون",))]),
        (
            "ال تعاون الدولي",
            [("التعاون", False, False), ("الدولي", False, False)],
            [Notice("spelling", "ال تعاون", ("التعاون",))],
        ),
    ],
)
def test_a_slip_is_mended_and_named(typed, parts, notices):
    assert mended(typed) == (parts, notices)


@pytest.mark.parametrize(
    "typed",
    [
        "td",  # Two keys alone are no proof.
        "hgyvfm",  # الغربة: a word, but not of these texts.
        "عوز",  # Its keys are «u,.»: a letter that the texts have, but no word.
        "children",  # Known in its own letters.
        "تعاون دولي",  # Both halves are words of the texts.
        "تدر xyz",
        '"الت" عاون',
        "الت -عاون",
        "wg.7/2019/5",
    ],
)
def test_whatever_leaves_a_doubt_stays_as_typed(typed):
    assert mended(typed) == ([(p.text, p.is_phrase, p.is_excluded) for p in parse_query(typed).parts], [])


def test_a_slip_finds_what_the_meant_words_find_and_whoever_insists_gets_what_was_typed(archive):
    for slip in ("hgl'ht;m", "المك افحة"):
        assert search_recommendations(slip, exact=True).full == []
    meant = search_recommendations("مكافحة المهاجرين")
    for slip in ("l;htpm hglih[vdk", "مكا فحة المهاجرين"):
        found = search_recommendations(slip)
        assert len(meant.full) == 2
        assert found.full == meant.full
        assert found.understood.was_changed
        assert search_recommendations(slip, exact=True).full == []
