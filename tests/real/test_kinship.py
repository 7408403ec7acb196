"""Kin of the real recommendations: pairs that a delegate knows, a reading of every seventh, and two lineages."""

from pathlib import Path

import pytest

from archive.deriving.kinship import Kin, find_kin
from archive.deriving.lineage import Step, trace_lineage
from archive.parsing.structure import ParsedDocument

from .derived_inputs import kin_inputs, names_of, read_table

KNOWN = [
    ("1.7", "3.37"), ("1.44", "2.20"), ("2.9", "4.15"), ("2.10", "3.12"), ("3.12", "5.3"),
    ("1.10", "3.7"), ("1.53", "2.23"), ("3.17", "5.4"), ("2.31", "3.40"), ("1.41", "3.8"),
]  # fmt: skip


@pytest.fixture(scope="module")
def kin(real_documents: dict[str, ParsedDocument], real_sources: Path) -> list[Kin]:
    return find_kin(kin_inputs(real_documents), names_of(real_sources))


def first_of(kin: list[Kin], key: str, count: int = 5) -> list[str]:
    return [one.b if one.a == key else one.a for one in kin if key in (one.a, one.b)][:count]


def test_known_pairs_find_each_other_among_the_first_five(kin: list[Kin]) -> None:
    found = [(a, b) for a, b in KNOWN if b in first_of(kin, a) and a in first_of(kin, b)]
    assert len(found) >= 9


def test_a_recommendation_is_kin_of_the_item_that_says_it(kin: list[Kin]) -> None:
    assert [(one.a_item, one.b_item) for one in kin if (one.a, one.b) == ("3.17", "5.4")] == [(0, 2)]


def test_what_repeats_and_what_strengthens(kin: list[Kin]) -> None:
    by_pair = {(one.a, one.b): one.relation for one in kin}
    assert {by_pair["2.31", "3.40"], by_pair["1.41", "3.8"]} == {"repeats"}
    assert {by_pair["1.7", "3.37"], by_pair["1.10", "3.7"], by_pair["2.9", "4.15"]} == {"strengthens"}


def test_four_in_five_of_the_first_five_make_sense(kin: list[Kin]) -> None:
    sensible = senseless = unread = 0
    for key, columns in read_table("kinship.tsv").items():
        good, bad = (column.split() for column in columns.split("\t"))
        first = first_of(kin, key)
        sensible += len(set(first) & set(good))
        senseless += len(set(first) & set(bad))
        unread += len(set(first) - set(good) - set(bad))
    assert sensible >= 0.8 * (sensible + senseless)
    assert unread <= 0.2 * (sensible + senseless)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("5.3", {1: "1.29", 2: "2.10", 3: "3.16", 5: "5.3"}),
        ("3.12", {1: "1.29", 2: "2.10", 3: "3.12", 5: "5.3"}),
        ("3.40", {2: "2.31", 3: "3.40"}),
        ("3.17", {3: "3.17", 5: "5.4"}),
    ],
)
def test_lineages(
    real_documents: dict[str, ParsedDocument], kin: list[Kin], key: str, expected: dict[int, str]
) -> None:
    meeting_of = {one.key: int(one.meeting) for one in kin_inputs(real_documents)}
    steps: list[Step] = trace_lineage(key, kin, meeting_of)
    assert {one.meeting: one.recommendation for one in steps}.items() >= expected.items()
