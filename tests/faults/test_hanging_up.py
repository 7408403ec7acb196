"""Readers who ask for long files and go, or read them a drop at a time: no thread, no file, no program stays behind."""

import os
import re
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from tests import surroundings
from tests.deploy.stack import NAME, PATIENCE, Stack, standing
from tests.faults.serving import PAGES, environment, wait_until

pytestmark = [
    pytest.mark.faults,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(surroundings.proxy() is None, reason=surroundings.NO_PROXY),
]

#: So many texts that the files are longer than all that lies between the archive and a reader.
LONG = 4_000
_THREADS = 4
FORMATS = ("csv", "jsonl", "json", "xml", "xlsx", "html", "docx")


@pytest.fixture
def stack(house: Path, empty_database: str, tmp_path: Path) -> Iterator[Stack]:
    program = (
        "import django; django.setup(); from tests.benchmarks.building import build_archive;"
        f"build_archive({LONG})"
    )
    own = {**environment(house, empty_database), "PYTHONPATH": str(settings.BASE_DIR)}
    subprocess.run([sys.executable, "-c", program], env=own, check=True)
    with standing(tmp_path, empty_database) as found:
        yield found


@contextmanager
def asking(stack: Stack, path: str, *, proxy: bool) -> Iterator[socket.socket]:
    """A connection that has asked and read nothing yet; its buffers are small."""
    with ExitStack() as opened:
        found = opened.enter_context(socket.socket())
        found.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        found.settimeout(PATIENCE)
        found.connect(("127.0.0.1", stack.secure if proxy else stack.archive))
        if proxy:
            context = ssl._create_unverified_context()
            found = opened.enter_context(context.wrap_socket(found, server_hostname=NAME))
        found.sendall(f"GET {path} HTTP/1.1\r\nHost: {NAME}\r\nX-Forwarded-Proto: https\r\n\r\n".encode())
        yield found


def held(stack: Stack) -> dict[str, int]:
    """What the processes of the archive hold: threads, open files, programs, files for a moment."""
    master = stack.programs[0]
    found = subprocess.run(["pgrep", "-P", str(master)], capture_output=True, text=True, check=True)
    workers = [Path("/proc") / one for one in found.stdout.split()]
    threads = [re.search(r"Threads:\s+(\d+)", (one / "status").read_text()) for one in workers]
    links = [os.readlink(one) for worker in workers for one in (worker / "fd").iterdir() if one.is_symlink()]
    below = [subprocess.run(["pgrep", "-P", one.name], capture_output=True, text=True) for one in workers]
    return {
        "workers": len(workers),
        "threads": sum(int(one[1]) for one in threads if one),
        # Nameless ones; the connections of the threads to an embedded database have names.
        "files": sum(link.endswith("(deleted)") for link in links),
        "programs": sum(len(one.stdout.split()) for one in below),
        "named files": sum(name.startswith("tmp") for name in os.listdir(surroundings.ROOT / "var" / "tmp")),
    }


def asked(stack: Stack, pages: tuple[str, ...] = PAGES) -> list[int]:
    return [stack.ask(page)[0] for page in pages]


def test_who_hangs_up_leaves_nothing_behind(stack: Stack) -> None:
    for _ in range(4):
        assert asked(stack) == [200] * len(PAGES)
        for ending in FORMATS:
            assert stack.ask(f"/recommendations/export.{ending}?page_size=20&meeting=none")[0] == 200
    before = held(stack)
    for proxy in (True, False):
        for ending in FORMATS:
            for wait in (False, True):
                with asking(stack, f"/recommendations/export.{ending}", proxy=proxy) as one:
                    assert not wait or one.recv(1)
    after = wait_until(lambda: now if _as_before(now := held(stack), before) else None, lambda: str(held(stack)))
    assert after["workers"] == before["workers"]
    assert asked(stack) == [200] * len(PAGES)


def _as_before(now: dict[str, int], before: dict[str, int]) -> bool:
    """No more files and programs, and no thread beside those that script/server asks for."""
    every_thread = now["threads"] <= now["workers"] * (1 + _THREADS)
    return every_thread and all(now[name] <= before[name] for name in ("files", "programs", "named files"))


def test_who_reads_a_drop_at_a_time_holds_no_thread_and_gets_his_file_whole(stack: Stack) -> None:
    """Twice as many as the archive has threads; meanwhile others read, and in the end the slowest has all of it."""
    path = "/recommendations/export.csv?for=machine"
    whole = stack.ask(path)[2]
    with ExitStack() as opened:
        slow = [opened.enter_context(asking(stack, path, proxy=True)) for _ in range(16)]
        assert [one.recv(16).startswith(b"HTTP/1.1 200") for one in slow] == [True] * 16
        assert asked(stack) == [200] * len(PAGES)
        got = b""
        while piece := slow[-1].recv(65_536):
            got += piece
            if got.endswith(b"0\r\n\r\n"):
                break
    assert _joined(got.partition(b"\r\n\r\n")[2]) == whole


def _joined(body: bytes) -> bytes:
    """The content of chunks."""
    found = b""
    while True:
        size, _line, body = body.partition(b"\r\n")
        length = int(size, 16)
        if not length:
            return found
        found, body = found + body[:length], body[length + 2 :]
