"""take_in: the work on a file that staff handed in, or an errand of theirs; the desk starts it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from archive.loading.taking_in.errands import run_errand
from archive.loading.taking_in.work import work_on

WORK = {"upload": work_on, "errand": run_errand}


class Command(BaseCommand):
    help = "Does what the desk has begun: reads or applies a file that was handed in, or runs an errand."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=WORK)
        parser.add_argument("key", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        WORK[options["what"]](options["key"])
