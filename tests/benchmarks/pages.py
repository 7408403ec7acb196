"""What every kind of page costs, beside a page of search: `python -m tests.benchmarks.pages [KIND …]`.

The archive is that of DATABASE_URL, loaded before. Each page is made anew (nothing is taken from the store of finished
pages), all of them in alternating rounds, in processor time: so the shares hold on a busy machine too.
"""

import gc
import os
import sys
import warnings
from collections.abc import Sequence
from statistics import median

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
warnings.filterwarnings("ignore", "No directory at:")
django.setup()

from django.db import connection  # noqa: E402  (Django comes first)
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402

from archive.filters.snapshot import current_snapshot  # noqa: E402
from config.finished_pages import STORE  # noqa: E402
from tests.browser.kinds import addresses  # noqa: E402
from tests.browser.served import telling_names  # noqa: E402

from .clock import now, yardstick  # noqa: E402
from .one_size import PLAIN_FILES  # noqa: E402

ROUNDS = 9
YARD = "search"


def main(wanted: Sequence[str]) -> int:
    paths = {name: path for name, path in addresses(telling_names()).items() if name != "too long"}
    chosen = {name: path for name, path in paths.items() if not wanted or name in {*wanted, YARD}}
    client = Client()
    with override_settings(STORAGES=PLAIN_FILES, ALLOWED_HOSTS=["testserver"]):
        queries = {name: _queries(client, path) for name, path in chosen.items()}
        times: dict[str, list[float]] = {name: [] for name in chosen}
        gc.collect()
        for _round in range(ROUNDS):
            for name, path in chosen.items():
                times[name].append(_make(client, path))
    yard = median(times[YARD])
    print(f"yardstick {yardstick():.1f} ms; the page of search {yard:.1f} ms")
    for name, spent in times.items():
        print(f"{name:34}{median(spent) / yard:6.2f} of it{queries[name]:5} queries")
    return 0


def _make(client: Client, path: str) -> float:
    """Milliseconds for the page, nothing remembered of an earlier one."""
    STORE.forget()
    current_snapshot().remembered.forget()
    started = now()
    client.get(path)
    return (now() - started) * 1000


def _queries(client: Client, path: str) -> int:
    _make(client, path)
    with CaptureQueriesContext(connection) as asked:
        _make(client, path)
    return len(asked)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
