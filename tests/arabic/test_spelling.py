import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.arabic.analyze import analyze_word
from archive.arabic.lexicon import load_lexicon
from archive.arabic.spelling import (
    Candidate,
    Vocabulary,
    distance,
    held_forms,
    lexicon_forms,
    split_in_two,
    suggest,
)

ARCHIVE = Vocabulary(
    {
        "فريق": 9,
        "مهربين": 7,
        "سيبراني": 3,
        "شيرلوك": 2,
        "جايحه": 4,
        "تحقيق": 8,
        "غسل": 3,
        "تعاون": 5,
        "انتربول": 3,
    }
)
WORDS = st.text(alphabet="ابتنيرز", max_size=8)


def words(query: str) -> list[tuple[str, str]]:
    return [(candidate.word, candidate.way) for candidate in suggest(query, ARCHIVE)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("الغريق", [("فريق", "dotless")]),
        ("المهربثن", [("مهربين", "dotless")]),
        ("سبيراني", [("سيبراني", "dotless")]),
        ("شيرلوق", [("شيرلوك", "nearest")]),
        ("جواثح", [("جوايح", "dotless")]),
        ("التعون", [("تعاون", "skeleton")]),
        ("sherlok", [("sherlock", "nearest")]),
        # Of one family with a word of the archive, whatever the lexicon says.
        ("تعاونية", [("تعاون", "form")]),
        ("الجائح", [("جايحه", "form")]),
        # Held, in another form or another script: nothing to mend.
        ("تحقيقات", []),
        ("INTERPOL", []),
        # Known to the lexicon, so meant as it is written.
        ("مستشفيات", []),
        # Too far, too short, no word.
        ("هيدروليكي", []),
        ("زغ", []),
        ("2019", []),
        ("", []),
        ("\ud800", []),
    ],
)
def test_an_unknown_word_is_guessed_by_the_first_step_that_finds_something(
    query: str, found: list[tuple[str, str]]
) -> None:
    assert words(query) == found


def test_a_candidate_says_how_far_and_how_frequent() -> None:
    assert suggest("شيرلوق", ARCHIVE) == (Candidate("شيرلوك", "nearest", 0.5, 2),)


@pytest.mark.parametrize(
    ("first", "second", "edits", "away"),
    [
        ("فريق", "فريق", 2, 0.0),
        ("فريق", "غريق", 1, 0.5),
        ("abcd", "abdc", 1, 0.5),
        ("شجرة", "شجرات", 1, None),
        ("kitten", "sitting", 2, None),
        ("", "اب", 2, 2.0),
        ("سلام", "سلامات", 1, None),
    ],
)
def test_distance_counts_edits_within_its_band(
    first: str, second: str, edits: int, away: float | None
) -> None:
    assert distance(first, second, edits) == away


@given(WORDS, WORDS)
def test_distance_is_the_same_both_ways(first: str, second: str) -> None:
    assert distance(first, second, 2) == distance(second, first, 2)


@given(st.text())
def test_any_string_may_be_asked(text: str) -> None:
    assert len(suggest(text, ARCHIVE)) <= 3


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("تحقيقالغسل", ("تحقيق", "الغسل")),
        ("تعاونفريق", ("تعاون", "فريق")),
        ("تحقيق", None),
        ("فيتعاون", None),
        ("تعاونققق", None),
        ("", None),
    ],
)
def test_two_words_of_the_archive_typed_as_one_fall_apart(typed: str, parts: tuple[str, str] | None) -> None:
    assert split_in_two(typed, ARCHIVE) == parts


def test_a_word_longer_than_any_two_is_not_cut() -> None:
    assert split_in_two("تعاونتحقيق" + "\u064e" * 50, ARCHIVE) == ("تعاون", "تحقيق" + "\u064e" * 50)
    # To try every cut of this one would take an hour.
    assert split_in_two("تعاون" * 40_000, ARCHIVE) is None


def test_what_the_lexicon_says_of_its_words_is_what_the_analyser_says() -> None:
    lexicon = load_lexicon()
    words = {word: stem for word, stem in (lexicon.lemma_of | lexicon.name_of).items() if stem not in lexicon.plain}
    analysed = {word: analyze_word(word) for word in words}
    assert {word: lexicon_forms(word, stem) for word, stem in words.items()} == {
        word: (term.stem, term.skeleton, term.dotless) for word, term in analysed.items() if term
    }


def test_forms_that_were_written_with_the_words_give_what_analysing_gives() -> None:
    counts = {"مهربين": 3, "سيبراني": 2, "12": 1, "تهريب": 40, "وي": 1}
    known = Vocabulary(counts, {word: held_forms(word) for word in counts})
    assert vars(known) == vars(Vocabulary(counts))
