"""compile_translations: django.po → django.mo, without GNU gettext on the machine."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Compiles locale/*/LC_MESSAGES/django.po to django.mo. Run it after every change of a .po file."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; fail if a .mo file is stale")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        stale = []
        for source in catalogues():
            target = source.with_suffix(".mo")
            if target.exists() and target.read_bytes() == compiled(source):
                continue
            stale.append(target)
            if not check:
                target.write_bytes(compiled(source))
                self.stdout.write(f"compiled {target.relative_to(settings.BASE_DIR)}")
        if check and stale:
            names = ", ".join(str(path.relative_to(settings.BASE_DIR)) for path in stale)
            raise CommandError(f"Stale: {names}. Run manage.py compile_translations.")


def catalogues() -> list[Path]:
    """Every django.po under the folders of LOCALE_PATHS, in the order of their languages."""
    return sorted(
        path for folder in settings.LOCALE_PATHS for path in Path(folder).glob("*/LC_MESSAGES/django.po")
    )


def compiled(source: Path) -> bytes:
    """The bytes of the .mo file for `source`; CommandError with file and line if it is not well-formed."""
    try:
        return bytes(polib.pofile(str(source), check_for_duplicates=True).to_binary())
    except (OSError, ValueError) as error:
        raise CommandError(f"{source.relative_to(settings.BASE_DIR)} cannot be read: {error}") from error
