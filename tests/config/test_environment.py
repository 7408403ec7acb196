import re
import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from psycopg import IsolationLevel

from config import environment

VARIABLES = (
    "ARCHIVE_CONTACT ARCHIVE_PRODUCTION ARCHIVE_SOURCES ALLOWED_HOSTS DATABASE_URL DATABASE_REPLICA_URLS"
    " DJANGO_DEBUG SECRET_KEY"
).split()


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(environment, "VAR_DIR", tmp_path)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1", True), ("true", True), ("Yes", True), ("0", False), ("", False), (" off ", False)],
)
def test_a_switch_is_on_or_off(monkeypatch: pytest.MonkeyPatch, value: str, expected: bool) -> None:
    monkeypatch.setenv("DJANGO_DEBUG", value)
    assert environment.debug() is expected


def test_a_switch_that_is_neither_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_DEBUG", "maybe")
    with pytest.raises(ImproperlyConfigured, match=r"^DJANGO_DEBUG is 'maybe': use 1 for yes or 0 for no.$"):
        environment.debug()


@pytest.mark.parametrize("given", ["", "archive@example.org", "https://example.org/contact?a=1"])
def test_errors_are_reported_to_an_address_or_to_nobody(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("ARCHIVE_CONTACT", f" {given} ")
    assert environment.contact() == given


@pytest.mark.parametrize("given", ["the office", "a@b", "javascript:alert(1)", "a@example.org, b@example.org"])
def test_another_contact_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("ARCHIVE_CONTACT", given)
    with pytest.raises(ImproperlyConfigured, match=r"^ARCHIVE_CONTACT is .*: write an e-mail address"):
        environment.contact()


def test_out_of_the_box_only_this_machine_is_answered() -> None:
    assert environment.allowed_hosts() == ["localhost", "127.0.0.1", "[::1]"]


def test_hosts_are_read_with_commas_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "archive.example.org, www.example.org,")
    assert environment.allowed_hosts() == ["archive.example.org", "www.example.org"]


def test_a_secret_is_made_once_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    first, second = environment.secret_key(), environment.secret_key()
    assert len(first) >= 50
    assert second == first
    assert [(path.name, stat.S_IMODE(path.stat().st_mode)) for path in tmp_path.iterdir()] == [
        ("secret_key", 0o600)
    ]


def test_production_makes_up_neither_secret_nor_database(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARCHIVE_PRODUCTION", "1")
    assert environment.secret_key() == ""
    assert environment.database() == {}
    assert list(tmp_path.iterdir()) == []


def test_the_specimen_has_a_database_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ARCHIVE_SOURCES", "sources")
    assert environment.database()["NAME"] == tmp_path / "specimen.sqlite3"
    monkeypatch.setenv("ARCHIVE_SOURCES", str(tmp_path))
    assert environment.database()["NAME"] == tmp_path / "archive.sqlite3"


def test_a_sqlite_address_names_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/held%20texts.sqlite3")
    found = environment.database()
    assert (found["ENGINE"], found["NAME"], found["OPTIONS"]["transaction_mode"]) == (
        "django.db.backends.sqlite3",
        tmp_path / "held texts.sqlite3",
        "IMMEDIATE",
    )
    monkeypatch.setenv("DATABASE_URL", "sqlite:///var/mine.sqlite3")
    assert environment.database()["NAME"] == environment.BASE_DIR / "var" / "mine.sqlite3"


def test_a_postgresql_address_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://amina:p%40ss@db.example.org:5433/archive")
    found = environment.database()
    names = ("ENGINE", "USER", "PASSWORD", "HOST", "PORT", "NAME", "CONN_MAX_AGE", "CONN_HEALTH_CHECKS")
    assert [found[name] for name in names] == [
        "config.postgresql", "amina", "p@ss", "db.example.org", 5433, "archive", 60, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "url",
    [
        "mysql://root@localhost/x",
        "archive.sqlite3",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql://amina:pass/word@localhost:5432/archive",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL .*: write "):
        environment.database()


PRIMARY = "postgresql://amina:p%40ss@db.example.org:5433/archive"


def test_replicas_are_read_with_commas_between_and_read_one_state(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", PRIMARY)
    assert environment.replicas() == []
    monkeypatch.setenv("DATABASE_REPLICA_URLS", "postgres://a@one.example.org/archive, postgresql://a@two/archive,")
    found = environment.databases()
    assert [(alias, one["HOST"], one["NAME"]) for alias, one in found.items()] == [
        ("default", "db.example.org", "archive"), ("replica1", "one.example.org", "archive"),
        ("replica2", "two", "archive"),
    ]  # fmt: skip
    assert [one["OPTIONS"].get("isolation_level") for one in found.values()] == [
        None, IsolationLevel.REPEATABLE_READ, IsolationLevel.REPEATABLE_READ,
    ]  # fmt: skip
    assert [one.get("TEST") for one in found.values()][1:] == [{"MIRROR": "default"}] * 2


@pytest.mark.parametrize(
    ("first", "given", "said"),
    [
        ("", "postgresql://a@one/archive", "is set, but DATABASE_URL names no PostgreSQL"),
        ("sqlite:///var/x.sqlite3", "postgresql://a@one/archive", "is set, but DATABASE_URL names no PostgreSQL"),
        (PRIMARY, "sqlite:///var/x.sqlite3", "holds 'sqlite:///var/x.sqli': write postgresql://"),
        (PRIMARY, "postgresql://a@one,two/archive", "holds 'two/archive': write postgresql://"),
        (PRIMARY, "postgresql://a@one/x,postgresql://a@one/x", "names one:5432 twice"),
        (PRIMARY, PRIMARY, "names db.example.org:5433 twice, or what DATABASE_URL names"),
        (PRIMARY, "postgresql://a@one/x?pgbouncer=perhaps", "says pgbouncer=perhaps: write ?pgbouncer=true"),
    ],
)
def test_replicas_that_cannot_be_are_refused_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, first: str, given: str, said: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", first)
    monkeypatch.setenv("DATABASE_REPLICA_URLS", given)
    with pytest.raises(ImproperlyConfigured, match=f"^DATABASE_REPLICA_URLS {re.escape(said)}"):
        environment.replicas()


def test_behind_a_pooler_nothing_outlives_a_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "DISABLE_SERVER_SIDE_CURSORS", "OPTIONS"
    monkeypatch.setenv("DATABASE_URL", f"{PRIMARY}?pgbouncer=true&sslmode=require")
    found = environment.database()
    assert [found[name] for name in asked] == [
        True, {"connect_timeout": 3, "sslmode": "require", "prepare_threshold": None},
    ]  # fmt: skip
    monkeypatch.setenv("DATABASE_URL", f"{PRIMARY}?pgbouncer=0")
    found = environment.database()
    assert [found[name] for name in asked] == [False, {"connect_timeout": 3}]
