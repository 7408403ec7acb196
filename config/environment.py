"""The one reader of `os.environ`: every variable that the archive understands is a function here.

A value that cannot be understood raises `ImproperlyConfigured` with a sentence that names the
variable and the remedy.
"""

import os
import re
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from psycopg import IsolationLevel

from config import limits

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
#: Where the workers of the server keep their figures.
FIGURES_DIR = VAR_DIR / "figures"
SPECIMEN_SOURCES = BASE_DIR / "sources"

_CONTACT = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+|https?://[^\s]+", re.ASCII)
_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"", "0", "false", "no", "off"})


def _text(name: str) -> str:
    return os.environ.get(name, "").strip()


def _flag(name: str) -> bool:
    value = _text(name).lower()
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}: use 1 for yes or 0 for no.")


def _names(name: str) -> list[str]:
    return [part.strip() for part in _text(name).split(",") if part.strip()]


def debug() -> bool:
    """DJANGO_DEBUG: 1 on a developer's machine only."""
    return _flag("DJANGO_DEBUG")


def production() -> bool:
    """ARCHIVE_PRODUCTION: 1 where the public reads; then nothing is made up out of the box."""
    return _flag("ARCHIVE_PRODUCTION")


def behind_proxy() -> bool:
    """BEHIND_PROXY: 1 when a proxy speaks HTTPS for us and sets X-Forwarded-Proto itself."""
    return _flag("BEHIND_PROXY")


def second_factor() -> bool:
    """ARCHIVE_SECOND_FACTOR: 1 when staff show a code of their telephone besides the password."""
    return _flag("ARCHIVE_SECOND_FACTOR")


def second_person() -> bool:
    """ARCHIVE_SECOND_PERSON: 1 when what one person decides of a suggestion waits until a second one says the same."""
    return _flag("ARCHIVE_SECOND_PERSON")


def allowed_hosts() -> list[str]:
    """ALLOWED_HOSTS: host names, comma between; without it this machine only."""
    return _names("ALLOWED_HOSTS") or ["localhost", "127.0.0.1", "[::1]"]


def csrf_trusted_origins() -> list[str]:
    """CSRF_TRUSTED_ORIGINS: origins with their scheme (https://archive.example.org), comma between."""
    return _names("CSRF_TRUSTED_ORIGINS")


def secret_key() -> str:
    """SECRET_KEY; outside production one is made once and kept in var/secret_key.

    In production without SECRET_KEY the answer is empty, which Django refuses and
    `config.checks` explains.
    """
    given = _text("SECRET_KEY")
    if given or production():
        return given
    return _kept_secret(VAR_DIR / "secret_key")


def secret_given() -> bool:
    """True if SECRET_KEY is set."""
    return bool(_text("SECRET_KEY"))


def _kept_secret(path: Path) -> str:
    """The secret in `path`, made on first use and readable for its owner alone."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # Written aside and linked: of two processes that start together one wins, both read the same.
        aside = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            os.link(aside, path)
        except FileExistsError:
            pass
        finally:
            aside.unlink()
    return path.read_text().strip()


def sources() -> Path:
    """ARCHIVE_SOURCES; without it ../shared/sources if that is there; else the specimen corpus."""
    given = _text("ARCHIVE_SOURCES")
    if given:
        return (BASE_DIR / Path(given).expanduser()).resolve()
    shared = BASE_DIR.parent / "shared" / "sources"
    return shared.resolve() if shared.is_dir() else SPECIMEN_SOURCES


def contact() -> str:
    """ARCHIVE_CONTACT: whom readers tell of an error, an e-mail address or the address of a page; else nobody."""
    given = _text("ARCHIVE_CONTACT")
    if given and not _CONTACT.fullmatch(given):
        raise ImproperlyConfigured(
            f"ARCHIVE_CONTACT is {given!r}: write an e-mail address (archive@example.org) "
            "or the address of a page (https://example.org/contact)."
        )
    return given


#: A token of fewer characters is guessed.
_SHORTEST_TOKEN = 20
_FIGURES = "PROMETHEUS_MULTIPROC_DIR"


def metrics_token() -> str:
    """ARCHIVE_METRICS_TOKEN: who shows it reads /metrics from anywhere; without it this machine alone does."""
    given = _text("ARCHIVE_METRICS_TOKEN")
    if given and (len(given) < _SHORTEST_TOKEN or not given.isascii() or not given.isprintable()):
        raise ImproperlyConfigured(
            f"ARCHIVE_METRICS_TOKEN takes at least {_SHORTEST_TOKEN} characters of ASCII: set it to the answer of "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(30))'."
        )
    return given


def share_figures(folder: Path) -> None:
    """Tell prometheus_client, which reads it nowhere else, where the figures of all workers lie."""
    os.environ[_FIGURES] = str(folder)


def shared_figures() -> str:
    """The folder of the figures of all workers; empty where this process counts for itself."""
    return _text(_FIGURES)


def database_given() -> bool:
    """True if DATABASE_URL is set."""
    return bool(_text("DATABASE_URL"))


def database() -> dict[str, Any]:
    """Django's settings for the one database: DATABASE_URL, else a SQLite file in var/.

    The specimen corpus has a file of its own: one database holds one set of sources. In
    production without DATABASE_URL the answer is empty, and `config.checks` explains it.
    """
    url = _text("DATABASE_URL")
    if url:
        return _database_from(url)
    if production():
        return {}
    name = "specimen.sqlite3" if sources() == SPECIMEN_SOURCES.resolve() else "archive.sqlite3"
    return _sqlite(VAR_DIR / name)


#: Seconds for which a thread keeps its connection.
_CONNECTION_AGE = 60


def databases() -> dict[str, dict[str, Any]]:
    """The database that takes all writing, and its copies (DATABASE_REPLICA_URLS) as `replica1`, `replica2` …"""
    return {"default": database(), **{f"replica{place}": one for place, one in enumerate(replicas(), 1)}}


_REPLICAS = "DATABASE_REPLICA_URLS"


def replicas() -> list[dict[str, Any]]:
    """DATABASE_REPLICA_URLS: streaming replicas of DATABASE_URL that readers read from, comma between; else none."""
    given = _names("DATABASE_REPLICA_URLS")
    if not given:
        return []
    first = _text("DATABASE_URL")
    if urlsplit(first).scheme not in _POSTGRESQL:
        raise ImproperlyConfigured(
            f"{_REPLICAS} is set, but DATABASE_URL names no PostgreSQL: a SQLite file has no replicas. "
            f"Set DATABASE_URL=postgresql://user:password@host:5432/name, or leave {_REPLICAS} away."
        )
    for url in given:
        if urlsplit(url).scheme not in _POSTGRESQL:
            raise ImproperlyConfigured(
                f"{_REPLICAS} holds {url[:20]!r}: write postgresql://user:password@host:5432/name for each, "
                "comma between, with a comma in the password written as %2C."
            )
        if [first, *given].count(url) > 1:
            raise ImproperlyConfigured(
                f"{_REPLICAS} names {urlsplit(url).hostname}:{urlsplit(url).port or 5432} twice, or what "
                "DATABASE_URL names: write each replica once, and the database that is written to in DATABASE_URL."
            )
    return [_as_replica(_database_from(url, _REPLICAS)) for url in given]


def _as_replica(found: dict[str, Any]) -> dict[str, Any]:
    """All that a page reads is of one state; tests make no database for it."""
    options = {**found["OPTIONS"], "isolation_level": IsolationLevel.REPEATABLE_READ}
    return {**found, "OPTIONS": options, "TEST": {"MIRROR": "default"}}


_POSTGRESQL = frozenset({"postgresql", "postgres"})


def _database_from(url: str, name: str = "DATABASE_URL") -> dict[str, Any]:
    scheme = urlsplit(url).scheme
    if scheme == "sqlite":
        # sqlite:///var/x.sqlite3 is counted from the repository, sqlite:////srv/x.sqlite3 from the root.
        path = unquote(urlsplit(url).path.removeprefix("/"))
        if not path or path == ":memory:":
            raise ImproperlyConfigured("DATABASE_URL names no file: write sqlite:////full/path/archive.sqlite3.")
        return _sqlite(BASE_DIR / path)
    if scheme not in _POSTGRESQL:
        raise ImproperlyConfigured(
            f"{name} begins with {scheme or url[:20]!r}: "
            "write postgresql://user:password@host:5432/name or sqlite:////full/path/archive.sqlite3."
        )
    try:
        found = dj_database_url.parse(url, conn_max_age=_CONNECTION_AGE, conn_health_checks=True)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} cannot be read ({error}): write postgresql://user:password@host:5432/name, "
            "with signs such as @ or / in the password written as %40 or %2F."
        ) from error
    options = {"connect_timeout": limits.CONNECT, **found.get("OPTIONS", {})}
    if _is_pooled(options.pop(_POOLER, ""), name):
        # What lives longer than a transaction the next one would not find again: cursors, prepared statements.
        found["DISABLE_SERVER_SIDE_CURSORS"] = True
        options["prepare_threshold"] = None
    return {**found, "ENGINE": "config.postgresql", "OPTIONS": options}


#: In an address: PgBouncer stands before this database and gives a connection for one transaction.
_POOLER = "pgbouncer"


def _is_pooled(given: str | bool, name: str) -> bool:
    # «true» comes as what it says, «1» as it is written.
    said = str(given).lower()
    if said in _TRUE | _FALSE:
        return said in _TRUE
    raise ImproperlyConfigured(
        f"{name} says {_POOLER}={given}: write ?{_POOLER}=true behind the name of the database where PgBouncer "
        "stands before it, else leave it away."
    )


def _sqlite(path: Path) -> dict[str, Any]:
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # To open the file and set it up again costs each page a millisecond.
        "CONN_MAX_AGE": _CONNECTION_AGE,
        "OPTIONS": {
            # A writer takes its lock at once and waits for it, instead of failing half-way through.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # WAL: people read while a load writes. Django itself switches foreign keys on.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
