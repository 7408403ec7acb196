"""What is written down of a request: its id and its path, never what was sought nor from where."""

import io
import json
import logging
import re
import sys

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from config.logs import JsonLines, ReadableLines, Refused, WithoutQueries, request_id, settings_for
from config.requests import RequestLog

UUID = re.compile(r"[0-9a-f]{32}")
PROXYS = "4bf92f3577b34da6a3ce929d0e0e4736"


#: What refuses by itself, each with a logger of its own below `django.security`.
_WATCHED = ("archive.requests", "django.security.DisallowedHost", "django.security.TooManyFieldsSent")


def record(message: str, *args: object, name: str = "archive", level: int = logging.WARNING) -> logging.LogRecord:
    made = logging.LogRecord(name, level, "module.py", 1, message, args, None)
    made.created = 1_800_000_000.5
    return made


def test_a_line_for_people_has_moment_level_logger_message_and_id() -> None:
    request_id.set("abc")
    assert ReadableLines().format(record("a %s", "b")) == "2027-01-15T08:00:00.500+00:00 WARNING archive: a b [abc]"
    request_id.set("")
    assert ReadableLines().format(record("a")) == "2027-01-15T08:00:00.500+00:00 WARNING archive: a"


def test_a_line_for_programs_is_one_object() -> None:
    request_id.set("abc")
    one = record("قيل")
    one.fields = {"status": 200}
    line = JsonLines().format(one)
    assert (line.isascii(), json.loads(line)) == (
        True,
        {
            "time": "2027-01-15T08:00:00.500+00:00",
            "level": "WARNING",
            "logger": "archive",
            "message": "قيل",
            "status": 200,
            "request_id": "abc",
        },
    )


@pytest.mark.parametrize("formatter", [ReadableLines(), JsonLines()])
def test_nobody_writes_a_line_of_his_own(formatter: logging.Formatter) -> None:
    told = formatter.format(record("Invalid host %s", "x\r\n2027 ERROR archive: all is lost\u202e\x1b[31m"))
    assert (len(told.splitlines()), "\x1b" in told, "\u202e" in told) == (1, False, False)


def test_a_fault_keeps_its_traceback() -> None:
    one = record("failed")
    try:
        raise RuntimeError("the cause")
    except RuntimeError:
        one.exc_info = sys.exc_info()
    assert json.loads(JsonLines().format(one))["exception"].endswith("RuntimeError: the cause")
    assert ReadableLines().format(one).endswith("RuntimeError: the cause")


def test_the_server_names_an_address_without_what_was_sought() -> None:
    one = record("Error handling request %s", "/recommendations/?q=secret")
    assert (WithoutQueries().filter(one), one.getMessage()) == (True, "Error handling request /recommendations/")


@pytest.fixture
def written(caplog: pytest.LogCaptureFixture) -> io.StringIO:
    """What the log of a public server holds."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    configured = settings_for(production=True)
    for name in configured["handlers"]["console"]["filters"]:
        handler.addFilter(configured["filters"][name]["()"]())
    for name in _WATCHED:
        logger = logging.getLogger(name)
        caplog.set_level(logging.INFO, logger=name)
        logger.addHandler(handler)
        caplog.handler.addFilter(lambda one: True)
    yield stream
    for name in _WATCHED:
        logging.getLogger(name).removeHandler(handler)


def lines(written: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


@pytest.mark.django_db
def test_a_request_leaves_one_line_without_address_and_without_query(client: Client, written: io.StringIO) -> None:
    response = client.get(
        "/recommendations/?q=%D8%B3%D8%B1",
        headers={"User-Agent": "a browser", "Referer": "https://elsewhere.example/?q=x", "Cookie": "sessionid=1"},
        REMOTE_ADDR="192.0.2.7",
    )
    (line,) = lines(written)
    taken = line.pop("milliseconds"), line.pop("time"), line.pop("message")
    assert taken[2].startswith("GET /recommendations/ 200 in ")
    assert line == {
        "level": "INFO",
        "logger": "archive.requests",
        "method": "GET",
        "path": "/recommendations/",
        "status": 200,
        "kind": "recommendations",
        "origin": "made",
        "request_id": response.headers["X-Request-ID"],
    }
    assert UUID.fullmatch(response.headers["X-Request-ID"])


@pytest.mark.django_db
def test_a_host_that_is_not_ours_leaves_one_quiet_line(client: Client, written: io.StringIO) -> None:
    assert client.get("/", headers={"Host": "elsewhere.example"}).status_code == 400
    first, second = lines(written)
    assert ((first["level"], first["logger"], "exception" in first), second["logger"]) == (
        ("WARNING", "django.security.DisallowedHost", False),
        "archive.requests",
    )


def test_what_visitors_get_wrong_is_no_error_of_ours() -> None:
    for name, level, has_traceback in (
        ("django.security.DisallowedHost", "WARNING", False),
        ("django.security.TooManyFieldsSent", "WARNING", False),
        ("django.request", "ERROR", True),
    ):
        one = record("Invalid HTTP_HOST header", name=name, level=logging.ERROR)
        one.exc_info = (ValueError, ValueError("x"), None)
        assert (Refused().filter(one), one.levelname, one.exc_info is not None) == (True, level, has_traceback)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/recommendations/export.csv", "/list/", "/resolve/", "/admin/login/"])
def test_a_form_without_end_leaves_quiet_lines(client: Client, written: io.StringIO, address: str) -> None:
    form = "&".join(f"a{number}=1" for number in range(5000))
    answer = client.post(address, form, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 400 and "Traceback" not in answer.content.decode()
    assert {(line["level"], "exception" in line) for line in lines(written)} <= {("WARNING", False), ("INFO", False)}


def answered_id(sent: str | None) -> str:
    headers = {} if sent is None else {"X-Request-ID": sent}
    answer = RequestLog(lambda request: HttpResponse(request_id.get()))(RequestFactory().get("/", headers=headers))
    assert isinstance(answer, HttpResponse) and answer.content.decode() == answer.headers["X-Request-ID"]
    return answer.headers["X-Request-ID"]


def test_the_id_of_a_proxy_is_taken_only_where_one_stands_before_us(settings: Settings) -> None:
    settings.BEHIND_PROXY = False
    assert UUID.fullmatch(answered_id(PROXYS)) and answered_id(PROXYS) != PROXYS
    settings.BEHIND_PROXY = True
    assert answered_id(PROXYS) == PROXYS


@pytest.mark.parametrize("sent", ["", "short", "with a blank inside", "x" * 65, "aaaaaaaa\u202e", "<script>al", None])
def test_an_id_that_is_none_is_made_anew(settings: Settings, sent: str | None) -> None:
    settings.BEHIND_PROXY = True
    assert UUID.fullmatch(answered_id(sent))


def test_a_fault_of_ours_is_an_error_line() -> None:
    def failing(request: HttpRequest) -> HttpResponse:
        return HttpResponse(status=500)

    logger = logging.getLogger("archive.requests")
    found: list[logging.LogRecord] = []
    handler = logging.Handler()
    handler.emit = found.append  # type: ignore[method-assign]
    logger.addHandler(handler)
    RequestLog(failing)(RequestFactory().get("/x"))
    logger.removeHandler(handler)
    assert [one.levelname for one in found] == ["ERROR"]
