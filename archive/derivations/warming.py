"""What the first save of a process computes of all texts, computed while whoever opens a form still reads it.

Readers and the start of a process pay nothing for it: it begins with the first form of the desk that a process shows.
"""

import logging
from threading import Lock, Thread

from django.db import connection

from . import follow_ups, kinship
from .digests import rules_digest
from .reading import Reading

log = logging.getLogger(__name__)


def warm_up() -> None:
    """Reads what the rules say, compares all texts of a small archive and keeps what was found; writes nothing."""
    rules_digest()
    reading = Reading()
    if reading.is_small:
        kinship.compare(reading)
        follow_ups.compare(reading)


class Warming:
    """Once a process, beside what it answers. `is_wanted` only in a server: commands and tests save when they save."""

    def __init__(self) -> None:
        self.is_wanted = False
        self._lock = Lock()

    def begin(self) -> None:
        with self._lock:
            wanted, self.is_wanted = self.is_wanted, False
        if wanted:
            Thread(target=self._run, name="warming", daemon=True).start()

    def _run(self) -> None:
        try:
            warm_up()
        except Exception:  # the first save computes it then, as it would have
            log.warning("What the first save needs was not computed beforehand", exc_info=True)
        finally:
            connection.close()


warming = Warming()
