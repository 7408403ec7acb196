"""System checks: what is wrong with this installation, and the remedy."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections

from archive.models.databases import copies
from config import environment
from config.postgresql.watching import ask

if TYPE_CHECKING:
    from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL

OLDEST_POSTGRESQL = 15


def register_all() -> None:
    register(check_fts5, Tags.compatibility)
    register(check_production, Tags.security)
    register(check_sources)
    register(check_translations, Tags.translation)
    register(check_postgresql, Tags.database)
    register(check_replicas, Tags.database)
    register(check_deploy, Tags.security, deploy=True)


def check_fts5(**kwargs: Any) -> list[CheckMessage]:
    """The search index of the embedded database needs SQLite's FTS5."""
    if connection.vendor != "sqlite" or sqlite_has_fts5():
        return []
    return [
        Error(
            f"SQLite {sqlite3.sqlite_version} of this Python was built without FTS5, which search needs.",
            hint="Use the Python of your system or of python.org (both have FTS5), remove .venv and start "
            "script/server again; or set DATABASE_URL=postgresql://user:password@host:5432/name.",
            id="config.E001",
        )
    ]


def sqlite_has_fts5() -> bool:
    probe = sqlite3.connect(":memory:")
    try:
        probe.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
    except sqlite3.OperationalError:
        return False
    finally:
        probe.close()
    return True


def check_production(**kwargs: Any) -> list[CheckMessage]:
    """In production nothing is made up: the secret and the database are given."""
    return _missing_in_production(Error, "E") if settings.ARCHIVE_PRODUCTION else []


def check_deploy(**kwargs: Any) -> list[CheckMessage]:
    """`check --deploy` says what production would demand, before it is switched on."""
    if settings.ARCHIVE_PRODUCTION:
        return []
    return [
        Warning(
            "ARCHIVE_PRODUCTION is not set: a missing SECRET_KEY or DATABASE_URL is made up.",
            hint="Set ARCHIVE_PRODUCTION=1 where the public reads.",
            id="config.W004",
        ),
        *_missing_in_production(Warning, "W"),
    ]


def _missing_in_production(level: type[Error] | type[Warning], letter: str) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if not environment.secret_given():
        found.append(
            level(
                "SECRET_KEY is not set.",
                hint="Set SECRET_KEY to a long random text, for example the answer of: "
                "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'; "
                "keep it between starts and out of the repository.",
                id=f"config.{letter}002",
            )
        )
    if not environment.database_given():
        found.append(
            level(
                "DATABASE_URL is not set.",
                hint="Set DATABASE_URL=postgresql://user:password@host:5432/name (PostgreSQL 15 or newer) "
                "or sqlite:////full/path/archive.sqlite3.",
                id=f"config.{letter}003",
            )
        )
    return found


def check_sources(**kwargs: Any) -> list[CheckMessage]:
    """The folder of the sources is there; without it the site still shows what is loaded."""
    if settings.ARCHIVE_SOURCES.is_dir():
        return []
    return [
        Warning(
            f"The folder of the sources is not there: {settings.ARCHIVE_SOURCES}",
            hint="Set ARCHIVE_SOURCES (or script/server --sources) to the folder that holds the *.txt files.",
            id="config.W001",
        )
    ]


def check_translations(**kwargs: Any) -> list[CheckMessage]:
    """What Django reads of the translations is there and not older than what translators wrote."""
    hint = "Run manage.py compile_translations (script/server and script/test do it by themselves)."
    found: list[CheckMessage] = []
    for folder in settings.LOCALE_PATHS:
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/django*.po")):
            target = source.with_suffix(".mo")
            if not target.exists():
                found.append(Error(f"The translations are not compiled: {target}", hint=hint, id="config.E005"))
            elif target.stat().st_mtime < source.stat().st_mtime:
                found.append(Warning(f"The translations are older than {source}", hint=hint, id="config.W006"))
    return found


def check_postgresql(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """A PostgreSQL server is new enough and holds Arabic (asked for by `migrate` and `check --database default`)."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        server = connections[alias]
        if server.vendor != "postgresql":
            continue
        try:
            major = cast("PostgreSQL", server).pg_version // 10000
        except DatabaseError:
            continue  # no answer, or older than Django itself takes: the command reports that
        if major < OLDEST_POSTGRESQL:
            found.append(
                Error(
                    f"The PostgreSQL server is version {major}; {OLDEST_POSTGRESQL} or newer is needed.",
                    hint="Upgrade the server, or point DATABASE_URL at a newer one.",
                    id="config.E004",
                )
            )
        elif (encoding := _encoding(server)) != "UTF8":
            found.append(
                Error(
                    f"The database holds texts as {encoding}, which has no Arabic letters.",
                    hint="Make it anew: createdb --encoding UTF8 --template template0 --owner archive archive.",
                    id="config.E007",
                )
            )
    return found


def check_replicas(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Each replica answers, follows, and follows the database that is written to (`check --database replica1 …`)."""
    found: list[CheckMessage] = []
    first = ask(DEFAULT_DB_ALIAS) if set(databases or ()) & set(copies()) else None
    for alias in sorted(set(databases or ()) & set(copies())):
        told = ask(alias)
        if told is None:
            sentence, hint = "does not answer", "Start it, or mend or leave away its address in DATABASE_REPLICA_URLS."
        elif not told.is_copy:
            sentence = "takes writing itself"
            hint = "Make it anew with pg_basebackup -R (deploy/replicas.md), or name its replicas in its place."
        elif first is not None and told.identity != first.identity:
            sentence = "is no copy of the database of DATABASE_URL"
            hint = "Name streaming replicas of that very server, and the same database, in DATABASE_REPLICA_URLS."
        else:
            continue
        found.append(Error(f"{alias} {sentence}.", hint=hint, id="config.E008"))
    return found


def _encoding(server: Any) -> str:
    """How a database of PostgreSQL writes letters; on a machine without a language of its own «SQL_ASCII»."""
    with server.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        return str(cursor.fetchone()[0])
