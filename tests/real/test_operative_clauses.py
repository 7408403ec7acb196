"""Who is asked, how strongly, who is to act, in every real recommendation: the finder against a person's reading."""

from pathlib import Path
from typing import NamedTuple

import pytest

from archive.deriving.operative import OperativeItem, OperativeReading, find_operative
from archive.parsing.structure import ParsedDocument

_HERE = Path(__file__).parent
_FILE = _HERE / "operative_clauses.tsv"


class Judged(NamedTuple):
    verb_class: str
    addressees: str
    further: list[str]


@pytest.fixture(scope="module")
def judged() -> dict[str, Judged]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {
        locator: Judged(verb_class, addressees, further[0].split() if further else [])
        for locator, verb_class, addressees, *further in rows
    }


@pytest.fixture(scope="module")
def readings(real_documents: dict[str, ParsedDocument]) -> dict[str, OperativeReading]:
    return {
        f"{one.meeting}.{one.number}": find_operative(
            one.chapeau.reading, [item.text.reading for item in one.subparagraphs]
        )
        for number in ("001", "002")
        for one in real_documents[number].recommendations
    }


def test_main_classes_and_addressees(judged: dict[str, Judged], readings: dict[str, OperativeReading]) -> None:
    assert readings.keys() == judged.keys()
    mains = {locator: reading.chapeau[0] for locator, reading in readings.items() if reading.chapeau}
    classes = [locator for locator, main in mains.items() if main.verb_class == judged[locator].verb_class]
    addressees = [k for k, main in mains.items() if " ".join(main.addressees) == judged[k].addressees]
    assert len(classes) / len(judged) >= 0.98
    assert len(addressees) / len(judged) >= 0.96


def test_further_clauses(judged: dict[str, Judged], readings: dict[str, OperativeReading]) -> None:
    found = {
        locator: [f"{clause.verb_class}:{','.join(clause.addressees)}" for clause in reading.chapeau[1:]]
        for locator, reading in readings.items()
    }
    assert {k: v for k, v in found.items() if v} == {k: one.further for k, one in judged.items() if one.further}


def test_lettered_items_inherit(judged: dict[str, Judged], readings: dict[str, OperativeReading]) -> None:
    found = {locator: reading.items for locator, reading in readings.items() if reading.items}
    assert found == {
        locator: (OperativeItem(judged[locator].verb_class, asked, asked, True, ()),) * count
        for locator, count in {"2.8": 5, "5.1": 4, "5.2": 11, "5.4": 5}.items()
        for asked in [tuple(judged[locator].addressees.split())]
    }


@pytest.fixture(scope="module")
def judged_actors() -> dict[str, list[str]]:
    """Of each clause of the chapeau, the main one first: codes with commas between them."""
    lines = (_HERE / "actors.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {locator: [main.replace(" ", ","), *" ".join(rest).split()] for locator, main, *rest in rows}


def test_actors(
    judged: dict[str, Judged], judged_actors: dict[str, list[str]], readings: dict[str, OperativeReading]
) -> None:
    """Right for all whose actor is not whom the text addresses: who copies the addressee reaches 95 % of the rest."""
    assert judged_actors.keys() == judged.keys()
    found = {k: [",".join(clause.actors) for clause in reading.chapeau] for k, reading in readings.items()}
    right = [k for k, actors in judged_actors.items() if found[k] == actors]
    addressed = {k: one.addressees.replace(" ", ",") for k, one in judged.items()}
    differing = {k: actors for k, actors in judged_actors.items() if actors[0] != addressed[k]}
    assert len(right) / len(judged) >= 0.96
    assert {k: found[k] for k in differing} == differing
