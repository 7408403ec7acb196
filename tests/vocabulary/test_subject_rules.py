from collections import Counter

from archive.arabic.analyze import analyze
from archive.arabic.normalize import normalize
from archive.vocabulary.asides import read_asides
from archive.vocabulary.subject_rules import (
    GREATEST_WEIGHT,
    KINDS,
    LEAST_WEIGHT,
    SubjectRule,
    read_subject_rules,
)


def test_rules_are_of_known_kinds_and_weights() -> None:
    rules = read_subject_rules()
    assert {rule.kind for rule in rules} == set(KINDS)
    assert [rule for rule in rules if not LEAST_WEIGHT <= rule.weight <= GREATEST_WEIGHT or not rule.value] == []


def test_a_row_gives_a_rule_for_each_of_its_values() -> None:
    rules = read_subject_rules()
    assert SubjectRule("witnesses", "phrase", "حماية الشهود", 9) in rules
    assert SubjectRule("protection-and-assistance", "exclusion", "حماية الشهود", 10) in rules


def test_no_rule_says_what_another_of_its_subject_says() -> None:
    """Two forms that come to the same stems are one rule, written twice."""
    said = Counter(
        (rule.topic, rule.kind, tuple(term.stem for term in analyze(rule.value)))
        for rule in read_subject_rules()
        if rule.kind != "article"
    )
    assert [rule for rule, times in said.items() if times > 1] == []


def test_the_words_that_open_an_aside_are_normalised_and_open_one_kind() -> None:
    forms = [form for kind in read_asides().values() for form in kind]
    assert list(read_asides()) == ["means", "purpose", "condition", "example", "context"]
    assert [form for form in forms if form != normalize(form) or not form] == []
    assert len(forms) == len(set(forms))
