"""The meetings of each body as a timeline: columns of strokes, or bars where there are too many of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.filters.snapshot import Shelf, Snapshot
from archive.models import Body, Meeting
from archive.models.prepared import Prepared

from ..names.language import reads_rtl
from .strokes import ROW, Bars, Strokes, build_bars, build_column, build_strokes

MOST_BODIES = 6
#: Of an archive of more bodies than `MANY_BODIES` only so many are drawn: their names are what is looked for.
FEW_BODIES, MANY_BODIES = 3, 20
MOST_COLUMNS = 24
LATEST = 6
#: Fifteen rows of strokes; above this the columns of a body are solid.
MOST_IN_COLUMN = 15 * ROW


@dataclass(frozen=True, slots=True)
class BodyShelves:
    """A body with its meetings in order, held or only known of."""

    body: Body
    shelves: tuple[Shelf, ...]

    @property
    def recommendation_count(self) -> int:
        return sum(len(shelf.keys) for shelf in self.shelves)


@dataclass(frozen=True, slots=True)
class MeetingColumn:
    """A meeting on the timeline; without strokes when none of its recommendations are held."""

    meeting: Meeting
    count: int
    strokes: Strokes | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """`bars` show all meetings where there are many; then the columns are the latest that have texts."""

    body: Body
    meeting_count: int
    first: int
    last: int
    columns: tuple[MeetingColumn, ...]
    bars: Bars | None
    is_solid: bool


def shelves_by_body(snapshot: Snapshot) -> list[BodyShelves]:
    """Every body that has meetings, those with most recommendations first. One query."""
    found: dict[str, list[Shelf]] = {}
    for shelf in snapshot.shelves:
        found.setdefault(shelf.body, []).append(shelf)
    bodies = {body.slug: body for body in Body.objects.in_order()}
    groups = [
        BodyShelves(bodies[slug], tuple(shelves)) for slug, shelves in found.items() if slug in bodies
    ]
    return sorted(groups, key=lambda group: -group.recommendation_count)


_WITH_KEYS = Prepared(
    lambda *keys: Meeting.objects.filter(pk__in=keys).select_related("body").with_counts().in_official_order()
)


def meetings_of(shelves: Iterable[Shelf]) -> dict[int, Meeting]:
    """The rows of these meetings with their counts, by key. One query."""
    return {row.pk: row for row in _WITH_KEYS.rows_of([shelf.meeting for shelf in shelves])}


def how_many_drawn(groups: Sequence[BodyShelves]) -> int:
    """Of so many bodies, the fullest, a timeline stands on the first page."""
    return FEW_BODIES if len(groups) > MANY_BODIES else MOST_BODIES


def build_timelines(groups: Sequence[BodyShelves]) -> list[Timeline]:
    """Of these bodies. One query."""
    shown = [(group, _columns_of(group)) for group in groups if group.recommendation_count]
    rows = meetings_of(shelf for _group, shelves in shown for shelf in shelves)
    return [_timeline(group, shelves, rows) for group, shelves in shown]


def _columns_of(group: BodyShelves) -> tuple[Shelf, ...]:
    if len(group.shelves) <= MOST_COLUMNS:
        return group.shelves
    return tuple(shelf for shelf in group.shelves if shelf.keys)[-LATEST:]


def _timeline(group: BodyShelves, shelves: Sequence[Shelf], rows: dict[int, Meeting]) -> Timeline:
    rtl = reads_rtl()
    counts = [len(shelf.keys) for shelf in group.shelves]
    most = max(counts)
    is_solid = most > MOST_IN_COLUMN

    def drawn(count: int) -> Strokes | None:
        if not count:
            return None
        return build_column(count, most) if is_solid else build_strokes(count, rtl=rtl)

    columns = [
        MeetingColumn(rows[shelf.meeting], len(shelf.keys), drawn(len(shelf.keys)))
        for shelf in shelves
        if shelf.meeting in rows
    ]
    bars = build_bars(counts, rtl=rtl) if len(counts) > MOST_COLUMNS else None
    first, last = group.shelves[0].number, group.shelves[-1].number
    return Timeline(group.body, len(counts), first, last, tuple(columns), bars, is_solid)
