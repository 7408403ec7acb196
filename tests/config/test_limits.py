"""A reader's request ends whatever the database does; commands take their time."""

import socket
import threading
from collections.abc import Iterator

import pytest
from django.db import OperationalError, connection

from archive.record.troubles import DEAD, SLOW, trouble_of
from config.limits import Patience, patience
from config.postgresql.base import DatabaseWrapper
from tests.own_database import run_program

#: What Django itself says of every database that is not told.
_REST = {
    "AUTOCOMMIT": True, "ATOMIC_REQUESTS": False, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": False, "TIME_ZONE": None,
    "NAME": "archive", "USER": "amina", "PASSWORD": "", "HOST": "127.0.0.1",
}  # fmt: skip


@pytest.fixture
def hurried() -> Iterator[Patience]:
    patience.statement = 0.3
    yield patience
    patience.statement = None
    patience.told_alive()


@pytest.fixture
def mute() -> Iterator[int]:
    """The port of a server that takes connections and says nothing, as one that was stopped does."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def server_at(port: int) -> DatabaseWrapper:
    return DatabaseWrapper({**_REST, "PORT": port, "OPTIONS": {"connect_timeout": 2}}, "mute")


@pytest.mark.django_db
def test_a_server_that_says_nothing_is_given_up_and_not_asked_again_at_once(mute: int, hurried: Patience) -> None:
    with pytest.raises(OperationalError) as raised:
        server_at(mute).ensure_connection()
    assert trouble_of(raised.value) is DEAD
    with pytest.raises(OperationalError, match="did not answer a moment ago") as raised:
        server_at(mute).ensure_connection()
    assert trouble_of(raised.value) is DEAD


def test_of_a_silent_database_one_thread_asks_again(hurried: Patience) -> None:
    hurried.told_silent()
    assert hurried.may_try() is False
    # The pause is over.
    hurried._silent_until["default"] = 0.1
    found: list[bool] = []
    threads = [threading.Thread(target=lambda: found.append(hurried.may_try())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [False] * 7 + [True]
    hurried.told_alive()
    assert [hurried.may_try(), hurried.may_try()] == [True, True]


@pytest.mark.django_db(transaction=True)
def test_a_statement_that_takes_too_long_is_stopped_and_the_connection_goes_on(hurried: Patience) -> None:
    if connection.vendor != "postgresql":
        # The embedded database computes in this very process: only its lock is waited for.
        assert connection.settings_dict["OPTIONS"]["timeout"] == 20
        return
    with connection.cursor() as cursor:
        with pytest.raises(OperationalError) as raised:
            cursor.execute("SELECT pg_sleep(60)")
        assert trouble_of(raised.value) is SLOW
        cursor.execute("SELECT 1")
        assert (cursor.fetchone(), hurried.is_silent()) == ((1,), False)


def test_only_the_server_hurries(tmp_path: object) -> None:
    program = "import django; django.setup(); from config.limits import patience; print(patience.statement)"
    address = f"sqlite:///{tmp_path}/a.sqlite3"
    assert run_program(address, "-c", program) == "None\n"
    assert run_program(address, "-c", f"import config.wsgi; {program}") == "3.0\n"
