"""Finished answers that a process keeps: as many bytes as it has room for, the latest asked ones."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from django.http import HttpResponse

#: About what an answer takes beside its content: headers, key, objects.
_BESIDES = 2_000


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer with status 200, as it is sent. `tag` names the state of the data and the build that it shows."""

    tag: str
    content: bytes
    headers: tuple[tuple[str, str], ...]
    shows_record: bool

    @property
    def size(self) -> int:
        return len(self.content) + _BESIDES

    def response(self) -> HttpResponse:
        """A new response: whoever gets it may change it."""
        return HttpResponse(self.content, headers=dict(self.headers))


@dataclass(slots=True)
class PageStore:
    """Several requests use it at once. What shows another state than is asked for is dropped when it is found."""

    most_bytes: int
    largest: int
    _kept: "OrderedDict[str, Kept]" = field(default_factory=OrderedDict)
    _bytes: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: str, tag: str) -> Kept | None:
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            if found.tag != tag:
                self._drop(key)
                return None
            self._kept.move_to_end(key)
            return found

    def put(self, key: str, page: Kept) -> None:
        """What is larger than one answer may be is not kept: it would push out many others."""
        if page.size > self.largest:
            return
        with self._lock:
            self._drop(key)
            self._kept[key] = page
            self._bytes += page.size
            while self._bytes > self.most_bytes:
                self._drop(next(iter(self._kept)))

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()
            self._bytes = 0

    @property
    def held_bytes(self) -> int:
        return self._bytes

    def __len__(self) -> int:
        return len(self._kept)

    def _drop(self, key: str) -> None:
        found = self._kept.pop(key, None)
        if found is not None:
            self._bytes -= found.size
