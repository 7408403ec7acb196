"""From which database what is being answered reads: from the one that takes all writing, or from a copy of it.

A page is read from one database from its first line to its last: the token of the state and the rows that are held
under it belong together. What nobody chose a copy for (commands, the desk, what derives) reads where it writes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, cast

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

_reads_from: ContextVar[str] = ContextVar("reads_from", default=DEFAULT_DB_ALIAS)


@contextmanager
def reading_from(alias: str) -> Iterator[None]:
    """Within it every row is read from this database; what is written goes to the one that takes it."""
    before = _reads_from.set(alias)
    try:
        yield
    finally:
        _reads_from.reset(before)


def reads_from() -> str:
    return _reads_from.get()


def reads_a_copy() -> bool:
    return _reads_from.get() != DEFAULT_DB_ALIAS


def copies() -> tuple[str, ...]:
    """The names of the replicas, as DATABASE_REPLICA_URLS lists them."""
    return tuple(alias for alias in connections if alias != DEFAULT_DB_ALIAS)


@contextmanager
def one_state() -> Iterator[None]:
    """Of a copy, all that is read within it is of one state: one transaction, which a pooler gives one connection.

    Copies go on by themselves meanwhile, and an address may stand for several of them. Where it is read from the
    database that takes the writing nothing is begun: there the state is asked for before and after.
    """
    if not reads_a_copy():
        yield
        return
    with transaction.atomic(using=reads_from()):
        yield


class ReplicaRouter:
    """Django's rows: read from what was chosen, written where writing is taken, whatever they were read from."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str:
        return reads_from()

    def db_for_write(self, model: type[models.Model], **hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: models.Model, other: models.Model, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Copies get their tables with everything else."""
        return db == DEFAULT_DB_ALIAS


class _ReadConnection:
    """The thread's connection to what is read from: for statements that no model asks."""

    def __getattr__(self, name: str) -> Any:
        return getattr(connections[reads_from()], name)


connection = cast(BaseDatabaseWrapper, _ReadConnection())
