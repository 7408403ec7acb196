"""What a process pays for one saved recommendation: `DATABASE_URL=… python -m tests.benchmarks.following [--rounds N]`.

On the archive that DATABASE_URL has loaded; every change is rolled back. «followed» is the snapshot of facets brought
up to date, «anew» the same built as after a load. The clock is the processor's.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

import django

django.setup()

from django.db import transaction  # noqa: E402  (Django comes first)

from archive.derivations.by_hand import save_by_hand  # noqa: E402
from archive.filters.snapshot import build_snapshot, current_snapshot  # noqa: E402
from archive.models import Recommendation  # noqa: E402

from .clock import now, yardstick  # noqa: E402


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.following")
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args(arguments)
    with transaction.atomic():
        keys = list(Recommendation.objects.order_by("pk").values_list("pk", flat=True))
        current_snapshot()
        times = []
        for pk in keys[:: max(1, len(keys) // options.rounds)][: options.rounds]:
            row = Recommendation.objects.get(pk=pk)
            row.chapeau, row.agenda_item = f"يوصى بأن {row.chapeau}", None
            save_by_hand(row)
            times.append(_timed(current_snapshot))
        anew = _timed(build_snapshot)
        transaction.set_rollback(True)
    followed = median(times)
    print(f"{len(keys)} recommendations, yardstick {yardstick():.0f} ms")
    print(f"followed: median {followed:.1f}, worst {max(times):.1f} ms")
    print(f"anew: {anew:.0f} ms, {anew / followed:.0f} times as long")
    return 0


def _timed(run: Callable[[], Any]) -> float:
    started = now()
    run()
    return (now() - started) * 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
