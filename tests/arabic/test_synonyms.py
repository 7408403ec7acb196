import pytest

from archive.arabic.synonyms import Alternative, Synonyms, stems_of
from archive.search.names_in_words import name_synonyms
from archive.vocabulary.thesaurus import read_groups

GROUPS = Synonyms([("توعية", "وعي", "إذكاء الوعي"), ("تسليم المجرمين", "تسليم المطلوبين")])


def test_a_word_is_exchanged_for_words_and_phrases() -> None:
    assert GROUPS.alternatives(stems_of("بالتوعية")) == [
        Alternative((0,), ("وعي",), "وعي"),
        Alternative((0,), ("اذكاء", "وعي"), "إذكاء الوعي"),
    ]


def test_a_run_of_words_is_exchanged_as_a_whole() -> None:
    assert GROUPS.alternatives(stems_of("طلبات تسليم مجرم")) == [
        Alternative((1, 2), ("تسليم", "مطلوب"), "تسليم المطلوبين")
    ]


def test_the_words_of_an_expression_that_may_part_stand_near_each_other_in_any_order() -> None:
    groups = Synonyms([("ترحيل مريض", "الإعادة القسرية"), ("دولة لا ترد", "مدة معقولة")], may_part=True)
    apart = [Alternative((0, 2), ("اعاده", "قسري"), "الإعادة القسرية")]
    assert groups.alternatives(("مريض", "شاب", "ترحيل")) == apart
    assert groups.alternatives(("ترحيل", "مريض")) == [Alternative((0, 1), ("اعاده", "قسري"), "الإعادة القسرية")]
    assert groups.alternatives(("ترحيل", *("شاب",) * 6, "مريض")) == []
    # What is left of «دولة لا ترد» without its small words is no delay.
    assert groups.alternatives(stems_of("دولة")) == []


def test_a_latin_name_stands_for_the_full_arabic_one() -> None:
    assert [other.written for other in name_synonyms().alternatives(stems_of("IOM"))] == [
        "المنظمة الدولية للهجرة"
    ]


def test_an_english_phrase_stands_for_the_arabic_one_and_never_the_other_way() -> None:
    english = name_synonyms().alternatives(stems_of("laundering of money"))
    assert english == []
    assert name_synonyms().alternatives(stems_of("money laundering")) == [
        Alternative((0, 1), ("غسل", "مال"), "غسل الأموال")
    ]
    assert name_synonyms().alternatives(stems_of("غسل الأموال")) == []


@pytest.mark.parametrize(
    ("typed", "written"),
    [("المادة الثامنة عشرة", "المادة 18"), ("الدورة 7", "الدورة السابعة"), ("الاجتماع ٤", "الاجتماع الرابع")],
)
def test_what_texts_number_in_figures_or_words_is_found_by_either(typed: str, written: str) -> None:
    assert [other.written for other in name_synonyms().alternatives(stems_of(typed))] == [written]


def test_what_stands_for_a_word_keeps_its_links() -> None:
    groups = Synonyms([("تقاسم المعلومات", "التشارك في المعلومات")])
    assert groups.alternatives(stems_of("تقاسم المعلومات")) == [
        Alternative((0, 1), ("تشارك", "في", "معلومات"), "التشارك في المعلومات")
    ]
    assert len(groups.alternatives(stems_of("التشارك في المعلومات"))) == 1


def test_every_expression_of_a_group_to_start_from_is_another() -> None:
    twice = [group for group in read_groups() if len({stems_of(written) for written in group}) < len(group)]
    assert twice == []


def test_every_group_to_start_from_joins_at_least_two_expressions() -> None:
    lone = [group for group in read_groups() if len({stems_of(written) for written in group} - {()}) < 2]
    assert lone == []


def test_ten_thousand_names_are_not_compared_with_each_other() -> None:
    """Each with each other would take minutes."""
    names = stems_of("UNODC ") * 10_000
    found = name_synonyms().alternatives(names)
    assert len(found) == 10_000 * len(name_synonyms().alternatives(stems_of("UNODC")))
