"""Where a recommendation stands among all of its body: its place in official order, and its neighbours."""

from dataclasses import dataclass

from pyroaring import BitMap

from archive.filters.snapshot import Snapshot
from archive.models import Recommendation, named_by
from archive.models.prepared import Prepared

from ..pictures.meeting_picture import ruler_of
from ..pictures.strokes import Ruler


@dataclass(frozen=True, slots=True)
class RecommendationPlace:
    """`place` of `total`, counted from 1; the picture of all of them with this one lit."""

    place: int
    total: int
    ruler: Ruler | None
    previous: Recommendation | None
    next: Recommendation | None


_BESIDE = Prepared(
    lambda before, after: Recommendation.objects.filter(pk__in=[before, after])
    .select_related("meeting__body")
    .only(*named_by.recommendation())
    .order_by()
)


def find_place(recommendation: Recommendation, snapshot: Snapshot) -> RecommendationPlace:
    """One query, for the names of the neighbours."""
    body = recommendation.meeting.body.slug
    shelves = [shelf for shelf in snapshot.shelves if shelf.body == body]
    keys = [key for shelf in shelves for key in shelf.keys]
    # A snapshot that was read a moment earlier may not know a new one yet: then it stands beside nobody.
    place = keys.index(recommendation.pk) if recommendation.pk in snapshot.everything else -1
    before = keys[place - 1] if place > 0 else None
    after = keys[place + 1] if 0 <= place < len(keys) - 1 else None
    # No row has the key 0.
    beside = _BESIDE.rows(before or 0, after or 0) if before or after else ()
    neighbours = {row.pk: row for row in beside}
    return RecommendationPlace(
        place=place + 1,
        total=len(keys),
        ruler=ruler_of(shelves, BitMap([recommendation.pk])),
        previous=neighbours.get(before or 0),
        next=neighbours.get(after or 0),
    )
