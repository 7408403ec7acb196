"""extract_messages: what templates and modules say → locale/*/LC_MESSAGES/django.po, for translators to fill in."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.management.catalogues import brought_up_to_date, own_catalogues, untranslated
from archive.management.extraction import all_messages


class Command(BaseCommand):
    help = "Brings locale/*/LC_MESSAGES/django.po up to date: new messages in, unused ones out, files beside each."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; fail if a catalogue would change")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        used = all_messages(Path(settings.BASE_DIR))
        changed = []
        for path in own_catalogues():
            catalogue, text = brought_up_to_date(path, used)
            name = str(path.relative_to(settings.BASE_DIR))
            for message in catalogue.obsolete.values():
                self.stdout.write(f"{name}: no longer used: {message.id}")
            for message in untranslated(catalogue):
                self.stdout.write(f"{name}: to be translated: {message.id}")
            if text == path.read_text("utf-8"):
                continue
            changed.append(name)
            if not check:
                path.write_text(text, "utf-8")
                self.stdout.write(f"{name}: written")
        if check and changed:
            raise CommandError(f"Not up to date: {', '.join(changed)}. Run manage.py extract_messages.")
