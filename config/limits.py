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
#: How Django calls the one database, or the first of several.
_FIRST = "default"


class Patience:
    """What this process waits. `statement` is None where nothing is limited: in commands, loads and tests.

    Which database was silent is told by its name: where there are several, one of them stops nobody at the others.
    """

    def __init__(self) -> None:
        self.statement: float | None = None
        self._silent_until: dict[str, float] = {}
        self._lock = threading.Lock()

    def of_readers(self) -> None:
        """From here on this process answers readers (config.wsgi)."""
        self.statement = STATEMENT

    def told_silent(self, database: str = _FIRST) -> None:
        """The database did not answer just now."""
        if self.statement is not None:
            with self._lock:
                self._silent_until[database] = time.monotonic() + PAUSE

    def is_silent(self, database: str = _FIRST) -> bool:
        """Whether it did not answer a moment ago."""
        return time.monotonic() < self._silent_until.get(database, 0.0)

    def may_try(self, database: str = _FIRST) -> bool:
        """Whether to connect: of a database that was silent one thread asks again, the others go on without."""
        with self._lock:
            if self.is_silent(database):
                return False
            if self._silent_until.get(database):
                self._silent_until[database] = time.monotonic() + CONNECT + PAUSE
            return True

    def told_alive(self, database: str = _FIRST) -> None:
        """It answers."""
        self._silent_until.pop(database, None)


patience = Patience()


def hurry(connection: Any, **_more: Any) -> None:
    """Lets a reader wait for the lock of an embedded database as long as for a statement (a load waits longer)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {round(STATEMENT * 1000)}")
