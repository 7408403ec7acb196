"""A session that somebody else holds is left as it is; one that is gone is not made up again."""

import threading

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.db import connection, connections, transaction
from django.utils import timezone

from config.session_store import SessionStore

pytestmark = pytest.mark.django_db(transaction=True)


def _hold(key: str, held: threading.Event, done: threading.Event) -> None:
    """Another program writes the row and takes its time."""
    try:
        with transaction.atomic():
            Session.objects.filter(pk=key).update(expire_date=timezone.now())
            held.set()
            done.wait(30)
            transaction.set_rollback(True)
    finally:
        held.set()
        connections.close_all()


def test_a_session_that_is_held_is_left_for_the_next_request() -> None:
    store = SessionStore()
    store["seen"] = 1
    store.save()
    key = store.session_key
    assert key is not None
    held, done = threading.Event(), threading.Event()
    other = threading.Thread(target=_hold, args=(key, held, done))
    other.start()
    held.wait(30)
    try:
        with connection.cursor() as cursor:
            is_postgresql = connection.vendor == "postgresql"
            cursor.execute("SET lock_timeout = '200ms'" if is_postgresql else "PRAGMA busy_timeout = 200")
        store["seen"] = 2
        store.save()
    finally:
        done.set()
        other.join()
        connection.close()
    assert SessionStore(key)["seen"] == 1
    store.save()
    assert SessionStore(key)["seen"] == 2


def test_a_session_that_is_gone_is_refused_as_ever() -> None:
    store = SessionStore()
    store["seen"] = 1
    store.save()
    SessionStore(store.session_key).delete()
    with pytest.raises(UpdateError):
        store.save()
