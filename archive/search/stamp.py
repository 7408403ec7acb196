"""Whether there is an index, and whether it is of this analyser: one row of the database says so."""

from dataclasses import dataclass
from uuid import uuid4

from django.db import DatabaseError

from archive.arabic.analyze import ANALYZER_VERSION
from archive.arabic.english import ENGLISH_VERSION
from archive.models import ArchiveState, Paragraph, Recommendation, SearchEntry
from archive.record.state import current_versions, locked_state
from archive.record.troubles import lacks_tables

from .backends import backend

#: Raised when the same terms are stored in another way.
_SCHEMA = 4
INDEX_VERSION = f"{ANALYZER_VERSION}.{ENGLISH_VERSION}.{_SCHEMA}"

_REMEDY = "run manage.py rebuild_search_index."


def locked_version() -> str:
    """The version of the index; its row stays locked until the transaction ends. One at a time writes the index.

    Whoever writes the index comes through here first: so a save and a rebuild wait in the same queue.
    """
    return locked_state().index_version


def index_version() -> str:
    """The analyser version that the index was built with; empty where there is none yet."""
    return ArchiveState.objects.filter(pk=1).values_list("index_version", flat=True).first() or ""


def stamp_words() -> None:
    """Say that there are words that this build of the index had not."""
    ArchiveState.objects.filter(pk=1).update(index_build=uuid4().hex)


def stamp_index() -> None:
    """Say that the index is of this version, and that what search finds has changed."""
    ArchiveState.objects.raise_version(index_version=INDEX_VERSION, index_build=uuid4().hex)


def index_problem() -> str | None:
    """A sentence with the remedy where the index is missing, old or incomplete; None when all is well.

    Counts records and entries: for readyz and check_archive, not for every search.
    """
    records = Recommendation.objects.public().count() + Paragraph.objects.public().count()
    version = index_version()
    if not records and not version:
        return None
    if not version or not backend().exists():
        return f"The search index is missing: {_REMEDY}"
    if version != INDEX_VERSION:
        return f"The search index was built by another version of the analyser: {_REMEDY}"
    entries = SearchEntry.objects.count()
    if entries != records:
        return f"The search index holds {entries} of {records} texts: {_REMEDY}"
    return None


@dataclass(frozen=True, slots=True)
class IndexState:
    """`key` changes with whatever search holds in memory: an index that is built anew, data that is changed.

    `has_levels`: the engine's table has the columns that this code asks for, of whatever analyser.
    """

    can_search: bool
    is_current: bool
    key: tuple[str, str] = ("", "")
    has_levels: bool = False


def state_of_index() -> IndexState:
    """In two short queries at most, and without a count."""
    try:
        now = current_versions()
        version = now.index_version if now else ""
        if now and version and backend().exists():
            key = (now.index_build, now.token)
            return IndexState(True, version == INDEX_VERSION, key, version.endswith(f".{_SCHEMA}"))
        nothing_to_find = not Recommendation.objects.exists() and not Paragraph.objects.exists()
        return IndexState(False, not version and nothing_to_find)
    except DatabaseError as error:
        # What cannot be asked is no index that finds nothing.
        if not lacks_tables(error):
            raise
        return IndexState(False, False)
