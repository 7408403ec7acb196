"""The first page: what the archive is, its meetings as a timeline, subjects and articles, what was added last."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.display.overview.ways import build_treaty_ways, build_way
from archive.display.pictures.timeline import MOST_BODIES, build_timelines, shelves_by_body
from archive.filters.examples import current_examples
from archive.filters.snapshot import Snapshot, current_snapshot
from archive.models import Document, ImportRun, Paragraph

NEWEST = 5


def home(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    groups = shelves_by_body(snapshot)
    newest = _newest()
    loaded = ImportRun.objects.finished().values_list("finished_at", flat=True).first()
    context = {
        "timelines": build_timelines(groups),
        "other_bodies": [group for group in groups[MOST_BODIES:] if group.recommendation_count],
        "only_known": [group for group in groups if not group.recommendation_count],
        "recommendation_count": len(snapshot.everything),
        "years": years_of(snapshot),
        "paragraph_count": Paragraph.objects.count(),
        "document_count": Document.objects.held().count(),
        "examples": current_examples(snapshot),
        "topics": build_way(snapshot, "topic"),
        "treaties": build_treaty_ways(snapshot),
        "newest": newest,
        "loaded": loaded.date() if loaded else None,
        "is_empty": not groups and not newest,
    }
    return render(request, "archive/home.html", context)


def years_of(snapshot: Snapshot) -> tuple[int, int] | None:
    """The first and the last year in which recommendations were adopted."""
    years = [shelf.start.year for shelf in snapshot.shelves if shelf.keys and shelf.start]
    return (min(years), max(years)) if years else None


def _newest() -> list[Document]:
    """The documents that came last, each day's by their own dates."""
    keys = list(Document.objects.held().last_added_first().values_list("pk", flat=True)[:NEWEST])
    return list(Document.objects.with_counts().filter(pk__in=keys).last_added_first())
