"""Which build of the program this is: what else than the data decides what a page looks like."""

from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings

#: Folders whose files are read to make an answer.
_FOLDERS = ("archive", "config", "locale", "static", "templates")
#: Notes of Python and of editors.
_PASSED_OVER = {".pyc", ".swp"}


def _files() -> list[Path]:
    found = (path for name in _FOLDERS for path in (Path(settings.BASE_DIR) / name).rglob("*"))
    return sorted(path for path in found if path.suffix not in _PASSED_OVER and path.is_file())


@cache
def build_name() -> str:
    """A digest of the program's files, of the packages that are installed, and of the settings that pages show.

    Of contents, not of dates: every process, and every machine with the same release, gives the same name.
    """
    digest = blake2b(digest_size=12)
    for path in _files():
        content = path.read_bytes()
        digest.update(f"{path.relative_to(settings.BASE_DIR)}:{len(content)}:".encode())
        digest.update(content)
    packages = sorted({f"{one.metadata['Name']}=={one.version}" for one in distributions()})
    shown = [settings.DEBUG, settings.STATIC_URL, settings.ARCHIVE_CONTACT, settings.LANGUAGES, settings.STORAGES]
    digest.update(repr((packages, shown)).encode())
    return digest.hexdigest()


@cache
def released_at() -> datetime:
    """When the newest of the program's files was written: a new release may answer otherwise from the same data."""
    return datetime.fromtimestamp(max(path.stat().st_mtime for path in _files()), UTC)
