"""What a process holds in memory of one state of the data, read anew as soon as the database is in another."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from archive.models import ArchiveState
from archive.models.databases import connection, reads_a_copy
from archive.models.publication import sees_public_only

from .state import current_versions
from .steps import touched_between

Value = TypeVar("Value")

_all: "list[HeldForState]" = []  # type: ignore[type-arg]


class HeldForState(Generic[Value]):
    """`read` makes it of the database. Several requests use what it gave at once: it must not be changed.

    What readers see is held beside what staff see, and what a copy of the database holds beside what the first one
    does: a copy comes a moment later, and nothing goes back in time. Where both are in one state, both are one.
    The state is asked for before and after reading: what was read while it changed is of no state, and is not kept.
    """

    def __init__(
        self,
        read: Callable[[], Value],
        follow: Callable[[Value, frozenset[int]], Value | None] = lambda held, touched: None,
        *,
        is_apart: bool = False,
    ) -> None:
        """`follow` makes it of what was held of an earlier state, where since then nothing was touched but these
        recommendations and what is derived of them; None where it cannot, and all is read. `is_apart`: it is made of
        other rows, and stays as it is then.
        """
        self._read = read
        self._follow = follow
        self._is_apart = is_apart
        self._held: dict[tuple[str, bool, bool], tuple[str, Value]] = {}
        self._reading = threading.RLock()
        _all.append(self)

    def current(self) -> Value:
        """As the data is now: no query where the state is known, one small one where it is not, or a new reading."""
        versions = current_versions()
        if versions is None:
            return self._read()
        seen = (str(connection.settings_dict["NAME"]), sees_public_only(), reads_a_copy())
        found = self._held.get(seen)
        if found is None or found[0] != versions.token:
            with self._reading:
                found = self._held.get(seen)
                if found is None or found[0] != versions.token:
                    found = self._held_elsewhere(versions.token) or (
                        versions.token,
                        self._read_from(found, versions.token),
                    )
                    after = ArchiveState.objects.versions()
                    if after is not None and after.token == versions.token:
                        self._held[seen] = found
        return found[1]

    def _held_elsewhere(self, token: str) -> tuple[str, Value] | None:
        """What was read of this very state, which its token names, of the first database or of its copy."""
        other = sees_public_only(), not reads_a_copy()
        for (_name, *kind), found in list(self._held.items()):
            if tuple(kind) == other and found[0] == token:
                return found
        return None

    def _read_from(self, earlier: tuple[str, Value] | None, token: str) -> Value:
        touched = touched_between(earlier[0], token) if earlier is not None else None
        if earlier is None or touched is None:
            return self._read()
        followed = earlier[1] if self._is_apart else self._follow(earlier[1], touched)
        return self._read() if followed is None else followed

    def forget(self) -> None:
        self._held.clear()


def forget_held() -> None:
    """For tests: one process sees many databases there."""
    for one in _all:
        one.forget()
