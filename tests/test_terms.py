"""One word for one thing: no message of the interface uses a word that the glossary has put aside."""

import re
from pathlib import Path

import pytest

from archive.management.catalogues import catalogue_files, read_catalogue
from tests.surroundings import ROOT

_GLOSSARY = Path(ROOT) / "docs" / "GLOSSARY.md"


def _put_aside(marks: str) -> list[str]:
    """What stands between these two marks in the last column of the table of the interface."""
    table = _GLOSSARY.read_text("utf-8").partition("## The interface")[2].partition("## The code")[0]
    last = [line.rstrip(" |").rpartition("|")[2] for line in table.splitlines() if line.startswith("|")]
    return re.findall(f"{marks[0]}([^{marks[1]}]+){marks[1]}", " ".join(last[2:]))


_CHOSEN = re.compile(r"^\|[^|]+\|([^|]+)\|([^|]+)\|", re.MULTILINE)


def _chosen(place: int) -> list[str]:
    """The words of a column of the table of the interface that are used instead."""
    table = _GLOSSARY.read_text("utf-8").partition("## The interface")[2].partition("## The code")[0]
    cells = [row[place] for row in _CHOSEN.findall(table)][2:]
    return [word.strip() for cell in cells for word in re.split("[،,]", cell)]


def _messages() -> tuple[set[str], set[str]]:
    """The Arabic messages, and the English ones."""
    arabic, english = set(), set()
    for path in catalogue_files():
        for message in read_catalogue(path):
            ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
            texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
            arabic.update(ids)
            (english if path.parent.parent.name == "en" else arabic).update(texts)
    return arabic, english


@pytest.mark.parametrize(("marks", "place"), [("«»", 0), ("“”", 1)])
def test_no_message_uses_a_word_that_was_put_aside(marks: str, place: int) -> None:
    words = _put_aside(marks)
    assert len(words) > 5
    found = {(word, text) for text in _messages()[place] for word in words if word.lower() in text.lower()}
    assert sorted(found) == []


@pytest.mark.parametrize("place", [0, 1])
def test_every_word_that_was_chosen_is_said_somewhere(place: int) -> None:
    words = _chosen(place)
    assert len(words) > 15
    said = " ".join(_messages()[place]).lower()
    assert [word for word in words if word.lower() not in said] == []
