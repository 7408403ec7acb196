"""Paragraphs of the real reports offered for the real recommendations: known ones, and a reading of all offered."""

from dataclasses import replace
from pathlib import Path

import pytest

from archive.deriving.follow_ups import FollowUpFound, find_follow_ups
from archive.deriving.starting_rules import starting_rules
from archive.deriving.subject_rules import prepare_rules
from archive.deriving.subjects import SubjectInput, SubjectPassage, assign_subjects
from archive.parsing.structure import ParsedDocument
from archive.sources.subjects import read_subjects
from archive.vocabulary.subject_rules import read_subject_rules

from .derived_inputs import adopted, names_of, read_table, told

KNOWN = {
    "5.5": {"000:10"},
    "2.31": {"000:35", "000:36", "004:6", "004:9"},
    "3.40": {"000:35", "000:36", "004:6", "004:9"},
    "5.4": {"000:35", "000:74"},
    "2.33": {"000:56"},
}
_LOOKED_AT = 20


@pytest.fixture(scope="module")
def found(real_documents: dict[str, ParsedDocument], real_sources: Path) -> list[FollowUpFound]:
    subjects = read_subjects(real_sources)
    parents = {one.slug: one.parent for one in subjects if one.parent}
    rules = prepare_rules(starting_rules(subjects, read_subject_rules()), parents)

    def of(text: str) -> tuple[str, ...]:
        return tuple(one.topic for one in assign_subjects(SubjectInput((SubjectPassage(text),)), rules))

    passages = [one if one.subjects else replace(one, subjects=of(one.text)) for one in adopted(real_documents)]
    paragraphs = [replace(one, subjects=of(one.text)) for one in told(real_documents)]
    return find_follow_ups(passages, paragraphs, names_of(real_sources))


def test_known_paragraphs_are_offered(found: list[FollowUpFound]) -> None:
    offered: dict[str, set[str]] = {}
    for one in found:
        offered.setdefault(one.recommendation, set()).add(one.paragraph)
    assert {key: KNOWN[key] - offered[key] for key in KNOWN} == {key: set() for key in KNOWN}


def test_the_case_law_database_is_offered_for_the_item_that_names_it(found: list[FollowUpFound]) -> None:
    items = [(one.item, one.ground[0]) for one in found if (one.recommendation, one.paragraph) == ("5.4", "000:74")]
    assert items == [(5, "tool:case-law-database")]


def test_seven_in_ten_make_sense(found: list[FollowUpFound]) -> None:
    """All that were read, and twenty recommendations at even distances of those that have any."""
    read = {
        key: [set(column.split()) for column in columns.split("\t")]
        for key, columns in read_table("follow_ups.tsv").items()
    }
    judged = [
        (one.recommendation, one.paragraph in read[one.recommendation][0])
        for one in found
        if one.recommendation in read and one.paragraph in set.union(*read[one.recommendation])
    ]
    assert len(found) - len(judged) <= 0.2 * len(judged)
    assert sum(good for _, good in judged) >= 0.75 * len(judged)
    keys = list(dict.fromkeys(key for key, _ in judged))
    chosen = {keys[at * len(keys) // _LOOKED_AT] for at in range(_LOOKED_AT)}
    of_chosen = [good for key, good in judged if key in chosen]
    assert sum(of_chosen) >= 0.7 * len(of_chosen)


def test_few_are_offered_and_only_later_ones(found: list[FollowUpFound]) -> None:
    counts: dict[str, int] = {}
    for one in found:
        counts[one.recommendation] = counts.get(one.recommendation, 0) + 1
    assert max(counts.values()) <= 6
    assert not [one for one in found if one.recommendation.startswith("7.") and one.paragraph < "003"]
