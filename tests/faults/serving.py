"""A server of a test's own, as script/server starts it, in a copy of the repository."""

import http.client
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent.parent
#: Seconds after which a thing hangs; no measure of anything.
PATIENCE = 300
PAGES = ("/", "/recommendations/", "/meetings/", "/topics/", "/api/v1/recommendations/", "/en/about/")

Found = TypeVar("Found")


@dataclass
class Server:
    """A gunicorn of ours and its port."""

    process: "subprocess.Popen[bytes]"
    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str) -> int:
        """The status of an answer; 0 where there was none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as response:
                response.read()
                return int(response.status)
        except urllib.error.HTTPError as error:
            return error.code
        except (OSError, http.client.HTTPException):
            return 0

    def workers(self) -> list[int]:
        """The processes that answer."""
        found = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=False)
        return sorted(map(int, found.stdout.split()))

    def said(self) -> str:
        return self.log.read_text()


def make_house(folder: Path) -> Path:
    """A copy of the repository that can be served: with its translations, style sheets and script."""
    left_out = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__", ".*_cache", ".hypothesis", "*.mo")
    shutil.copytree(ROOT, folder, ignore=left_out)
    (folder / ".venv").symlink_to(sys.prefix)
    (folder / "var" / "tmp").mkdir(parents=True)
    for command in (("compile_translations",), ("collectstatic", "--noinput", "--verbosity=0")):
        manage(folder, f"sqlite:///{folder}/var/none.sqlite3", *command)
    return folder


def environment(house: Path, database: str, **more: str) -> dict[str, str]:
    own = {
        "DATABASE_URL": database,
        "ARCHIVE_SOURCES": str(house / "sources"),
        "TMPDIR": str(house / "var" / "tmp"),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    return {**os.environ, **own, **more}


def manage(house: Path, database: str, *command: str) -> str:
    """What a command of ours says; it must end well."""
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=house, env=environment(house, database), capture_output=True, text=True, check=False, timeout=PATIENCE * 3,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def options(port: int, folder: Path) -> list[str]:
    """How script/server starts gunicorn."""
    script = (ROOT / "script" / "server").read_text().replace("\\\n", " ")
    found = re.search(r'^exec "\$python" -m gunicorn (.+)$', script, re.MULTILINE)
    assert found is not None
    return [
        one.replace("$host:$port", f"127.0.0.1:{port}").replace("$TMPDIR", str(folder)) for one in shlex.split(found[1])
    ]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(house: Path, database: str, port: int = 0, **more: str) -> Iterator[Server]:
    """A server that answers; whatever is left of it is ended."""
    port = port or free_port()
    log = house.parent / f"server-{port}.log"
    with log.open("ab") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", *options(port, house / "var" / "tmp")],
            cwd=house, env=environment(house, database, **more), stdout=said, stderr=said, start_new_session=True,
        )  # fmt: skip
    server = Server(process, port, log)
    try:
        wait_until(lambda: server.get("/healthz") == 200, server.said)
        yield server
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_until(happened: Callable[[], Found], said: Callable[[], str] = str) -> Found:
    """What `happened` gives as soon as it gives anything."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := happened():
            return found
        time.sleep(0.1)
    raise AssertionError(f"nothing happened in {PATIENCE} seconds:\n{said()}")
