"""The rules by which subjects are told, to start from, as data; once loaded they belong to staff."""

from dataclasses import dataclass
from functools import cache

from .data_files import read_rows

#: What a rule looks for; the data file explains each.
KINDS = ("words", "phrase", "article", "agenda_item", "exclusion")
LEAST_WEIGHT, GREATEST_WEIGHT = 1, 10


@dataclass(frozen=True, slots=True)
class SubjectRule:
    """One thing that speaks for a subject. `topic` is its slug; the weight of an exclusion is not read."""

    topic: str
    kind: str
    value: str
    weight: int


@cache
def read_subject_rules() -> tuple[SubjectRule, ...]:
    """Give the rules in the order of the data file."""
    return tuple(
        SubjectRule(topic, kind, value.strip(), int(weight))
        for topic, kind, weight, values in read_rows("subject_rules.tsv")
        for value in values.split("|")
    )
