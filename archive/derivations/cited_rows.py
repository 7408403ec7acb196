"""What citations point at: recommendations, meetings and documents, found by address and symbol when they come."""

from django.db.models import Q
from django.db.models.functions import Lower

from archive.models import Citation, Document, Meeting, Recommendation

_PORTION = 500


def link_cited_rows() -> int:
    """Join every citation to the row that it names and that the archive holds by now; give how many were joined."""
    waiting = Citation.objects.filter(
        Q(kind=Citation.Kind.RECOMMENDATION, cited_recommendation=None)
        | Q(kind=Citation.Kind.MEETING, cited_meeting=None)
        | Q(kind=Citation.Kind.DOCUMENT, cited_document=None)
    )
    rows = list(waiting.exclude(locator="", symbol=""))
    recommendations = _by_locator(rows)
    meetings = dict(Meeting.objects.filter(slug__in={row.locator for row in rows}).values_list("slug", "pk"))
    documents = _by_symbol(rows)
    joined = []
    for row in rows:
        match row.kind:
            case Citation.Kind.RECOMMENDATION:
                row.cited_recommendation_id = recommendations.get(_whole(row.locator))
                found = row.cited_recommendation_id
            case Citation.Kind.MEETING:
                row.cited_meeting_id = meetings.get(row.locator)
                found = row.cited_meeting_id
            case _:
                row.cited_document_id = documents.get(row.symbol.lower())
                found = row.cited_document_id
        if found is not None:
            joined.append(row)
    names = ["cited_recommendation", "cited_meeting", "cited_document"]
    Citation.objects.bulk_update(joined, names, batch_size=_PORTION)
    return len(joined)


def _by_locator(rows: list[Citation]) -> dict[str, int]:
    wanted = {_whole(row.locator) for row in rows if row.kind == Citation.Kind.RECOMMENDATION}
    return dict(Recommendation.objects.filter(locator__in=wanted).values_list("locator", "pk"))


def _by_symbol(rows: list[Citation]) -> dict[str, int]:
    wanted = {row.symbol.lower() for row in rows if row.symbol}
    found = Document.objects.annotate(lower_symbol=Lower("symbol")).filter(lower_symbol__in=wanted)
    return dict(found.values_list("lower_symbol", "pk"))


def _whole(locator: str) -> str:
    """The recommendation of a lettered item: «ctoc-cop-wg7.5.2.k» is of «ctoc-cop-wg7.5.2»."""
    head, _, tail = locator.rpartition(".")
    return head if tail.isalpha() else locator
