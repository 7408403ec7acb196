"""The clock of the benchmark, in seconds.

On SQLite all work is done in this process: its processor time is what one free core would need, however busy the
machine is. On PostgreSQL the server works elsewhere, and only the clock on the wall sees it: measure on a quiet
machine.
"""

import time

from django.db import connection


def now() -> float:
    return time.perf_counter() if connection.vendor == "postgresql" else time.process_time()
