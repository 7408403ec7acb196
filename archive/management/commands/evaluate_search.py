"""evaluate_search FILE: how well search answers judged queries."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.models.publication import as_readers_see
from archive.search.evaluation import BODY, evaluate, mean, read_judgements


class Command(BaseCommand):
    help = "Measures recall@20, precision@5, nDCG@10 and the share of empty answers over judged queries."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="JSON: query and graded relevant ids m.n")
        parser.add_argument("--body", default=BODY, metavar="SYMBOL", help="whose meetings the ids name")

    @as_readers_see()
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            judged = read_judgements(options["file"])
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        measures = evaluate(judged, options["body"])
        if options["verbosity"] > 1:
            for one, found in zip(judged, measures, strict=True):
                self.stdout.write(f"{found.ndcg_10:.3f} {found.recall_20:.3f}  {one.name} {one.query}")
        total = mean(measures)
        self.stdout.write(f"queries      {len(judged)}")
        self.stdout.write(f"recall@20    {total.recall_20:.3f}")
        self.stdout.write(f"precision@5  {total.precision_5:.3f}")
        self.stdout.write(f"nDCG@10      {total.ndcg_10:.3f}")
        self.stdout.write(f"empty        {total.empty:.3f}")
