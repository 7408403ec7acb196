"""compile_translations: django.po → django.mo, without GNU gettext on the machine."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.management.catalogues import catalogue_files, compiled


class Command(BaseCommand):
    help = "Compiles locale/*/LC_MESSAGES/django.po to django.mo. script/server and script/test do it by themselves."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; fail if a .mo file is stale")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        stale = []
        for source in catalogue_files():
            target = source.with_suffix(".mo")
            if not check:
                # Written even if it says the same: its age tells that it is not older than its source.
                target.write_bytes(compiled(source))
            elif not target.exists() or target.read_bytes() != compiled(source):
                stale.append(str(target.relative_to(settings.BASE_DIR)))
        if stale:
            raise CommandError(f"Stale: {', '.join(stale)}. Run manage.py compile_translations.")
