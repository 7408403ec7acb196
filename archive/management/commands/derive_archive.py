"""derive_archive: all stored meanings anew. CONTRACT: exit status 0 done, 1 failed, 2 usage."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.checks import Tags
from django.core.management.base import BaseCommand
from django.db import transaction

from archive.derivations.deriving import DerivationOutcome, derive_everything
from archive.management.progress import ProgressLine
from archive.record.kinds import KIND_BY_NAME

_WORDS = {"created": "أُضيف", "updated": "تغيّر", "unchanged": "بلا تغيير", "missing": "زال"}


class Command(BaseCommand):
    requires_system_checks = (Tags.compatibility, Tags.security)
    help = "Derives all stored meanings anew from the texts, whatever was read before. What staff decided stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument("--json", action="store_true", help="report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        progress = ProgressLine()
        if options["dry_run"]:
            with transaction.atomic():
                done = list(derive_everything(anew=True, progress=progress.show))
                transaction.set_rollback(True)
        else:
            done = list(derive_everything(anew=True, progress=progress.show))
        progress.clear()
        counts = {one.kind: counts_of(one) for one in done if not one.refusal}
        if options["json"]:
            self.stdout.write(json.dumps(counts, ensure_ascii=False, indent=2))
        else:
            if options["dry_run"]:
                self.stdout.write("تجربة: هذا ما كان سيحدث، ولم يُكتب شيء.")
            self.stdout.write("\n".join(_line(kind, found) for kind, found in counts.items()))
        for one in done:
            if one.refusal:
                self.stderr.write(one.refusal)
        if any(one.refusal for one in done):
            sys.exit(1)


def counts_of(one: DerivationOutcome) -> dict[str, int]:
    """CONTRACT: of each kind what came, what became other, what stayed, what went."""
    tally = one.tally
    updated = tally.updated + tally.moved + tally.joined
    outcomes = one.outcomes
    rows = outcomes["created"] + outcomes["updated"] + outcomes["unchanged"] + outcomes["kept"]
    return {
        "created": tally.created,
        "updated": updated,
        "unchanged": rows - tally.created - updated,
        "missing": tally.missing,
    }


def _line(kind: str, counts: dict[str, int]) -> str:
    told = "، ".join(f"{_WORDS[name]} {count}" for name, count in counts.items() if count) or "لا شيء"
    return f"{KIND_BY_NAME[kind].names[1]}: {told}"
