"""The archive behind deploy/nginx.conf, as processes of this machine on ports of their own."""

import os
import signal
import socket
import ssl
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from typing import Any

from tests.surroundings import ROOT, proxy

NAME = "archive.example.org"
# Seconds after which a program hangs; no measure of anything.
PATIENCE = 240


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Stack:
    """Ports of the archive and of the proxy, and the folder with what the proxy writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.archive, self.plain, self.secure = free_port(), free_port(), free_port()
        #: The first processes of archive and proxy, once they stand.
        self.programs: tuple[int, ...] = ()

    def configuration(self) -> Path:
        """deploy/nginx.conf with these ports, this folder and a certificate of its own."""
        for name in ("cache", "log", "tmp"):
            (self.folder / name).mkdir(exist_ok=True)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}",
             "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", self.folder / "privkey.pem",
             "-out", self.folder / "fullchain.pem"],
            check=True, capture_output=True,
        )  # fmt: skip
        text = (ROOT / "deploy" / "nginx.conf").read_text()
        text = "\n".join(line for line in text.splitlines() if "listen [::]" not in line)
        for written, here in {
            "127.0.0.1:8000": f"127.0.0.1:{self.archive}",
            "listen 80 ": f"listen 127.0.0.1:{self.plain} ",
            "listen 443 ": f"listen 127.0.0.1:{self.secure} ",
            f"/etc/letsencrypt/live/{NAME}": str(self.folder),
            "/var/cache/nginx/archive": str(self.folder / "cache"),
            "/var/log/nginx": str(self.folder / "log"),
            "/srv/archive/app": str(ROOT),
        }.items():
            assert written in text, written
            text = text.replace(written, here)
        (self.folder / "archive.conf").write_text(text)
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        places = "\n".join(f"{kind}_temp_path {self.folder}/tmp/{kind};" for kind in kinds)
        user = "user root;" if os.getuid() == 0 else ""
        main = self.folder / "nginx.conf"
        main.write_text(
            f"{user}\ndaemon off;\npid {self.folder}/nginx.pid;\nerror_log {self.folder}/log/main.log;\n"
            f"events {{ worker_connections 1024; }}\nhttp {{\n{places}\ninclude {self.folder}/archive.conf;\n}}\n"
        )
        return main

    def ask(
        self, path: str, *, method: str = "GET", body: bytes | None = None, host: str = NAME, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer over TLS."""
        context = ssl._create_unverified_context()
        connection = HTTPSConnection("127.0.0.1", self.secure, timeout=PATIENCE)
        plain = socket.create_connection(("127.0.0.1", self.secure), timeout=PATIENCE)
        connection.sock = context.wrap_socket(plain, server_hostname=NAME)
        try:
            return _asked(connection, method, path, body, {"Host": host, **headers})
        finally:
            connection.close()

    def ask_plainly(self, path: str) -> tuple[int, dict[str, str], bytes]:
        return _asked(HTTPConnection("127.0.0.1", self.plain, timeout=PATIENCE), "GET", path, None, {"Host": NAME})


def _asked(
    connection: HTTPConnection, method: str, path: str, body: bytes | None, headers: dict[str, str]
) -> tuple[int, dict[str, str], bytes]:
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@contextmanager
def standing(folder: Path, database: str, *, log: Path | None = None) -> Iterator[Stack]:
    """Archive and proxy over this database, until the end; what they say into `log`, or where everything is said."""
    stack = Stack(folder)
    main = stack.configuration()
    more = {
        "DATABASE_URL": database, "BEHIND_PROXY": "1", "SECRET_KEY": "of a test, and long enough for one" * 2,
        "ALLOWED_HOSTS": f"{NAME},127.0.0.1", "CSRF_TRUSTED_ORIGINS": f"https://{NAME}",
    }  # fmt: skip
    with log.open("wb") if log else nullcontext() as said:
        own: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": said, "stderr": said, "start_new_session": True}
        archive = subprocess.Popen(
            [ROOT / "script" / "server", "--no-load", "--port", str(stack.archive)], env={**os.environ, **more}, **own
        )
        program = subprocess.Popen([proxy() or "nginx", "-c", main], **own)
    stack.programs = (archive.pid, program.pid)
    try:
        _wait(f"http://127.0.0.1:{stack.archive}/healthz", archive)
        yield stack
    finally:
        for process in (archive, program):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=60)


def _wait(address: str, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError("The archive did not start; its reasons stand above.")
