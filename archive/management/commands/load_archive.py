"""load_archive: reads the sources, plans, applies, reports. CONTRACT: exit status 0 done, 1 refused, 2 usage."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import Tags
from django.core.management.base import BaseCommand

from archive.loading.archive import load_archive
from archive.loading.changes import Refusal
from archive.loading.report import Report, report_as_json, report_as_lines
from archive.management.progress import ProgressLine


class Command(BaseCommand):
    # What can go wrong with this installation; not the pages and the admin, which a load never touches.
    requires_system_checks = (Tags.compatibility, Tags.security)
    help = (
        "Loads source files or folders of them into the archive; without an argument ARCHIVE_SOURCES, with the papers "
        "that staff took in at the desk."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a folder, or a source file")
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument("--json", action="store_true", help="report as JSON")
        parser.add_argument(
            "--accept",
            action="store_true",
            help="let another copy of a document that is held become its source of record",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        progress = ProgressLine()
        try:
            report = load_archive(
                options["paths"] or [settings.ARCHIVE_SOURCES],
                accept=options["accept"],
                dry_run=options["dry_run"],
                with_uploads=not options["paths"],
                progress=progress.show,
            )
        except Refusal as refusal:
            progress.clear()
            if options["json"]:
                report = Report()
                report.refuse("", refusal.sentence)
                self._print_json(report)
            else:
                self.stderr.write(refusal.sentence)
            sys.exit(1)
        progress.clear()
        if options["json"]:
            self._print_json(report)
        else:
            self.stdout.write("\n".join(report_as_lines(report)))
        if report.failed:
            sys.exit(1)

    def _print_json(self, report: Report) -> None:
        self.stdout.write(json.dumps(report_as_json(report), ensure_ascii=False, indent=2))
