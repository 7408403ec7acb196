"""How long a session of staff lasts: so long as it is used, and never longer than a working day."""

import time
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

from config.middleware import GetResponse

_BEGAN, _SEEN = settings.SESSION_MOMENTS
#: Seconds for which a session is not written again: what is read costs the database no change each time.
_PAUSE = 60


def listen() -> None:
    """Stamps each session as somebody signs in."""
    user_logged_in.connect(_stamp, dispatch_uid="bounded_sessions")


def _stamp(request: HttpRequest, **_more: Any) -> None:
    request.session[_BEGAN] = request.session[_SEEN] = int(time.time())


class BoundedSessions:
    """Ends a session after SESSION_LONGEST seconds, and keeps one that is used from ending by itself.

    Stands behind AuthenticationMiddleware. Nobody's session is looked at who sends no cookie of one.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            self._look_at(request, request.session)
        return self.get_response(request)

    def _look_at(self, request: HttpRequest, session: SessionBase) -> None:
        if SESSION_KEY not in session:
            return
        now = int(time.time())
        # One of before there was this rule is counted from now.
        began = session.setdefault(_BEGAN, now)
        # One that began later than now was stamped by a clock that has been set back since.
        if not 0 <= now - began < settings.SESSION_LONGEST:
            logout(request)
        elif abs(now - session.get(_SEEN, 0)) >= _PAUSE:
            session[_SEEN] = now
