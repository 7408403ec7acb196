"""The five real sources, read once."""

from pathlib import Path

import pytest

from archive.parsing.structure import ParsedDocument
from tests.parsing.reading import parsed_file


@pytest.fixture(scope="session")
def real_files(real_sources: Path) -> dict[str, Path]:
    """By the number that their names begin with: «000» to «004»."""
    return {path.name[:3]: path for path in sorted(real_sources.glob("*.txt"))}


@pytest.fixture(scope="session")
def real_documents(real_files: dict[str, Path]) -> dict[str, ParsedDocument]:
    """With manifest and errata."""
    return {number: parsed_file(path) for number, path in real_files.items()}


@pytest.fixture(scope="session")
def real_texts(real_files: dict[str, Path]) -> dict[str, str]:
    return {number: path.read_text(encoding="utf-8") for number, path in real_files.items()}
