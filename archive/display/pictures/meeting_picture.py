"""How recommendations are spread over the meetings: the returning picture, with the same in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from pyroaring import BitMap

from archive.filters.snapshot import Shelf, Snapshot
from archive.models import Meeting

from ..names.cached_meetings import cached_meetings
from ..names.language import reads_rtl
from ..names.titles import meeting_ordinal
from .strokes import MOST_STROKES, Ruler, RulerMeeting, build_ruler


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
    lit = (place for place, key in enumerate(shelf.keys, 1) if strokes and key in members)
    return RulerMeeting(
        shelf.number, len(shelf.keys), frozenset(lit), is_meant=count > 0, share=count / max(1, len(shelf.keys))
    )


def build_pictures(snapshot: Snapshot, members: BitMap) -> list[Picture]:
    """One for each body that has some of them. One query, the first time after the data has changed."""
    meetings = cached_meetings(snapshot)
    found = []
    for body in dict.fromkeys(shelf.body for shelf in snapshot.shelves if shelf.members.intersect(members)):
        shelves = [shelf for shelf in snapshot.shelves if shelf.body == body and shelf.meeting in meetings]
        ruler = ruler_of(shelves, members)
        if ruler is not None:
            caption = _("، ").join(_counts(snapshot, shelves, members))
            found.append(Picture(meetings[shelves[0].meeting], ruler, caption))
    return found


def _counts(snapshot: Snapshot, shelves: Sequence[Shelf], members: BitMap) -> list[str]:
    meetings = cached_meetings(snapshot)
    counts = ((shelf, shelf.members.intersection_cardinality(members)) for shelf in shelves)
    return [f"{meeting_ordinal(meetings[shelf.meeting])}: {count}" for shelf, count in counts if count]


def small_ruler(snapshot: Snapshot, members: BitMap) -> Ruler | None:
    """Over all bodies that have recommendations: one scale for the many rows of a list."""
    with_texts = {shelf.body for shelf in snapshot.shelves if shelf.keys}
    return ruler_of([shelf for shelf in snapshot.shelves if shelf.body in with_texts], members, with_rest=False)


def keys_in_order(snapshot: Snapshot, members: BitMap) -> list[int]:
    """These recommendations in official order."""
    return [key for shelf in snapshot.shelves for key in shelf.keys if key in members]


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
