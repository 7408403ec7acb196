from archive.arabic.normalize import normalize
from archive.vocabulary.addressees import ADDRESSEES, read_addressee_names
from archive.vocabulary.operative_phrases import (
    SPEAKERS,
    VERB_CLASSES,
    OperativeWords,
    read_operative_words,
    words_of_part,
)


def test_the_words_name_every_class_and_no_other() -> None:
    assert {row.verb_class for row in read_operative_words()} == set(VERB_CLASSES)


def test_words_are_normalised_and_stand_once_in_a_part() -> None:
    forms = [(row.part, form) for row in read_operative_words() for form in row.forms]
    assert len(forms) == len(set(forms))
    assert [form for _, form in forms if form != normalize(form) or not form] == []


def test_those_who_speak_are_written_as_the_text_is_compared() -> None:
    assert [name for name in SPEAKERS if name != normalize(name)] == []


def test_a_row_tells_its_part_and_what_follows() -> None:
    assert words_of_part("wish", "within") == (
        OperativeWords("may_wish", "wish", ("تود", "يود", "ترغب", "يرغب", "تنظر", "ينظر", "تقوم", "يقوم")),
        OperativeWords("could", "within", ("بامكان", "بوسع", "في وسع", "في امكان")),
    )
    assert words_of_part("state") == (
        OperativeWords("encouraged", "state", ("مشجعه",), ("علي",)),
        OperativeWords("invited", "state", ("مدعوه", "مدعو", "مدعوتان", "مدعوان", "مدعوون"), ("الي", "ان", "لان")),
    )
    assert {row.prepositions for row in words_of_part("passive") if row.verb_class == "invited"} == {("الي", "ان")}


def test_every_addressee_has_names_the_longest_first_and_each_once() -> None:
    names = read_addressee_names()
    assert {one.code for one in names} == set(ADDRESSEES)
    assert len({one.name for one in names}) == len(names)
    assert [len(one.name) for one in names] == sorted((len(one.name) for one in names), reverse=True)
    assert [one.name for one in names if one.name != normalize(one.name)] == []
