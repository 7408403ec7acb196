"""Finds the built files for collectstatic, for the development server and for the tests: nobody builds by hand."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage, Storage

from config.bundles import BUNDLES
from config.environment import VAR_DIR

#: Where the built files lie: collectstatic copies them from here.
FOLDER = VAR_DIR / "bundles"


class BundleFinder(BaseFinder):
    """Builds a file whenever it is asked for, in a few milliseconds: it is never older than its parts."""

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        return []

    def find(self, path: str, find_all: bool = False) -> Any:
        """The path of the built file; an empty list for any other name, as Django wants it."""
        if path not in BUNDLES:
            return []
        found = str(build(path))
        return [found] if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Every built file, with the storage to copy it from."""
        storage = FileSystemStorage(location=FOLDER)
        for name in BUNDLES:
            build(name)
            yield name, storage


def build(name: str) -> Path:
    """The path of a built file, written anew if its text is another."""
    target = FOLDER / name
    text = BUNDLES[name]().encode()
    if not target.exists() or target.read_bytes() != text:
        target.parent.mkdir(parents=True, exist_ok=True)
        # Written aside and moved: whoever reads meanwhile, in another process, reads a whole file.
        aside = target.with_name(f"{target.name}.{os.getpid()}")
        aside.write_bytes(text)
        aside.replace(target)
    return target
