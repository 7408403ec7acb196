"""Readers of pages that nobody has asked for, so that every answer is made of the database."""

import itertools
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from tests.faults.serving import PAGES, Server, wait_until

_numbers = itertools.count()


def fresh(page: str) -> str:
    """The page at an address that nobody has asked for. Programs are told of a parameter that there is not."""
    return f"{page}?{'q' if page.startswith('/api/') else 'nobody'}={next(_numbers)}"


class Readers:
    """Four at a time, each page at an address that nobody has asked for: none comes from memory."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.statuses: Counter[int] = Counter()
        self.slowest = 0.0
        self._warm_since = float("inf")
        self._lock = threading.Lock()
        self._goes_on = True

    def _read(self) -> None:
        while self._goes_on:
            path = fresh(PAGES[next(_numbers) % len(PAGES)])
            began = time.monotonic()
            status = self.server.get(path)
            with self._lock:
                self.statuses[status] += 1
                if began >= self._warm_since:
                    self.slowest = max(self.slowest, time.monotonic() - began)

    @contextmanager
    def reading(self) -> Iterator[None]:
        threads = [threading.Thread(target=self._read) for _ in range(4)]
        for thread in threads:
            thread.start()
        # What a worker does once is behind it then.
        self.so_many(60)
        self._warm_since = time.monotonic()
        try:
            yield
        finally:
            self._goes_on = False
            for thread in threads:
                thread.join()

    def so_many(self, more: int) -> None:
        """Waits for so many answers more."""
        wanted = sum(self.statuses.values()) + more
        wait_until(lambda: sum(self.statuses.values()) >= wanted)

    def read_well(self) -> bool:
        """What is not 200 is one in a hundred at most; nobody waits for longer than a database is waited for."""
        print(dict(self.statuses), f"{self.slowest:.2f} s at most")
        return self.statuses[200] >= 0.99 * sum(self.statuses.values())
