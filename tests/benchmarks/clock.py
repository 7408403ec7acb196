"""The clock of the benchmark, in seconds.

Processor time is what one free core would need, however busy the machine is: that of this process, and on PostgreSQL
that of the server process behind the connection too. Where the server is elsewhere, or the system does not tell, the
clock on the wall must do: measure on a quiet machine then.
"""

import time
from pathlib import Path
from statistics import median

from django.db import connection


def now() -> float:
    if connection.vendor != "postgresql":
        return time.process_time()
    connection.ensure_connection()
    spent = _spent_by(connection.connection.info.backend_pid)
    return time.perf_counter() if spent is None else time.process_time() + spent


def yardstick() -> float:
    """Milliseconds for a fixed piece of Python, the median of seven: by it figures of two machines, or of a quiet and a
    busy hour of one machine, can be compared."""
    times = []
    for _ in range(7):
        started = time.process_time()
        sum(number * number % 7 for number in range(200_000))
        times.append((time.process_time() - started) * 1000)
    return median(times)


def _spent_by(pid: int) -> float | None:
    """Linux counts in nanoseconds; a process of another machine has no entry, or is no server."""
    entry = Path("/proc") / str(pid)
    try:
        if not (entry / "comm").read_text().startswith("postgres"):
            return None
        return int((entry / "schedstat").read_text().split()[0]) / 1e9
    except OSError:
        return None
