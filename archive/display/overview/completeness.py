"""How complete the archive is: faults of numbering, what is gone from its source, corrections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from archive.loading.quality import Numbering, check_numbering
from archive.models import Document, Erratum, Meeting, Paragraph, Recommendation
from archive.record.held import HeldForState

MOST_GONE = 20

#: By kind of record and the slug of the meeting or document in which the list stands.
Faults = Mapping[tuple[str, str], Numbering]


@dataclass(frozen=True, slots=True)
class NumberingFault:
    """A list with gaps or doubles: the recommendations of a meeting, or the paragraphs of a document."""

    numbering: Numbering
    meeting: Meeting | None
    document: Document | None


@dataclass(frozen=True, slots=True)
class MissingRecord:
    """A recommendation or paragraph that its source no longer has."""

    locator: str
    address: str


def _read_faults() -> Faults:
    return {(one.kind, one.where): one for one in check_numbering()}


_faults = HeldForState(_read_faults)


def find_faults() -> Faults:
    """The lists whose numbers have gaps or doubles; looked for once in each state of the data."""
    return _faults.current()


def build_faults(found: Sequence[Numbering]) -> list[NumberingFault]:
    """Each with the meeting or the document that it is about."""
    places = [one.where for one in found]
    kinds = {one.kind for one in found}
    of_meetings = Meeting.objects.filter(slug__in=places).select_related("body")
    meetings = {row.slug: row for row in of_meetings} if "recommendation" in kinds else {}
    of_papers = Document.objects.filter(slug__in=places)
    documents = {row.slug: row for row in of_papers} if kinds - {"recommendation"} else {}
    faults = [
        NumberingFault(one, meetings.get(one.where), None)
        if one.kind == "recommendation"
        else NumberingFault(one, None, documents.get(one.where))
        for one in found
    ]
    return [fault for fault in faults if fault.meeting or fault.document]


def find_gone() -> dict[str, Any]:
    """The first of what is no longer in its source, and how many there are in all."""
    recommendations = Recommendation.objects.filter(missing_since__isnull=False)
    paragraphs = Paragraph.objects.filter(missing_since__isnull=False)
    counts = recommendations.count(), paragraphs.count()
    if not any(counts):
        return {"gone": [], "gone_count": 0}
    first = recommendations.in_official_order()[:MOST_GONE]
    found = [MissingRecord(row.locator, row.get_absolute_url()) for row in first]
    for row in paragraphs.select_related("document").order_by("pk")[: MOST_GONE - len(found)]:
        found.append(MissingRecord(f"{row.document.slug}#{row.anchor}", row.get_absolute_url()))
    return {"gone": found, "gone_count": sum(counts)}


def count_errata() -> Mapping[str, int]:
    """How many are applied, wait for a decision, were rejected, or match nothing; counted once in each state."""
    return _errata.current()


def _count_errata() -> Mapping[str, int]:
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


_errata = HeldForState(_count_errata)
