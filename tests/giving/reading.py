"""Readers of what is given out: the answer to an address, a Word file paragraph by paragraph with its labels."""

import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from django.http import HttpResponse
from django.test import Client
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def content(response: HttpResponse) -> bytes:
    """The whole body, streamed or not."""
    assert response.status_code == 200, response.status_code
    return b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]


def given(client: Client, path: str) -> bytes:
    return content(client.get(path))


class Labelled(NamedTuple):
    """A paragraph of a Word file: style, the label that its list definition shows, text."""

    style: str
    label: str
    text: str


def paragraphs(packed: bytes) -> list[Labelled]:
    """The paragraphs outside of tables, in order, as python-docx reads them."""
    document = Document(io.BytesIO(packed))
    labels = dict(_labels(document))
    return [
        Labelled(paragraph.style.style_id, labels.get(_number(paragraph), ""), paragraph.text)
        for paragraph in document.paragraphs
    ]


def _labels(document: Document) -> Iterator[tuple[str, str]]:
    """Number of an instance → what its definition shows; no figure is counted."""
    root = document.part.numbering_part.element
    shown = {}
    for abstract in root.findall(qn("w:abstractNum")):
        (level,) = abstract.findall(qn("w:lvl"))
        assert level.find(qn("w:numFmt")).get(qn("w:val")) == "none"
        text = level.find(qn("w:lvlText")).get(qn("w:val"))
        assert "%" not in text
        shown[abstract.get(qn("w:abstractNumId"))] = text
    for instance in root.findall(qn("w:num")):
        yield instance.get(qn("w:numId")), shown[instance.find(qn("w:abstractNumId")).get(qn("w:val"))]


def _number(paragraph: Paragraph) -> str:
    found = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return "" if found is None else found.get(qn("w:val"))


class ReadEntry(NamedTuple):
    """A recommendation as the paper has it: its number without the dash, its chapeau, its letters with texts."""

    heading: str
    number: str
    chapeau: str
    items: tuple[tuple[str, str], ...]


def entries(packed: bytes) -> list[ReadEntry]:
    """The recommendations of a compendium, each with the heading that it stands under."""
    found: list[ReadEntry] = []
    heading = ""
    for style, label, text in paragraphs(packed):
        if style == "Heading1":
            heading = text
        elif style == "Recommendation":
            assert label.endswith("-")
            found.append(ReadEntry(heading, label[:-1], text, ()))
        elif style == "Letter":
            letter = re.fullmatch(r"\((.+)\)", label)
            assert letter
            found[-1] = found[-1]._replace(items=(*found[-1].items, (letter[1], text)))
    return found
