"""Other copies of the same texts, alone and under other names, are parsed to the same structure.

`--hypothesis-profile=wide` tries many more seeds.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

import hypothesis
import pytest

from archive.parsing.document import parse_document
from archive.parsing.structure import ParsedDocument
from archive.sources.reader import source_text
from tests.parsing.reading import SPECIMEN, SPECIMEN_TEXTS
from tests.real.copies import COPIES, SEEDED, grand, grander, grandest
from tests.real.likeness import differences, likeness

Copy = Callable[..., str]
SEEDS = range(20) if hypothesis.settings.get_current_profile_name() == "wide" else range(1)


@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.__name__)
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_another_copy_of_a_real_source_has_the_same_structure(
    number: str, copy: Copy, real_texts: dict[str, str]
) -> None:
    text = real_texts[number]
    for other in _copies(text, copy):
        assert differences(_likeness(text), _likeness(other)) == {}


@pytest.mark.parametrize("copy", [grand, grander, grandest], ids=lambda copy: copy.__name__)
@pytest.mark.parametrize("name", SPECIMEN_TEXTS)
def test_another_copy_of_a_specimen_text_has_the_same_structure(name: str, copy: Copy) -> None:
    text = (SPECIMEN / name).read_text(encoding="utf-8")
    for other in _copies(text, copy):
        assert differences(_likeness(text), _likeness(other)) == {}


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_manifest_and_errata_add_a_symbol_and_no_structure(
    number: str, real_texts: dict[str, str], real_documents: dict[str, ParsedDocument]
) -> None:
    document = real_documents[number]
    alone = replace(document, masthead=replace(document.masthead, symbol=None))
    assert differences(_likeness(real_texts[number]), likeness(alone)) == {}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_the_encoding_of_a_copy_changes_nothing(encoding: str, real_texts: dict[str, str]) -> None:
    text = real_texts["002"]
    other = parse_document(source_text("other.txt", text.encode(encoding)))
    assert differences(_likeness(text), likeness(other)) == {}


def _copies(text: str, copy: Copy) -> Iterator[str]:
    if copy in SEEDED:
        yield from (copy(text, seed) for seed in SEEDS)
    else:
        yield copy(text)


@lru_cache(maxsize=16)
def _likeness(text: str) -> dict[str, object]:
    return likeness(parse_document(source_text("other.txt", text.encode())))
