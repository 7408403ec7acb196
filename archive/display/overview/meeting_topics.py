"""What a meeting was about: the topics of its recommendations, each with its strokes among those of the meeting."""

from dataclasses import dataclass

from pyroaring import BitMap

from archive.filters.kinds import NONE
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot
from archive.models import Meeting

from ..pictures.meeting_picture import ruler_of
from ..pictures.strokes import Ruler
from ..results.facet_counts import FacetCount, count_facet

#: What is read at a glance; the others stand in the table of topics by meeting.
MOST = 8


@dataclass(frozen=True, slots=True)
class MeetingTopic:
    count: FacetCount
    ruler: Ruler | None


@dataclass(frozen=True, slots=True)
class MeetingTopics:
    """The topics with most recommendations first; `left_out` others, and `without` recommendations have none."""

    topics: tuple[MeetingTopic, ...]
    left_out: int
    without: int


def find_meeting_topics(snapshot: Snapshot, meeting: Meeting) -> MeetingTopics:
    """Nothing is asked of the database."""
    shelf = next((one for one in snapshot.shelves if one.meeting == meeting.pk), None)
    members = shelf.members if shelf else BitMap()
    selection = Selection(values={"meeting": (meeting.slug,)})
    counted = count_facet(snapshot, "topic", members, selection, leave_out=(NONE,))
    # The sort is stable: topics of one size stay in the order of the tree.
    counted.sort(key=lambda one: -one.count)
    shown = tuple(
        MeetingTopic(one, ruler_of([shelf], members & snapshot.values["topic"][one.value]) if shelf else None)
        for one in counted[:MOST]
    )
    return MeetingTopics(shown, len(counted) - len(shown), len(members & snapshot.without["topic"]))
