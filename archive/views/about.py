"""About: what is held, how complete it is, where it comes from, how to cite it and whom to tell of an error."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.display.names.citation import CitableRecommendation, build_citation
from archive.display.overview.body_tables import build_tables
from archive.display.overview.completeness import build_faults, count_errata, find_faults, find_gone
from archive.display.overview.extent import last_loaded, read_extent
from archive.display.overview.held_bodies import described
from archive.display.overview.sources import build_sources
from archive.display.pictures.timeline import shelves_by_body
from archive.filters.examples import example_recommendation
from archive.filters.snapshot import Snapshot, current_snapshot
from archive.models import Paragraph, Recommendation
from archive.models.prepared import Prepared

#: So many rows a table shows; the lists of meetings and documents have them all.
MOST_ROWS = 40


_EXAMPLE = Prepared(
    lambda key: Recommendation.objects.filter(pk=key).select_related(
        "meeting__body", "document", "agenda_item__meeting"
    )
)


def about(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    groups = shelves_by_body(snapshot)
    faults = find_faults()
    sources = build_sources(faults, MOST_ROWS)
    context: dict[str, Any] = {
        **read_extent(snapshot),
        "described": described(snapshot),
        "tables": build_tables(groups, faults, MOST_ROWS),
        "only_known": [group for group in groups if not group.recommendation_count][:MOST_ROWS],
        "faults": build_faults(list(faults.values())[:MOST_ROWS]),
        "sources": sources,
        **find_gone(),
        "errata": count_errata(),
        "loaded": last_loaded(),
        "example": build_example(request, snapshot),
        "paragraph": Paragraph.objects.filter(document__in=[row.document.pk for row in sources])
        .exclude(document__symbol="", document__job_number="")
        .select_related("document")
        .order_by("pk")
        .first(),
        "contact": settings.ARCHIVE_CONTACT,
        "contact_is_address": "://" in settings.ARCHIVE_CONTACT,
    }
    return render(request, "archive/about.html", context)


def build_example(request: HttpRequest, snapshot: Snapshot) -> CitableRecommendation | None:
    """A recommendation of the archive with its citations and its full address."""
    key = example_recommendation(snapshot)
    row = next(iter(_EXAMPLE.rows(key)), None) if key is not None else None
    if row is None:
        return None
    return CitableRecommendation(row, build_citation(row), request.build_absolute_uri(row.get_absolute_url()))
