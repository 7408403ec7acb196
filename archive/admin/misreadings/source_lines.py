"""The lines of the file that a document came from, where that very file lies among the sources."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from archive.models import Document
from archive.sources.reader import Unreadable, read_source, sha256_of


def lines_of(document: Document) -> tuple[str, ...] | None:
    """None where the file is not there, is another one by now, or cannot be read."""
    name = document.source_file
    if not name or Path(name).name != name:
        return None
    path = Path(settings.ARCHIVE_SOURCES) / name
    if sha256_of(path) != document.source_sha256:
        return None
    return _read(path, document.source_sha256)


@lru_cache(maxsize=8)
def _read(path: Path, sha256: str) -> tuple[str, ...] | None:
    try:
        return read_source(path).lines
    except Unreadable:
        return None
