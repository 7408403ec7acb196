"""Of the recommendations of a subject or an article: how strongly each meeting asked, as a picture and in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from pyroaring import BitMap

from archive.filters.kinds import NONE
from archive.filters.snapshot import Shelf, Snapshot

from ..names.cached_meetings import cached_meetings
from ..names.language import label_of, reads_rtl
from ..names.titles import meeting_title
from .strength import MOST_COLUMNS, StrengthGrid, build_grid

#: What stands in a single meeting was not stronger or weaker at another.
LEAST_MEETINGS = 2


@dataclass(frozen=True, slots=True)
class MeetingStrength:
    """What a meeting has of each strength, in words: «ينبغي: 4، لعلها تود: 2»."""

    number: int
    place: str
    title: str
    told: str


@dataclass(frozen=True, slots=True)
class StrengthRow:
    label: str
    y: int


@dataclass(frozen=True, slots=True)
class StrengthPicture:
    """`left_out` earlier meetings stand in no column."""

    grid: StrengthGrid
    rows: tuple[StrengthRow, ...]
    meetings: tuple[MeetingStrength, ...]
    left_out: int


def picture_strength(snapshot: Snapshot, members: BitMap) -> StrengthPicture | None:
    """Of the body with most of them; None where fewer than two of its meetings have any of known strength."""
    known = members - snapshot.without["verb"]
    shelves = _of_the_fullest(snapshot, known)
    if len(shelves) < LEAST_MEETINGS:
        return None
    shown = shelves[-MOST_COLUMNS:]
    verbs = [value for value in snapshot.options["verb"] if value != NONE]
    table = {
        verb: [len(shelf.members & known & snapshot.values["verb"][verb]) for shelf in shown] for verb in verbs
    }
    table = {verb: counts for verb, counts in table.items() if any(counts)}
    labels = [label_of(snapshot.labels["verb"][verb])[0] for verb in table]
    grid = build_grid(list(table.values()), rtl=reads_rtl())
    rows = cached_meetings(snapshot)
    meetings = []
    for column, shelf in enumerate(shown):
        told = [
            f"{label}: {counts[column]}"
            for label, counts in zip(labels, table.values(), strict=True)
            if counts[column]
        ]
        title = meeting_title(rows[shelf.meeting])
        meetings.append(MeetingStrength(shelf.number, grid.columns[column], title, _("، ").join(told)))
    lines = tuple(StrengthRow(label, y) for label, y in zip(labels, grid.rows, strict=True))
    return StrengthPicture(grid, lines, tuple(meetings), len(shelves) - len(shown))


def _of_the_fullest(snapshot: Snapshot, members: BitMap) -> list[Shelf]:
    """The meetings of one body that have some of them, in order."""
    rows = cached_meetings(snapshot)
    found: dict[str, list[Shelf]] = {}
    for shelf in snapshot.shelves:
        if shelf.meeting in rows and shelf.members.intersect(members):
            found.setdefault(shelf.body, []).append(shelf)
    counts = {
        body: sum(shelf.members.intersection_cardinality(members) for shelf in shelves)
        for body, shelves in found.items()
    }
    return max(found.items(), key=lambda one: counts[one[0]], default=("", []))[1]
