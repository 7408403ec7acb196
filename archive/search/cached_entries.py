"""The entries that were weighed lately, cached per process: common words weigh the same ones again and again."""

import threading
from collections.abc import Sequence

from .backends import backend
from .backends.base import Weighed

#: At about three thousand bytes each.
MOST_ENTRIES = 5_000


class _CachedEntries:
    """Entries of one state of the data; several requests use it at once."""

    def __init__(self) -> None:
        self._key: object = None
        self._entries: dict[int, Weighed] = {}
        self._lock = threading.Lock()

    def get(self, ids: Sequence[int], key: object) -> tuple[list[Weighed], list[int]]:
        """What is cached of these, and the ids of the others."""
        with self._lock:
            if key != self._key:
                return [], list(ids)
            found = [self._entries[one] for one in ids if one in self._entries]
            return found, [one for one in ids if one not in self._entries]

    def put(self, entries: Sequence[Weighed], key: object) -> None:
        """Whoever came first goes first."""
        with self._lock:
            if key != self._key:
                self._key, self._entries = key, {}
            self._entries.update((entry[0], entry) for entry in entries)
            for one in list(self._entries)[: max(0, len(self._entries) - MOST_ENTRIES)]:
                del self._entries[one]


_cache = _CachedEntries()


def entries_of(ids: Sequence[int], key: object) -> list[Weighed]:
    """What rank is made of for these entries, in any order, for the state of the index with this key."""
    found, missing = _cache.get(ids, key)
    if missing:
        read = backend().entries(missing)
        _cache.put(read, key)
        found += read
    return found


def forget_entries() -> None:
    """For measuring."""
    _cache.put([], None)
