"""What is written down of requests and faults: a line each, with the request's id; JSON where the public reads.

No line holds whose address asked, what was sought, or what a form held; that of a sign-in alone names account and
address. A fault's line has its traceback.
"""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

#: The id of the request that this thread answers; empty between requests and in commands.
request_id: ContextVar[str] = ContextVar("request_id", default="")

#: What could begin a line of its own, or turn the direction of one: nobody writes lines in our name.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
#: Of a message that quotes what somebody sent.
_LONGEST = 2_000


def on_one_line(text: str) -> str:
    """The text with its control characters written out, and no longer than a line should be."""
    return _CONTROLS.sub(lambda found: found.group().encode("unicode_escape").decode(), text)[:_LONGEST]


class ReadableLines(logging.Formatter):
    """For people at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        known = request_id.get()
        line = f"{_moment(record)} {record.levelname} {record.name}: {on_one_line(record.getMessage())}"
        line += f" [{known}]" if known else ""
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


class JsonLines(logging.Formatter):
    """For programs: one object a line, in ASCII."""

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, Any] = {
            "time": _moment(record),
            "level": record.levelname,
            "logger": record.name,
            "message": on_one_line(record.getMessage()),
            **getattr(record, "fields", {}),
        }
        if known := request_id.get():
            said["request_id"] = known
        if record.exc_info:
            said["exception"] = self.formatException(record.exc_info)
        return json.dumps(said, default=str)


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


class Refused(logging.Filter):
    """What a visitor sent and we refused (a host that is not ours, a form without end): one quiet line, no fault of
    ours, no traceback. Asked where lines are written, so of every kind of refusal that Django has a logger for."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("django.security"):
            record.exc_info, record.exc_text = None, None
            record.levelno, record.levelname = logging.WARNING, "WARNING"
        return True


class WithoutQueries(logging.Filter):
    """The server names the whole address where something fails: what was sought in it is nobody's business."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                one.partition("?")[0] if isinstance(one, str) and one.startswith("/") else one for one in record.args
            )
        return True


def settings_for(*, production: bool) -> dict[str, Any]:
    """Django's LOGGING: everything to the console, which systemd or the container keeps."""
    to_console = {"handlers": ["console"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"chosen": {"()": JsonLines if production else ReadableLines}},
        "filters": {"refused": {"()": Refused}, "without_queries": {"()": WithoutQueries}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "chosen", "filters": ["refused"]}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            # Errors go to the console: with DEBUG off Django would only mail them.
            "django": {**to_console, "level": "WARNING"},
            # A wrong address is the visitor's, not ours.
            "django.request": {**to_console, "level": "ERROR"},
            "django.security": {**to_console, "level": "WARNING"},
            "django.server": {**to_console, "level": "INFO"},
            # A line for each request where the public reads, at home for faults only.
            "archive.requests": {"level": "INFO" if production else "ERROR"},
            "gunicorn.error": {**to_console, "level": "ERROR", "filters": ["without_queries"]},
            # It warns of every HEAD that Django answers with a body, and drops the body as it should.
            "gunicorn.http.wsgi": {"level": "ERROR"},
            # Who signed in, and who did not (config.sign_in_log says it; axes would say it again).
            "archive.signing_in": {"level": "INFO"},
            "axes": {"level": "ERROR"},
        },
    }
