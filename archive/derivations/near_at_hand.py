"""What was computed of passages and of pairs of them, kept by a process from one saving to the next."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from archive.deriving.nearness import Neighbours

from .reading import Reading

_all: "list[NearAtHand]" = []


class NearAtHand:
    """Neighbours for one reader at a time; of a large archive nothing is kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._near = Neighbours(is_kept=True)
        _all.append(self)

    @contextmanager
    def lent(self, reading: Reading) -> Iterator[Neighbours]:
        if not reading.is_small:
            yield Neighbours()
            return
        with self._lock:
            near, self._near = self._near, Neighbours(is_kept=True)
            yield near
            self._near = near  # where following it failed midway it is not trusted again

    def forget(self) -> None:
        with self._lock:
            self._near = Neighbours(is_kept=True)


def forget_near() -> None:
    """The next reading computes everything."""
    for one in _all:
        one.forget()
