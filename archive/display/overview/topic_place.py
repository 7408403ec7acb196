"""A subject in the tree of subjects, and why recommendations stand under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.models import Topic, TopicAssignment
from archive.models.prepared import Prepared


@dataclass(frozen=True, slots=True)
class TopicPlace:
    """A subject with its surroundings in the tree."""

    topic: Topic
    parent: Topic | None
    children: Sequence[Topic]
    below: Sequence[Topic]
    previous: Topic | None
    next: Topic | None


def place_topic(slug: str) -> TopicPlace | None:
    """The subject that has this slug, in small letters or not. One query."""
    rows = Topic.objects.in_use().in_tree_order()
    place = next((place for place, row in enumerate(rows) if row.slug == slug.lower()), None)
    if place is None:
        return None
    found = rows[place]
    below = _below(found, rows)
    return TopicPlace(
        topic=found,
        parent=next((row for row in rows if row.pk == found.parent_id), None),
        children=[row for row in below if row.parent_id == found.pk],
        below=below,
        previous=rows[place - 1] if place else None,
        next=rows[place + 1] if place + 1 < len(rows) else None,
    )


def _below(topic: Topic, rows: Sequence[Topic]) -> list[Topic]:
    """`rows` have parents before their children, but for a ring, which has no end."""
    found = {topic.pk}
    below = []
    for row in rows:
        if row.parent_id in found and row.pk not in found:
            found.add(row.pk)
            below.append(row)
    return below


_ASSIGNMENTS = Prepared(lambda *keys: TopicAssignment.objects.for_display().filter(recommendation__in=keys))


def find_reasons(placed: TopicPlace, keys: Sequence[int]) -> dict[int, list[TopicAssignment]]:
    """Why they stand here: what says so of the subject itself first, then of what stands below it."""
    meant = {placed.topic.pk, *(below.pk for below in placed.below)}
    found: dict[int, list[TopicAssignment]] = {}
    rows = [row for row in _ASSIGNMENTS.rows_of(keys) if row.topic_id in meant]
    for row in sorted(rows, key=lambda one: one.topic_id != placed.topic.pk):
        found.setdefault(row.recommendation_id, []).append(row)
    return found
