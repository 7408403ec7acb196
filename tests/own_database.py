"""A database of a test's own, of the kind that the suite runs on, and programs that run on it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection


@contextmanager
def own_database(folder: Path, *, migrated: bool = True, part: str = "") -> Iterator[str]:
    """The address of an empty database: a file in `folder`, or one made on the server and dropped.

    `part` tells those apart that are there at the same time.
    """
    if connection.vendor == "sqlite":
        file = folder / "own.sqlite3"
        file.unlink(missing_ok=True)
        address = f"sqlite:///{file}"
        if migrated:
            run_program(address, "manage.py", "migrate", "--verbosity=0")
        yield address
        return
    import psycopg
    from psycopg import sql

    found = connection.settings_dict
    name = f"{found['NAME']}_own_{os.getpid()}{part}"
    known = {"host": found["HOST"], "port": found["PORT"], "user": found["USER"], "password": found["PASSWORD"]}
    server = {key: value for key, value in known.items() if value}
    password = f":{found['PASSWORD']}" if found["PASSWORD"] else ""
    address = f"postgresql://{found['USER']}{password}@{found['HOST']}:{found['PORT'] or 5432}/{name}"
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        if migrated:
            run_program(address, "manage.py", "migrate", "--verbosity=0")
        yield address
    finally:
        with psycopg.connect(dbname="postgres", autocommit=True, **server) as admin:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def run_program(database: str, *command: str) -> str:
    """What the program writes; it must end well."""
    environment = {
        **os.environ,
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    done = subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, cwd=settings.BASE_DIR, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
