"""What is wrong when the database does not do what it is asked, and the way out: for pages, commands and logs."""

from dataclasses import dataclass

from django.db import DatabaseError, InterfaceError
from django.db.utils import Error as DatabaseFailure


@dataclass(frozen=True)
class Trouble:
    """`name` for logs, a sentence for whoever keeps the archive, seconds after which readers may ask again."""

    name: str
    sentence: str
    retry_after: int = 10


DEAD = Trouble("dead", "The database does not answer: check that it runs and that DATABASE_URL is right.")
SLOW = Trouble("slow", "The database took too long and was asked to stop: try again, and look at what it is doing.")
LOCKED = Trouble(
    "locked", "Somebody else holds the database: a load, or another program. Wait until it has ended and try again.", 5
)
FULL = Trouble("full", "There is no room left where the database is kept: free some, then try again.", 60)
READ_ONLY = Trouble(
    "read-only",
    "The database cannot be written: its folder or disk is read-only, or belongs to somebody else. "
    "Make it writable for the account that runs this.",
    60,
)
CORRUPT = Trouble(
    "corrupt",
    "The database is damaged: stop the server and restore the newest backup (README, Backup and restore).",
    300,
)
HALF_MIGRATED = Trouble(
    "half-migrated", "The database has not the tables of this version: run manage.py migrate.", 60
)

#: The first letters of SQLSTATE of PostgreSQL, the longest first that fits.
_STATES = {
    "57014": SLOW, "57P": DEAD, "08": DEAD, "28": DEAD, "3D000": DEAD, "53300": DEAD,
    "55P03": LOCKED, "40": LOCKED, "53100": FULL, "25006": READ_ONLY, "42501": READ_ONLY,
    "XX001": CORRUPT, "XX002": CORRUPT, "58": CORRUPT, "42P01": HALF_MIGRATED, "42703": HALF_MIGRATED,
}  # fmt: skip
#: The first words of SQLite's names of errors.
_NAMES = {
    "SQLITE_BUSY": LOCKED, "SQLITE_LOCKED": LOCKED, "SQLITE_FULL": FULL, "SQLITE_READONLY": READ_ONLY,
    "SQLITE_CANTOPEN": READ_ONLY, "SQLITE_PERM": READ_ONLY, "SQLITE_CORRUPT": CORRUPT, "SQLITE_NOTADB": CORRUPT,
    "SQLITE_IOERR": CORRUPT, "SQLITE_INTERRUPT": SLOW,
}  # fmt: skip
_MISSING = ("no such table", "no such column", "has no column")


def trouble_of(error: BaseException | None) -> Trouble | None:
    """What of the above this error tells, itself or what it was raised from; None for any other fault, such as ours."""
    while error is not None and not isinstance(error, DatabaseFailure):
        error = error.__cause__ or error.__context__
    if error is None:
        return None
    cause = error.__cause__
    state = getattr(cause, "sqlstate", None) or ""
    for known in sorted(_STATES, key=len, reverse=True):
        if state.startswith(known):
            return _STATES[known]
    name = getattr(cause, "sqlite_errorname", None) or ""
    for known, trouble in _NAMES.items():
        if name.startswith(known):
            return trouble
    if name and any(words in str(error) for words in _MISSING):
        return HALF_MIGRATED
    # The connection is gone, or there never was one: then no state is told.
    is_gone = isinstance(error, InterfaceError) or type(error).__name__ == "OperationalError"
    return DEAD if is_gone and not state and not name else None


def lacks_tables(error: DatabaseError) -> bool:
    """Whether what was asked for is simply not there yet, and nothing is wrong with the database itself."""
    return trouble_of(error) is HALF_MIGRATED


def keeps_from_reading(error: DatabaseError) -> bool:
    """Whether nothing at all can be read now, in contrast to one table that is damaged or of another make."""
    return trouble_of(error) in (DEAD, SLOW, LOCKED, FULL, READ_ONLY)
