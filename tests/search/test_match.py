"""What is found, and in which order: the same on every database."""

import pytest

from archive.models import SearchSynonym
from archive.search.entries import rebuild_index
from archive.search.match import search_paragraphs, search_recommendations
from archive.search.understood import Notice
from tests import factories


def numbers(found, archive):
    by_key = {row.pk: number for number, row in archive.items()}
    return [by_key[key] for key, _ in found]


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("طفل", [1]),
        ("للأطفالِ", [1]),
        ("سفينة", [1]),
        ("تحقيق مشترك", [2]),
        ("INTERPOL", [4]),
        ("وثيقة", [4, 3]),
        ("المادة 18", [2]),
        ("المادة ١٨", [2]),
        ('"المادة 18"', [2]),
        ('"مكافحة تهريب المهاجرين"', [5]),
        ("مكافحة تهريب المهاجرين", [5, 6]),
        ("مكافحة -وعي", [6]),
        ("-دول", [4]),
        ("في", [2, 3, 6]),
    ],
)
def test_words_are_found_in_whatever_form_they_are_typed(archive, typed, full):
    assert sorted(numbers(search_recommendations(typed).full, archive)) == sorted(full)


def test_the_words_in_a_row_come_before_the_words_apart(archive):
    assert numbers(search_recommendations("مكافحة تهريب المهاجرين").full, archive) == [5, 6]


def test_ranks_fall(archive):
    ranks = [rank for _, rank in search_recommendations("مكافحة تهريب المهاجرين").full]
    assert ranks == sorted(ranks, reverse=True)
    assert all(rank > 0 for rank in ranks)


def test_when_few_have_all_the_words_those_that_have_some_stand_apart(archive):
    hits = search_recommendations("المادة 18")
    assert (numbers(hits.full, archive), numbers(hits.partial, archive)) == ([2], [3])


def test_a_misspelt_word_finds_the_nearest_one_and_says_so(archive):
    hits = search_recommendations("الإنتربوك")
    assert numbers(hits.full, archive) == [4]
    assert hits.understood.notices[0].kind == "nearest"
    assert hits.understood.notices[0].shown == ("إنتربول",)
    assert str(hits.understood) == "إنتربول"


def test_a_word_far_from_all_others_is_not_guessed(archive):
    hits = search_recommendations("ققققققققق")
    assert (hits.full, hits.partial) == ([], [])
    assert hits.understood.notices == (Notice("unknown", "ققققققققق"),)


def test_whoever_insists_gets_the_typed_form_alone(archive):
    assert numbers(search_recommendations("أطفال", exact=True).full, archive) == [1]
    assert search_recommendations("طفل", exact=True).full == []
    assert search_recommendations("INTERPOL", exact=True).full == []


def test_related_words_come_after_the_typed_one_and_are_named(archive, meeting):
    archive[7] = factories.make_recommendation(7, "ينبغي للدول أن تنظم حملات توعية.", meeting=meeting)
    rebuild_index()
    hits = search_recommendations("توعية")
    assert numbers(hits.full, archive) == [7, 5]
    assert [notice.kind for notice in hits.understood.notices] == ["thesaurus"]


def test_a_misspelt_word_has_related_words_once_it_is_understood(archive, meeting):
    archive[7] = factories.make_recommendation(7, "ينبغي للدول أن تنظم حملات توعية.", meeting=meeting)
    rebuild_index()
    hits = search_recommendations("التوعيبه")
    assert numbers(hits.full, archive) == [7, 5]
    assert [notice.kind for notice in hits.understood.notices] == ["nearest", "thesaurus"]


def test_two_words_typed_as_one_are_found_as_a_phrase(archive, meeting):
    archive[7] = factories.make_recommendation(7, "ينبغي للدول أن تنظم حملات توعية.", meeting=meeting)
    rebuild_index()
    hits = search_recommendations("حملاتتوعية")
    assert numbers(hits.full, archive) == [7]
    assert hits.understood.notices[0] == Notice("spelling", "حملاتتوعية", ("حملات توعية",))


def test_english_words_of_the_field_lead_to_the_arabic_ones(archive):
    hits = search_recommendations("awareness of the children")
    assert [notice.kind for notice in hits.understood.notices if notice.typed == "children"] == ["name"]
    assert search_recommendations("children").full == search_recommendations("طفل").full


def test_a_word_of_the_family_of_one_that_the_texts_have_is_found_and_named(archive, meeting):
    archive[7] = factories.make_recommendation(7, "حوادث المخدرات.", meeting=meeting)
    rebuild_index()
    for typed, shown in (("المخدر", "مخدرات"), ("حادثة", "حوادث")):
        hits = search_recommendations(typed)
        assert numbers(hits.full, archive) == [7]
        assert hits.understood.notices == (Notice("spelling", typed, (shown,)),)
        assert search_recommendations(typed, exact=True).full == []


def test_who_asks_for_recommendations_about_something_asks_for_that(archive):
    for typed in ("توصيات عن الأطفال", "أريد التوصيات حول الأطفال", "recommendations on children"):
        assert numbers(search_recommendations(typed).full, archive) == [1]
    assert search_recommendations("متابعة الأطفال").full == []
    assert search_recommendations("توصيات الأطفال").full == []


def test_an_english_expression_comes_before_its_words_apart(archive, meeting):
    archive[7] = factories.make_recommendation(7, "قضايا تنظر فيها محاكم، وقضايا بلا قانون.", meeting=meeting)
    archive[8] = factories.make_recommendation(
        8, "ينبغي للدول، وفقاً لما لديها من نظم داخلية، أن تسهم في السوابق القضائية.", meeting=meeting
    )
    rebuild_index()
    assert numbers(search_recommendations("case law").full, archive) == [8, 7]


def test_what_staff_put_out_of_use_is_not_related_any_more(archive):
    SearchSynonym.objects.filter(words__contains="توعية").update(is_used=False)
    rebuild_index()
    assert search_recommendations("توعية").full == []


def test_titles_of_agenda_items_are_searched(meeting):
    item = factories.make_agenda_item("2", meeting=meeting, title="الاتجار بالأسلحة")
    row = factories.make_recommendation(1, meeting=meeting, agenda_item=item)
    rebuild_index()
    assert [key for key, _ in search_recommendations("سلاح").full] == [row.pk]


def test_printed_words_are_found_beside_the_corrected_ones(meeting):
    row = factories.make_recommendation(
        1,
        "شبكات المهربين.",
        meeting=meeting,
        printed_text="شبكات المهزئين.",
        printed_chapeau="شبكات المهزئين.",
    )
    rebuild_index()
    assert [key for key, _ in search_recommendations("المهزئين").full] == [row.pk]
    assert search_recommendations("المهزئين").understood.notices[0].shown == ("مهربين",)
    assert search_recommendations('"شبكات المهزئين"', exact=True).full == []


def test_paragraphs_are_found_with_their_section_titles_and_by_document(db):
    first, second = factories.make_document(), factories.make_document()
    section = factories.make_section(first, "التعاون القضائي")
    rows = [
        factories.make_paragraph(first, 1, "نص عن القنوات.", section=section),
        factories.make_paragraph(second, 1, "تعاون الدول."),
    ]
    rebuild_index()
    assert {key for key, _ in search_paragraphs("تعاون").full} == {row.pk for row in rows}
    assert [key for key, _ in search_paragraphs("تعاون", first.pk).full] == [rows[0].pk]
    assert search_recommendations("تعاون").full == []


def test_the_number_of_queries_does_not_grow_with_the_hits(archive, meeting, django_assert_num_queries):
    # What of the subjects is kept in the process is read with the first hits.
    assert len(search_recommendations("المهاجرين -وعي").full) == 1
    with django_assert_num_queries(4):
        assert len(search_recommendations("المهاجرين -وعي").full) == 1
    for number in range(10, 40):
        factories.make_recommendation(number, f"حماية المهاجرين {number}.", meeting=meeting)
    rebuild_index()
    assert len(search_recommendations("المهاجرين -وعي").full) == 31
    # Who of them is kin of whom is one question, whatever their number.
    with django_assert_num_queries(5):
        assert len(search_recommendations("المهاجرين -وعي").full) == 31


def test_quotes_mean_the_words_and_not_what_is_related_to_them(archive):
    SearchSynonym.objects.create(words="وعي، أولويات")
    rebuild_index()
    assert numbers(search_recommendations("أولويات").full, archive) == [5]
    assert search_recommendations('"أولويات"').understood.notices == ()


def test_a_word_that_no_text_has_does_not_drown_the_others(archive):
    hits = search_recommendations("أطفال ققققققققق")
    assert (hits.full, numbers(hits.partial, archive)) == ([], [1])


def test_a_question_is_never_answered_with_nothing_where_a_text_has_one_of_its_words(archive):
    hits = search_recommendations("ققققققق غغغغغغغ خخخخخخخ ظظظظظظظ ششششششش ذذذذذذذ المهاجرين")
    assert (hits.full, sorted(numbers(hits.partial, archive))) == ([], [5, 6])


def test_a_word_that_only_a_report_has_is_no_slip_for_another(archive):
    factories.make_paragraph(factories.make_document("ITC/CONF/WG.1/2019/5"), text="الأطباق على السفن.")
    rebuild_index()
    assert search_recommendations("الأطباق").understood.notices == (Notice("unknown", "الأطباق"),)
    assert len(search_paragraphs("الأطباق").full) == 1


def test_spellings_of_one_word_are_one(archive, meeting):
    archive[7] = factories.make_recommendation(7, "ينبغي لهيئة أن تسأل في ما يتعلق بها.", meeting=meeting)
    rebuild_index()
    assert numbers(search_recommendations("هيأة").full, archive) == [7]
    assert numbers(search_recommendations('"فيما يتعلق"').full, archive) == [7]


def test_an_english_word_is_not_guessed_to_be_an_arabic_one(archive, meeting):
    archive[7] = factories.make_recommendation(7, "على الشاطئ.", meeting=meeting)
    rebuild_index()
    assert numbers(search_recommendations("beach").full, archive) == [7]
    assert search_recommendations("search").full == []


def test_lost_blanks_give_two_words(archive):
    hits = search_recommendations("الوثائقالمزورة")
    assert numbers(hits.full, archive) == [4]
    assert hits.understood.notices[0] == Notice("spelling", "الوثائقالمزورة", ("الوثائق المزورة",))


def test_related_words_lead_on_through_one_that_no_text_has(archive, meeting):
    factories.make_recommendation(7, "ينبغي إعادة من لا يُقبل.", meeting=meeting)
    SearchSynonym.objects.create(words="كنس، جرف")
    SearchSynonym.objects.create(words="جرف، إعادة")
    rebuild_index()
    found = search_recommendations("الكنس")
    assert [hit[0] for hit in found.full] == [archive[1].pk + 6]
    assert Notice("thesaurus", "الكنس", ("إعادة",)) in found.understood.notices


def test_an_english_word_has_what_is_related_to_its_arabic_one(archive, meeting):
    SearchSynonym.objects.create(words="أطفال، رعاية")
    row = factories.make_recommendation(7, "ينبغي الرعاية.", meeting=meeting)
    rebuild_index()
    assert [key for key, _ in search_recommendations("children").full] == [archive[1].pk, row.pk]
    assert [key for key, _ in search_recommendations('"children"').full] == [archive[1].pk]


def test_a_word_with_a_negation_is_another_one(archive, meeting):
    denied = factories.make_recommendation(7, "ينبغي منع الهجرة غير النظامية.", meeting=meeting)
    wanted = factories.make_recommendation(8, "ينبغي تيسير الهجرة النظامية.", meeting=meeting)
    rebuild_index()
    assert [key for key, _ in search_recommendations("هجرة نظامية").full] == [wanted.pk]
    assert [key for key, _ in search_recommendations("هجرة غير نظامية").full] == [denied.pk]


def test_what_links_words_by_its_neighbours_is_no_word_to_look_for(archive, meeting):
    row = factories.make_recommendation(7, "ينبغي منع التهريب بحراً.", meeting=meeting)
    rebuild_index()
    assert row.pk in [key for key, _ in search_recommendations("التهريب عن طريق البحر").full]


def test_of_two_words_that_may_be_meant_the_one_beside_it_tells(archive, meeting):
    wanted = factories.make_recommendation(7, "ينبغي مراقبة الجسور.", meeting=meeting)
    other = factories.make_recommendation(8, "ينبغي رعاية المراهقين.", meeting=meeting)
    rebuild_index()
    found = search_recommendations("مراقة الجسور")
    assert [key for key, _ in found.full] == [wanted.pk]
    assert found.understood.notices[0] == Notice("nearest", "مراقة", ("مراهقين", "مراقبة"))
    assert other.pk in [key for key, _ in search_recommendations("مراقة").full]


@pytest.mark.parametrize(("typed", "found"), [("الطفال", [1]), ("الجال", [2]), ("الفية", [])])
def test_of_three_letters_one_may_be_lost(archive, typed, found):
    assert numbers(search_recommendations(typed).full, archive) == found
