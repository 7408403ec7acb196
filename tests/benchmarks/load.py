"""Two hundred delegates, hands that mean harm, and a database that dies: the archive behind its proxy, under load.

    python -m tests.benchmarks.load                         # SQLite, about five minutes
    python -m tests.benchmarks.load --database postgresql   # one of its own, frozen and killed too
    python -m tests.benchmarks.load --parts readers,cached --seconds 10
    python -m tests.benchmarks.load --parts readers --before 8009   # beside an older checkout's `script/server --port`

It loads a database of its own (the real sources, else the specimen), starts nginx with deploy/nginx.conf and the
archive as script/server does, and asks them from the last core of the machine while they have the others. Only this
machine is asked, for as long as is said. No test: nothing fails for being slow. For figures worth keeping nothing else
may run on the machine; the yardstick before and after tells how busy it was.
"""

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg

from tests import surroundings
from tests.deploy.stack import NAME, Stack, standing
from tests.faults.cluster import Cluster, own_cluster, programs

from .clock import yardstick
from .readers import Told, hold_slowly, read_each, read_in_time, read_mixed

PARTS = ("readers", "cached", "slow", "frozen", "killed")
#: What the chair names: the pages that everybody opens at once, and that the proxy has.
HOT = ("/", "/recommendations/", "/meetings/", "/topics/", "/matrix/", "/articles/", "/en/", "/api/v1/recommendations/")
_WORDS = "المكتبات الدول الأطراف ينبغي الاجتماع التقرير التعاون المساعدة التدريب المهاجرين الأطفال الحدود".split()
#: Readers → milliseconds in which 95 of 100 are answered.
READERS = {50: 150, 200: 400}
RATE = 2_000
SLOW_AIM, WELL_AIM, LONGEST_AIM, BACK_AIM = 1_000, 0.99, 5.0, 5.0
_SLOW = 100
#: How long the database is away.
_AWAY = 12


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.load")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seconds", type=float, default=30, help="of each measuring")
    parser.add_argument("--slow", type=float, default=60, help="seconds for which slow connections are held")
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--before", type=int, help="port of an archive as it was, which runs without a proxy")
    options = parser.parse_args(arguments)
    parts = options.parts.split(",")
    if unknown := set(parts) - set(PARTS):
        parser.error(f"--parts takes {', '.join(PARTS)}, not {', '.join(sorted(unknown))}.")
    if surroundings.proxy() is None:
        raise SystemExit(surroundings.NO_PROXY)
    _apart(own=False)
    print(f"yardstick {yardstick():.1f} ms, load {os.getloadavg()[0]:.1f}", flush=True)
    with (
        tempfile.TemporaryDirectory(prefix="archive-load-", dir="/tmp") as folder,
        _loaded(options.database, Path(folder)) as (address, cluster),
        standing(Path(folder), address, log=Path(folder) / "said") as stack,
    ):
        _apart(own=True)
        print(f"\n### {options.database}\n\n| what | requests | p50 ms | p95 ms | longest ms | processor ms each "
              "| not 200 | aim |\n|---|--:|--:|--:|--:|--:|--:|---|", flush=True)
        _measure(stack, cluster, parts, options)
    print(f"\nyardstick {yardstick():.1f} ms, load {os.getloadavg()[0]:.1f}")
    return 0


def _measure(stack: Stack, cluster: Cluster | None, parts: list[str], options: argparse.Namespace) -> None:
    pages = mixed_pages(stack)
    spent = Spent(stack, cluster)
    # Warm, as a server of some minutes is: each of its two workers has made the pages.
    for _round in range(3):
        asyncio.run(read_each(stack.secure, NAME, pages=pages, told=Told()))
    if "readers" in parts:
        for readers, aim in READERS.items():
            told = _read(stack, pages, readers=readers, seconds=options.seconds)
            _print(f"{readers} readers, {len(pages)} pages", told, spent, aim)
            if options.before:
                asking = {"readers": readers, "seconds": options.seconds, "pages": pages}
                asyncio.run(read_mixed(options.before, "127.0.0.1", **asking, told=(before := Told()), plain=True))
                _print(f"the same {readers} readers, as it was before", before, spent, aim)
    if "cached" in parts:
        told = Told()
        page = "/recommendations/"
        reached = read_in_time(stack.secure, NAME, rate=RATE, seconds=options.seconds, page=page, told=told)
        _print(f"one page {RATE:,} times a second: {reached:,.0f}", told, spent, None)
    if "slow" in parts:
        told = asyncio.run(_read_beside_slow(stack, pages, options.slow))
        _print(f"50 readers beside 3 × {_SLOW} slow connections, {options.slow:g} s", told, spent, SLOW_AIM)
    for part, away in (("frozen", Cluster.freeze), ("killed", Cluster.kill)):
        if part in parts and cluster is not None:
            _away(stack, cluster, spent, part, away)


def _read(stack: Stack, pages: list[str], *, readers: int, seconds: float) -> Told:
    told = Told()
    asyncio.run(read_mixed(stack.secure, NAME, readers=readers, seconds=seconds, pages=pages, told=told))
    return told


async def _read_beside_slow(stack: Stack, pages: list[str], seconds: float) -> Told:
    """Slow heads, slow bodies and silent connections, a hundred of each, from one address each."""
    told = Told()
    body = f"POST /resolve/ HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 100000\r\n\r\n".encode()
    slow = [
        hold_slowly(stack.secure, NAME, opening=opening, connections=_SLOW, seconds=seconds, group=group)
        for group, opening in enumerate((b"G", body, b""), 1)
    ]
    reading = read_mixed(stack.secure, NAME, readers=50, seconds=seconds, pages=pages, told=told, pause=0.1)
    await asyncio.gather(*slow, reading)
    return told


def _away(
    stack: Stack, cluster: Cluster, spent: "Spent", part: str, take_away: Callable[[Cluster], None]
) -> None:
    """Fifty readers of pages that the proxy has, and a database that is away for a while and then there again."""
    _read(stack, list(HOT), readers=4, seconds=3)
    told = Told()
    asking = read_mixed(
        stack.secure, NAME, readers=50, seconds=_AWAY + 12, pages=HOT, told=told, pause=0.3
    )
    reading = threading.Thread(target=asyncio.run, args=(asking,))
    reading.start()
    time.sleep(3)
    take_away(cluster)
    time.sleep(_AWAY)
    cluster.thaw() if part == "frozen" else cluster.start()
    began = time.monotonic()
    back = next(
        (time.monotonic() - began for _ in count() if _is_ready(stack) or time.monotonic() - began > 60), 60.0
    )
    reading.join()
    met = told.well >= WELL_AIM and told.longest <= LONGEST_AIM and back <= BACK_AIM
    what = f"50 readers, database {part} for {_AWAY} s: {told.well:.2%} well, back after {back:.1f} s"
    _print(what, told, spent, None)
    print(f"  {'met' if met else 'MISSED'} (99 % well, none over 5 s, back within 5 s)", flush=True)


def _is_ready(stack: Stack) -> bool:
    """Whether the archive itself, asked without the proxy, has its database."""
    told = subprocess.run(
        ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", f"http://127.0.0.1:{stack.archive}/readyz"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    time.sleep(0.1)
    return told.stdout == "200"


def mixed_pages(stack: Stack) -> list[str]:
    """Two hundred different addresses: of records by the sitemap, searches, JSON; a quarter is what all open."""
    records = _addresses(stack, "/sitemap.xml")
    if all(path.startswith("/sitemap") for path in records):
        records = [record for part in records for record in _addresses(stack, part)]
    chance = random.Random(14)
    searches = [f"/recommendations/?q={quote(f'{one} {two}')}" for one in _WORDS for two in _WORDS if one < two]
    return [
        *chance.sample(records, min(110, len(records))),
        *chance.sample(searches, 30),
        *(f"/api/v1/recommendations/?q={quote(word)}" for word in _WORDS),
        *HOT * 6,
    ]


def _addresses(stack: Stack, path: str) -> list[str]:
    return re.findall(rf"<loc>https://{NAME}(\S+?)</loc>", stack.ask(path)[2].decode())


class Spent:
    """Processor time of archive, proxy and a database of our own: what a request costs, however busy the machine."""

    def __init__(self, stack: Stack, cluster: Cluster | None) -> None:
        self.stack, self.cluster = stack, cluster
        self.before = self._now()

    def since(self) -> float:
        """Seconds since it was last asked."""
        now = self._now()
        spent, self.before = now - self.before, now
        return spent

    def _now(self) -> float:
        first = self.cluster.first() if self.cluster is not None and self.cluster.is_running() else 0
        ours, ticks = {*self.stack.programs, first} - {0}, 0
        for entry in sorted(Path("/proc").glob("[0-9]*/stat"), key=lambda one: int(one.parent.name)):
            with suppress(OSError):
                fields = entry.read_text().rpartition(") ")[2].split()
                if int(entry.parent.name) in ours or int(fields[1]) in ours:
                    ours.add(int(entry.parent.name))
                    ticks += sum(map(int, fields[11:15]))
        return ticks / os.sysconf("SC_CLK_TCK")


def _print(what: str, told: Told, spent: Spent, aim: int | None) -> None:
    middle, most = told.percentile(50) * 1000, told.percentile(95) * 1000
    wrong = {status: number for status, number in sorted(told.statuses.items()) if status != 200}
    met = "–" if aim is None else f"{'met' if most < aim and not wrong else 'MISSED'} ({aim})"
    others = ", ".join(f"{status}: {number}" for status, number in wrong.items()) or "none"
    each = max(0.0, spent.since()) * 1000 / max(1, told.count)
    print(
        f"| {what} | {told.count:,} | {middle:.0f} | {most:.0f} | {told.longest * 1000:.0f} | {each:.2f} | {others} "
        f"| {met} |",
        flush=True,
    )


@contextmanager
def _loaded(kind: str, folder: Path) -> Iterator[tuple[str, Cluster | None]]:
    """The address of a loaded database, and the server that is its own."""
    if kind == "sqlite":
        address = f"sqlite:///{folder}/load.sqlite3"
        _load(address)
        yield address, None
        return
    if programs() is None:
        raise SystemExit("PostgreSQL's initdb is not on this machine.")
    with own_cluster() as cluster:
        with psycopg.connect(cluster.address(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE archive")
        _load(cluster.address("archive"))
        yield cluster.address("archive"), cluster


def _load(address: str) -> None:
    for command in (["compile_translations"], ["migrate", "--verbosity=0"], ["load_archive", "--json"]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=surroundings.ROOT, check=True, stdout=subprocess.DEVNULL,
            env={**os.environ, "DATABASE_URL": address},
        )  # fmt: skip


def _apart(*, own: bool) -> None:
    """The last core is the client's, the others are for what is started from here."""
    cores = range(os.cpu_count() or 1)
    if len(cores) > 1:
        os.sched_setaffinity(0, {cores[-1]} if own else set(cores[:-1]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
