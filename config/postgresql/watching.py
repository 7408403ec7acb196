"""Asks each database of several how it is, once a second, in a thread of its own: no reader waits for the answer.

Begun by the server alone, and only where there are replicas.
"""

import logging
import re
import threading
import time
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

from archive.models.databases import copies
from archive.record.replicas import DatabaseSays, Replicas, replicas

_log = logging.getLogger("archive.database")
_DIGITS = re.compile(r"\d+")
_PAUSE = 1.0
#: Seconds for the shortest question: below what readers wait, who then hear of it from us.
_WAIT = 1.5
#: The identity is that of the whole server and, in it, of the database: whatever a pooler calls it.
_ASK = """
SELECT (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_flush_lsn() END
        - '0/0'::pg_lsn)::bigint,
       pg_is_in_recovery(),
       (SELECT system_identifier FROM pg_control_system())::text || '/' ||
       (SELECT oid FROM pg_database WHERE datname = current_database())::text,
       extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float8
"""


def watch(number: int) -> None:
    """Begin, in this process; `number` tells it from the other processes of the server."""
    if not copies():
        return
    replicas.serve(number)
    for alias in (DEFAULT_DB_ALIAS, *copies()):
        threading.Thread(target=_watch_one, args=(alias, replicas), name=f"watching {alias}", daemon=True).start()


def ask(alias: str) -> DatabaseSays | None:
    """What it says of itself now; None where it says nothing."""
    connection: Any = connections[alias]
    connection.shortest_wait = _WAIT
    # A connection that was kept may have been ended by a restart that is over.
    for _attempt in range(1 if connection.connection is None else 2):
        try:
            with connection.cursor() as cursor:
                cursor.execute(_ASK)
                return DatabaseSays(*cursor.fetchone())
        except Exception:  # whatever it is: nobody is to read there
            connection.close()
    return None


def _watch_one(alias: str, known: Replicas) -> None:
    said = ""
    while True:
        known.tell(alias, ask(alias))
        fault = _fault(alias, known)
        # The seconds by which it is behind are told once, not once a second.
        if _DIGITS.sub("", fault) != said:
            level = logging.WARNING if fault else logging.INFO
            _log.log(level, "%s: %s", alias, fault or "It is as it should be again.")
            said = _DIGITS.sub("", fault)
        time.sleep(_PAUSE)


def _fault(alias: str, known: Replicas) -> str:
    return next((one.sentence for one in known.remarks() if one.database == alias), "")
