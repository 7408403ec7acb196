"""Who signed in, who signed out and who was refused, a line each: never a password, nor what stands for one.

A name is logged only if an account has it: who is in a hurry types his password into the field above.
"""

import logging
from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from config.addresses import client_address

_log = logging.getLogger("archive.signing_in")


def listen() -> None:
    """Connects the log to the signals of Django and axes."""
    user_logged_in.connect(_signed_in, dispatch_uid="sign_in_log")
    user_logged_out.connect(_signed_out, dispatch_uid="sign_in_log")
    user_login_failed.connect(_refused, dispatch_uid="sign_in_log")
    user_locked_out.connect(_locked, dispatch_uid="sign_in_log")


def say(event: str, request: HttpRequest | None, name: str | None) -> None:
    """One line: what happened, to which account, from which address."""
    known = bool(name) and get_user_model().objects.filter(username=name).exists()
    address = client_address(request) if request is not None else ""
    _log.info("%s: %s from %s", event, f"account {name}" if known else "no such account", address or "this machine")


def _signed_in(request: HttpRequest, user: Any, **_more: Any) -> None:
    say("signed in", request, user.get_username())


def _signed_out(request: HttpRequest, user: Any, **_more: Any) -> None:
    if user is not None:
        say("signed out", request, user.get_username())


def _refused(credentials: dict[str, Any], request: HttpRequest | None = None, **_more: Any) -> None:
    # What is locked is told by `_locked`.
    if not getattr(request, "axes_locked_out", False):
        say("sign-in refused", request, credentials.get("username"))


def _locked(request: HttpRequest, username: str | None, **_more: Any) -> None:
    say("sign-in locked", request, username)
