"""Signal 9 at any moment of a load leaves the last whole document; the next run ends in the same rows."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

MOMENTS = 20


@pytest.fixture
def empty_database(tmp_path: Path) -> Iterator[str]:
    """The address of a database of its own, of the kind that the suite runs on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'killed.sqlite3'}"
        return
    import psycopg
    from psycopg import sql

    found = connection.settings_dict
    name = f"{found['NAME']}_killed_{os.getpid()}"
    known = {"host": found["HOST"], "port": found["PORT"], "user": found["USER"], "password": found["PASSWORD"]}
    server = {key: value for key, value in known.items() if value}
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    password = f":{found['PASSWORD']}" if found["PASSWORD"] else ""
    yield f"postgresql://{found['USER']}{password}@{found['HOST']}:{found['PORT'] or 5432}/{name}"
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as admin:
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def run(database: str, *command: str) -> str:
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


@pytest.mark.django_db
def test_a_killed_load_is_made_good_by_the_next_one(empty_database):
    run(empty_database, "manage.py", "migrate", "--verbosity=0")
    program = str(Path(__file__).with_name("killed_loads.py"))
    told = run(empty_database, program, str(settings.BASE_DIR / "sources"), str(MOMENTS))
    results = json.loads(told.splitlines()[-1])
    expected = {"killed": True, "same_rows": True, "running": 0}
    assert len({result["at"] for result in results}) == MOMENTS
    assert results == [{"at": result["at"], **expected} for result in results]
