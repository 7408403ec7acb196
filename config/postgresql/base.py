"""Django's PostgreSQL, with an end to waiting (config.limits), and with what it failed at last."""

import functools
from types import TracebackType
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.backends.postgresql import base
from django.db.backends.postgresql.psycopg_any import is_psycopg3
from django.db.utils import DatabaseErrorWrapper
from django.utils.functional import cached_property
from psycopg import Error, OperationalError
from psycopg.errors import QueryCanceled, _WaitTimeout

from config.limits import patience

assert is_psycopg3
#: Seconds in which a server that lives stops what it was asked to stop.
_TO_CANCEL = 1.0
_SILENT = "The database did not answer a moment ago; it is asked again in a moment."


class DatabaseWrapper(base.DatabaseWrapper):
    #: What the driver raised last, whoever caught it: a page that went on without an answer tells nobody.
    last_error: BaseException | None = None
    #: Seconds for a statement of this connection, where that is less than what readers wait.
    shortest_wait: float | None = None

    def get_new_connection(self, conn_params: Any) -> Any:
        if not patience.may_try(self.alias):
            raise OperationalError(_SILENT)
        try:
            connection = super().get_new_connection(conn_params)
        except OperationalError:
            patience.told_silent(self.alias)
            raise
        patience.told_alive(self.alias)
        if self.alias != DEFAULT_DB_ALIAS:
            # A copy takes no writing; what has become more than a copy meanwhile gets none from us.
            connection.read_only = True
        connection.wait = functools.partial(_wait, self, connection, connection.wait)
        return connection

    @cached_property
    def wrap_database_errors(self) -> DatabaseErrorWrapper:
        return _Noting(self)


class _Noting(DatabaseErrorWrapper):
    def __init__(self, wrapper: DatabaseWrapper) -> None:
        super().__init__(wrapper)
        self.of = wrapper

    def __exit__(
        self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if isinstance(exc_value, Error):
            self.of.last_error = exc_value
        super().__exit__(exc_type, exc_value, traceback)


def _wait(
    wrapper: DatabaseWrapper, connection: Any, wait: Any, gen: Any, *args: Any,
    timeout: float | None = None, **more: Any,
) -> Any:  # fmt: skip
    """psycopg's own waiting, which ends after the time that readers wait for one statement."""
    limit = wrapper.shortest_wait or patience.statement
    if limit is None or timeout is not None:
        return wait(gen, *args, timeout=timeout, **more)
    if patience.is_silent(wrapper.alias):
        connection.close()
        raise OperationalError(_SILENT)
    try:
        return wait(gen, *args, timeout=limit, **more)
    except _WaitTimeout:
        pass
    try:
        # Of one that others found silent meanwhile nobody waits for more.
        if not patience.is_silent(wrapper.alias):
            connection.cancel_safe(timeout=_TO_CANCEL)
            wait(gen, *args, timeout=_TO_CANCEL, **more)
    except QueryCanceled:
        # It lives, and this statement alone was too long for it.
        raise
    except Exception:
        patience.told_silent(wrapper.alias)
    # What the connection would answer yet nobody knows: it is given up.
    connection.close()
    raise OperationalError(f"The database did not answer within {limit:g} seconds.")
