"""Character by character: what the parser calls a text is what its lines say, and all lines are said once.

The lines are read here without any code of the parser.
"""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from archive.parsing.printed_text import Span
from archive.parsing.structure import ParsedDocument

Documents = dict[str, ParsedDocument]
NUMBERS = ("000", "001", "002", "003", "004")

FURNITURE = re.compile(r"\s*(?:[A-Z]\.\d\d-\d{5}.*|الرجاء إعادة استعمال الورق|\d{6} \d{6} [A-Z]\..*)\s*")
FOOTNOTE = re.compile(r"\s*(?:\(\d+\)|\*) ?\S")
NUMBER = re.compile(r"(?:- )*-?\d{1,3}\s?[-—−]?(?= )")
HEADING = re.compile(r"#+ التوصية \d+")


def _without_space(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _lines_say(lines: list[str], span: Span) -> str:
    """The lines of a span, without bullets, footnotes, their marks, furniture and the number at the start."""
    said: list[str] = []
    for line in lines[span.first_line - 1 : span.last_line]:
        if FURNITURE.fullmatch(line) or FOOTNOTE.match(line) or HEADING.match(line):
            continue
        line = line.strip() if said else NUMBER.sub("", line.strip(), count=1)
        said.append(re.sub(r"⁽[⁰¹²³⁴-⁹]+⁾", "", line.removeprefix("- ")))
    return _without_space("".join(said))


@pytest.mark.parametrize("number", ["001", "002"])
def test_recommendations_are_what_their_lines_say(
    number: str, real_documents: Documents, real_texts: dict[str, str]
) -> None:
    lines = real_texts[number].split("\n")
    for recommendation in real_documents[number].recommendations:
        said = _lines_say(lines, recommendation.span)
        assert _without_space(recommendation.printed) == said, (recommendation.meeting, recommendation.number)


@pytest.mark.parametrize("number", ["000", "002", "003", "004"])
def test_paragraphs_are_what_their_lines_say(
    number: str, real_documents: Documents, real_texts: dict[str, str]
) -> None:
    lines = real_texts[number].split("\n")
    for paragraph in real_documents[number].paragraphs:
        assert _without_space(paragraph.text.printed) == _lines_say(lines, paragraph.text.span), (
            paragraph.number
        )


@pytest.mark.parametrize("number", NUMBERS)
def test_every_line_with_words_has_one_role(
    number: str, real_documents: Documents, real_texts: dict[str, str]
) -> None:
    lines = real_texts[number].removesuffix("\n").split("\n")
    roles = real_documents[number].roles
    assert len(roles) == len(lines)
    assert [bool(line.strip()) for line in lines] == [role != "blank" for role in roles]
    furniture = [role == "furniture" for role in roles]
    assert furniture == [bool(FURNITURE.fullmatch(line)) for line in lines]
    assert "unplaced" not in roles


@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_of_the_body_is_lost_or_doubled(
    number: str, real_documents: Documents, real_texts: dict[str, str]
) -> None:
    document = real_documents[number]
    first = document.sections[0].title.span.first_line
    lines = real_texts[number].split("\n")[first - 1 :]
    # footnotes of the cover stand before the body in one source, after its first heading in the others
    said = [line for line in lines if not FURNITURE.fullmatch(line) and not HEADING.match(line)]
    texts = [p.text.printed for p in document.paragraphs] + [r.printed for r in document.recommendations]
    texts += [s.printed_label + s.title.printed for s in document.sections]
    texts += [f.text.printed for f in document.footnotes if f.text.span.first_line >= first]
    assert _letters("".join(texts)) == _letters("".join(said))


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalpha())


def test_no_span_of_a_recommendation_overlaps_another(
    real_documents: Documents, real_files: dict[str, Path]
) -> None:
    for number in real_files:
        spans = [r.span for r in real_documents[number].recommendations]
        assert all(one.last_line < other.first_line for one, other in pairwise(spans))
