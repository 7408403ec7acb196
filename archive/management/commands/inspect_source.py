"""inspect_source: parses one file and prints its structure; needs no database."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from archive.loading.inspection import structure_as_json, structure_as_lines
from archive.loading.related import parse_file
from archive.parsing.families import kinds_of
from archive.sources.companions import CompanionError
from archive.sources.manifest import read_manifest
from archive.sources.reader import Unreadable, read_source


class Command(BaseCommand):
    help = "Prints the structure of one source file, with the manifest and errata that lie beside it."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--json", action="store_true", help="the whole structure as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            source = read_source(file)
            manifest = read_manifest(file.parent, kinds_of())
            parsed = parse_file(file, source, manifest)
        except (Unreadable, CompanionError) as refusal:
            self.stderr.write(f"{file}: {refusal.sentence}")
            sys.exit(1)
        if options["json"]:
            self.stdout.write(json.dumps(structure_as_json(parsed), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(structure_as_lines(parsed)))
