"""The proxy's configuration, tried with nginx itself: alone, and with the archive behind it."""

import os
import signal
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests import surroundings
from tests.deploy.stack import NAME, PATIENCE, Stack, standing

pytestmark = pytest.mark.skipif(surroundings.proxy() is None, reason=surroundings.NO_PROXY)


@pytest.fixture
def stack(empty_database: str, tmp_path: Path) -> Iterator[Stack]:
    with standing(tmp_path, empty_database) as found:
        yield found


def test_nginx_takes_the_configuration(tmp_path: Path) -> None:
    main = Stack(tmp_path).configuration()
    said = subprocess.run([surroundings.proxy() or "", "-t", "-c", main], capture_output=True, text=True, check=False)
    assert (said.returncode, "test is successful" in said.stderr, "[warn]" in said.stderr) == (0, True, False), said


def slow_connections(stack: Stack, opened: ExitStack, opening: bytes) -> list[ssl.SSLSocket]:
    """Eight connections, as many as the archive has threads, which say a little and then drip."""
    context = ssl._create_unverified_context()
    found = []
    for _ in range(8):
        plain = opened.enter_context(socket.create_connection(("127.0.0.1", stack.secure), timeout=PATIENCE))
        one = opened.enter_context(context.wrap_socket(plain, server_hostname=NAME))
        one.sendall(opening)
        found.append(one)
    return found


def test_the_archive_behind_it(stack: Stack) -> None:
    assert stack.ask("/healthz")[0] == 200
    _names_and_limits(stack)
    _signing_in(stack)
    _slow_hands(stack)
    _without_the_archive(stack)


def _names_and_limits(stack: Stack) -> None:
    status, headers, _ = stack.ask_plainly("/meetings/?q=1")
    assert (status, headers["location"]) == (301, f"https://{NAME}/meetings/?q=1")
    status, headers, _ = stack.ask("/meetings/", **{"Accept-Encoding": "gzip, deflate, br"})
    names = ("content-encoding", "strict-transport-security")
    assert (status, *(headers[name] for name in names)) == (200, "br", "max-age=31536000")
    # The whole line that the contract promises; a byte more than the buffers hold is refused by the proxy.
    line = 65_536 - len("GET /recommendations/?q= HTTP/1.1\r\n")
    assert stack.ask("/recommendations/?q=" + "a" * line)[0] == 414
    assert "/resolve/" in stack.ask("/recommendations/?q=" + "a" * line)[2].decode()
    assert stack.ask("/recommendations/?q=" + "a" * 80_000)[0] == 414
    assert stack.ask("/resolve/", method="POST", body=b"x" * 3_200_000)[0] == 413
    assert [stack.ask(path)[0] for path in ("/metrics", "/readyz", "/static/nowhere.css")] == [404] * 3
    with pytest.raises(ssl.SSLError):
        ssl.create_default_context().wrap_socket(
            socket.create_connection(("127.0.0.1", stack.secure)), server_hostname="elsewhere.example"
        )


def _signing_in(stack: Stack) -> None:
    status, headers, body = stack.ask("/admin/login/")
    cookie = headers["set-cookie"]
    assert (status, cookie.startswith("__Host-csrftoken="), "Secure" in cookie, "HttpOnly" in cookie) == (
        200,
        True,
        True,
        True,
    )
    token = body.decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    form = f"csrfmiddlewaretoken={token}&username=nobody&password=wrong".encode()
    more = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": cookie.partition(";")[0],
        "Referer": f"https://{NAME}/admin/login/",
    }
    # Whoever says that he comes from elsewhere each time is the same for us all the same.
    statuses = [
        stack.ask("/admin/login/", method="POST", body=form, **more, **{"X-Forwarded-For": f"192.0.2.{number}"})[0]
        for number in range(6)
    ]
    assert statuses == [200] * 4 + [429] * 2


def _slow_hands(stack: Stack) -> None:
    head = f"POST /resolve/ HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 1000\r\n\r\n".encode()
    for opening in (b"G", head, b""):
        with ExitStack() as opened:
            connections = slow_connections(stack, opened, opening)
            ended = threading.Event()

            def drip(connections: list[ssl.SSLSocket] = connections, ended: threading.Event = ended) -> None:
                while not ended.wait(1):
                    for one in connections:
                        try:
                            one.sendall(b"x")
                        except OSError:
                            continue

            dripping = threading.Thread(target=drip)
            dripping.start()
            try:
                assert [stack.ask(path)[0] for path in ("/", "/meetings/", "/en/", "/api/v1/meetings/")] == [200] * 4
            finally:
                ended.set()
                dripping.join()


def _without_the_archive(stack: Stack) -> None:
    """What answers when nothing stands behind the proxy."""
    found = subprocess.run(
        ["pgrep", "-f", f"config.wsgi:application --bind 127.0.0.1:{stack.archive} "], capture_output=True, text=True
    )
    for process in found.stdout.split():
        os.kill(int(process), signal.SIGKILL)
    status, headers, body = stack.ask("/topics/")
    assert (status in (502, 504), headers["retry-after"], headers["cache-control"]) == (True, "10", "no-store")
    assert "الأرشيف لا يجيب الآن" in body.decode() and "The archive does not answer now" in body.decode()
    # No address and no question stands in the log.
    log = (stack.folder / "log" / "archive.log").read_text()
    assert ("127.0.0.1" in log, "q=" in log, "/topics/" in log) == (False, False, True)
