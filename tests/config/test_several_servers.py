"""Two servers over one database: each sees every change at its next request, and none after a restore is wrong."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings

from tests.own_database import run_program
from tests.surroundings import ROOT

CHANGES = 60


@dataclass
class Served:
    """A server, and what a browser would hold of each of its addresses."""

    address: str
    held: dict[str, dict[str, str]] = field(default_factory=dict)

    def ask(self, path: str, *, conditions: bool = True) -> tuple[int, str]:
        request = urllib.request.Request(self.address + path, headers=self.held.get(path, {}) if conditions else {})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                names = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
                self.held[path] = {names[name]: answer.headers[name] for name in names if answer.headers[name]}
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, ""


def environment(database: str) -> dict[str, str]:
    return {
        **os.environ,
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }


@contextmanager
def serving(database: str) -> Iterator[Served]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "tests.served_plainly:application", "--bind", f"127.0.0.1:{port}"]
    options = ["--worker-class=config.worker.Worker", "--threads=2", "--no-control-socket", "--log-level=error"]
    server = subprocess.Popen([*command, *options], cwd=ROOT, env=environment(database))
    try:
        served = Served(f"http://127.0.0.1:{port}")
        wait_for(served, server)
        yield served
    finally:
        server.terminate()
        server.wait(timeout=60)


def wait_for(served: Served, server: "subprocess.Popen[bytes]") -> None:
    for _attempt in range(600):
        assert server.poll() is None, "The server did not start."
        try:
            served.ask("/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("The server does not answer.")


@dataclass
class Changing:
    """A program that changes one recommendation of the database."""

    program: "subprocess.Popen[str]"
    locator: str

    def change(self, text: str) -> None:
        assert self.program.stdin and self.program.stdout
        self.program.stdin.write(f"{text}\n")
        self.program.stdin.flush()
        assert self.program.stdout.readline() == "committed\n"


@contextmanager
def changing(database: str) -> Iterator[Changing]:
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.changing"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment(database),
    )  # fmt: skip
    try:
        assert program.stdout
        yield Changing(program, program.stdout.readline().strip())
    finally:
        program.communicate()


def paths_of(one: Changing) -> tuple[str, str, str]:
    page = f"/recommendations/{one.locator}/"
    return page, f"/api/v1{page}", "/recommendations/"


@pytest.mark.timeout(900)
def test_two_servers_see_every_change_at_the_next_request(empty_database: str) -> None:
    with ExitStack() as stack:
        writer = stack.enter_context(changing(empty_database))
        servers = [stack.enter_context(serving(empty_database)) for _number in range(2)]
        paths = paths_of(writer)
        for number in range(CHANGES):
            text = f"ينبغي للدول أن تصون القناة بالرقم {number}."
            writer.change(text)
            for server in servers:
                path = paths[number % len(paths)]
                status, shown = server.ask(path)
                assert (status, text in shown) == (200, True), (server.address, path, number)
                # What is unchanged is not sent again, from the other's memory either.
                assert server.ask(path) == (304, "")
            assert servers[0].held[path]["If-None-Match"] != ""


# A restore -----------------------------------------------------------------------------------------------------


class Copies:
    """Backup and restore as README tells it."""

    def __init__(self, database: str, folder: Path) -> None:
        self.database, self.folder = database, folder
        self.is_file = database.startswith("sqlite")
        self.path = Path(database.removeprefix("sqlite:///"))
        self.copy = folder / ("backup.sqlite3" if self.is_file else "archive.dump")

    def back_up(self) -> None:
        if self.is_file:
            self._sqlite(self.path, self.copy)
        else:
            self._run("pg_dump", "--format=custom", f"--file={self.copy}", self.database)

    def restore_running(self) -> None:
        if self.is_file:
            self._sqlite(self.copy, self.path)
        else:
            self._restore()

    def restore_stopped(self) -> None:
        if not self.is_file:
            self._restore()
            return
        for ending in ("-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        shutil.copyfile(self.copy, self.path)

    def _restore(self) -> None:
        self._run(
            "pg_restore", "--clean", "--if-exists", "--single-transaction", f"--dbname={self.database}", str(self.copy)
        )

    def _sqlite(self, source: Path, target: Path) -> None:
        code = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).backup(sqlite3.connect(sys.argv[2], timeout=60))"
        self._run(sys.executable, "-c", code, str(source), str(target))

    def _run(self, *command: str) -> None:
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, check=False)
        assert done.returncode == 0, done.stderr


OLD, LOST, NEW = (f"ينبغي للدول أن تصون {thing}." for thing in ("القناة القديمة", "الجسر المفقود", "السد الجديد"))


def count_of(server: Served, word: str) -> int:
    status, text = server.ask(f"/api/v1/recommendations/?q={quote(word)}", conditions=False)
    assert status == 200
    return int(json.loads(text)["count"])


OLD_WORD, LOST_WORD, NEW_WORD = "القديمة", "المفقود", "الجديد"


@pytest.mark.timeout(900)
def test_after_a_restore_nothing_of_what_was_lost_is_shown(empty_database: str, tmp_path: Path) -> None:
    copies = Copies(empty_database, tmp_path)
    with ExitStack() as stack:
        servers = [stack.enter_context(serving(empty_database)) for _number in range(2)]
        with changing(empty_database) as writer:
            paths = paths_of(writer)
            writer.change(OLD)
        copies.back_up()
        for server in servers:
            assert [(status, OLD in text) for status, text in map(server.ask, paths)] == [(200, True)] * 3
        before = {server.address: dict(server.held) for server in servers}
        with changing(empty_database) as writer:
            writer.change(LOST)
        for server in servers:
            assert [server.ask(path)[0] for path in paths] == [200] * 3
            assert (count_of(server, OLD_WORD), count_of(server, LOST_WORD)) == (0, 1)
        lost = {server.address: dict(server.held) for server in servers}

        copies.restore_running()
        for server in servers:
            # Whoever holds what was lost is sent the text of before; what was held then is what is shown now.
            answers = list(map(server.ask, paths))
            assert [(status, OLD in text, LOST in text) for status, text in answers] == [(200, True, False)] * 3
            assert [server.held[path]["If-None-Match"] for path in paths] == [
                before[server.address][path]["If-None-Match"] for path in paths
            ]
            assert (count_of(server, OLD_WORD), count_of(server, LOST_WORD)) == (1, 0)

        # The counter comes to where it was when the text was lost; the token does not.
        with changing(empty_database) as writer:
            writer.change(NEW)
        for server in servers:
            server.held = dict(lost[server.address])
            answers = list(map(server.ask, paths))
            assert [(status, NEW in text, LOST in text) for status, text in answers] == [(200, True, False)] * 3
            assert [count_of(server, word) for word in (OLD_WORD, LOST_WORD, NEW_WORD)] == [0, 0, 1]

    copies.restore_stopped()
    with serving(empty_database) as server:
        server.held = dict(lost[servers[0].address])
        answers = list(map(server.ask, paths))
        assert [(status, OLD in text, LOST in text) for status, text in answers] == [(200, True, False)] * 3
        assert [count_of(server, word) for word in (OLD_WORD, LOST_WORD, NEW_WORD)] == [1, 0, 0]
        assert json.loads(server.ask("/readyz")[1]) == {"status": "ready"}
    assert run_program(empty_database, "manage.py", "check_archive") != ""


def test_the_readme_tells_the_restore_that_is_tried_here() -> None:
    told = (ROOT / "README.md").read_text("utf-8")
    assert "pg_restore --clean --if-exists --single-transaction" in told
