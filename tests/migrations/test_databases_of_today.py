"""A database made with the five steps that one replaces: it migrates, and then is what a new one is.

`database_at_0005.*.sql` makes such a database with the list of its migrations: what SQLite kept (`sqlite_master`), and
the statements of the five (`sqlmigrate`) for PostgreSQL, which itself words a dump otherwise than what it was told.
The order of columns is not compared: rows are asked for by name.
"""

import sqlite3
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from tests.own_database import own_database, run_program

AS_OF_0005 = Path(__file__).parent

# What there is of each kind on PostgreSQL, a row a thing; all of them in the words of the server itself.
_POSTGRESQL = {
    "column": """
        SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default,
               is_identity, identity_generation
        FROM information_schema.columns WHERE table_schema = 'public'
    """,
    "constraint": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    """,
    "index": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "trigger": "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "sequence": "SELECT sequencename, data_type::text, start_value, increment_by FROM pg_sequences",
}


@pytest.mark.django_db
def test_it_migrates_to_the_schema_of_a_new_one(tmp_path: Path) -> None:
    with own_database(tmp_path) as address:
        new = schema(address)
        applied = migrations(address)

    with own_database(tmp_path, migrated=False) as address:
        run_sql(address, (AS_OF_0005 / f"database_at_0005.{connection.vendor}.sql").read_text())
        before = migrations(address)
        run_program(address, "manage.py", "migrate", "--verbosity=0")
        old = schema(address)
        after = migrations(address)

    assert old == new
    assert len([line for line in new if line.startswith(("table archive_", "column archive_"))]) > 25
    assert ("archive", "0005_meaning") in before
    assert after == before | applied


@pytest.mark.django_db
def test_no_migration_is_wanting() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def schema(address: str) -> list[str]:
    """A line a column, constraint, index, trigger; sorted."""
    if address.startswith("sqlite"):
        with sqlite3.connect(sqlite_file(address)) as database:
            rows = database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL").fetchall()
        return sorted(line for kind, name, sql in rows for line in _parts(kind, name, sql))
    with psycopg.connect(address) as server:
        return sorted(
            f"{kind} {' '.join(map(str, row))}" for kind, sql in _POSTGRESQL.items() for row in server.execute(sql)
        )


def _parts(kind: str, name: str, sql: str) -> list[str]:
    """What SQLite keeps is the statement: of a table each column and constraint is a line."""
    if kind != "table":
        return [f"{kind} {name} {sql}"]
    inside = sql[sql.index("(") + 1 : sql.rindex(")")]
    # commas outside parentheses and quotes
    parts, depth, quote, start = [], 0, "", 0
    for place, character in enumerate(inside):
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character == "," and not depth:
            parts.append(inside[start:place])
            start = place + 1
        else:
            depth += (character == "(") - (character == ")")
    after = sql[sql.rindex(")") + 1 :]
    return [f"table {name} {' '.join(part.split())}{after}" for part in [*parts, inside[start:]]]


def migrations(address: str) -> set[tuple[str, str]]:
    listing = "SELECT app, name FROM django_migrations"
    if address.startswith("sqlite"):
        with sqlite3.connect(sqlite_file(address)) as database:
            return set(database.execute(listing).fetchall())
    with psycopg.connect(address) as server:
        return set(server.execute(listing).fetchall())


def run_sql(address: str, sql: str) -> None:
    if address.startswith("sqlite"):
        with sqlite3.connect(sqlite_file(address)) as database:
            database.executescript(sql)
    else:
        with psycopg.connect(address) as server:
            server.execute(sql)


def sqlite_file(address: str) -> str:
    return address.removeprefix("sqlite:///")
