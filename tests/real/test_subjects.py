"""What every real recommendation is about: the rules against a person's index."""

from collections import Counter
from pathlib import Path

import pytest

from archive.deriving.citation_context import CitationContext, KnownInstruments
from archive.deriving.starting_rules import starting_rules
from archive.deriving.subject_rules import prepare_rules
from archive.deriving.subjects import Assignment, assign_subjects
from archive.parsing.structure import ParsedDocument
from archive.sources.instruments import read_instruments
from archive.sources.subjects import Subject, read_subjects
from archive.vocabulary.subject_rules import read_subject_rules
from tests.deriving.subject_inputs import subject_input
from tests.real.derived_inputs import read_table, recommendations_of

# The greatest number of the 171 that a subject may hold and still lead somewhere.
_MOST = 45


@pytest.fixture(scope="module")
def judged() -> dict[str, list[str]]:
    return {locator: slugs.split() for locator, slugs in read_table("subjects.tsv").items()}


@pytest.fixture(scope="module")
def subjects(real_sources: Path) -> tuple[Subject, ...]:
    return read_subjects(real_sources)


@pytest.fixture(scope="module")
def context(real_sources: Path) -> CitationContext:
    return CitationContext(KnownInstruments(read_instruments(real_sources)), body="CTOC/COP/WG.7")


@pytest.fixture(scope="module")
def assigned(
    real_documents: dict[str, ParsedDocument], subjects: tuple[Subject, ...], context: CitationContext
) -> dict[str, list[Assignment]]:
    parents = {subject.slug: subject.parent for subject in subjects if subject.parent}
    rules = prepare_rules(starting_rules(subjects, read_subject_rules()), parents)
    titles = {item.number: item.title.reading for item in real_documents["002"].agenda}
    return {
        f"{one.meeting}.{one.number}": assign_subjects(
            subject_input(one, titles.get(one.agenda_item or "", ""), context), rules
        )
        for one in recommendations_of(real_documents)
    }


def test_the_table_judges_every_recommendation_by_subjects_of_the_tree(
    judged: dict[str, list[str]], assigned: dict[str, list[Assignment]], subjects: tuple[Subject, ...]
) -> None:
    assert judged.keys() == assigned.keys()
    assert {slug for slugs in judged.values() for slug in slugs} == {subject.slug for subject in subjects}


def test_starting_rules_are_there_for_every_subject_of_the_tree(subjects: tuple[Subject, ...]) -> None:
    assert {rule.topic for rule in read_subject_rules()} == {subject.slug for subject in subjects}


def test_every_recommendation_has_subjects_most_one_to_three_none_too_many(
    assigned: dict[str, list[Assignment]],
) -> None:
    assert [locator for locator, found in assigned.items() if not found] == []
    # More than three only where lettered items ask for several things.
    assert {locator for locator, found in assigned.items() if len(found) > 3} == {"5.1", "5.2", "5.4"}
    assert max(Counter(one.topic for found in assigned.values() for one in found).values()) <= _MOST


def test_a_person_agrees_with_four_in_five_both_ways(
    judged: dict[str, list[str]], assigned: dict[str, list[Assignment]]
) -> None:
    found = {(locator, one.topic) for locator, several in assigned.items() for one in several}
    wanted = {(locator, slug) for locator, slugs in judged.items() for slug in slugs}
    assert len(found & wanted) / len(found) >= 0.88
    assert len(found & wanted) / len(wanted) >= 0.93
    mains = [locator for locator, slugs in judged.items() if assigned[locator][0].topic == slugs[0]]
    assert len(mains) / len(judged) >= 0.83


def test_no_subject_is_told_badly(judged: dict[str, list[str]], assigned: dict[str, list[Assignment]]) -> None:
    found = Counter(one.topic for several in assigned.values() for one in several)
    wanted = Counter(slug for slugs in judged.values() for slug in slugs)
    both = Counter(
        one.topic for locator, several in assigned.items() for one in several if one.topic in judged[locator]
    )
    shares = {slug: (both[slug] / found[slug], both[slug] / wanted[slug]) for slug in wanted}
    assert {slug: share for slug, share in shares.items() if min(share) < 0.6} == {}
