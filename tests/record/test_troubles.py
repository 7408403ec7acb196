"""What is wrong with a database is told from what it really says, on each engine."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction
from django.db.utils import DatabaseErrorWrapper

from archive.record import troubles
from archive.record.troubles import Trouble, trouble_of


class Raw:
    """A connection of SQLite's own whose errors come as Django gives them."""

    def __init__(self, address: str) -> None:
        self.connection = sqlite3.connect(address, uri=True, timeout=0)
        self.wrapper = DatabaseErrorWrapper(type("Wrapper", (), {"Database": sqlite3, "errors_occurred": False})())

    def trouble(self, *statements: str) -> Trouble | None:
        with pytest.raises(DatabaseError) as raised, self.wrapper:
            for statement in statements:
                self.connection.execute(statement)
        return trouble_of(raised.value)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "a.sqlite3"
    made = sqlite3.connect(path)
    made.executescript("CREATE TABLE text (words TEXT); INSERT INTO text VALUES ('قناة');")
    made.close()
    yield path


def test_a_file_that_another_program_holds(file: Path) -> None:
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert Raw(f"file:{file}").trouble("SELECT * FROM text") is troubles.LOCKED


def test_a_file_that_may_not_be_written(file: Path) -> None:
    assert Raw(f"file:{file}?mode=ro").trouble("DELETE FROM text") is troubles.READ_ONLY


def test_a_file_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    wrapper = Raw(":memory:").wrapper
    with pytest.raises(DatabaseError) as raised, wrapper:
        sqlite3.connect(tmp_path / "nowhere" / "a.sqlite3")
    assert trouble_of(raised.value) is troubles.READ_ONLY


def test_a_disk_without_room(file: Path) -> None:
    fill = "INSERT INTO text VALUES (hex(zeroblob(100000)))"
    assert Raw(f"file:{file}").trouble("PRAGMA max_page_count = 3", fill) is troubles.FULL


def test_a_file_that_is_damaged(file: Path) -> None:
    file.write_bytes(b"no database at all, but long enough to be one" * 100)
    assert Raw(f"file:{file}").trouble("SELECT * FROM text") is troubles.CORRUPT


@pytest.mark.parametrize(
    "statement", ["SELECT * FROM gone", "SELECT gone FROM text", "INSERT INTO text (gone) VALUES (1)"]
)
def test_a_file_without_the_tables_of_this_version(file: Path, statement: str) -> None:
    assert Raw(f"file:{file}").trouble(statement) is troubles.HALF_MIGRATED


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["SELECT 1 FROM archive_gone", "SELECT gone FROM archive_meeting"])
def test_tables_that_are_not_there(statement: str) -> None:
    with pytest.raises(DatabaseError) as raised, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert trouble_of(raised.value) is troubles.HALF_MIGRATED


@pytest.mark.django_db
def test_a_fault_of_ours_is_no_trouble_of_the_database() -> None:
    with pytest.raises(DatabaseError) as raised, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELEKT")
    assert [trouble_of(error) for error in (raised.value, IntegrityError("twice"), ValueError("x"), None)] == [None] * 4


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("57014", troubles.SLOW),
        ("57P01", troubles.DEAD),
        ("57P03", troubles.DEAD),
        ("08006", troubles.DEAD),
        ("53300", troubles.DEAD),
        ("55P03", troubles.LOCKED),
        ("40P01", troubles.LOCKED),
        ("53100", troubles.FULL),
        ("25006", troubles.READ_ONLY),
        ("XX001", troubles.CORRUPT),
        ("42P01", troubles.HALF_MIGRATED),
        ("42601", None),
    ],
)
def test_states_of_postgresql(state: str, expected: Trouble | None) -> None:
    error = OperationalError("what the server says")
    error.__cause__ = psycopg.errors.lookup(state)("what the server says")
    assert trouble_of(error) is expected


def test_a_connection_that_is_gone_and_what_is_raised_while_another_error_is_handled() -> None:
    error: Any = OperationalError("server closed the connection unexpectedly")
    error.__cause__ = psycopg.OperationalError("server closed the connection unexpectedly")
    late = RuntimeError("while answering")
    late.__context__ = error
    assert [trouble_of(error), trouble_of(late)] == [troubles.DEAD] * 2
