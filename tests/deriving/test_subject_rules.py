"""Rules as they are matched, and the sentence for a value that no rule can have."""

import pytest

from archive.deriving.subject_rules import WordRule, prepare_rules, refuse_value
from archive.vocabulary.subject_rules import SubjectRule, read_subject_rules

RULES = [
    SubjectRule("loans", "words", "فهرس مشترك", 8),
    SubjectRule("floods", "phrase", "المياه في المخازن", 9),
    SubjectRule("floods", "exclusion", "مياه الشرب", 1),
    SubjectRule("floods", "agenda_item", "الفيضانات", 7),
    SubjectRule("floods", "article", "coastal-protocol:9", 8),
    SubjectRule("loans", "article", "coastal-protocol:9", 5),
]


def test_rules_are_analysed_once() -> None:
    rules = prepare_rules(RULES, {"floods": "nature"})
    assert rules.order == {"loans": 0, "floods": 1}
    assert rules.parents == {"floods": "nature"}
    assert rules.words == {"فهرس": [WordRule("loans", ("فهرس", "مشترك"), 0.8)]}
    assert rules.phrases == {"مياه": [WordRule("floods", ("مياه", "في", "مخزن"), 0.9)]}
    assert [rule.stems for rule in rules.exclusions["مياه"]] == [("مياه", "شرب")]
    assert rules.articles == {("coastal-protocol", 9): [("floods", 0.8), ("loans", 0.5)]}
    assert rules.traces == {"فهرس": ["loans"], "مشترك": ["loans"], "مياه": ["floods"], "مخزن": ["floods"]}


def test_the_title_of_an_agenda_item_is_read_with_its_own_rules_alone() -> None:
    rules = prepare_rules(RULES, {}).of_agenda_items()
    assert (rules.words, rules.exclusions, rules.articles) == ({}, {}, {})
    assert [rule.topic for found in rules.phrases.values() for rule in found] == ["floods"]


def test_a_rule_that_says_nothing_is_left_out() -> None:
    empty = [SubjectRule("a", "words", "في", 5), SubjectRule("a", "phrase", "", 5), SubjectRule("a", "article", "9", 5)]
    rules = prepare_rules(empty, {})
    assert (rules.words, rules.phrases, rules.articles) == ({}, {}, {})


NOT_AN_ARTICLE = "تُكتب المادة بمعرّف الصك ورقمها وبينهما نقطتان، مثل som-protocol:18."
SAYS_NOTHING = "ليس في هذه القيمة كلمة دالة يُبحث عنها: حروف الجر وما شابهها لا تكفي."


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        ("article", "coastal-protocol:9", ""),
        ("article", "المادة 9", NOT_AN_ARTICLE),
        ("article", "coastal-protocol:0", NOT_AN_ARTICLE),
        ("words", "فهرس", ""),
        ("words", "في", SAYS_NOTHING),
        ("phrase", "عبر الحدود", ""),
        ("exclusion", "، -", SAYS_NOTHING),
    ],
)
def test_what_is_wrong_with_a_value(kind: str, value: str, sentence: str) -> None:
    assert refuse_value(kind, value) == sentence


def test_no_starting_rule_is_refused() -> None:
    assert [rule for rule in read_subject_rules() if refuse_value(rule.kind, rule.value)] == []
