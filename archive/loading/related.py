"""A paper read with the one beside it that it adds to, corrects or revises: that one tells its meeting.

For looking at a file without a database; a load asks the papers that are held (`belonging`).
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from archive.parsing.document import parse_document
from archive.parsing.structure import ParsedDocument
from archive.sources.errata import ErratumRow, read_errata
from archive.sources.manifest import DeclaredFacts, Manifest
from archive.sources.reader import SourceText, Unreadable, read_source

from .intake import papers_in
from .located import located_errata, located_problems

#: The symbol of a paper stands on its cover, within so many lines.
_COVER = 40


def parse_file(file: Path, source: SourceText, manifest: Manifest) -> ParsedDocument:
    """The structure of a file, with what the manifest, the errata and the related paper beside it say of it."""
    declared = manifest.sources.get(file.name)
    errata = located_errata(read_errata(file.parent).get(file.name, ()), source)
    parsed = _parsed(source, declared, manifest, errata)
    relation = parsed.masthead.relation
    if parsed.masthead.meeting_number is not None or relation is None or relation.symbol is None:
        return parsed
    for other in _beside(file, relation.symbol):
        told = parse_document(
            other, declared=manifest.sources.get(other.name), bodies=manifest.bodies
        ).masthead
        if told.meeting_number is not None and told.body in (None, parsed.masthead.body):
            facts = replace(declared or DeclaredFacts(), meeting_number=told.meeting_number)
            return _parsed(source, facts, manifest, errata)
    return parsed


def _parsed(
    source: SourceText, declared: DeclaredFacts | None, manifest: Manifest, errata: tuple[ErratumRow, ...]
) -> ParsedDocument:
    parsed = parse_document(source, declared=declared, bodies=manifest.bodies, errata=errata)
    return replace(parsed, problems=located_problems(parsed.problems, parsed.places))


def _beside(file: Path, symbol: str) -> Iterator[SourceText]:
    """The papers of the folder that print the symbol as their own."""
    for path in papers_in(file.parent):
        if path == file:
            continue
        try:
            other = read_source(path)
        except Unreadable:
            continue
        if any(symbol.upper() in line.upper().split() for line in other.lines[:_COVER]):
            yield other
