"""Texts in English are found by their words, and in them; a hit is a record in whatever language it is met."""

import pytest

from archive.arabic.analyze import analyze
from archive.arabic.english import stem_in_english
from archive.models import (
    LanguageText,
    LanguageVersion,
    Recommendation,
    SearchEntry,
    SearchSynonym,
    SearchWord,
)
from archive.search.backends import backend
from archive.search.entries import rebuild_index, remove_entries, write_entries
from archive.search.expression import Phrase, Word
from archive.search.highlight import excerpt, find_matches
from archive.search.match import search_paragraphs, search_recommendations
from tests import factories

pytestmark = pytest.mark.django_db

ENGLISH = {
    1: "States should protect unaccompanied children aboard ships.",
    2: "States should cooperate in joint investigations pursuant to article 18 of the Convention.",
    3: "States should consider training officers who investigate, and should publish 18 papers.",
}


@pytest.fixture
def both(archive: dict[int, Recommendation]) -> dict[int, Recommendation]:
    """Three of the six recommendations have a text in English."""
    document = factories.make_document()
    version = LanguageVersion.objects.create(document=document, language="en", source_file="a.en", source_sha256="0")
    LanguageText.objects.bulk_create(
        LanguageText(version=version, recommendation=archive[number], text=text) for number, text in ENGLISH.items()
    )
    rebuild_index()
    return archive


def found(typed: str, *, exact: bool = False) -> set[int]:
    hits = search_recommendations(typed, exact=exact)
    return set(Recommendation.objects.filter(pk__in=hits.members).values_list("number", flat=True))


def test_a_word_has_its_english_stem_and_what_is_no_latin_word_its_own() -> None:
    terms = analyze("The Libraries' cataloguing of 18 مكتبات")
    assert [stem_in_english(term) for term in terms] == ["the", "librari", "catalogu", "of", "18", "مكتبه"]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("ship", {1}),
        ("investigation", {2, 3}),
        ("joint investigations", {2}),
        ('"joint investigations"', {2}),
        ('"training officers"', {3}),
        ('"officers training"', set()),
        ("investigation -joint", {3}),
        ("article 18", {2}),
        ("the children of the States", {1}),
        ("طفل", {1}),
        ("INTERPOL", {4}),
    ],
)
def test_a_text_is_found_by_the_forms_of_its_words(
    both: dict[int, Recommendation], typed: str, numbers: set[int]
) -> None:
    assert found(typed) == numbers


def test_as_typed_only_the_typed_form_is_found(both: dict[int, Recommendation]) -> None:
    assert (found("investigations", exact=True), found("investigation", exact=True)) == ({2}, set())


def test_the_thesaurus_leads_from_an_english_word_to_arabic_texts_too(both: dict[int, Recommendation]) -> None:
    SearchSynonym.objects.create(words="ship، وعي")
    rebuild_index()
    hits = search_recommendations("ships")
    assert (set(hits.own), set(hits.related)) == ({both[1].pk}, {both[5].pk})


def test_a_record_met_in_both_languages_is_one_hit(both: dict[int, Recommendation]) -> None:
    hits = search_recommendations("children")
    assert [key for key, _ in hits.full].count(both[1].pk) == 1


def test_a_word_of_english_texts_is_no_slip(both: dict[int, Recommendation]) -> None:
    """«officers» stands in no Arabic text: nothing is taken instead."""
    understood = search_recommendations("officers").understood
    assert not [one for one in understood.notices if one.kind in ("spelling", "nearest", "unknown")]


def test_without_english_texts_nothing_more_is_asked(archive: dict[int, Recommendation]) -> None:
    understood = search_recommendations("joint investigations of children").understood
    assert not understood.in_english
    assert not SearchEntry.objects.exclude(english="").exists()


def test_what_is_marked_are_the_words_of_that_language(both: dict[int, Recommendation]) -> None:
    understood = search_recommendations("joint investigation").understood
    marked = [ENGLISH[2][one.start : one.end] for one in find_matches(ENGLISH[2], understood, "en")]
    assert marked == ["joint", "investigations"]
    pieces, start = excerpt(ENGLISH[2], understood, 4, "en")
    assert (start, "".join(piece.text for piece in pieces)) == (27, "joint investigations pursuant to")


def test_columns_of_both_languages_do_not_mix(both: dict[int, Recommendation]) -> None:
    joint = Phrase("english", ("joint", "investig"))
    asked = [joint, Word("english_exact", "investigate"), Word("stem", "investig"), Word("english", "تحقيق")]
    sets = [list(one) for one in backend().sets(asked, kind="recommendation")]
    assert sets == [[both[2].pk], [both[3].pk], [], []]


def test_words_are_counted_by_language(both: dict[int, Recommendation]) -> None:
    rows = SearchWord.objects.filter(exact__in=("states", "convention"))
    assert sorted(rows.values_list("exact", "language", "texts", "recommendations")) == [
        ("convention", "en", 1, 1),
        ("states", "en", 3, 3),
    ]
    remove_entries(recommendation_pks=[both[2].pk])
    assert sorted(rows.values_list("exact", "language", "texts", "recommendations")) == [("states", "en", 2, 2)]


def test_a_text_that_changes_is_written_again(both: dict[int, Recommendation]) -> None:
    LanguageText.objects.filter(recommendation=both[1]).update(text="States should protect libraries.")
    write_entries(recommendation_pks=[both[1].pk])
    assert (found("aboard"), found("library")) == (set(), {1})


def test_a_paragraph_is_found_by_its_text_and_by_the_heading_above_it() -> None:
    section = factories.make_section(factories.make_document())
    row = factories.make_paragraph(section.document, section=section)
    version = LanguageVersion.objects.create(
        document=section.document, language="en", source_file="a.en", source_sha256="0"
    )
    LanguageText.objects.create(version=version, section=section, text="Attendance at the meeting")
    LanguageText.objects.create(version=version, paragraph=row, text="Observers were represented.")
    rebuild_index()
    assert [list(search_paragraphs(typed).members) for typed in ("observer", "represented observers")] == [[row.pk]] * 2
    words = search_paragraphs("observer attendance")
    assert list(words.members) == [row.pk]


@pytest.mark.parametrize("typed", ["'", "train'ing", "x-y", "\u2019s", "i" * 500])
def test_any_english_string_is_understood(both: dict[int, Recommendation], typed: str) -> None:
    search_recommendations(typed)


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(
    ("typed", "meant", "numbers"), [("unacompanied", "unaccompanied", {1}), ("investgations", "investigations", {2, 3})]
)
def test_a_misspelt_english_word_is_the_nearest_one_of_the_english_texts(
    typed: str, meant: str, numbers: set[int]
) -> None:
    told = search_recommendations(typed).understood.notices
    assert meant in [shown for notice in told if notice.kind == "nearest" for shown in notice.shown]
    assert found(typed) >= numbers
