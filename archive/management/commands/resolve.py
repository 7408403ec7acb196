"""resolve [FILE]: every reference in a text, with what the archive has of it."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.api.resolving import RESOLVED_LIST
from archive.models.publication import as_readers_see
from archive.search.resolving import MOST_BYTES, plain_characters, resolve_text
from archive.sources.decoding import decode
from archive.sources.refusals import Unreadable
from archive.sources.regular_files import NoRegularFile, TooBig, read_regular_file

_TOO_LONG = "The text is longer than 1 MB; resolve it in parts."


class Command(BaseCommand):
    help = "Lists every reference in a text: what it names, and whether the archive has it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", nargs="?", help="a text file; standard input without it")
        parser.add_argument("--json", action="store_true", help="answer as POST /api/v1/resolve does")

    @as_readers_see()
    def handle(self, *args: Any, **options: Any) -> None:
        found = resolve_text(plain_characters(_read(options["file"])))
        if options["json"]:
            told = RESOLVED_LIST.represent(found, lambda path: path)
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        for one in found:
            where = one.locator or ", ".join(one.candidates)
            self.stdout.write(f"{one.start}-{one.end}\t{one.status}\t{one.kind}\t{where}\t{' '.join(one.text.split())}")


def _read(name: str | None) -> str:
    try:
        data = read_regular_file(Path(name), MOST_BYTES) if name else sys.stdin.buffer.read(MOST_BYTES + 1)
    except NoRegularFile as error:
        raise CommandError(f"{name} is no ordinary file; name a text file, or pipe it into standard input.") from error
    except TooBig as error:
        raise CommandError(_TOO_LONG) from error
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror or 'cannot be read'}") from error
    if len(data) > MOST_BYTES:
        raise CommandError(_TOO_LONG)
    if not data.strip():
        return ""
    try:
        return decode(data).text
    except Unreadable as refusal:
        raise CommandError(str(refusal)) from refusal
