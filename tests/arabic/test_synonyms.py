from archive.arabic.synonyms import Alternative, Synonyms, name_synonyms, stems_of
from archive.vocabulary.thesaurus import read_groups

GROUPS = Synonyms([("توعية", "وعي", "إذكاء الوعي"), ("تسليم المجرمين", "تسليم المطلوبين")])


def test_a_word_is_exchanged_for_words_and_phrases() -> None:
    assert GROUPS.alternatives(stems_of("بالتوعية")) == [
        Alternative(0, 0, ("وعي",), "وعي"),
        Alternative(0, 0, ("اذكاء", "وعي"), "إذكاء الوعي"),
    ]


def test_a_run_of_words_is_exchanged_as_a_whole() -> None:
    assert GROUPS.alternatives(stems_of("طلبات تسليم مجرم")) == [
        Alternative(1, 2, ("تسليم", "مطلوب"), "تسليم المطلوبين")
    ]


def test_a_latin_name_stands_for_the_full_arabic_one() -> None:
    assert [other.written for other in name_synonyms().alternatives(stems_of("IOM"))] == [
        "المنظمة الدولية للهجرة"
    ]


def test_every_group_to_start_from_joins_at_least_two_expressions() -> None:
    lone = [group for group in read_groups() if len({stems_of(written) for written in group} - {()}) < 2]
    assert lone == []
