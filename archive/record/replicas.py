"""Which of several databases readers are to read from: what each said of itself last, and how far behind a copy is.

Nothing here asks a database: `config.postgresql.watching` does, and tells. How far behind a copy is, the places of the
journal say: where nobody writes the last change is as old as it likes, and the copy that has it lags by nothing.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS

from archive.models.databases import copies

#: Seconds that readers may be behind. A sitting's chair sees what was saved within the five of a proxy anyway.
MOST_BEHIND = 10.0
#: Seconds for which a database that did not answer is left alone where nobody watches it.
LEFT_ALONE = 5.0
#: So many places of the journal are remembered: at one a second more than an hour.
_MOST_PLACES = 4_096
#: Seconds after which the first place that we know of tells something of a copy that has not come to it.
_SURE = 1.5


@dataclass(frozen=True, slots=True)
class DatabaseSays:
    """What a database says of itself. `place` is that of its journal, written or gone through; `identity` is the same
    for a database and its copies; `changed_ago` the seconds since the last change that a copy has gone through.
    """

    place: int
    is_copy: bool
    identity: str
    changed_ago: float | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Why a database is not as it should be. `name` as in the figures."""

    database: str
    sentence: str


class Replicas:
    """What this process knows of the databases. Every method may be called by any thread."""

    def __init__(self, names: Callable[[], tuple[str, ...]] = copies) -> None:
        """`names` gives those of the copies."""
        self._names = names
        self._told: dict[str, tuple[float, DatabaseSays]] = {}
        self._silent_until: dict[str, float] = {}
        # When the first database was first seen at a place, and the place.
        self._places: deque[tuple[float, int]] = deque(maxlen=_MOST_PLACES)
        self._first, self._serves = 0, False
        self._lock = threading.Lock()

    def serve(self, number: int) -> None:
        """This process answers readers; any other reads where it writes, since it asks nobody how far behind he is.

        It reads from the copy of this number while it can: what it holds in memory is of one state, and several
        processes share the copies out among themselves.
        """
        self._first, self._serves = number, True

    def tell(self, alias: str, told: DatabaseSays | None, *, at: float | None = None) -> None:
        """What it said just now; None where it said nothing."""
        now = time.monotonic() if at is None else at
        with self._lock:
            if told is None:
                self._told.pop(alias, None)
                self._silent_until[alias] = now + LEFT_ALONE
                return
            self._silent_until.pop(alias, None)
            self._told[alias] = now, told
            if alias == DEFAULT_DB_ALIAS and (not self._places or self._places[-1][1] < told.place):
                self._places.append((now, told.place))

    def is_silent(self, alias: str) -> bool:
        return time.monotonic() < self._silent_until.get(alias, 0.0)

    def seconds_behind(self, alias: str) -> float | None:
        """How long ago the first database wrote what this copy has not yet gone through; None where nobody knows."""
        with self._lock:
            found = self._told.get(alias)
            places = list(self._places)
        if found is None or not places:
            return None
        at, told = found
        earliest, _place = places[0]
        ahead = next((moment for moment, place in places if place > told.place), None)
        if ahead is None or ahead >= at:
            return 0.0
        if ahead == earliest and at - ahead > _SURE:
            # It was behind already when we began to look.
            return max(at - ahead, told.changed_ago or 0.0)
        return at - ahead

    def fault(self, alias: str) -> str:
        """Why readers do not read from this copy; empty where they do, or where nobody has asked it yet."""
        if self.is_silent(alias):
            return "It does not answer: readers are answered by the others."
        found, first = self._told.get(alias), self._told.get(DEFAULT_DB_ALIAS)
        if found is None:
            return ""
        if first is not None and first[1].identity != found[1].identity:
            return "It is no copy of the database of DATABASE_URL: mend DATABASE_REPLICA_URLS."
        if not found[1].is_copy:
            return "It takes writing, and follows nobody: mend DATABASE_URL and DATABASE_REPLICA_URLS, or make it anew."
        behind = self.seconds_behind(alias) or 0.0
        return f"It is {behind:.0f} seconds behind: readers are answered by the others." if behind > MOST_BEHIND else ""

    def in_order(self) -> list[str]:
        """The databases to read from, the best first: copies that are up to date, the first one, copies that lag.

        One that is silent is not asked; the first is always there, so that who finds all of them dead is told so.
        """
        names = self._names() if self._serves else ()
        turn = self._first % len(names) if names else 0
        turned = [*names[turn:], *names[:turn]]
        good = [alias for alias in turned if not self.fault(alias)]
        behind = [alias for alias in turned if alias not in good and not self.is_silent(alias) and self._is_ours(alias)]
        if self.is_silent(DEFAULT_DB_ALIAS):
            return [*good, *behind, DEFAULT_DB_ALIAS]
        return [*good, DEFAULT_DB_ALIAS, *behind]

    def can_read_without_the_first(self) -> bool:
        return any(not self.is_silent(alias) and self._is_ours(alias) for alias in self._names())

    def remarks(self) -> list[Remark]:
        """What whoever watches should know, though readers are served."""
        found: list[Remark] = []
        if self._names() and self.is_silent(DEFAULT_DB_ALIAS):
            found.append(
                Remark(DEFAULT_DB_ALIAS, "The database of DATABASE_URL does not answer: nothing can be written.")
            )
        return found + [Remark(alias, fault) for alias in self._names() if (fault := self.fault(alias))]

    def _is_ours(self, alias: str) -> bool:
        """What may be another archive is read by nobody, whatever else is dead."""
        found, first = self._told.get(alias), self._told.get(DEFAULT_DB_ALIAS)
        return found is None or first is None or first[1].identity == found[1].identity


replicas = Replicas()


def sentences(remarks: Sequence[Remark]) -> list[str]:
    return [f"{one.database}: {one.sentence}" for one in remarks]
