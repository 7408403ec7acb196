"""Whether the archive holds the specimen: every page says so, and no link leads to documents that nobody issued."""

from archive.models import ArchiveState

from .held import HeldForState


def _read() -> bool:
    return ArchiveState.objects.filter(corpus=ArchiveState.Corpus.SPECIMEN).exists()


_held = HeldForState(_read, is_apart=True)


def holds_specimen() -> bool:
    """Of the data as it is now; asked of the database once for each state."""
    return _held.current()
