"""How much the archive holds, as the first page and «about» tell it."""

from datetime import date
from typing import TypedDict

from archive.filters.snapshot import Snapshot
from archive.models import Document, ImportRun, Paragraph, named_by
from archive.record.held import HeldForState


class ArchiveExtent(TypedDict):
    """Counts of what is held with its text, and of documents that are only known."""

    recommendation_count: int
    paragraph_count: int
    document_count: int
    only_known_count: int


def read_extent(snapshot: Snapshot) -> ArchiveExtent:
    """Three queries, the first time in each state of the data."""
    paragraphs, held, only_known = _counts.current()
    return {
        "recommendation_count": len(snapshot.everything),
        "paragraph_count": paragraphs,
        "document_count": held,
        "only_known_count": only_known,
    }


def _count() -> tuple[int, int, int]:
    papers = Document.objects
    return Paragraph.objects.count(), papers.held().count(), papers.only_known().count()


_counts = HeldForState(_count)


def last_loaded() -> date | None:
    """The day on which sources were loaded last. One query."""
    finished = ImportRun.objects.finished().values_list("finished_at", flat=True).first()
    return finished.date() if finished else None


def years_of(snapshot: Snapshot) -> tuple[int, int] | None:
    """The first and the last year in which recommendations were adopted."""
    years = [shelf.start.year for shelf in snapshot.shelves if shelf.keys and shelf.start]
    return (min(years), max(years)) if years else None


def newest_documents(most: int) -> list[Document]:
    """So many documents that came last, each day's by their own dates."""
    keys = list(Document.objects.held().last_added_first().values_list("pk", flat=True)[:most])
    rows = Document.objects.with_counts().filter(pk__in=keys).last_added_first()
    return list(rows.defer(*named_by.unread("document")))
