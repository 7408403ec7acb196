"""The one row that says how often this database has changed, and when."""

from archive.models import ArchiveState


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
