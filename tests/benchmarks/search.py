"""The benchmark of search and facets: how fast, beside the bare SQL and beside what others build.

    python -m tests.benchmarks.search --sizes loaded,1000,10000 --database sqlite
    python -m tests.benchmarks.search --sizes 1000,10000 --database postgresql
    python -m tests.benchmarks.search --sizes 100000 --profile "q=التعاون"

Sizes are numbers of recommendations; `loaded` is the archive as it is loaded, without synthetic ones. Every size
has a database of its own, made and dropped by it (--keep leaves it, and uses it again): var/benchmark-….sqlite3, or
archive_benchmark_… on the PostgreSQL server that script/test would use. No test: nothing here fails for being slow.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from .databases import Database, make_database

#: Ours may take twice the floor and so many milliseconds; the whole page so many, by size.
ALLOWANCE = 3.0
PAGE_AIMS = ((1_000, 15.0), (100_000, 25.0))


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    for size in options.sizes.split(","):
        database = make_database(options.database, size)
        try:
            result = _measure(database, size, options)
        finally:
            if not options.keep:
                database.drop()
        if result is None:
            return 1
        print("\n".join(_report(result, options.database)), flush=True)
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.search")
    parser.add_argument("--sizes", default="loaded,1000,10000", help="numbers, or «loaded»; comma between")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--repeat", type=int, default=15, help="rounds of every question")
    parser.add_argument("--without-others", action="store_true", help="do not build what others build")
    parser.add_argument("--profile", metavar="QUERY", help="profile this query string instead of measuring")
    parser.add_argument("--keep", action="store_true", help="keep the database, and use one that is there")
    return parser.parse_args(arguments)


def _measure(database: Database, size: str, options: argparse.Namespace) -> dict[str, Any] | None:
    """Each size in a process of its own: settings are read once, and nothing held in memory is passed on."""
    command = [sys.executable, "-m", "tests.benchmarks.one_size", size, f"--repeat={options.repeat}"]
    if options.without_others:
        command.append("--without-others")
    if options.profile is not None:
        command.append(f"--profile={options.profile}")
    environment = {**os.environ, "DATABASE_URL": database.url, "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)
    *shown, last = done.stdout.strip().splitlines() or [""]
    print("\n".join(shown))
    return json.loads(last) if done.returncode == 0 else None


def _report(result: dict[str, Any], database: str) -> Iterator[str]:
    """The Markdown of one size; a profile has no rows."""
    built, rows = result["built"], result["rows"]
    if not rows:
        return
    yield f"\n### {built['recommendations']:,} recommendations, {database}, {date.today().isoformat()}\n"
    yield (
        f"{built['meetings']:,} meetings, {built['options']:,} facet values, {built['words']:,} words. "
        f"Index: {built['rebuilt']:,.0f} texts a second rebuilt, {built['written']:,.0f} recommendations a second "
        f"written with their rows. Snapshot of facets: {built['snapshot']:.0f} ms. "
        f"First search of a process: {built['first']:.0f} ms. "
        f"Yardstick: {built['yardstick']:.0f} ms before, {built['yardstick_after']:.0f} after."
    )
    yield (
        "\n| question | hits | ours | + 20 rows | floor: ids | … ranked | others build | their hits | ours ÷ floor "
        "| aim | page | aim | queries |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|---|--:|---|--:|"
    )
    for row in rows:
        yield _line(row, built["recommendations"])


def _line(row: dict[str, Any], size: int) -> str:
    ours, floor, page = row["ours"], row["floor"], row["page"]
    allowed = 2 * floor[0] + ALLOWANCE
    page_aim = next((aim for most, aim in PAGE_AIMS if size <= most), None)
    cells = [
        row["name"], f"{row['hits']:,}", _pair(ours), _pair(row["loaded"]), _pair(floor), _pair(row["ranked"]),
        _pair(row["others"]), f"{row['their_hits']:,}", f"{ours[0] / floor[0]:.1f}", _verdict(ours[0], allowed),
        _pair(page), _verdict(page[0], page_aim), str(row["queries"]),
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _pair(times: list[float] | None) -> str:
    return f"{times[0]:.1f} / {times[1]:.1f}" if times else "–"


def _verdict(median: float, allowed: float | None) -> str:
    if allowed is None:
        return "–"
    return f"{'met' if median <= allowed else 'MISSED'} ({allowed:.1f})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
