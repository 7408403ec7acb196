"""From a page of results that is empty: what would find something, each way with how many wait there."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.arabic.digits import to_ascii
from archive.filters.facets import narrow
from archive.filters.finding import FoundSet, find, find_typed_reference
from archive.filters.selection import Selection
from archive.models import Topic
from archive.search.query import without_words

from ..names.language import language_of
from ..names.titles import plain_topic_name
from .chips import show_chips

#: To choose from at a glance.
MOST_TOPICS = 8


@dataclass(frozen=True, slots=True)
class WayOut:
    """From an empty page to one that is not: a sentence, its address, how many wait there."""

    label: str
    value: str
    address: str
    count: int
    language: str = ""


def build_ways_out(found: FoundSet) -> list[WayOut]:
    """What would find something: one selection less, or none of them. Only ways that lead somewhere."""
    snapshot, selection = found.snapshot, found.selection
    members = snapshot.everything
    if found.hits is not None:
        members = found.hits.members & members
    ways = [
        WayOut(_("بلا معيار «%(label)s»") % {"label": chip.label}, chip.value, chip.address, count, chip.language)
        for chip in show_chips(snapshot, selection)
        if chip.name != "exact" and (count := len(narrow(snapshot, chip.selection, members)))
    ]
    if selection.q and selection.is_narrowed and members and len(ways) != 1:
        ways.append(WayOut(_("بلا أي معيار"), "", selection.cleared().address, len(members)))
    return [*ways, *_way_without_unknown(found), *_way_to_year(found)]


def build_topic_ways(found: FoundSet) -> list[WayOut]:
    """Where the words lead to nothing at all: the subjects of which there is most, to choose from."""
    if not found.selection.q or found.count or found.partial:
        return []
    members = found.snapshot.values["topic"]
    topics = [topic for topic in Topic.objects.in_use().in_order() if members.get(topic.slug)]
    topics.sort(key=lambda topic: -len(members[topic.slug]))
    return [
        WayOut(
            plain_topic_name(topic),
            "",
            reverse("topic", args=[topic.slug]),
            len(members[topic.slug]),
            language_of(topic.label_en),
        )
        for topic in topics[:MOST_TOPICS]
    ]


def _way_without_unknown(found: FoundSet) -> list[WayOut]:
    """The question without the words that no text has, where other words are left."""
    notices = found.hits.understood.notices if found.hits else ()
    unknown = [notice.typed for notice in notices if notice.kind == "unknown"]
    rest = without_words(found.selection.q, unknown)
    if not unknown or not rest or rest == found.selection.q:
        return []
    shorter = found.selection.changed(q=rest)
    count = 1 if find_typed_reference(shorter) else find(shorter, found.snapshot).count
    label = ngettext("بلا الكلمة", "بلا الكلمات", len(unknown))
    return [WayOut(label, _("، ").join(unknown), shorter.address, count, "ar")] if count else []


def _way_to_year(found: FoundSet) -> list[WayOut]:
    """The recommendations of a year, where nothing but the year was typed."""
    year = to_ascii(found.selection.q).strip()
    members = found.snapshot.values["year"].get(year)
    if not members:
        return []
    return [WayOut(_("سنة الاجتماع"), year, Selection(values={"year": (year,)}).address, len(members))]
