"""The index follows the records."""

from dataclasses import replace

import pytest
from django.db import connection

from archive.arabic.analyze import analyze
from archive.derivations.by_hand import delete_by_hand, save_by_hand
from archive.models import ArchiveState, Recommendation, SearchEntry, SearchSynonym, Subparagraph
from archive.search.backends import backend
from archive.search.entries import rebuild_index, write_entries
from archive.search.match import search_paragraphs, search_recommendations
from archive.search.stamp import INDEX_VERSION, index_problem
from tests import factories
from tests.loading.papers import load, paragraph, recommendation, report

pytestmark = pytest.mark.django_db


def found(typed):
    return [key for key, _ in search_recommendations(typed).full]


def test_what_is_loaded_is_found_at_once():
    load(report(recommendations=(recommendation(1, "حماية الأطفال."),), paragraphs=(paragraph(1, "سفن الصيد."),)))
    assert len(found("طفل")) == 1
    assert len(search_paragraphs("سفينة").full) == 1
    assert index_problem() is None


def test_a_text_that_changes_is_found_by_its_new_words_alone():
    whole = report(recommendations=(recommendation(1, "حماية الأطفال."), recommendation(2, "قنوات.")))
    load(whole)
    load(replace(whole, recommendations=(recommendation(1, "حماية السفن."), recommendation(2, "قنوات."))))
    assert (found("طفل"), len(found("سفينة"))) == ([], 1)


def test_what_staff_write_change_and_delete_is_followed():
    meeting = factories.make_meeting(9)
    row = Recommendation(meeting=meeting, number=1, chapeau="ينبغي حماية الأطفال:")
    save_by_hand(row)
    assert found("طفل") == [row.pk]
    item = Subparagraph(recommendation=row, position=1, label="أ", text="على السفن.")
    save_by_hand(item)
    assert found("طفل سفينة") == [row.pk]
    delete_by_hand(item)
    assert found("سفينة") == []
    delete_by_hand(row)
    assert (found("طفل"), SearchEntry.objects.count(), index_problem()) == ([], 0, None)


def test_a_title_that_changes_is_followed():
    item = factories.make_agenda_item("2", title="الأسلحة")
    row = factories.make_recommendation(1, meeting=item.meeting, agenda_item=item)
    rebuild_index()
    item.title = "السفن"
    save_by_hand(item)
    assert (found("سلاح"), found("سفينة")) == ([], [row.pk])


def test_a_text_that_has_not_changed_is_not_written_again(archive, django_assert_num_queries):
    # the stamp (savepoint, row, lock), whether the index is there, texts, what they say in English, digests
    with django_assert_num_queries(5):
        write_entries(recommendation_pks=[row.pk for row in archive.values()])


def test_an_empty_archive_lacks_nothing():
    assert index_problem() is None
    assert not search_recommendations("طفل").stale


def test_records_without_an_index_are_reported_and_the_search_says_so():
    factories.make_recommendation(1, "طفل")
    assert "rebuild_search_index" in index_problem()
    assert search_recommendations("طفل").stale
    rebuild_index()
    assert (index_problem(), search_recommendations("طفل").stale) == (None, False)


def test_an_index_of_another_analyser_goes_on_finding_and_asks_for_a_new_one(archive):
    ArchiveState.objects.update(index_version="older")
    hits = search_recommendations("طفل")
    assert (hits.stale, [key for key, _ in hits.full]) == (True, [archive[1].pk])
    archive[1].chapeau = "السفن."
    save_by_hand(archive[1])
    assert "another version" in index_problem()
    rebuild_index()
    assert (found("طفل"), index_problem()) == ([], None)
    assert ArchiveState.objects.get().index_version == INDEX_VERSION


def test_an_index_that_was_dropped_stops_nobody(archive):
    backend().drop()
    hits = search_recommendations("طفل")
    assert (hits.stale, hits.full, hits.understood.typed) == (True, [], "طفل")
    save_by_hand(archive[1])
    delete_by_hand(archive[2])
    assert "missing" in index_problem()
    rebuild_index()
    assert found("طفل") == [archive[1].pk]


def test_a_record_that_the_index_does_not_hold_is_reported(archive, meeting):
    factories.make_recommendation(99, meeting=meeting)
    assert "6 of 7" in index_problem()


def test_a_new_index_after_the_tables_were_emptied_finds_nothing_of_before(archive):
    SearchEntry.objects.all().delete()
    Recommendation.objects.all().delete()
    ArchiveState.objects.all().delete()
    row = factories.make_recommendation(1, "ينبغي حماية السفن.")
    write_entries(recommendation_pks=[row.pk])
    assert (found("سفينة"), found("مهاجر")) == ([row.pk], [])


def test_the_thesaurus_comes_with_the_first_index_and_staff_keep_the_last_word():
    rebuild_index()
    line = SearchSynonym.objects.order_by("pk")[0]
    count = SearchSynonym.objects.count()
    line.words, line.is_used = "مطر، غيث", False
    save_by_hand(line)
    rebuild_index()
    line.refresh_from_db()
    assert (line.words, line.is_used, SearchSynonym.objects.count()) == ("مطر، غيث", False, count)


@pytest.mark.parametrize(
    "text", ["عملاً بالمادة ١٨، الـ13 من CTOC/COP/WG.7/2019/5", "كوفيد-19 و٣٧ لـ424", "أ\u200fب \u202bج"]
)
def test_no_term_reaches_over_a_space(text):
    apart = [(term.exact, term.stem) for run in text.split() for term in analyze(run)]
    assert [(term.exact, term.stem) for term in analyze(text)] == apart


def test_the_engine_below_is_the_one_of_the_database():
    assert type(backend()).__name__ == {"sqlite": "SQLiteBackend", "postgresql": "PostgreSQLBackend"}[connection.vendor]
