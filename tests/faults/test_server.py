"""The server is killed, its ground is taken away, it is started anew: readers read on, or read again at once."""

import os
import resource
import shutil
import signal
import threading
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.serving import PAGES, Server, free_port, serving, wait_until

pytestmark = [pytest.mark.faults, pytest.mark.django_db, pytest.mark.timeout(1800)]


def all_read(server: Server) -> dict[str, int]:
    return {page: server.get(page) for page in PAGES}


WELL = dict.fromkeys(PAGES, 200)


class Readers:
    """Four who read without pause; `answers` counts what they got."""

    def __init__(self, server: Server) -> None:
        self.server, self.answers, self.going = server, Counter[int](), True
        self.threads = [threading.Thread(target=self._read) for _ in range(4)]

    def __enter__(self) -> "Readers":
        for thread in self.threads:
            thread.start()
        wait_until(lambda: self.answers.total() >= 8)
        return self

    def __exit__(self, *_error: object) -> None:
        self.going = False
        for thread in self.threads:
            thread.join()

    def _read(self) -> None:
        while self.going:
            for page in PAGES:
                self.answers[self.server.get(page)] += 1

    def read_more(self, amount: int = 30) -> None:
        """Waits until so many answers more have come."""
        wanted = self.answers.total() + amount
        wait_until(lambda: self.answers.total() >= wanted, self.server.said)


def test_a_killed_worker_is_replaced_and_only_what_it_held_is_lost(house: Path, read_database: str) -> None:
    with serving(house, read_database) as server:
        before = wait_until(lambda: found if len(found := server.workers()) == 2 else None)
        with Readers(server) as readers:
            for _ in range(3):
                os.kill(server.workers()[0], signal.SIGKILL)
                readers.read_more()
        after = wait_until(lambda: found if len(found := server.workers()) == 2 else None)
        assert set(after) != set(before)
        assert set(readers.answers) <= {200, 0}
        # Four threads a worker: so many requests may have been in it at each of the three deaths.
        assert readers.answers[0] <= 3 * 4
        assert all_read(server) == WELL


def test_a_killed_server_takes_its_workers_along_and_starts_again_on_the_same_port(
    house: Path, read_database: str
) -> None:
    port = free_port()
    with serving(house, read_database, port) as server:
        workers = wait_until(lambda: found if len(found := server.workers()) == 2 else None)
        assert all_read(server) == WELL
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
        wait_until(lambda: not any(Path(f"/proc/{one}").exists() for one in workers) or None, server.said)
        with serving(house, read_database, port) as again:
            assert all_read(again) == WELL


def test_a_restart_loses_no_request_that_is_in_flight(house: Path, read_database: str) -> None:
    with serving(house, read_database) as server, Readers(server) as readers:
        old = wait_until(lambda: found if len(found := server.workers()) == 2 else None)
        server.process.send_signal(signal.SIGHUP)
        wait_until(lambda: not set(old) & set(server.workers()) or None, server.said)
        readers.read_more()
    assert set(readers.answers) == {200}


def test_a_stop_answers_what_is_in_flight(house: Path, read_database: str) -> None:
    """After the stop nobody answers any more; until then nobody is answered anything but the page."""
    with serving(house, read_database) as server:
        with Readers(server) as readers:
            server.process.send_signal(signal.SIGTERM)
            assert server.process.wait() == 0
        assert set(readers.answers) <= {200, 0}
        assert "Traceback" not in server.said()


def test_var_taken_away_from_under_a_warm_server_is_borne_and_made_again(
    house: Path, tmp_path: Path, read_database: str
) -> None:
    """The database lies elsewhere; what lies in var/ beside it is files for a moment, and figures."""
    own = tmp_path / "house"
    shutil.copytree(house, own, symlinks=True)
    with serving(own, read_database) as server:
        assert all_read(server) == WELL
        shutil.rmtree(own / "var")
        assert all_read(server) == WELL
        assert server.get("/metrics") == 200
        os.kill(wait_until(server.workers)[0], signal.SIGKILL)
        wait_until(lambda: len(server.workers()) == 2 or None, server.said)
        assert all_read(server) == WELL
        assert [server.get("/data/archive.jsonl.gz") for _ in range(4)] == [200] * 4


def limit_files(server: Server, most: int) -> None:
    """From now on none of the server's processes writes a byte beyond that place of a file, as on a full disk."""
    for process in (server.process.pid, *server.workers()):
        resource.prlimit(process, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def test_readers_of_a_warm_server_do_not_notice_a_full_disk(house: Path, read_database: str) -> None:
    with serving(house, read_database) as server:
        wait_until(lambda: len(server.workers()) == 2 or None)
        for _ in range(4):
            assert all_read(server) == WELL
        limit_files(server, 0)
        assert [all_read(server) for _ in range(4)] == [WELL] * 4
        assert server.get("/metrics") == 200
        # The files of the whole archive cannot be written now: that is said, and nothing half-made is given out.
        assert server.get("/data/archive.sqlite3.gz") in (500, 503)
        limit_files(server, resource.RLIM_INFINITY)
        assert server.get("/data/archive.sqlite3.gz") == 200
        assert all_read(server) == WELL
