"""The benchmark of what is given out: processor time, size and memory of every format, the whole archive in each.

    python -m tests.benchmarks.giving                              # the archive as it is loaded, every format
    python -m tests.benchmarks.giving --size 100000 --formats csv,jsonl,xlsx,xml --rounds 1
    python -m tests.benchmarks.giving --size 100000 --database postgresql --formats csv,jsonl,xlsx,xml --rounds 1

The database is made and dropped as that of the benchmark of search (--keep leaves it). Every format has a process of
its own, so that none is measured in memory that another has taken; what grows is the highest resident memory while
it writes, above that of the process which has found the selection. No test: nothing here fails for being slow.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from .databases import Database, make_database

#: What issue and README promise, in milliseconds of processor time for the archive as it is loaded.
AIMS = {"docx": 1000, "pdf": 2000, "xlsx": 300, "csv": 300}
#: And in megabytes that a long file may add to the process.
MEMORY_AIM = 100
_MEGABYTE = 1024 * 1024


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.giving")
    parser.add_argument("--size", default="loaded", help="number of recommendations, or «loaded»")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--formats", default="", help="endings, comma between; all without it")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", action="store_true", help="keep the database, and use one that is there")
    parser.add_argument("--child", default="", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.child:
        return _child(options.child, options.size, options.formats, options.rounds)
    database = make_database(options.database, options.size)
    try:
        told = _asked("build", options, database)
        print(f"\n### {told['count']:,} recommendations, {options.database}\n")
        print("| format | bytes | processor ms | aim | memory grows by MB | aim |\n|---|--:|--:|---|--:|---|")
        for ending in options.formats.split(",") if options.formats else told["endings"]:
            print(_line(ending, _asked(ending, options, database), told["count"]), flush=True)
    finally:
        if not options.keep:
            database.drop()
    return 0


def _asked(child: str, options: argparse.Namespace, database: Database) -> dict[str, int]:
    command = [sys.executable, "-m", "tests.benchmarks.giving", f"--child={child}", f"--size={options.size}"]
    environment = {**os.environ, "DATABASE_URL": database.url, "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(
        [*command, f"--rounds={options.rounds}"], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    found: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return found


def _line(ending: str, told: dict[str, int], count: int) -> str:
    aim = AIMS.get(ending) if count < 1000 else None
    timed = f"{'met' if told['spent'] <= aim else 'MISSED'} ({aim})" if aim else "–"
    kept = "met" if told["grown"] < MEMORY_AIM * _MEGABYTE else "MISSED"
    return (
        f"| {ending} | {told['bytes']:,} | {told['spent']:,} | {timed} "
        f"| {told['grown'] / _MEGABYTE:.0f} | {kept} ({MEMORY_AIM}) |"
    )


def _child(child: str, size: str, formats: str, rounds: int) -> int:
    import django

    django.setup()
    from django.core.management import call_command
    from django.http import QueryDict

    from archive.giving.asking import read_given
    from archive.giving.formats import FORMATS, find_format
    from archive.models import Recommendation

    from .building import build_archive

    if child == "build":
        call_command("migrate", verbosity=0)
        if size == "loaded" or Recommendation.objects.count() < int(size):
            build_archive(None if size == "loaded" else int(size))
        endings = [one.ending for one in FORMATS]
        print(json.dumps({"count": Recommendation.objects.count(), "endings": endings}))
        return 0
    form = find_format(child)
    assert form is not None, child
    given, wishes = read_given(QueryDict(""), lambda path: f"http://127.0.0.1:8000{path}")
    # What every process learns once (forms of words, faces, patterns) is not the cost of a file.
    few, _wishes = read_given(QueryDict(""), given.absolute)
    few = type(few)(**{**{name: getattr(few, name) for name in few.__slots__}, "wanted": few.wanted[:2]})
    for piece in _pieces(form.write(few, wishes)):
        assert piece is not None
    before, times, written = _resident(), [], 0
    for _round in range(rounds):
        started = _spent()
        written = sum(len(piece) for piece in _pieces(form.write(given, wishes)))
        times.append((_spent() - started) * 1000)
    grown = max(0, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before)
    print(json.dumps({"bytes": written, "spent": round(median(times)), "grown": grown}))
    return 0


def _pieces(content: object) -> list[bytes]:
    return [content] if isinstance(content, bytes) else content  # type: ignore[return-value]


def _spent() -> float:
    """Processor seconds of this process and of those that it started and saw end."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system if used else time.process_time()


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
