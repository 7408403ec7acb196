"""The meetings of each body with a picture of what each of them recommended."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from archive.models import Body, Meeting

from ..names.language import reads_rtl
from ..pictures.meeting_picture import meetings_ruler
from ..pictures.strokes import build_share

#: With more recommendations than this at one meeting, a row of the list has a bar instead of strokes.
MOST_STROKES = 80


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A meeting in the list and its picture, drawn to one scale for all: `path` in a box `width` wide."""

    meeting: Meeting
    path: str
    width: int


@dataclass(frozen=True, slots=True)
class BodyMeetings:
    """A body and its meetings in official order; each carries `recommendation_count` and `document_count`."""

    body: Body
    rows: tuple[ListedMeeting, ...]
    is_bars: bool

    @property
    def recommendation_count(self) -> int:
        return sum(row.meeting.recommendation_count for row in self.rows)


def by_body(meetings: Iterable[Meeting]) -> list[BodyMeetings]:
    """Group meetings that come in official order."""
    groups = [tuple(group) for _key, group in groupby(meetings, key=lambda meeting: meeting.body_id)]
    return [_body_meetings(group) for group in groups]


def _body_meetings(meetings: tuple[Meeting, ...]) -> BodyMeetings:
    most = max(meeting.recommendation_count for meeting in meetings)
    is_bars = most > MOST_STROKES
    rows = tuple(_bar_row(meeting, most) if is_bars else _stroke_row(meeting) for meeting in meetings)
    return BodyMeetings(meetings[0].body, rows, is_bars)


def _stroke_row(meeting: Meeting) -> ListedMeeting:
    ruler = meetings_ruler([meeting], meeting)
    return ListedMeeting(meeting, ruler.lit if ruler else "", ruler.width if ruler else 0)


def _bar_row(meeting: Meeting, most: int) -> ListedMeeting:
    return ListedMeeting(meeting, build_share(meeting.recommendation_count, most, rtl=reads_rtl()), 100)
