"""The word data: what it holds, and how many broken plurals of the sources reach their singular."""

from pathlib import Path

from archive.arabic.analyze import analyze_word
from archive.arabic.lexicon import DATA, load_lexicon
from archive.arabic.synonyms import stems_of
from archive.arabic.tables import read_table

# The singular of these is another word when its vowels are left out, or a word of another meaning.
OUT_OF_REACH = ["أبعاد", "أنحاء", "بحارة", "حدود", "عبر", "عوائد"]


def stem(word: str) -> str:
    term = analyze_word(word)
    assert term is not None
    return term.stem


def test_at_least_97_percent_of_the_broken_plurals_of_the_sources_reach_their_singular() -> None:
    lines = (Path(__file__).parent / "plurals_of_the_sources.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    missed = [plural for plural, singular in pairs if stem(plural) != stem(singular)]
    assert missed == OUT_OF_REACH
    assert len(missed) <= 0.03 * len(pairs)


def test_every_broken_plural_of_the_lexicon_reaches_its_singular_with_any_prefix() -> None:
    rows = read_table(DATA / "broken_plurals.tsv")
    missed = [
        (plural, singular)
        for plural, singular in rows
        if {stem(plural), stem("ال" + plural), stem("وال" + plural)} != {stem(singular)}
    ]
    assert missed == []


def test_no_plural_stands_twice() -> None:
    plurals = [plural for plural, _ in read_table(DATA / "broken_plurals.tsv")]
    assert sorted(set(plurals)) == sorted(plurals)


def test_a_lemma_is_its_own_lemma() -> None:
    lemma_of = load_lexicon().lemma_of
    assert [lemma for lemma in set(lemma_of.values()) if lemma_of.get(lemma) != lemma] == []


def test_every_english_word_of_the_field_reaches_a_known_arabic_one() -> None:
    reached = {word: found for word, found in load_lexicon().name_of.items() if word.isascii()}
    assert {word: found for word, found in reached.items() if stem(found) != found} == {}
    assert {stem(word) for word in ("training", "Trained", "trainer", "trainers")} == {stem("تدريب")}
    assert stem("children") == stem("أطفال")


def test_english_expressions_are_known_in_the_plural_too() -> None:
    english = {term: arabic for term, arabic in load_lexicon().translations}
    assert [english[term] for term in ("focal points", "airlines", "case laws")] == [
        english[term] for term in ("focal point", "airline", "case law")
    ]


def test_english_verbs_are_known_in_their_forms_and_what_is_written_comes_first() -> None:
    assert {stem(word) for word in ("rescue", "rescues", "rescued", "rescuing")} == {stem("إنقاذ")}
    english = dict(load_lexicon().translations)
    assert english["identified"] == english["identifying"] == english["identify"]
    assert stem("caring") == stem("care")
    assert {"rescued", "identified"} <= load_lexicon().inflected
    assert "training" not in load_lexicon().inflected


def test_no_english_expression_stands_for_an_arabic_word_besides() -> None:
    """What shrinks to one Arabic stem would be added to whatever Arabic query has the word."""
    short = {english: stems_of(english) for english, _ in load_lexicon().translations}
    lone = {english for english, stems in short.items() if len(stems) == 1 and not stems[0].isascii()}
    # Names, and two whose Arabic word says the same.
    names = {"coronavirus", "bitcoin", "europol", "frontex"}
    assert lone == names | {"email", "emails", "without delay", "without delays"}


def test_no_irregular_form_stands_twice() -> None:
    forms = [row[0] for row in read_table(DATA / "other_forms.tsv")]
    assert [form for form in set(forms) if forms.count(form) > 1] == []
