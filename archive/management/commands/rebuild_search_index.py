"""rebuild_search_index: the index anew, from all records, while people read."""

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand

from archive.search.entries import rebuild_index
from archive.search.stamp import index_problem
from archive.search.thesaurus import renew_thesaurus


class Command(BaseCommand):
    help = "Builds the search index anew. Readers find with the old one until it is done."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-needed", action="store_true", help="do nothing when the index is in order")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_needed"] and index_problem() is None:
            self.stdout.write("The search index is in order.")
            if changed := renew_thesaurus():
                self.stdout.write(f"Lines of the thesaurus to start from that came or went: {changed}.")
            return
        start = monotonic()
        count = rebuild_index()
        self.stdout.write(f"{count} texts indexed in {monotonic() - start:.1f} s.")
