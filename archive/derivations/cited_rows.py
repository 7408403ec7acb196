"""What citations point at: recommendations, meetings and documents, found by address and symbol when they come."""

from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce, Lower

from archive.models import Citation, Document, FormerLocator, Meeting, Recommendation
from archive.vocabulary.symbols import symbols_of

_PORTION = 500


def join_cited_rows() -> list[int]:
    """Join every citation to the row that it names and that the archive holds by now; give the keys of those joined.

    One that a rule found goes by the symbol in its text: where its document is called otherwise by now, it is parted
    from it.
    """
    waiting = Citation.objects.filter(
        Q(kind=Citation.Kind.RECOMMENDATION, cited_recommendation=None)
        | Q(kind=Citation.Kind.MEETING, cited_meeting=None)
        | Q(kind=Citation.Kind.DOCUMENT, cited_document=None)
    )
    renamed = Q(kind=Citation.Kind.DOCUMENT, origin=Citation.Origin.RULE) & ~Q(
        cited_document__symbol__iexact=F("symbol")
    )
    both = Q(pk__in=waiting.exclude(locator="", symbol="").values("pk")) | renamed | _astray()
    found: QuerySet[Any] = Citation.objects.filter(both)
    rows: list[Citation] = list(found)
    recommendations = _by_locator(rows)
    there = Meeting.objects.filter(slug__in={row.locator for row in rows})
    meetings = dict(there.values_list("slug", Coalesce("merged_into", "pk")))
    documents = _by_symbol(rows)
    joined = []
    for row in rows:
        before = (row.cited_recommendation_id, row.cited_meeting_id, row.cited_document_id)
        match row.kind:
            case Citation.Kind.RECOMMENDATION:
                row.cited_recommendation_id = recommendations.get(_whole(row.locator))
            case Citation.Kind.MEETING:
                row.cited_meeting_id = meetings.get(row.locator)
            case _:
                symbols = symbols_of(row.symbol.lower())
                row.cited_document_id = next((documents[one] for one in symbols if one in documents), None)
        if (row.cited_recommendation_id, row.cited_meeting_id, row.cited_document_id) != before:
            joined.append(row)
    names = ["cited_recommendation", "cited_meeting", "cited_document"]
    Citation.objects.bulk_update(joined, names, batch_size=_PORTION)
    return [row.pk for row in joined]


def _by_locator(rows: list[Citation]) -> dict[str, int]:
    wanted = {_whole(row.locator) for row in rows if row.kind == Citation.Kind.RECOMMENDATION}
    former = FormerLocator.objects.filter(locator__in=wanted, recommendation__merged_into__isnull=False)
    joined: dict[str, int] = dict(former.values_list("locator", Coalesce("recommendation__merged_into", "pk")))
    there = Recommendation.objects.filter(locator__in=wanted)
    # A row that stands there comes before what once stood there and is another by now.
    return joined | dict(there.values_list("locator", Coalesce("merged_into", "pk")))


def _astray() -> Q:
    """What leads to a row that has gone into another, or to another than it names since that was taken back."""
    merged = Q(cited_recommendation__merged_into__isnull=False) | Q(cited_meeting__merged_into__isnull=False)
    merged |= Q(cited_document__merged_into__isnull=False)
    recommendation = Q(kind=Citation.Kind.RECOMMENDATION, cited_recommendation__isnull=False) & ~Q(
        locator__startswith=F("cited_recommendation__locator")
    )
    meeting = Q(kind=Citation.Kind.MEETING, cited_meeting__isnull=False) & ~Q(locator=F("cited_meeting__slug"))
    return (merged | recommendation | meeting) & ~Q(locator="", symbol="")


def _by_symbol(rows: list[Citation]) -> dict[str, int]:
    wanted = {one for row in rows if row.symbol for one in symbols_of(row.symbol.lower())}
    found = Document.objects.annotate(lower_symbol=Lower("symbol")).filter(lower_symbol__in=wanted)
    return dict(found.values_list("lower_symbol", Coalesce("merged_into", "pk")))


def _whole(locator: str) -> str:
    """The recommendation of a lettered item: «ctoc-cop-wg7.5.2.k» is of «ctoc-cop-wg7.5.2»."""
    head, _, tail = locator.rpartition(".")
    return head if tail.isalpha() else locator
