"""check_archive: the quality of the data. What it finds is no failure: exit status 0 unless it cannot look."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from archive.loading.quality import check_quality, quality_as_lines


class Command(BaseCommand):
    help = "Reports gaps and doubles in numbering, open conflicts, missing rows, errata and missing meaning."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        found = check_quality()
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(quality_as_lines(found)))
