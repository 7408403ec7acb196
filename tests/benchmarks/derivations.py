"""How long the loader takes to derive: `python -m tests.benchmarks.derivations [SIZE]`, 10,000 where nothing is said.

The archive of `building`, in a database of its own, is read twice: at first nothing is known of the new texts, then
nothing has changed. The clock is the processor's.
"""

import os
import sys

import django

from .clock import now
from .databases import make_database

_SIZE = 10_000


def main(size: int) -> None:
    database = make_database("sqlite", f"derived-{size}")
    database.drop()
    os.environ["DATABASE_URL"] = database.url
    django.setup()
    from django.core.management import call_command

    from .building import build_archive

    try:
        call_command("migrate", verbosity=0)
        build_archive(size)
        for round_of in ("first", "again"):
            _derive(round_of)
    finally:
        database.drop()


def _derive(round_of: str) -> None:
    from django.db import transaction

    from archive.derivations.deriving import KINDS
    from archive.derivations.reading import Reading
    from archive.record.scope import ALL

    for kind in KINDS:
        started = now()
        with transaction.atomic():
            reading = Reading()
            kind.derive(ALL, reading)
            reading.remembered.save()
        print(
            f"{round_of}: {kind.name} {now() - started:.1f} s, {kind.model.objects.count()} rows", flush=True
        )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _SIZE)
