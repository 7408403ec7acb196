"""Run as a program: a command of ours that is killed as by kill −9 once it has written so many statements.

«dying.py 0 rebuild_search_index» lets it end and says how many it writes.
"""

import os
import re
import signal
import sys
from typing import Any

import django

_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|COPY|CREATE|DROP|ALTER|TRUNCATE)\b", re.IGNORECASE)


def main(last: int, command: list[str]) -> int:
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    written = 0

    def count(execute: Any, sql: str, *more: Any) -> Any:
        nonlocal written
        done = execute(sql, *more)
        if _WRITES.match(sql):
            written += 1
            if written == last:
                os.kill(os.getpid(), signal.SIGKILL)
        return done

    with connection.execute_wrapper(count):
        call_command(*command, stdout=sys.stderr)
    print(written)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), sys.argv[2:]))
