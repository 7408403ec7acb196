"""The worker of the server: an address of any length is answered by a page, up to a limit of ours.

gunicorn itself takes no request line of more than 8,190 bytes and answers a longer one with two bare words. A pasted
paragraph is longer: every Arabic letter of it has six bytes in an address.
"""

import os
import socket
import time
from typing import Any

from gunicorn import util
from gunicorn.http import message
from gunicorn.http.errors import LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker

#: So many bytes are read of a request line: a page and a half of Arabic text, and no burden for a server.
LONGEST_LINE = 65_536
#: Seconds after which a request hangs. The whole archive as PDF, the longest of all, takes a minute and a half.
LONGEST_REQUEST = 300
#: What was sent besides is read before the answer, else the connection is cut with the answer in it.
_MOST_DRAINED = 4 * 1024 * 1024
_PAGE = """<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>العنوان أطول مما يُقرأ</title>
</head>
<body>
<h1>العنوان أطول مما يُقرأ</h1>
<p><a href="/resolve/">الصق النص في صفحة الإحالات</a> فتُعرف الإحالات فيه،
أو <a href="/recommendations/">ابحث بكلمات أقل</a>.</p>
<p lang="en" dir="ltr">This address is too long to be read.
<a href="/en/resolve/">Paste the text to find its references</a>,
or <a href="/en/recommendations/">search for fewer words</a>.</p>
</body>
</html>
"""


class Worker(ThreadWorker):  # type: ignore[misc]
    """Raises gunicorn's highest limit to ours and answers what is longer still with a page.

    And it makes room for another where a request does not end: gunicorn's own limit (`--timeout`) looks at the loop
    that takes requests in, never at the threads that answer them.
    """

    alive: bool

    def __init__(self, *given: Any) -> None:
        # Made again where somebody took it away: the server would end over the first worker that it cannot replace.
        folder = given[5].worker_tmp_dir
        if folder:
            os.makedirs(folder, exist_ok=True)
        super().__init__(*given)

    def init_process(self) -> None:
        message.MAX_REQUEST_LINE = LONGEST_LINE
        self._began: dict[int, float] = {}
        super().init_process()

    def handle(self, conn: Any) -> Any:
        self._began[id(conn)] = time.monotonic()
        try:
            return super().handle(conn)
        finally:
            self._began.pop(id(conn), None)

    def notify(self) -> None:
        super().notify()
        oldest = min(list(self._began.values()), default=None)
        if self.alive and oldest is not None and time.monotonic() - oldest > LONGEST_REQUEST:
            self.log.error("A request has not ended in %s seconds; another worker takes over.", LONGEST_REQUEST)
            # The others are answered, for as long as --graceful-timeout says; what hangs is killed with the process.
            self.alive = False

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        if not isinstance(exc, LimitRequestLine):
            super().handle_error(req, client, addr, exc)
            return
        try:
            _drain(client)
            util.write(client, _answer())
        except OSError:
            self.log.debug("Whoever sent too long an address has gone.")


def _answer() -> bytes:
    body = _PAGE.encode()
    head = (
        "HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Security-Policy: default-src 'none'\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode("ascii") + body


def _drain(client: socket.socket) -> None:
    client.settimeout(0.2)
    left = _MOST_DRAINED
    try:
        while left > 0 and (data := client.recv(65_536)):
            left -= len(data)
    except TimeoutError:
        return
    finally:
        client.settimeout(5)
