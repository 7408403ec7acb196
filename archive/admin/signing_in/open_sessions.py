"""By which sessions an account is signed in, and their end."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone


@dataclass(frozen=True)
class OpenSession:
    """A session that somebody is signed in by. None is known of the browser or its address: neither is kept."""

    key: str
    began: datetime | None
    seen: datetime | None


def open_sessions(account: Any) -> list[OpenSession]:
    """The sessions by which this account is signed in, the one used last first.

    Whom a session belongs to stands inside it alone; staff are few, and all of theirs are read.
    """
    moments = settings.SESSION_MOMENTS
    found = [OpenSession(key, *(_moment(held.get(name)) for name in moments)) for key, held in _held_by(account)]
    return sorted(found, key=lambda one: one.seen or datetime.min.replace(tzinfo=UTC), reverse=True)


def end_sessions(account: Any, *, but: str | None = None) -> int:
    """Signs the account out everywhere, but for the session with that key. Gives how many were ended."""
    keys = [key for key, _held in _held_by(account) if key != but]
    return Session.objects.filter(session_key__in=keys).delete()[0]


def _held_by(account: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    began, _seen = settings.SESSION_MOMENTS
    now = int(time.time())
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        held = session.get_decoded()
        of_account = held.get(SESSION_KEY) == str(account.pk)
        # Neither one from before a change of password nor one that has lasted a working day opens anything.
        is_over = now - held.get(began, now) >= settings.SESSION_LONGEST
        if of_account and not is_over and held.get(HASH_SESSION_KEY) == account.get_session_auth_hash():
            yield session.session_key, held


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
