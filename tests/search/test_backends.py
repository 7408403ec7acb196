"""The contract of an engine, kept on whichever database the suite runs."""

import pytest
from django.db import connection

from archive.models import Recommendation, SearchEntry
from archive.search.backends import backend
from archive.search.backends.base import spell
from archive.search.entries import rebuild_index
from archive.search.expression import All, Everything, Phrase, Some, Without, Word
from tests import factories


def keys(expression, kind="recommendation"):
    return list(backend().sets([expression], kind=kind)[0])


@pytest.mark.parametrize(
    ("expression", "numbers"),
    [
        (Word("stem", "طفل"), {1}),
        (Word("exact", "طفل"), set()),
        (Word("exact", "اطفال"), {1}),
        (Phrase("stem", ("ماده", "18")), {2}),
        (All((Word("stem", "ماده"), Word("stem", "18"))), {2, 3}),
        (Some((Word("stem", "طفل"), Word("stem", "وعي"))), {1, 5}),
        (Without(Everything(), Word("stem", "دوله")), {4}),
        (All((Everything(), Some((Word("stem", "طفل"), Word("stem", "وعي"))))), {1, 5}),
        (Word("title", "طفل"), set()),
        (Word("stem", 'طفل" OR "وعي'), set()),
    ],
)
def test_an_expression_finds_its_texts(archive, expression, numbers):
    assert set(keys(expression)) == {archive[number].pk for number in numbers}


def test_several_sets_come_at_once(archive, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = backend().sets([Word("stem", "وعي"), Word("stem", "نمر"), Everything()], kind="recommendation")
    assert [len(one) for one in found] == [1, 0, 6]


def test_the_best_in_the_measure_of_the_engine_come_first(archive):
    wanted = Some((Word("stem", "تهريب"), Word("stem", "وعي"), Word("stem", "مكافحه")))
    assert backend().best(wanted, kind="recommendation", limit=1) == [archive[5].pk]


def test_the_first_of_several_expressions_in_turn(archive, django_assert_num_queries):
    child, awareness, every = Word("stem", "طفل"), Word("stem", "وعي"), Everything()
    keys = [row.pk for row in archive.values()]
    with django_assert_num_queries(1):
        assert backend().first([awareness, child, every], kind="recommendation", limit=4) == [
            archive[5].pk, archive[1].pk, *keys[:2]
        ]  # fmt: skip


def test_entries_come_by_key(archive):
    rows = SearchEntry.objects.filter(pk__in=[2 * archive[1].pk, 2 * archive[2].pk])
    expected = set(rows.values_list("pk", "exact", "stem", "title", "english_exact", "english", "place"))
    assert set(backend().entries([2 * archive[1].pk, 2 * archive[2].pk, 0])) == expected


def test_kinds_do_not_mix(archive):
    assert keys(Everything(), "paragraph") == []


def test_what_is_removed_is_not_found_and_what_is_written_is(archive):
    entry = 2 * archive[1].pk
    backend().remove([entry])
    assert keys(Word("stem", "طفل")) == []
    backend().write([entry])
    assert keys(Word("stem", "طفل")) == [archive[1].pk]


def test_an_index_made_anew_is_empty_and_filled_from_the_entries(archive):
    backend().create()
    assert keys(Everything()) == []
    backend().rebuild()
    assert set(keys(Everything())) == set(Recommendation.objects.values_list("pk", flat=True))


def test_dropping_an_index_that_is_not_there_does_nothing(db):
    backend().drop()
    backend().drop()
    assert not backend().exists()


def test_the_plan_shows_the_index_and_no_scan(meeting):
    Recommendation.objects.bulk_create(
        Recommendation(
            meeting=meeting, number=n, locator=f"x.{n}", chapeau=t, text=t, printed_text=t, printed_number="1"
        )
        for n in range(1, 3001)
        for t in [f"ينبغي للدول أن تحفظ القناة رقم {n}."]
    )
    rebuild_index()
    plan = backend().explain(Word("stem", "77"), kind="recommendation")
    if connection.vendor == "sqlite":
        assert "VIRTUAL TABLE INDEX" in plan
    else:
        assert "Bitmap Index Scan" in plan
        assert "Seq Scan" not in plan
    assert len(keys(Word("stem", "77"))) == 1


def test_a_very_long_text_is_indexed(meeting):
    row = factories.make_recommendation(1, "طفل " * 20_000 + "سفينة", meeting=meeting)
    rebuild_index()
    assert keys(Word("stem", "سفينه")) == [row.pk]
    assert SearchEntry.objects.count() == 1


@pytest.mark.parametrize(("term", "spelled"), [("طفل", "طفل"), ("19", "19"), ("a-b", "ax2dzb"), ("'", "x27z")])
def test_a_term_is_spelled_in_letters_and_digits_alone(term, spelled):
    assert spell(term) == spelled
