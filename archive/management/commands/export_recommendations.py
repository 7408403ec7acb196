"""export_recommendations --format F: what the site gives out, from the command line."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict
from django.utils import translation

from archive.giving.asking import read_given
from archive.giving.formats import FORMATS, find_format
from archive.models.publication import as_readers_see


class Command(BaseCommand):
    help = "Writes a selection as a file, as the site gives it out; of any length."

    def add_arguments(self, parser: ArgumentParser) -> None:
        endings = [one.ending for one in FORMATS]
        parser.add_argument("--format", required=True, choices=endings, metavar="F", help=", ".join(endings))
        parser.add_argument(
            "--filter", default="", metavar="QUERYSTRING", help="as in an address: meeting=…&q=…"
        )
        parser.add_argument("--output", metavar="FILE", help="else to standard output")
        parser.add_argument(
            "--lang", default=settings.LANGUAGE_CODE, choices=[code for code, _ in settings.LANGUAGES]
        )
        parser.add_argument(
            "--site", default="http://127.0.0.1:8000", metavar="URL", help="what addresses begin with"
        )

    @as_readers_see()
    def handle(self, *args: Any, **options: Any) -> None:
        form = find_format(options["format"])
        assert form is not None
        with translation.override(options["lang"]):
            query = QueryDict(options["filter"].removeprefix("?"))
            given, wishes = read_given(query, lambda path: urljoin(options["site"], path))
            self.stderr.write(f"{given.count} …")
            content = form.write(given, wishes)
            pieces = [content] if isinstance(content, bytes) else content
            size = self._write(pieces, options["output"])
        self.stderr.write(f"{size} bytes")

    def _write(self, pieces: Iterable[bytes], output: str | None) -> int:
        """How many bytes. A file that could not be written whole does not stay behind under its name."""
        if output is None:
            return sum(sys.stdout.buffer.write(piece) for piece in pieces)
        unfinished = Path(f"{output}.part")
        try:
            with unfinished.open("wb") as file:
                size = sum(file.write(piece) for piece in pieces)
            unfinished.replace(output)
        except OSError as fault:
            raise CommandError(str(fault)) from fault
        finally:
            unfinished.unlink(missing_ok=True)
        return size
