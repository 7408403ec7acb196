"""Builds and measures an archive of one size in the database of DATABASE_URL; the last line is JSON. See search.py."""

import argparse
import cProfile
import gc
import json
import pstats
import sys
import warnings
from collections.abc import Sequence
from statistics import median, quantiles
from typing import Any
from urllib.parse import unquote_plus

import django

warnings.filterwarnings("ignore", "No directory at:")
django.setup()

from django.core.management import call_command  # noqa: E402  (Django comes first)
from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402

from archive.filters.snapshot import build_snapshot  # noqa: E402
from archive.models import Meeting, Recommendation, SearchWord  # noqa: E402

from . import ways  # noqa: E402
from .building import build_archive  # noqa: E402
from .clock import now, yardstick  # noqa: E402
from .questions import Kind, build_questions  # noqa: E402

#: Milliseconds that one way may take for one kind of question, after which fewer rounds must do.
PATIENCE = 6_000
LEAST = 3
PLAIN_FILES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("size")
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--without-others", action="store_true")
    parser.add_argument("--profile")
    options = parser.parse_args(arguments)
    call_command("migrate", verbosity=0)
    speeds = build_archive(None if options.size == "loaded" else int(options.size))
    with override_settings(STORAGES=PLAIN_FILES, ALLOWED_HOSTS=["testserver"]):
        if options.profile is not None:
            _profile(options.profile)
            print(json.dumps({"built": {}, "rows": []}))
            return 0
        if not options.without_others:
            ways.prepare_others()
        built = {**speeds, **_facts()}
        rows = [_row(kind, options.repeat, not options.without_others) for kind in build_questions()]
        built["yardstick_after"] = yardstick()
    print(json.dumps({"built": built, "rows": rows}, ensure_ascii=False))
    return 0


def _facts() -> dict[str, float]:
    snapshot, spent = _timed(build_snapshot)
    word = SearchWord.objects.order_by("-texts").first()
    _count, first = _timed(ways.ours(f"q={word.exact if word else ''}"))
    return {
        "recommendations": Recommendation.objects.count(),
        "meetings": Meeting.objects.count(),
        "words": SearchWord.objects.count(),
        "options": sum(len(values) for values in snapshot.values.values()),
        "snapshot": spent,
        "first": first,
        "yardstick": yardstick(),
    }


def _row(kind: Kind, rounds: int, with_others: bool) -> dict[str, Any]:
    asked = kind.queries
    hits = [ways.ours(query)() for query in asked]
    theirs = [ways.others(query)() for query in asked] if with_others else [0]
    with CaptureQueriesContext(connection) as captured:
        ways.page(asked[-1])()
    queries = len(captured)
    ranked = [run for query in asked if (run := ways.ranked(query))]
    print(f"{kind.name}: {'  '.join(map(unquote_plus, asked))}", file=sys.stderr)
    return {
        "name": kind.name,
        "hits": round(median(hits)),
        "their_hits": round(median(theirs)),
        "ours": _times([ways.ours(query) for query in asked], rounds),
        "loaded": _times([ways.loaded(query) for query in asked], rounds),
        "floor": _times([ways.floor(query) for query in asked], rounds),
        "ranked": _times(ranked, rounds) if ranked else None,
        "others": _times([ways.others(query) for query in asked], rounds) if with_others else None,
        "page": _times([ways.page(query) for query in asked], rounds),
        "queries": queries,
    }


def _times(runs: Sequence[ways.Run], rounds: int) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds over all questions of a kind, asked in turn."""
    for run in runs:
        run()
    gc.collect()
    times: list[float] = []
    for turn in range(rounds):
        if turn >= LEAST and sum(times) > PATIENCE:
            break
        times += [_timed(run)[1] for run in runs]
    return median(times), quantiles(times, n=20, method="inclusive")[-1]


def _timed(run: Any) -> tuple[Any, float]:
    started = now()
    result = run()
    return result, (now() - started) * 1000


def _profile(query: str) -> None:
    for name, way in (("ours", ways.loaded(query)), ("page", ways.page(query))):
        way()
        with cProfile.Profile() as profile:
            for _ in range(20):
                way()
        print(f"== {name}, 20 rounds", flush=True)
        pstats.Stats(profile, stream=sys.stdout).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
