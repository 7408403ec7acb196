"""The thematic index as plain data: topics in the order of the tree, under each its recommendations by meeting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _
from pyroaring import BitMap

from archive.display.names.cited_things import article_name
from archive.display.names.language import in_language
from archive.display.names.titles import (
    meeting_title,
    plain_body_name,
    plain_instrument_name,
    plain_topic_name,
)
from archive.display.text.running_text import cut_at_word
from archive.filters.snapshot import Snapshot, current_snapshot
from archive.models import Article, Topic

from .asking import Wishes, remarks_of, summary_of
from .characters import in_digits, sayable
from .compendium import PaperEntry, build_entry, in_own_words
from .given import GivenSelection, GivenText, read_texts

#: So many words of a text stand in an index that is not full.
OPENING_WORDS = 14
#: So many topics are named under «see also»: those that share most recommendations.
MOST_NEIGHBOURS = 4


@dataclass(frozen=True, slots=True)
class IndexedMeeting:
    title: str
    entries: Sequence[PaperEntry]


@dataclass(frozen=True, slots=True)
class IndexedTopic:
    """A topic with what of the selection is about it; `depth` is 1 at the top of the tree."""

    title: str
    depth: int
    meetings: Sequence[IndexedMeeting]
    see_also: Sequence[str]


@dataclass(frozen=True, slots=True)
class ReferenceTable:
    """Names with the numbers that belong to them: «الاجتماع الأول: 3، 5»."""

    title: str
    heads: tuple[str, str]
    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ThematicIndex:
    title: str
    bodies: Sequence[str]
    facts: Sequence[tuple[str, str]]
    remarks: Sequence[str]
    topics: Sequence[IndexedTopic]
    tables: Sequence[ReferenceTable]


def build_thematic(given: GivenSelection, wishes: Wishes) -> ThematicIndex:
    snapshot = current_snapshot()
    texts = list(read_texts(given))
    bodies = {text.row.meeting.body_id: text.row.meeting.body for text in texts}
    topics = list(_topics(texts, snapshot, wishes))
    return ThematicIndex(
        title=in_digits(
            sayable(f"{_('الفهرس المواضيعي')}{in_language('، ', ', ')}{given.title}"), wishes.digits
        ),
        bodies=[sayable(plain_body_name(body)) for body in bodies.values()],
        facts=[
            (label, value if "://" in value else in_own_words(value, wishes))
            for label, value in summary_of(given)
        ],
        remarks=[sayable(remark) for remark in remarks_of(given)],
        topics=topics,
        tables=[
            table
            for table in (_articles(texts, snapshot, wishes), _addressees(texts, snapshot, wishes))
            if table
        ],
    )


def _topics(texts: Sequence[GivenText], snapshot: Snapshot, wishes: Wishes) -> Iterable[IndexedTopic]:
    rows = {topic.pk: topic for topic in Topic.objects.in_use().in_tree_order()}
    here = BitMap(text.row.pk for text in texts)
    for topic in rows.values():
        members = snapshot.values["topic"].get(topic.slug, BitMap()) & here
        below = {one.slug for one in rows.values() if one.parent_id == topic.pk}
        # What is about a topic below stands there, and is not told twice.
        own = members - BitMap.union(
            BitMap(), *(snapshot.values["topic"].get(slug, BitMap()) for slug in below)
        )
        if members:
            yield IndexedTopic(
                plain_topic_name(topic),
                _depth(topic, rows),
                _meetings([text for text in texts if text.row.pk in own], wishes),
                _neighbours(topic, rows, members, snapshot),
            )
    without = [text for text in texts if not _has_topic(text.row.pk, snapshot)]
    if without:
        yield IndexedTopic(_("بلا موضوع"), 1, _meetings(without, wishes), ())


def _has_topic(key: int, snapshot: Snapshot) -> bool:
    return key not in snapshot.without["topic"]


def _depth(topic: Topic, rows: dict[int, Topic]) -> int:
    """Rows entered by hand may stand in a ring; the index has two depths."""
    return 2 if topic.parent_id in rows else 1


def _neighbours(topic: Topic, rows: dict[int, Topic], members: BitMap, snapshot: Snapshot) -> list[str]:
    """Other topics of the same recommendations, neither above nor below it, those with most first."""
    shared = [
        (len(members & snapshot.values["topic"].get(other.slug, BitMap())), place, other)
        for place, other in enumerate(rows.values())
        if other.pk not in (topic.pk, topic.parent_id) and other.parent_id != topic.pk
    ]
    nearest = sorted((one for one in shared if one[0]), key=lambda one: (-one[0], one[1]))
    return [plain_topic_name(other) for _count, _place, other in nearest[:MOST_NEIGHBOURS]]


def _meetings(texts: Sequence[GivenText], wishes: Wishes) -> list[IndexedMeeting]:
    return [
        IndexedMeeting(meeting_title(group[0].row.meeting), [_entry(text, wishes) for text in group])
        for group in (list(some) for _key, some in groupby(texts, key=lambda text: text.row.meeting_id))
    ]


def _entry(text: GivenText, wishes: Wishes) -> PaperEntry:
    entry = build_entry([text], wishes)
    if wishes.full:
        return entry
    return _opening(entry)


def _opening(entry: PaperEntry) -> PaperEntry:
    """With its first words alone, in each language."""
    words = " ".join(" ".join([entry.chapeau, *(f"{item.label} {item.text}" for item in entry.items)]).split())
    return replace(
        entry,
        chapeau=cut_at_word(words, OPENING_WORDS),
        items=(),
        printed="",
        beside=_opening(entry.beside) if entry.beside else None,
    )


def _articles(texts: Sequence[GivenText], snapshot: Snapshot, wishes: Wishes) -> ReferenceTable | None:
    rows = Article.objects.select_related("instrument").in_order()
    named = [
        (f"{article_name(one)}{in_language('، ', ', ')}{plain_instrument_name(one.instrument)}", one.locator)
        for one in rows
    ]
    found = _references(named, "article", texts, snapshot, wishes)
    title = _("التوصيات التي تستشهد بمواد الصكوك")
    return ReferenceTable(title, (_("المادة"), _("التوصيات")), found) if found else None


def _addressees(texts: Sequence[GivenText], snapshot: Snapshot, wishes: Wishes) -> ReferenceTable | None:
    labels = snapshot.labels["addressee"]
    named = [(in_language(one.label, one.label_en), value) for value, one in labels.items()]
    found = _references(named, "addressee", texts, snapshot, wishes)
    title = _("التوصيات بحسب الجهة المخاطَبة")
    return ReferenceTable(title, (_("الجهة المخاطَبة"), _("التوصيات")), found) if found else None


def _references(
    named: Iterable[tuple[str, str]],
    facet: str,
    texts: Sequence[GivenText],
    snapshot: Snapshot,
    wishes: Wishes,
) -> list[tuple[str, str]]:
    found = []
    for name, value in named:
        members = snapshot.values[facet].get(value, BitMap())
        here = [text for text in texts if text.row.pk in members]
        if here:
            found.append((in_own_words(name, wishes), in_own_words(_numbers(here), wishes)))
    return found


def _numbers(texts: Sequence[GivenText]) -> str:
    """«الاجتماع الأول: 3، 5، 2 (ك)؛ الاجتماع الثاني: 7»."""
    comma, semicolon = in_language("، ", ", "), in_language("؛ ", "; ")
    groups = groupby(texts, key=lambda text: text.row.meeting_id)
    parts = []
    for _key, some in groups:
        group = list(some)
        parts.append(f"{meeting_title(group[0].row.meeting)}: {comma.join(text.figure for text in group)}")
    return semicolon.join(parts)
