"""The five sources as Word files give the items that their texts give: all of them, with number and text."""

from typing import Any

import pytest

from archive.parsing.document import parse_document
from archive.parsing.structure import ParsedDocument
from archive.sources.reader import source_text
from tests.real.word_papers import MANNERS, WordPaper

Documents = dict[str, ParsedDocument]


def items_of(parsed: ParsedDocument) -> list[tuple[object, ...]]:
    return [
        *((one.meeting, one.number, one.agenda_item, _words(one.printed)) for one in parsed.recommendations),
        *((one.number, _words(one.text.printed)) for one in parsed.paragraphs),
    ]


def _cover(parsed: ParsedDocument) -> tuple[object, ...]:
    """What the cover says: what a manifest declares stands in no paper."""
    own = parsed.masthead
    return own.kind, own.date, own.body, own.meeting_number, own.start, own.agenda_item, len(parsed.footnotes)


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("manner", MANNERS)
def test_the_sources_as_word_files_give_the_same_items(
    manner: str, real_documents: Documents, real_texts: dict[str, str]
) -> None:
    found = {}
    for number, document in real_documents.items():
        arguments: dict[str, Any] = MANNERS[manner]
        data = WordPaper(**arguments).write(document, real_texts[number].splitlines())
        found[number] = parse_document(source_text(f"{number}.docx", data))
    assert {number: items_of(one) for number, one in found.items()} == {
        number: items_of(one) for number, one in real_documents.items()
    }
    assert sum(len(items_of(one)) for one in found.values()) == sum(
        len(items_of(one)) for one in real_documents.values()
    )
    read_alone = {
        number: parse_document(source_text("x.txt", text.encode())) for number, text in real_texts.items()
    }
    assert {number: _cover(one) for number, one in found.items()} == {
        number: _cover(one) for number, one in read_alone.items()
    }
    assert {number: [_words(s.title.printed) for s in one.sections] for number, one in found.items()} == {
        number: [_words(s.title.printed) for s in one.sections] for number, one in real_documents.items()
    }
