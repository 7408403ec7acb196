"""Django's PostgreSQL, with an end to waiting (config.limits)."""

import functools
from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.postgresql.psycopg_any import is_psycopg3
from psycopg import OperationalError
from psycopg.errors import QueryCanceled, _WaitTimeout

from config.limits import patience

assert is_psycopg3
#: Seconds in which a server that lives stops what it was asked to stop.
_TO_CANCEL = 1.0
_SILENT = "The database did not answer a moment ago; it is asked again in a moment."


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: Any) -> Any:
        if not patience.may_try():
            raise OperationalError(_SILENT)
        try:
            connection = super().get_new_connection(conn_params)
        except OperationalError:
            patience.told_silent()
            raise
        patience.told_alive()
        connection.wait = functools.partial(_wait, connection, connection.wait)
        return connection


def _wait(connection: Any, wait: Any, gen: Any, *args: Any, timeout: float | None = None, **more: Any) -> Any:
    """psycopg's own waiting, which ends after the time that readers wait for one statement."""
    limit = patience.statement
    if limit is None or timeout is not None:
        return wait(gen, *args, timeout=timeout, **more)
    if patience.is_silent():
        connection.close()
        raise OperationalError(_SILENT)
    try:
        return wait(gen, *args, timeout=limit, **more)
    except _WaitTimeout:
        pass
    try:
        connection.cancel_safe(timeout=_TO_CANCEL)
        wait(gen, *args, timeout=_TO_CANCEL, **more)
    except QueryCanceled:
        # It lives, and this statement alone was too long for it.
        raise
    except Exception:
        patience.told_silent()
    # What the connection would answer yet nobody knows: it is given up.
    connection.close()
    raise OperationalError(f"The database did not answer within {limit:g} seconds.")
