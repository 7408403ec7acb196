"""Selections of this archive to look at: each with its name, its address and how many recommendations it has."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from archive.filters.kinds import NONE
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot

from ..results.selection_name import name_selection

#: Every topic is asked at every meeting, so only the fullest are.
MOST_TOPICS = MOST_MEETINGS = 12


@dataclass(frozen=True, slots=True)
class HelpSelection:
    """What is chosen, in words; `count` recommendations stand at `address`."""

    name: SafeString
    address: str
    count: int


def build_selections(snapshot: Snapshot) -> list[HelpSelection]:
    """One of each kind that this archive has something for."""
    return [_shown(snapshot, selection) for selection in _selections(snapshot)]


def _shown(snapshot: Snapshot, selection: Selection) -> HelpSelection:
    found = snapshot.everything.copy()
    for facet, chosen in selection.values.items():
        found &= snapshot.having(facet, chosen)
    found &= snapshot.adopted_between(selection.start, selection.end) if selection.start else snapshot.everything
    address = f"{reverse('recommendations')}{selection.address}"
    return HelpSelection(name_selection(snapshot, selection).html, address, len(found))


def _selections(snapshot: Snapshot) -> Iterator[Selection]:
    meetings, topics = _fullest(snapshot, "meeting", MOST_MEETINGS), _fullest(snapshot, "topic", MOST_TOPICS)
    pairs = [
        (len(snapshot.values["topic"][topic] & snapshot.values["meeting"][meeting]), topic, meeting)
        for meeting in meetings
        for topic in topics
    ]
    most, topic, meeting = max(pairs, default=(0, "", ""), key=lambda pair: pair[0])
    if meetings:
        yield Selection(values={"meeting": (meetings[0],)}, view="text")
    if most:
        yield Selection(values={"topic": (topic,), "meeting": (meeting,)})
    if len(meetings) > 1:
        yield Selection(values={"meeting": tuple(sorted(meetings[:2]))})
    if topics and snapshot.without["topic"]:
        yield Selection(values={"topic": (NONE,)})
    starts = [shelf.start for shelf in snapshot.shelves if shelf.keys and shelf.start]
    if starts and max(starts) > min(starts):
        yield Selection(start=max(starts).replace(month=1, day=1))


def _fullest(snapshot: Snapshot, facet: str, most: int) -> list[str]:
    values = {value: len(members) for value, members in snapshot.values[facet].items() if members}
    return sorted(values, key=lambda value: -values[value])[:most]
