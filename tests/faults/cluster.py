"""A PostgreSQL of a test's own, which it may kill and freeze: the one that the suite runs on is not touched."""

import getpass
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.faults.serving import free_port, wait_until

#: PostgreSQL does not run for the administrator.
OWNER = "postgres" if os.geteuid() == 0 else getpass.getuser()
_PLACES = (*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path("/usr/local/bin"), Path("/usr/bin"))


def programs() -> Path | None:
    """The folder of initdb and pg_ctl."""
    return next((place for place in _PLACES if (place / "initdb").exists()), None)


@dataclass
class Cluster:
    """A server on a port of its own, its data in a folder of its own."""

    folder: Path
    port: int

    def address(self, name: str = "postgres") -> str:
        return f"postgresql://{OWNER}@127.0.0.1:{self.port}/{name}"

    def start(self) -> None:
        # Many of our processes keep a connection or two to each of several servers.
        own = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c max_connections=60"
        self._control("start", "-w", "-o", own, "-l", "log")

    def kill(self) -> None:
        """As a power cut does: nothing is written to its end."""
        os.kill(self.first(), signal.SIGQUIT)
        wait_until(lambda: not (self.folder / "postmaster.pid").exists() or None)

    def freeze(self) -> None:
        """None of its processes goes on."""
        self._send(signal.SIGSTOP)

    def thaw(self) -> None:
        self._send(signal.SIGCONT)

    def _send(self, told: signal.Signals) -> None:
        for process in self._all():
            # Who follows another server ends one process and begins another at any moment.
            with suppress(ProcessLookupError):
                os.kill(process, told)

    def is_running(self) -> bool:
        return (self.folder / "postmaster.pid").exists()

    def first(self) -> int:
        """The process of which all others come."""
        return int((self.folder / "postmaster.pid").read_text().split()[0])

    def _all(self) -> list[int]:
        first = self.first()
        below = subprocess.run(["pgrep", "-P", str(first)], capture_output=True, text=True, check=False)
        return [first, *map(int, below.stdout.split())]

    def _control(self, *command: str) -> None:
        as_owner("pg_ctl", "-D", str(self.folder), *command, folder=self.folder)


def as_owner(program: str, *options: str, folder: Path) -> None:
    """Runs a program of PostgreSQL as who may run it."""
    place = programs()
    assert place is not None
    user = {"user": OWNER, "group": OWNER, "extra_groups": []} if os.geteuid() == 0 else {}
    done = subprocess.run(
        [str(place / program), *options], cwd=folder, check=False, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **user,
    )  # fmt: skip
    assert done.returncode == 0, (program, options, (folder / "log").read_text() if (folder / "log").exists() else "")


@contextmanager
def own_cluster() -> Iterator[Cluster]:
    """A running server, gone afterwards."""
    folder = _own_folder()
    try:
        as_owner("initdb", "-D", str(folder), "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N", folder=folder)
        yield from _running(folder)
    finally:
        shutil.rmtree(folder)


@contextmanager
def own_replica(first: Cluster) -> Iterator[Cluster]:
    """A streaming replica of a running server, made as deploy/replicas.md says; gone afterwards."""
    folder = _own_folder()
    try:
        source = f"host=127.0.0.1 port={first.port} user={OWNER}"
        as_owner("pg_basebackup", "-D", str(folder), "-d", source, "-R", "-c", "fast", "-X", "stream", folder=folder)
        yield from _running(folder)
    finally:
        shutil.rmtree(folder)


def _own_folder() -> Path:
    # Not below the folders of the tests, which are closed to the owner.
    folder = Path(tempfile.mkdtemp(prefix="archive-cluster-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, OWNER, OWNER)
    return folder


def _running(folder: Path) -> Iterator[Cluster]:
    cluster = Cluster(folder, free_port())
    cluster.start()
    try:
        yield cluster
    finally:
        if cluster.is_running():
            cluster.thaw()
            cluster.kill()
