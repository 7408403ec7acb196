"""The lines of the file that a document came from: where that very file lies among the sources, or was handed in."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from archive.models import Document, Upload
from archive.sources.reader import Unreadable, read_source, sha256_of, source_text


def lines_of(document: Document) -> tuple[str, ...] | None:
    """None where the file is not there, is another one by now, or cannot be read."""
    name = document.source_file
    if not name or Path(name).name != name:
        return None
    if sha256_of(Path(settings.ARCHIVE_SOURCES) / name) == document.source_sha256:
        return _read(name, document.source_sha256)
    held = Upload.objects.sources_of_papers().filter(name=name, sha256=document.source_sha256)
    return _handed_in(held[0].pk) if held else None


@lru_cache(maxsize=8)
def _read(name: str, _sha256: str) -> tuple[str, ...] | None:
    try:
        return read_source(Path(settings.ARCHIVE_SOURCES) / name).lines
    except Unreadable:
        return None


@lru_cache(maxsize=8)
def _handed_in(key: int) -> tuple[str, ...] | None:
    """A file that was taken in stays as it is."""
    upload = Upload.objects.defer(None).get(pk=key)
    try:
        return source_text(upload.name, bytes(upload.data or b"")).lines
    except Unreadable:
        return None
