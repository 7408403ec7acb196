"""The first page: what the archive is, its meetings as a timeline, subjects and articles, what was added last."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.display.overview.extent import last_loaded, newest_documents, read_extent, years_of
from archive.display.overview.held_bodies import described, headline
from archive.display.overview.ways import build_topic_ways, build_treaty_ways
from archive.display.pictures.timeline import build_timelines, how_many_drawn, shelves_by_body
from archive.filters.examples import current_examples
from archive.filters.snapshot import current_snapshot

NEWEST = 5


def home(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    groups = shelves_by_body(snapshot)
    newest = newest_documents(NEWEST)
    drawn = how_many_drawn(groups)
    context = {
        **read_extent(snapshot),
        "headline": headline(snapshot),
        "described": described(snapshot),
        "timelines": build_timelines(groups[:drawn]),
        "other_bodies": [group for group in groups[drawn:] if group.recommendation_count],
        "only_known": [group for group in groups if not group.recommendation_count],
        "years": years_of(snapshot),
        "examples": current_examples(snapshot),
        "topics": build_topic_ways(snapshot),
        "treaties": build_treaty_ways(snapshot),
        "newest": newest,
        "loaded": last_loaded(),
        "is_empty": not groups and not newest,
    }
    return render(request, "archive/home.html", context)
