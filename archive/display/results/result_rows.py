"""Recommendations as far as lists show them: a page of a hundred would read whole models for nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archive.filters.snapshot import Snapshot
from archive.models import Meeting, Recommendation, Subparagraph
from archive.models.recommendation import NUMBERED_BY
from archive.numbering import abjad

from ..names.cached_meetings import cached_meetings


@dataclass(frozen=True, slots=True)
class ListedItem:
    """A lettered item, with the bare letter."""

    position: int
    label: str
    text: str

    @property
    def anchor(self) -> str:
        return abjad.latin(self.position)


@dataclass(frozen=True, slots=True)
class ListedRecommendation:
    """What is read of a recommendation, its meeting out of memory; `above` is the agenda item over its own."""

    key: int
    series: int
    number: int
    suffix: int
    copy: int
    is_provisional: bool
    locator: str
    text: str
    chapeau: str
    agenda_number: str | None
    agenda_title: str | None
    above_number: str | None
    above_title: str | None
    agenda_title_en: str | None
    meeting: Meeting
    items: tuple[ListedItem, ...]

    #: In words, as the model says it.
    title = Recommendation.title

    @property
    def item_number(self) -> str:
        return self.agenda_number or ""

_COLUMNS = (
    "meeting_id", "pk", *NUMBERED_BY, "is_provisional", "locator", "text", "chapeau",
    "agenda_item__number", "agenda_item__title", "agenda_item__parent__number", "agenda_item__parent__title",
    "agenda_item__title_en",
)  # fmt: skip


def read_rows(keys: Sequence[int], snapshot: Snapshot) -> list[ListedRecommendation]:
    """The recommendations with these keys, in this order, in two queries; one that has just gone is passed over."""
    if not keys:
        return []
    meetings = cached_meetings(snapshot)
    items: dict[int, list[ListedItem]] = {}
    lettered = Subparagraph.objects.filter(recommendation__in=keys).order_by("recommendation_id", "position")
    for key, position, label, text in lettered.values_list("recommendation_id", "position", "label", "text"):
        items.setdefault(key, []).append(ListedItem(position, label, text))
    found: dict[int, ListedRecommendation] = {}
    rows = Recommendation.objects.filter(pk__in=keys).order_by()
    for meeting, pk, *facts in rows.values_list(*_COLUMNS):
        # A meeting that is younger than the snapshot is shown by the next one.
        if meeting in meetings:
            here, lettered_here = meetings[meeting], tuple(items.get(pk, ()))
            values: list[Any] = [pk, *facts, here, lettered_here]
            found[pk] = ListedRecommendation(*values)
    return [found[key] for key in keys if key in found]
