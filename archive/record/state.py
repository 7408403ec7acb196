"""The one row that says which state of the data this database holds, how often it has changed, and when."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from archive.models import ArchiveState
from archive.models.import_run import Versions


def locked_state() -> ArchiveState:
    """The row, made on first use and locked until the transaction ends: one writer at a time."""
    state = ArchiveState.objects.select_for_update().filter(pk=1).first()
    if state is None:
        ArchiveState.objects.get_or_create(pk=1)
        state = ArchiveState.objects.select_for_update().get(pk=1)
    return state


def raise_data_version() -> None:
    """Say that the data has changed. Call it in the transaction of the change."""
    ArchiveState.objects.raise_version()


_asked: ContextVar[Versions | None] = ContextVar("asked_versions", default=None)


@contextmanager
def answering_for(versions: Versions) -> Iterator[None]:
    """Within it one answer is made for one state: the state is not asked for again.

    Whoever opens it asks the database before and after, and gives nothing away that was made while it changed.
    """
    before = _asked.set(versions)
    try:
        yield
    finally:
        _asked.reset(before)


def current_versions() -> Versions | None:
    """The state that is being answered for, else that of the database now; None where nobody counts its changes."""
    return _asked.get() or ArchiveState.objects.versions()
