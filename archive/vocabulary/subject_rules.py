"""The rules by which subjects are told, to start from, as data; once loaded they belong to staff."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parent / "data" / "subject_rules.tsv"

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
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(
        SubjectRule(topic, kind, value.strip(), int(weight))
        for topic, kind, weight, values in rows
        for value in values.split("|")
    )
