"""A database that the benchmark makes and drops; it never touches the archive's own."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from script.suite import find_postgresql

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Database:
    """`url` for DATABASE_URL; `server` is empty for a file."""

    url: str
    name: str
    server: str = ""

    def drop(self) -> None:
        if self.server:
            _execute(self.server, "DROP DATABASE IF EXISTS {}", self.name)
            return
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.name}{ending}").unlink(missing_ok=True)


def make_database(kind: str, size: str) -> Database:
    """Make an empty one for this size, or give the one that --keep has left. SystemExit where no server answers."""
    if kind == "sqlite":
        path = ROOT / "var" / f"benchmark-{size}.sqlite3"
        path.parent.mkdir(exist_ok=True)
        return Database(f"sqlite:///{path}", str(path))
    found = find_postgresql()
    if not found.url:
        raise SystemExit(f"No PostgreSQL: {found.reason}")
    parts = urlsplit(found.url)
    name = f"archive_benchmark_{size}"
    server = urlunsplit(parts._replace(path="/postgres"))
    with psycopg.connect(server) as connection:
        there = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
    if not there:
        _execute(server, "CREATE DATABASE {}", name)
    return Database(urlunsplit(parts._replace(path=f"/{name}")), name, server)


def _execute(server: str, statement: str, name: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))
