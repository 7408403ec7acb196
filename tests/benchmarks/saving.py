"""What one saved recommendation costs: `DATABASE_URL=… python -m tests.benchmarks.saving [--rounds N] [--profile]`.

On the archive that DATABASE_URL has loaded, which is left as it was: every change is rolled back. «form» is the whole
request of the desk's form, «saved» the saving alone with all that follows from it. The clock is the processor's.
"""

import argparse
import cProfile
import gc
import pstats
import sys
import warnings
from collections.abc import Callable, Sequence
from statistics import median, quantiles

import django

warnings.filterwarnings("ignore", "No directory at:")
django.setup()

from django.contrib.auth.models import User  # noqa: E402  (Django comes first)
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import override_settings, setup_test_environment, teardown_test_environment  # noqa: E402

from archive.derivations.by_hand import save_by_hand  # noqa: E402
from archive.models import Recommendation  # noqa: E402
from tests.admin.every_field import address_of  # noqa: E402
from tests.admin.forms import filled_in  # noqa: E402

from .clock import now, yardstick  # noqa: E402
from .one_size import PLAIN_FILES  # noqa: E402

_MORE = " وأن تعيد النظر في تبادل البيانات."


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.saving")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args(arguments)
    keys = list(Recommendation.objects.order_by("pk").values_list("pk", flat=True))
    asked = keys[:: max(1, len(keys) // options.rounds)][: options.rounds]
    setup_test_environment(debug=False)  # a queries' log would cost more than the queries
    with override_settings(STORAGES=PLAIN_FILES), transaction.atomic():
        client = Client()
        client.force_login(User.objects.create_superuser("benchmark"))
        ways = {"saved": _saved, "form": lambda pk: _form(client, pk)}
        print(f"{len(keys)} recommendations, yardstick {yardstick():.0f} ms")
        for name, way in ways.items():
            first, *times = [_timed(way(pk)) for pk in (asked[0], *asked)]
            worst = quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
            print(f"{name}: first {first:.0f}, median {median(times):.0f}, 95th {worst:.0f} ms", flush=True)
        if options.profile:
            runs = [_saved(pk) for pk in asked]
            with cProfile.Profile() as profile:
                for run in runs:
                    run()
            pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(45)
        transaction.set_rollback(True)
    teardown_test_environment()
    return 0


def _saved(pk: int) -> Callable[[], None]:
    row = Recommendation.objects.get(pk=pk)
    row.chapeau += _MORE
    return lambda: save_by_hand(row)


def _form(client: Client, pk: int) -> Callable[[], None]:
    row = Recommendation.objects.get(pk=pk)
    data = filled_in(client.get(address_of(row)), chapeau=row.chapeau + _MORE)

    def run() -> None:
        answer = client.post(address_of(row), data)
        assert answer.status_code == 302, answer.status_code

    return run


def _timed(run: Callable[[], None]) -> float:
    gc.collect()
    started = now()
    run()
    return (now() - started) * 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
