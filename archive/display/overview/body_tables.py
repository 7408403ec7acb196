"""The bodies of which recommendations are held, with their meetings in tables: counts, bars, faults of numbering."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.loading.quality import Numbering
from archive.models import Meeting

from ..names.language import reads_rtl
from ..pictures.strokes import build_share
from ..pictures.timeline import BodyShelves, meetings_of
from .completeness import Faults


@dataclass(frozen=True, slots=True)
class MeetingInTable:
    """A meeting with its count, a bar of it, and what is wrong with its numbers, if anything is."""

    meeting: Meeting
    count: int
    share: str
    numbering: Numbering | None


@dataclass(frozen=True, slots=True)
class BodyTable:
    """A body of which recommendations are held."""

    group: BodyShelves
    rows: list[MeetingInTable]
    left_out: int


def build_tables(groups: Sequence[BodyShelves], faults: Faults, most_rows: int) -> list[BodyTable]:
    """The bodies of which something is held, with their latest meetings; a bar is full for the largest meeting."""
    chosen, room = [], most_rows
    for group in groups:
        if group.recommendation_count and room > 0:
            chosen.append((group, group.shelves[-room:]))
            room -= len(chosen[-1][1])
    rows = meetings_of(shelf for _group, shelves in chosen for shelf in shelves)
    tables = []
    for group, shelves in chosen:
        most = max(len(shelf.keys) for shelf in group.shelves)
        shown = [
            _in_table(rows[shelf.meeting], len(shelf.keys), most, faults)
            for shelf in shelves
            if shelf.meeting in rows
        ]
        tables.append(BodyTable(group, shown, len(group.shelves) - len(shelves)))
    return tables


def _in_table(meeting: Meeting, count: int, most: int, faults: Faults) -> MeetingInTable:
    share = build_share(count, most, rtl=reads_rtl())
    return MeetingInTable(meeting, count, share, faults.get(("recommendation", meeting.slug)))
