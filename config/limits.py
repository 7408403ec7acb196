"""How long a reader's request may wait for the database. Only the server sets it: loads and commands take their time.

The limits stand in the client, not in the session: a pooler shares no setting of ours out to others, and they hold
where the server itself no longer counts time, since it is stopped. What is given up is cancelled there too.
"""

import threading
import time
from typing import Any

#: Seconds for a connection. Servers of one house answer in milliseconds; psycopg takes no less than two.
CONNECT = 3
#: Seconds for one statement of a page: with the second in which it is stopped no answer takes five. On a million texts
#: whole pages take 0.4 (docs/DESIGN.md).
STATEMENT = 3.0
#: Seconds for which nobody asks a database again that did not answer: the others are told at once, and no thread waits.
PAUSE = 2.0


class Patience:
    """What this process waits. `statement` is None where nothing is limited: in commands, loads and tests."""

    def __init__(self) -> None:
        self.statement: float | None = None
        self._silent_until = 0.0
        self._lock = threading.Lock()

    def of_readers(self) -> None:
        """From here on this process answers readers (config.wsgi)."""
        self.statement = STATEMENT

    def told_silent(self) -> None:
        """The database did not answer just now."""
        if self.statement is not None:
            with self._lock:
                self._silent_until = time.monotonic() + PAUSE

    def is_silent(self) -> bool:
        """Whether it did not answer a moment ago."""
        return time.monotonic() < self._silent_until

    def may_try(self) -> bool:
        """Whether to connect: of a database that was silent one thread asks again, the others go on without."""
        with self._lock:
            if self.is_silent():
                return False
            if self._silent_until:
                self._silent_until = time.monotonic() + CONNECT + PAUSE
            return True

    def told_alive(self) -> None:
        """It answers."""
        self._silent_until = 0.0


patience = Patience()


def hurry(connection: Any, **_more: Any) -> None:
    """Lets a reader wait for the lock of an embedded database as long as for a statement (a load waits longer)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {round(STATEMENT * 1000)}")
