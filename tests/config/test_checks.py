import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.conf import settings as django_settings
from django.core.checks import CheckMessage
from django.db import connection
from pytest_django import Settings

from config import checks


def ids(messages: list[CheckMessage]) -> list[str]:
    return [str(message.id) for message in messages]


@pytest.fixture
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.mark.usefixtures("nothing_given")
def test_production_demands_secret_and_database_and_names_the_remedy(settings: Settings) -> None:
    settings.ARCHIVE_PRODUCTION = True
    found = checks.check_production()
    assert ids(found) == ["config.E002", "config.E003"]
    assert [str(message.hint).split()[1].split("=")[0] for message in found] == ["SECRET_KEY", "DATABASE_URL"]


def test_production_with_both_is_content(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ARCHIVE_PRODUCTION = True
    monkeypatch.setenv("SECRET_KEY", "x" * 50)
    monkeypatch.setenv("DATABASE_URL", "postgresql://archive@127.0.0.1/archive")
    assert checks.check_production() == []
    assert checks.check_deploy() == []


@pytest.mark.usefixtures("nothing_given")
def test_out_of_the_box_nothing_is_demanded_but_deploying_warns(settings: Settings) -> None:
    settings.ARCHIVE_PRODUCTION = False
    assert checks.check_production() == []
    assert ids(checks.check_deploy()) == ["config.W004", "config.W002", "config.W003"]


def test_a_missing_folder_of_sources_is_named(settings: Settings, tmp_path: Path) -> None:
    settings.ARCHIVE_SOURCES = tmp_path / "gone"
    (found,) = checks.check_sources()
    assert found.msg == f"The folder of the sources is not there: {tmp_path / 'gone'}"
    assert "ARCHIVE_SOURCES" in str(found.hint)
    settings.ARCHIVE_SOURCES = tmp_path
    assert checks.check_sources() == []


def test_translations_that_are_not_compiled_are_named_with_the_remedy(settings: Settings, tmp_path: Path) -> None:
    settings.LOCALE_PATHS = [tmp_path]
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").touch()
    (missing,) = checks.check_translations()
    assert (missing.id, missing.is_serious()) == ("config.E005", True)
    assert missing.msg == f"The translations are not compiled: {folder / 'django.mo'}"
    assert str(missing.hint).startswith("Run manage.py compile_translations")
    (folder / "django.mo").touch()
    assert checks.check_translations() == []
    os.utime(folder / "django.po", (2e9, 2e9))
    (older,) = checks.check_translations()
    assert (older.id, older.is_serious()) == ("config.W006", False)


def test_sqlite_without_fts5_is_an_error_and_no_matter_of_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.check_fts5() == []
    monkeypatch.setattr(checks, "sqlite_has_fts5", lambda: False)
    assert ids(checks.check_fts5()) == (["config.E001"] if connection.vendor == "sqlite" else [])


@pytest.mark.django_db
def test_the_server_below_the_tests_is_new_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.check_postgresql(databases=["default"]) == []
    monkeypatch.setattr(checks, "OLDEST_POSTGRESQL", 1000)
    expected = ["config.E004"] if connection.vendor == "postgresql" else []
    assert ids(checks.check_postgresql(databases=["default"])) == expected


@pytest.mark.django_db
def test_a_database_without_arabic_letters_is_refused_with_the_way_to_make_another() -> None:
    """As `createdb` makes it on a machine whose language nobody chose."""
    if connection.vendor != "postgresql":
        assert checks.check_postgresql(databases=["default"]) == []
        return
    known = connection.get_connection_params() | {"dbname": "postgres"}
    for unneeded in ("cursor_factory", "context", "prepare_threshold"):
        known.pop(unneeded, None)
    name = f"{connection.settings_dict['NAME']}_ascii"
    with psycopg.connect(**known, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} ENCODING SQL_ASCII TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'")
        try:
            environment = {**os.environ, "DATABASE_URL": _address(name)}
            done = subprocess.run(
                [sys.executable, "manage.py", "migrate"],
                cwd=django_settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
    assert (done.returncode, "(config.E007) The database holds texts as SQL_ASCII" in done.stderr) == (1, True)
    assert "Traceback" not in done.stderr


def _address(name: str) -> str:
    found = connection.settings_dict
    password = f":{found['PASSWORD']}" if found["PASSWORD"] else ""
    return f"postgresql://{found['USER']}{password}@{found['HOST']}:{found['PORT'] or 5432}/{name}"
