"""What a selection asks of the database: the plain way, for lists of staff and as a test double of the bitmaps."""

from typing import TypeVar

from django.db.models import Q, QuerySet

from archive.models import Recommendation
from archive.search.match import search_recommendations

from .kinds import KINDS
from .selection import Selection
from .snapshot import Snapshot, current_snapshot

Rows = TypeVar("Rows", bound=QuerySet[Recommendation])


def filter_rows(rows: Rows, selection: Selection, snapshot: Snapshot | None = None) -> Rows:
    """Those of `rows` that have the words, the values and the dates of the selection; their order stays."""
    if selection.q:
        hits = search_recommendations(selection.q, exact=selection.exact)
        rows = rows.filter(pk__in=list(hits.members))
    for kind in KINDS:
        chosen = selection.chosen(kind.name)
        if not chosen:
            continue
        snapshot = snapshot or current_snapshot()
        condition = kind.condition(chosen, snapshot.rows[kind.name])
        if kind.many:
            # Without a join: whoever counts another facet of the same relation would count in what it has left.
            condition = Q(pk__in=Recommendation.objects.filter(condition).values("pk"))
        rows = rows.filter(condition)
    if selection.start:
        one_day = Q(meeting__end__isnull=True, meeting__start__gte=selection.start)
        rows = rows.filter(Q(meeting__end__gte=selection.start, meeting__start__isnull=False) | one_day)
    if selection.end:
        rows = rows.filter(meeting__start__lte=selection.end)
    return rows
