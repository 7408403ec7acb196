"""Small archives drawn at random, and a model of them in plain Python that counts the slow and obvious way."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from archive.filters.kinds import NONE
from archive.filters.selection import Selection
from tests import factories

FACETS = ("body", "meeting", "year", "agenda_item", "document")
SYMBOLS = ("ITC/CONF", "ITC/CONF/WG.1")
DAYS = (None, date(2012, 5, 30), date(2012, 11, 1), date(2015, 1, 1))


@dataclass(frozen=True)
class Row:
    """A recommendation as the model sees it: for each facet its value, or none."""

    pk: int
    values: dict[str, str]
    start: date | None
    end: date | None


@dataclass(frozen=True)
class Drawn:
    """How the archive is to be made: meetings (body, day, length), then for each recommendation its places."""

    meetings: tuple[tuple[int, int, int], ...]
    recommendations: tuple[tuple[int, int, int], ...]


drawn_archives = st.builds(
    Drawn,
    meetings=st.lists(
        st.tuples(st.integers(0, 1), st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=4
    ).map(tuple),
    recommendations=st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 2)), max_size=12
    ).map(tuple),
)


def make_archive(drawn: Drawn) -> list[Row]:
    """Make the rows, in official order."""
    meetings = []
    for number, (body, day, length) in enumerate(drawn.meetings, 1):
        start = DAYS[day]
        end = date.fromordinal(start.toordinal() + length) if start and length else None
        values = {"body": factories.make_body(SYMBOLS[body]), "start": start, "end": end}
        meetings.append(factories.make_meeting(number, **values))
    documents = [factories.make_document(f"ITC/CONF/2019/{number}") for number in (1, 2)]
    items: dict[tuple[int, int], factories.AgendaItem] = {}
    made = []
    for number, (place, item, document) in enumerate(drawn.recommendations, 1):
        meeting = meetings[place % len(meetings)]
        if item and (meeting.pk, item) not in items:
            items[meeting.pk, item] = factories.make_agenda_item(str(item), meeting=meeting)
        row = factories.make_recommendation(
            number,
            meeting=meeting,
            agenda_item=items.get((meeting.pk, item)),
            document=documents[document - 1] if document else None,
        )
        made.append((meeting.body.symbol, meeting.number, number, _row(row, item)))
    return [row for *_place, row in sorted(made, key=lambda one: one[:3])]


def _row(row: factories.Recommendation, item: int) -> Row:
    meeting = row.meeting
    values = {
        "body": meeting.body.slug,
        "meeting": meeting.slug,
        "year": str(meeting.start.year) if meeting.start else NONE,
        "agenda_item": f"{meeting.slug}:{item}" if item else NONE,
        "document": row.document.slug if row.document else NONE,
    }
    return Row(row.pk, values, meeting.start, meeting.end)


def matches(row: Row, selection: Selection, but: str = "") -> bool:
    """Whether the selection, without the values of one facet, lets this one through."""
    for facet, chosen in selection.values.items():
        if facet != but and row.values[facet] not in chosen:
            return False
    if selection.start or selection.end:
        if row.start is None:
            return False
        last = row.end or row.start
        return not (selection.start and last < selection.start) and not (
            selection.end and row.start > selection.end
        )
    return True


def count(rows: list[Row], selection: Selection, facet: str) -> Counter[str]:
    return Counter(row.values[facet] for row in rows if matches(row, selection, but=facet))


def selections(rows: list[Row]) -> st.SearchStrategy[Selection]:
    """Selections of values that these rows have, «none» among them, and of dates."""
    facets = {}
    for facet in FACETS:
        held = sorted({row.values[facet] for row in rows} | {NONE})
        facets[facet] = st.lists(st.sampled_from(held), max_size=2, unique=True).map(sorted).map(tuple)
    days = st.one_of(st.none(), st.dates(date(2011, 1, 1), date(2016, 1, 1)))
    return st.builds(
        Selection,
        values=st.fixed_dictionaries(facets).map(lambda chosen: {n: v for n, v in chosen.items() if v}),
        start=days,
        end=days,
    ).filter(lambda one: not (one.start and one.end and one.start > one.end))
