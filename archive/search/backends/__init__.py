"""The engines below search. SQL of one database stands in these modules alone."""

from archive.models.databases import connection

from .base import ROW, Backend, EntryRow, Kind, add_words
from .postgresql import PostgreSQLBackend
from .sqlite import SQLiteBackend

__all__ = ["ROW", "Backend", "EntryRow", "Kind", "add_words", "backend"]


def backend() -> Backend:
    """The engine of the database in use."""
    return PostgreSQLBackend() if connection.vendor == "postgresql" else SQLiteBackend()
