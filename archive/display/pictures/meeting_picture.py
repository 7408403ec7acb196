"""How recommendations are spread over the meetings: the returning picture, with the same in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from django.utils.translation import gettext as _
from pyroaring import BitMap

from archive.filters.snapshot import Shelf, Snapshot
from archive.models import Meeting

from ..names.cached_meetings import cached_meetings
from ..names.language import reads_rtl
from ..names.titles import meeting_ordinal
from .strokes import MOST_STROKES, Ruler, RulerMeeting, build_ruler

#: The small picture is some 240 points wide: of more meetings neighbours share a place in it.
MOST_SPANS = 120
#: Of so many bodies at most the meetings are drawn; the others are counted.
MOST_PICTURES = 6


@dataclass(frozen=True, slots=True)
class Picture:
    """The recommendations of a body with the meant ones lit; `caption` counts them: «الأول: 4، الثالث: 2»."""

    meeting: Meeting
    ruler: Ruler
    caption: str


def ruler_of(shelves: Sequence[Shelf], members: BitMap, *, with_rest: bool = True) -> Ruler | None:
    """All recommendations of these meetings, `members` lit; nothing where there are none."""
    total = sum(len(shelf.keys) for shelf in shelves)
    if not total:
        return None
    strokes = total <= MOST_STROKES
    meetings = [_meeting(shelf, members, strokes) for shelf in shelves]
    return build_ruler(meetings, rtl=reads_rtl(), with_rest=with_rest)


def _meeting(shelf: Shelf, members: BitMap, strokes: bool) -> RulerMeeting:
    count = shelf.members.intersection_cardinality(members)
    lit = frozenset(place for place, key in enumerate(shelf.keys, 1) if key in members) if strokes else frozenset()
    return RulerMeeting(
        shelf.number, len(shelf.keys), lit, is_meant=count > 0, share=count / max(1, len(shelf.keys))
    )


@dataclass(frozen=True, slots=True)
class Undrawn:
    """Bodies beyond those that have a picture, and how many of the recommendations are theirs."""

    body_count: int
    count: int


def build_pictures(snapshot: Snapshot, members: BitMap) -> tuple[list[Picture], Undrawn | None]:
    """One for each of the bodies that have most of them, in their order, and what the others have. One query, the
    first time after the data has changed.
    """
    meetings = cached_meetings(snapshot)
    by_body: dict[str, list[Shelf]] = {}
    for shelf in snapshot.shelves:
        by_body.setdefault(shelf.body, []).append(shelf)
    counts = {body: len(snapshot.values["body"].get(body, BitMap()) & members) for body in by_body}
    drawn = nlargest(MOST_PICTURES, (body for body, count in counts.items() if count), key=counts.__getitem__)
    others = [count for body, count in counts.items() if count and body not in drawn]
    pictures = [_picture(snapshot, by_body[body], members, meetings) for body in by_body if body in drawn]
    return [one for one in pictures if one], Undrawn(len(others), sum(others)) if others else None


def _picture(
    snapshot: Snapshot, of_body: Sequence[Shelf], members: BitMap, meetings: Mapping[int, Meeting]
) -> Picture | None:
    shelves = [shelf for shelf in of_body if shelf.meeting in meetings]
    ruler = ruler_of(shelves, members)
    if ruler is None:
        return None
    return Picture(meetings[shelves[0].meeting], ruler, _("، ").join(_counts(snapshot, shelves, members)))


def _counts(snapshot: Snapshot, shelves: Sequence[Shelf], members: BitMap) -> list[str]:
    meetings = cached_meetings(snapshot)
    counts = ((shelf, shelf.members.intersection_cardinality(members)) for shelf in shelves)
    return [f"{meeting_ordinal(meetings[shelf.meeting])}: {count}" for shelf, count in counts if count]


def small_ruler(snapshot: Snapshot, members: BitMap) -> Ruler | None:
    """Over all bodies that have recommendations: one scale for the many rows of a list."""
    return ruler_of(snapshot.spans(MOST_SPANS), members, with_rest=False)


def keys_in_order(snapshot: Snapshot, members: BitMap) -> list[int]:
    """These recommendations in official order."""
    shelves = (shelf for shelf in snapshot.shelves if shelf.members.intersect(members))
    return [key for shelf in shelves for key in shelf.keys if key in members]


def meetings_ruler(
    meetings: Iterable[Meeting], meant: Meeting, lit: frozenset[int] | None = None
) -> Ruler | None:
    """All recommendations of a body with those of `meant` lit, or only the places `lit` of it."""
    rows = [
        RulerMeeting(
            number=meeting.number,
            count=meeting.recommendation_count,
            lit=(frozenset(range(1, meeting.recommendation_count + 1)) if lit is None else lit)
            if meeting.pk == meant.pk
            else frozenset(),
            is_meant=meeting.pk == meant.pk,
        )
        for meeting in meetings
    ]
    return build_ruler(rows, rtl=reads_rtl()) if any(row.count for row in rows) else None
