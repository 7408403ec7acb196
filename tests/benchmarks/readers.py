"""Readers who ask an archive behind its proxy over TLS, each from an address of this machine of its own.

The proxy counts requests and connections by address; a room of readers would else be taken for one of them. Only
loopback is ever asked, and whoever reads ends by the clock.
"""

import asyncio
import random
import re
import selectors
import socket
import ssl
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import quantiles

#: Seconds after which a request counts as lost.
LOST = 30
#: Seconds between two questions of one reader: deploy/nginx.conf takes 100 a second from an address.
_LEAST = 0.0125
_HEAD = "GET {path} HTTP/1.1\r\nHost: {name}\r\nAccept-Encoding: br\r\nUser-Agent: reader\r\n\r\n"
_LENGTH = re.compile(rb"^content-length: *(\d+)", re.IGNORECASE | re.MULTILINE)
_CHUNKED = re.compile(rb"^transfer-encoding: *chunked", re.IGNORECASE | re.MULTILINE)
_CLOSE = re.compile(rb"^connection: *close", re.IGNORECASE | re.MULTILINE)
#: The proxy of a test shows a certificate of its own making.
_ANY_CERTIFICATE = ssl._create_unverified_context()
_BAD = (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError, ValueError)


@dataclass
class Told:
    """What readers were answered. Status 0 is an answer that did not come; `moments` are when each was whole."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)

    def add(self, status: int, seconds: float) -> None:
        self.statuses[status] += 1
        self.seconds.append(seconds)
        self.moments.append(time.monotonic())

    @property
    def count(self) -> int:
        return len(self.seconds)

    @property
    def well(self) -> float:
        """The share that was answered 200."""
        return self.statuses[200] / max(1, self.count)

    @property
    def longest(self) -> float:
        return max(self.seconds, default=0.0)

    def percentile(self, share: int) -> float:
        """Seconds within which that many of a hundred were answered."""
        return quantiles(self.seconds, n=100)[share - 1] if self.count > 1 else self.longest


class Reader:
    """One connection that is kept, opened anew where it was closed; over TLS unless `plain`."""

    def __init__(self, port: int, name: str, number: int, *, plain: bool = False) -> None:
        self.port, self.name, self.plain = port, name, plain
        self.own = f"127.1.{number // 250}.{1 + number % 250}"
        self.reading: asyncio.StreamReader | None = None
        self.writing: asyncio.StreamWriter | None = None

    async def ask(self, path: str, told: Told) -> int:
        """Asks for a page and waits for the whole answer."""
        began, status = time.monotonic(), 0
        try:
            async with asyncio.timeout(LOST):
                status = await self._asked(path)
        except _BAD:
            self.hang_up()
        told.add(status, time.monotonic() - began)
        return status

    async def _asked(self, path: str) -> int:
        fresh = self.writing is None
        try:
            return await self._exchange(path)
        except _BAD:
            # A kept connection may be closed just as it is used: every browser asks once more.
            self.hang_up()
            if fresh:
                raise
            return await self._exchange(path)

    async def _exchange(self, path: str) -> int:
        if self.reading is None or self.writing is None:
            self.reading, self.writing = await opened(self.port, self.name, self.own, plain=self.plain)
        self.writing.write(_HEAD.format(path=path, name=self.name).encode())
        head = await self.reading.readuntil(b"\r\n\r\n")
        if length := _LENGTH.search(head):
            await self.reading.readexactly(int(length[1]))
        elif _CHUNKED.search(head):
            while size := int(await self.reading.readline(), 16):
                await self.reading.readexactly(size + 2)
            await self.reading.readline()
        if _CLOSE.search(head):
            self.hang_up()
        return int(head[9:12])

    def hang_up(self) -> None:
        if self.writing is not None:
            self.writing.transport.abort()
        self.reading = self.writing = None


async def opened(
    port: int, name: str, own: str, *, plain: bool = False
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to the proxy of this machine, or without one, from that address of this machine."""
    secure = {} if plain else {"ssl": _ANY_CERTIFICATE, "server_hostname": name}
    return await asyncio.open_connection("127.0.0.1", port, local_addr=(own, 0), limit=1 << 20, **secure)


async def read_mixed(
    port: int,
    name: str,
    *,
    readers: int,
    seconds: float,
    pages: Sequence[str],
    told: Told,
    pause: float = 0.0,
    plain: bool = False,
) -> None:
    """So many readers, each page after page, until the time is over. The same pages in every run.

    None asks more often than the proxy takes from one address, however fast he is answered.
    """
    end = time.monotonic() + seconds

    async def read(number: int) -> None:
        chance, reader = random.Random(number), Reader(port, name, number, plain=plain)
        while time.monotonic() < end:
            due = time.monotonic() + _LEAST
            await reader.ask(chance.choice(pages), told)
            await asyncio.sleep(max(due - time.monotonic(), pause * chance.uniform(0.5, 1.5)))
        reader.hang_up()

    await asyncio.gather(*(read(number) for number in range(readers)))


async def read_each(port: int, name: str, *, pages: Sequence[str], told: Told, readers: int = 4) -> None:
    """Every page once."""

    async def read(number: int) -> None:
        reader = Reader(port, name, number)
        for page in pages[number::readers]:
            await reader.ask(page, told)
        reader.hang_up()

    await asyncio.gather(*(read(number) for number in range(readers)))


def read_in_time(
    port: int, name: str, *, rate: int, seconds: float, page: str, told: Told, readers: int = 100
) -> float:
    """So many requests a second for one page, begun by the clock whatever the answers take. Gives the rate reached.

    What comes late because a reader was still waiting counts from when it was due. Bare sockets and no event loop:
    with one, the client was the slower side and told its own speed.
    """
    head = _HEAD.format(path=page, name=name).encode()
    started = time.monotonic()
    lanes = [_Lane(port, name, number, started + number / rate) for number in range(readers)]
    with selectors.DefaultSelector() as waiting:
        end = started + seconds
        while (now := time.monotonic()) < end + LOST:
            for lane in lanes:
                if lane.is_free and lane.due <= now and lane.due < end:
                    lane.ask(head, waiting)
            if all(lane.is_free and lane.due >= end for lane in lanes):
                break
            for key, _events in waiting.select(timeout=0.001):
                status = key.data.take()
                if status is not None:
                    told.add(status, time.monotonic() - key.data.due)
                    key.data.rest(waiting, status, readers / rate)
        for lane in lanes:
            if not lane.is_free:
                told.add(0, time.monotonic() - lane.due)
            lane.close()
    return told.count / (time.monotonic() - started)


class _Lane:
    """One kept connection of a reader who asks by the clock; `due` is when his next question is, or was, to begin."""

    def __init__(self, port: int, name: str, number: int, due: float) -> None:
        self.port, self.name, self.due = port, name, due
        self.own = f"127.3.{number // 250}.{1 + number % 250}"
        self.is_free, self.answer, self.whole = True, bytearray(), 0
        self.socket: ssl.SSLSocket | None = None

    def ask(self, head: bytes, waiting: selectors.BaseSelector) -> None:
        if self.socket is None:
            plain = socket.create_connection(("127.0.0.1", self.port), LOST, source_address=(self.own, 0))
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.socket = _ANY_CERTIFICATE.wrap_socket(plain, server_hostname=self.name)
            self.socket.setblocking(False)
            waiting.register(self.socket, selectors.EVENT_READ, self)
        self.is_free, self.whole = False, 0
        self.answer.clear()
        self.socket.send(head)

    def take(self) -> int | None:
        """What has come. Gives the status once the answer is whole, 0 where the connection broke, else None."""
        assert self.socket is not None
        try:
            while True:
                part = self.socket.recv(1 << 16)
                if not part:
                    return 0
                self.answer += part
                if not self.whole and (end := self.answer.find(b"\r\n\r\n")) >= 0:
                    length = _LENGTH.search(self.answer, 0, end + 2)
                    self.whole = end + 4 + int(length[1]) if length else -1
                is_last = self.answer.endswith(b"0\r\n\r\n") if self.whole < 0 else len(self.answer) >= self.whole > 0
                if is_last:
                    return int(self.answer[9:12])
        except ssl.SSLWantReadError:
            return None
        except OSError:
            return 0

    def rest(self, waiting: selectors.BaseSelector, status: int, seconds: float) -> None:
        """Free again, and due so many seconds after the last time; a connection that ends is opened anew."""
        is_over = not status or _CLOSE.search(self.answer, 0, self.answer.find(b"\r\n\r\n") + 2)
        if is_over and self.socket is not None:
            waiting.unregister(self.socket)
            self.close()
        self.is_free = True
        self.due += seconds

    def close(self) -> None:
        if self.socket is not None:
            self.socket.close()
        self.socket = None


async def hold_slowly(port: int, name: str, *, opening: bytes, connections: int, seconds: float, group: int) -> None:
    """Connections that say the opening and then a byte a second (nothing where it is empty), opened again when closed.

    All from one address, as from one machine that means harm.
    """
    end = time.monotonic() + seconds

    async def hold(_number: int) -> None:
        while time.monotonic() < end:
            writing = None
            try:
                reading, writing = await opened(port, name, f"127.2.{group}.1")
                writing.write(opening)
                while time.monotonic() < end and not reading.at_eof() and not writing.is_closing():
                    await asyncio.sleep(1)
                    if opening:
                        writing.write(b"x")
                        await writing.drain()
            except OSError:
                await asyncio.sleep(1)
            finally:
                if writing is not None:
                    writing.transport.abort()

    await asyncio.gather(*(hold(number) for number in range(connections)))
