"""The texts that rules read, with what they must know of the place, a portion at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import F, QuerySet

from archive.models import Paragraph, Recommendation, Section
from archive.models.portions import by_key
from archive.models.recommendation import NUMBERED_BY
from archive.record.scope import Scope

PORTION = 2_000


@dataclass(frozen=True, slots=True)
class ItemText:
    pk: int
    position: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class RecommendationText:
    """A recommendation as rules read it. `item_title` is that of its agenda item, `start` and `end` are the days of its
    meeting, which decide what came later.
    """

    pk: int
    locator: str
    body: str
    meeting: int
    series: int
    number: int
    suffix: int
    copy: int
    item_title: str
    chapeau: str
    start: date | None
    end: date | None
    items: tuple[ItemText, ...]

    @property
    def said(self) -> tuple[Any, ...]:
        """All that a rule may read in it alone, without keys, which say nothing."""
        items = tuple((item.position, item.label, item.text) for item in self.items)
        # The locator says series and suffix too.
        return (self.locator, self.body, self.meeting, self.number, self.copy, self.item_title, self.chapeau, items)

    def passage(self, item: int | None) -> str:
        """The text of the lettered item with this key; without one the chapeau."""
        return next((one.text for one in self.items if one.pk == item), "") if item else self.chapeau

    @property
    def place(self) -> tuple[Any, ...]:
        """Sorts by the day of the meeting, those of which it is not known last."""
        numbered = (self.series, self.number, self.suffix, self.copy)
        return (self.start is None, self.start or date.min, self.body, self.meeting, *numbered)


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """A paragraph of a report. `sections` are the titles above it, the outermost first; `kind`, `title`, `day` are its
    document's, `start` and `end` the days of the meeting that its document is for.
    """

    pk: int
    kind: str
    title: str
    body: str
    meeting: int | None
    number: int
    text: str
    source_file: str
    day: date | None
    start: date | None
    end: date | None
    sections: tuple[str, ...]

    @property
    def said(self) -> tuple[Any, ...]:
        return (self.kind, self.title, self.body, self.meeting, self.number, self.sections, self.text)


_OF_RECOMMENDATION = (
    *("pk", "locator", "meeting__body__symbol", "meeting__number", *NUMBERED_BY),
    *("agenda_item__title", "chapeau", "meeting__start", "meeting__end"),
)
_OF_ITEM = ("pk", "position", "label", "text")
_OF_PARAGRAPH = (
    *("pk", "document__kind", "document__title", "document__body__symbol", "document__meeting__number"),
    *("number", "text", "document__source_file", "document__date"),
    *("document__meeting__start", "document__meeting__end", "section"),
)


def recommendations_in(scope: Scope) -> Iterator[list[RecommendationText]]:
    """A query a portion: each comes with its items, a row each."""
    rows = Recommendation.objects.in_arabic()
    if scope.recommendations is not None:
        rows = rows.filter(pk__in=scope.recommendations)
    portion = _with_items(rows.order_by("pk")[:PORTION])
    while portion:
        yield portion
        if len(portion) < PORTION:
            return
        portion = _with_items(rows.filter(pk__gt=portion[-1].pk).order_by("pk")[:PORTION])


def _with_items(some: QuerySet[Recommendation]) -> list[RecommendationText]:
    rows = Recommendation.objects.filter(pk__in=some.values("pk"))
    rows = rows.order_by("pk", F("subparagraphs__position").asc(nulls_first=True))
    found = rows.values_list(*_OF_RECOMMENDATION, *(f"subparagraphs__{name}" for name in _OF_ITEM))
    portion: list[RecommendationText] = []
    size = len(_OF_RECOMMENDATION)
    for (pk, *place, title, chapeau, start, end), lines in groupby(found, lambda line: line[:size]):
        items = tuple(ItemText(*line[size:]) for line in lines if line[size] is not None)
        values: list[Any] = [pk, *place, title or "", chapeau, start, end, items]
        portion.append(RecommendationText(*values))
    return portion


def paragraphs_in(scope: Scope) -> Iterator[list[ParagraphText]]:
    rows = Paragraph.objects.in_arabic()
    if scope.paragraphs is not None:
        rows = rows.filter(pk__in=scope.paragraphs)
    titles = _section_titles(rows)
    for lines in by_key(rows.values_list(*_OF_PARAGRAPH), PORTION):
        portion: list[ParagraphText] = []
        for pk, kind, title, body, meeting, *more, section in lines:
            values: list[Any] = [pk, kind, title, body or "", meeting, *more, titles.get(section, ())]
            portion.append(ParagraphText(*values))
        yield portion


def _section_titles(paragraphs: QuerySet[Paragraph]) -> dict[int | None, tuple[str, ...]]:
    """For every section of these documents the titles down to its own. Rows entered by hand may stand in a ring."""
    rows = Section.objects.filter(document__in=paragraphs.order_by().values("document"))
    known = {pk: (parent, title) for pk, parent, title in rows.values_list("pk", "parent", "title")}
    found: dict[int | None, tuple[str, ...]] = {}
    for pk in known:
        path: dict[int, str] = {}
        at: int | None = pk
        while at is not None and at in known and at not in path:
            parent, path[at] = known[at]
            at = parent
        found[pk] = tuple(path.values())[::-1]
    return found
