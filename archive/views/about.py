"""About: what is held, how complete it is, where it comes from, how to cite it and whom to tell of an error."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.display.names.citation import Citation, build_citation
from archive.display.names.titles import is_english
from archive.display.pictures.strokes import build_share
from archive.display.pictures.timeline import BodyShelves, meetings_of, shelves_by_body
from archive.filters.examples import example_recommendation
from archive.filters.snapshot import Snapshot, current_snapshot
from archive.loading.quality import Numbering, check_numbering
from archive.models import Document, Erratum, ImportRun, Meeting, Paragraph, Recommendation

#: So many rows a table shows; the lists of meetings and documents have them all.
MOST_ROWS = 100
MOST_GONE = 20


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting with its count, a bar of it, and what is wrong with its numbers, if anything is."""

    meeting: Meeting
    count: int
    share: str
    numbering: Numbering | None


@dataclass(frozen=True, slots=True)
class BodyTable:
    """A body of which recommendations are held."""

    group: BodyShelves
    rows: list[MeetingRow]
    left_out: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document whose text is held; `lines` is the last line of the file from which something was taken."""

    document: Document
    lines: int
    numbering: Numbering | None


@dataclass(frozen=True, slots=True)
class Fault:
    """A list with gaps or doubles: the recommendations of a meeting, or the paragraphs of a document."""

    numbering: Numbering
    meeting: Meeting | None
    document: Document | None


@dataclass(frozen=True, slots=True)
class Gone:
    """A recommendation or paragraph that its source no longer has."""

    locator: str
    address: str


@dataclass(frozen=True, slots=True)
class CitedExample:
    recommendation: Recommendation
    citation: Citation
    address: str


def about(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    groups = shelves_by_body(snapshot)
    faults = {(one.kind, one.where): one for one in check_numbering()}
    last_run = ImportRun.objects.finished().defer("documents", "outcomes").first()
    sources = build_sources(faults)
    context: dict[str, Any] = {
        "recommendation_count": len(snapshot.everything),
        "paragraph_count": Paragraph.objects.count(),
        "document_count": Document.objects.held().count(),
        "only_known_count": Document.objects.only_known().count(),
        "tables": build_tables(groups, faults),
        "only_known": [group for group in groups if not group.recommendation_count][:MOST_ROWS],
        "faults": build_faults(list(faults.values())[:MOST_ROWS]),
        "sources": sources,
        **find_gone(),
        "errata": count_errata(),
        "loaded": last_run.finished_at.date() if last_run and last_run.finished_at else None,
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


def build_tables(groups: Sequence[BodyShelves], faults: dict[tuple[str, str], Numbering]) -> list[BodyTable]:
    """The bodies of which something is held, with their latest meetings; a bar is full for the largest meeting."""
    held, room = [], MOST_ROWS
    for group in groups:
        if group.recommendation_count and room > 0:
            held.append((group, group.shelves[-room:]))
            room -= len(held[-1][1])
    rows = meetings_of(shelf for _group, shelves in held for shelf in shelves)
    tables = []
    for group, shelves in held:
        most = max(len(shelf.keys) for shelf in group.shelves)
        shown = [
            _meeting_row(rows[shelf.meeting], len(shelf.keys), most, faults)
            for shelf in shelves
            if shelf.meeting in rows
        ]
        tables.append(BodyTable(group, shown, len(group.shelves) - len(shelves)))
    return tables


def _meeting_row(
    meeting: Meeting, count: int, most: int, faults: dict[tuple[str, str], Numbering]
) -> MeetingRow:
    share = build_share(count, most, rtl=not is_english())
    return MeetingRow(meeting, count, share, faults.get(("recommendation", meeting.slug)))


def build_sources(faults: dict[tuple[str, str], Numbering]) -> list[SourceRow]:
    """The documents whose text is held, the newest first, each with its counts and its numbering."""
    keys = list(Document.objects.held().newest_first().values_list("pk", flat=True)[:MOST_ROWS])
    rows = list(Document.objects.filter(pk__in=keys).newest_first())
    counts: dict[int, dict[str, int]] = {}
    for name, model in (("recommendation_count", Recommendation), ("paragraph_count", Paragraph)):
        found = model.objects.filter(document__in=keys).order_by().values_list("document")
        for key, count, last in found.annotate(n=Count("pk"), last=Max("last_line")):
            held = counts.setdefault(key, {"last": 0})
            held |= {name: count, "last": max(held["last"], last or 0)}
    for row in rows:
        own = counts.get(row.pk, {})
        row.recommendation_count = own.get("recommendation_count", 0)
        row.paragraph_count = own.get("paragraph_count", 0)
    return [
        SourceRow(row, counts.get(row.pk, {}).get("last", 0), faults.get(("paragraph", row.slug))) for row in rows
    ]


def build_faults(found: Sequence[Numbering]) -> list[Fault]:
    """Each with the meeting or the document that it is about."""
    places = [one.where for one in found]
    meetings = {row.slug: row for row in Meeting.objects.filter(slug__in=places).select_related("body")}
    documents = {row.slug: row for row in Document.objects.filter(slug__in=places)}
    faults = [
        Fault(one, meetings.get(one.where), None)
        if one.kind == "recommendation"
        else Fault(one, None, documents.get(one.where))
        for one in found
    ]
    return [fault for fault in faults if fault.meeting or fault.document]


def find_gone() -> dict[str, Any]:
    """The first of what is no longer in its source, and how many there are in all."""
    recommendations = Recommendation.objects.filter(missing_since__isnull=False)
    paragraphs = Paragraph.objects.filter(missing_since__isnull=False)
    found = [Gone(row.locator, row.get_absolute_url()) for row in recommendations.in_official_order()[:MOST_GONE]]
    for row in paragraphs.select_related("document").order_by("pk")[: MOST_GONE - len(found)]:
        found.append(Gone(f"{row.document.slug}#{row.anchor}", row.get_absolute_url()))
    return {"gone": found, "gone_count": recommendations.count() + paragraphs.count()}


def count_errata() -> dict[str, int]:
    """How many corrections are applied, wait for a decision, were rejected, or match nothing."""
    found = {"applied": 0, "waiting": 0, "rejected": 0, "unmatched": 0}
    rows = Erratum.objects.order_by().values_list("certainty", "decision", "matched")
    for certainty, decision, matched, count in rows.annotate(n=Count("pk")):
        if not matched:
            found["unmatched"] += count
        elif decision == Erratum.Decision.REJECTED:
            found["rejected"] += count
        elif certainty == Erratum.Certainty.CERTAIN or decision == Erratum.Decision.ACCEPTED:
            found["applied"] += count
        else:
            found["waiting"] += count
    return found


def build_example(request: HttpRequest, snapshot: Snapshot) -> CitedExample | None:
    """A recommendation of the archive with its citations and its full address."""
    rows = Recommendation.objects.select_related("meeting__body", "document")
    row = rows.filter(pk=example_recommendation(snapshot)).first()
    if row is None:
        return None
    return CitedExample(row, build_citation(row), request.build_absolute_uri(row.get_absolute_url()))
