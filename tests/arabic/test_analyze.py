import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.arabic.analyze import ANALYZER_VERSION, Term, analyze, analyze_word
from archive.arabic.clean import clean
from archive.arabic.lexicon import load_lexicon

ARABIC = st.text(alphabet=st.sampled_from("ابتجدرسعفقكلمنهويةىءأإؤئًَّـ 1٢"), max_size=60)
# Two ligatures stand for several words; the analyser takes each for one.
TEXT = st.text(st.characters(exclude_characters="ﷺﷻ")) | ARABIC


def test_a_term_says_where_it_stands_and_all_its_forms() -> None:
    assert analyze("«وَالأَطفالُ»") == [
        Term(1, 12, "والاطفال", "اطفال", "طفل", "طفل", "اطعال", "word", 0, True, False)
    ]


def test_the_parts_of_a_name_and_a_number_are_found_alone() -> None:
    assert [(t.exact, t.stem, t.kind, t.position) for t in analyze("(كوفيد-19)، COVID-19")] == [
        ("كوفيد", "كوفيد", "word", 0),
        ("19", "19", "number", 1),
        ("covid_19", "covid_19", "symbol", 2),
        ("covid", "كوفيد", "latin", 2),
        ("19", "19", "number", 3),
    ]


def test_positions_count_words_whatever_stands_between() -> None:
    assert [(t.exact, t.position) for t in analyze("منع، و(مكافحة) - الجريمة")] == [
        ("منع", 0),
        ("و", 1),
        ("مكافحه", 2),
        ("جريمه", 3),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مراقبه الحدود", "مُراقبة الحدودِ"),
        ("المجتمع المدنى", "المجتمع المدني"),
        ("المادة ١٨", "المادة 18"),
        ("انترنت", "الإنترنت"),
        ("ﺍﻟﺘﻮﺻﻴﺔ", "التوصيـــة"),
        ("حقوق الانسان", "حقوق الإنسان"),
    ],
)
def test_ways_of_writing_meet(one: str, other: str) -> None:
    assert [term.stem for term in analyze(one)] == [term.stem for term in analyze(other)]


def test_words_without_a_subject_are_marked() -> None:
    assert [(t.exact, t.plain) for t in analyze("تهريب عن طريق البحر")] == [
        ("تهريب", False),
        ("عن", True),
        ("طريق", False),
        ("بحر", False),
    ]


@given(TEXT)
def test_a_stem_is_its_own_stem(text: str) -> None:
    for term in analyze(text):
        if term.kind == "word":
            again = analyze_word(term.stem)
            assert again is not None
            assert again.stem == term.stem


@pytest.mark.parametrize("prefix", ["", "و", "ال", "وال", "بال", "لل"])
def test_the_exact_form_of_every_known_word_is_its_own_exact_form(prefix: str) -> None:
    lemma_of = load_lexicon().lemma_of
    exact = {prefix + word: analyze(prefix + word)[0].exact for word in lemma_of}
    assert {word: form for word, form in exact.items() if analyze(form)[0].exact != form} == {}


@given(TEXT)
def test_printed_and_cleaned_text_give_the_same_terms(text: str) -> None:
    def forms(text: str) -> list[tuple[str, str]]:
        return [(term.exact, term.stem) for term in analyze(text)]

    assert forms(clean(text)) == forms(text)


@pytest.mark.parametrize(
    "unit", ["a.", "ا", "\u200f", "ـ", "a\u200f", "وال", "1", "(\"'*", "\ud800", "\x00", "平", "َ"]
)
def test_ten_thousand_characters_of_anything_are_no_trouble(unit: str) -> None:
    terms = analyze(unit * (10_000 // len(unit)))
    assert all(len(term.exact) <= 64 and len(term.stem) <= 64 for term in terms)


def test_the_version_is_the_same_in_another_process() -> None:
    code = "from archive.arabic.analyze import ANALYZER_VERSION; print(ANALYZER_VERSION)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ANALYZER_VERSION
