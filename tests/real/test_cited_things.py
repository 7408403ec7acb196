"""What the real recommendations and paragraphs cite: the finder against a person's reading."""

from pathlib import Path

import pytest

from archive.deriving.citation_context import CitationContext, KnownInstruments
from archive.deriving.citations import find_citations
from archive.parsing.document import known_bodies
from archive.parsing.structure import ParsedDocument
from archive.sources.instruments import read_instruments
from archive.sources.manifest import read_manifest
from tests.deriving.citing import what_is_cited

_FILE = Path(__file__).parent / "cited_things.tsv"
Things = dict[str, set[str]]


@pytest.fixture(scope="module")
def judged() -> Things:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {locator: set(things.split()) for locator, things in rows}


@pytest.fixture(scope="module")
def found(real_sources: Path, real_documents: dict[str, ParsedDocument]) -> Things:
    known = KnownInstruments(read_instruments(real_sources))
    bodies = known_bodies(read_manifest(real_sources).bodies)
    cited: Things = {}
    for number, document in real_documents.items():
        cover = document.masthead
        own = document.meetings[0].number if cover.kind == "meeting-report" else None

        def context(
            body: str | None, meeting: int | None, section: int | None, document: ParsedDocument = document
        ) -> CitationContext:
            titles = tuple(one.title.reading for one in document.path(section))
            return CitationContext(known, bodies, body or "", meeting, document.masthead.title.reading, titles)

        texts = [
            (f"{one.meeting}.{one.number}", one.reading, context(one.body, one.meeting, one.section))
            for one in document.recommendations
        ]
        texts += [
            (f"{number}:{one.number}", one.text.reading, context(cover.body, own, one.section))
            for one in document.paragraphs
        ]
        for locator, text, where in texts:
            cited[locator] = {what_is_cited(one) for one in find_citations(text, where)}
    return cited


def test_everything_that_is_cited_is_found_and_nothing_else(judged: Things, found: Things) -> None:
    assert {locator: things for locator, things in found.items() if things} == judged
