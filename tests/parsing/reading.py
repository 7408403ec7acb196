"""How the tests of the parser come by their documents."""

from pathlib import Path

from archive.parsing.document import parse_document
from archive.parsing.lines import Line, clean_lines
from archive.parsing.structure import ParsedDocument
from archive.sources.errata import read_errata
from archive.sources.manifest import DeclaredFacts, read_manifest
from archive.sources.reader import SourceText, read_source

SPECIMEN = Path(__file__).parents[2] / "sources"
SPECIMEN_TEXTS = tuple(sorted(path.name for path in SPECIMEN.glob("*.txt")))


def parsed(text: str, **declared: str | int) -> ParsedDocument:
    """A text alone: no manifest but `declared`, no errata."""
    source = SourceText("copy.txt", tuple(text.split("\n")), "utf-8", "")
    return parse_document(source, declared=DeclaredFacts(**declared))  # type: ignore[arg-type]


def parsed_file(path: Path) -> ParsedDocument:
    """A file with what the manifest and the errata beside it say of it."""
    manifest = read_manifest(path.parent)
    return parse_document(
        read_source(path),
        declared=manifest.sources.get(path.name),
        bodies=manifest.bodies,
        errata=read_errata(path.parent).get(path.name, ()),
    )


def lines_of(*texts: str) -> tuple[Line, ...]:
    return clean_lines(texts).lines
