"""The tree of subjects, each with its recommendations by meeting and number: the thematic index."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from pyroaring import BitMap

from archive.filters.snapshot import Snapshot
from archive.models import Meeting, Recommendation, Topic
from archive.models.recommendation import NUMBERED_BY

from ..names.cached_meetings import cached_meetings
from ..names.titles import meeting_title, provisional_mark, recommendation_figure
from ..pictures.meeting_picture import keys_in_order, small_ruler
from ..pictures.strokes import Ruler

#: With more than this in all, the index is too long for one page; the pages of the subjects have them.
MOST_REFERENCES = 3000

#: What a reference needs of a recommendation.
_NAMED_BY = ("pk", "meeting_id", *NUMBERED_BY, "is_provisional", "locator")


@dataclass(frozen=True, slots=True)
class MeetingReferences:
    """The numbers of one meeting, each leading to its recommendation."""

    meeting: Meeting
    recommendations: Sequence[Recommendation]

    @property
    def links(self) -> Iterator[SafeString]:
        """Written as strings: an index has hundreds of them, and by a template they took half of its time."""
        words = conditional_escape(f"{meeting_title(self.meeting)}{_('، ')}{_('التوصية')} ")
        for one in self.recommendations:
            address, figure = escape(one.get_absolute_url()), escape(recommendation_figure(one))
            mark = escape(provisional_mark(one))
            yield mark_safe(f'<a class="num" href="{address}"><span class="vh">{words}</span>{figure}{mark}</a>')


@dataclass(slots=True)
class TopicNode:
    """A subject with what stands below it. Its count, picture and references are of all of that together."""

    topic: Topic
    count: int
    ruler: Ruler | None
    references: Sequence[MeetingReferences]
    children: list["TopicNode"] = field(default_factory=list)


def members_of(snapshot: Snapshot, topic: Topic) -> BitMap:
    """The recommendations about it or about what stands below it."""
    return snapshot.values["topic"].get(topic.slug, BitMap())


def build_topic_tree(topics: Iterable[Topic], snapshot: Snapshot) -> list[TopicNode]:
    """The subjects, parents before their children, as a tree. One query."""
    rows = list(topics)
    members = {topic.pk: members_of(snapshot, topic) for topic in rows}
    named = _named(members.values())
    nodes: dict[int, TopicNode] = {}
    roots: list[TopicNode] = []
    for topic in rows:
        own = members[topic.pk]
        keys = keys_in_order(snapshot, own) if named else []
        references = _references([named[key] for key in keys if key in named], snapshot)
        ruler = small_ruler(snapshot, own) if own else None
        node = nodes[topic.pk] = TopicNode(topic, len(own), ruler, references)
        above = nodes.get(topic.parent_id) if topic.parent_id else None
        (above.children if above else roots).append(node)
    return roots


def _named(members: Iterable[BitMap]) -> dict[int, Recommendation]:
    sets = list(members)
    if sum(map(len, sets)) > MOST_REFERENCES:
        return {}
    wanted = BitMap.union(BitMap(), *sets)
    return Recommendation.objects.only(*_NAMED_BY).in_bulk(wanted) if wanted else {}


def _references(recommendations: Sequence[Recommendation], snapshot: Snapshot) -> list[MeetingReferences]:
    meetings = cached_meetings(snapshot)
    groups = groupby(recommendations, key=lambda one: one.meeting_id)
    return [MeetingReferences(meetings[key], list(group)) for key, group in groups if key in meetings]
