"""The texts that rules read, with what they must know of the place, a portion at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from archive.models import Paragraph, Recommendation, Section, Subparagraph

PORTION = 2_000


@dataclass(frozen=True, slots=True)
class Scope:
    """The records to be read, by key; `ALL` is every one."""

    recommendations: frozenset[int] | None = None
    paragraphs: frozenset[int] | None = None


ALL = Scope()


@dataclass(frozen=True, slots=True)
class ItemText:
    pk: int
    position: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class RecommendationText:
    """A recommendation as rules read it. `item_title` is that of its agenda item."""

    pk: int
    locator: str
    body: str
    meeting: int
    number: int
    copy: int
    item_title: str
    chapeau: str
    items: tuple[ItemText, ...]

    @property
    def said(self) -> tuple[Any, ...]:
        """All that a rule may read, without keys, which say nothing."""
        items = tuple((item.position, item.label, item.text) for item in self.items)
        return (self.locator, self.body, self.meeting, self.number, self.copy, self.item_title, self.chapeau, items)

    def passage(self, item: int | None) -> str:
        """The text of the lettered item with this key; without one the chapeau."""
        return next((one.text for one in self.items if one.pk == item), "") if item else self.chapeau


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """A paragraph of a report. `sections` are the titles above it, the outermost first; `kind` is its document's."""

    pk: int
    document: int
    kind: str
    title: str
    body: str
    meeting: int | None
    number: int
    sections: tuple[str, ...]
    text: str

    @property
    def said(self) -> tuple[Any, ...]:
        return (self.kind, self.title, self.body, self.meeting, self.number, self.sections, self.text)


def recommendations_in(scope: Scope) -> Iterator[list[RecommendationText]]:
    rows = Recommendation.objects.order_by("pk")
    if scope.recommendations is not None:
        rows = rows.filter(pk__in=scope.recommendations)
    found = rows.values_list(
        *("pk", "locator", "meeting__body__symbol", "meeting__number", "number", "copy"),
        *("agenda_item__title", "chapeau"),
    ).iterator(chunk_size=PORTION)
    while portion := list(islice(found, PORTION)):
        items = _items([pk for pk, *_ in portion])
        yield [
            RecommendationText(pk, *place, title or "", chapeau, tuple(items.get(pk, ())))
            for pk, *place, title, chapeau in portion
        ]


def _items(recommendations: list[int]) -> dict[int, list[ItemText]]:
    found: dict[int, list[ItemText]] = {}
    rows = Subparagraph.objects.filter(recommendation__in=recommendations).order_by("recommendation", "position")
    for recommendation, *item in rows.values_list("recommendation", "pk", "position", "label", "text"):
        found.setdefault(recommendation, []).append(ItemText(*item))
    return found


def paragraphs_in(scope: Scope) -> Iterator[list[ParagraphText]]:
    rows = Paragraph.objects.order_by("pk")
    if scope.paragraphs is not None:
        rows = rows.filter(pk__in=scope.paragraphs)
    titles = _section_titles(rows)
    found = rows.values_list(
        *("pk", "document", "document__kind", "document__title", "document__body__symbol"),
        *("document__meeting__number", "number", "section", "text"),
    ).iterator(chunk_size=PORTION)
    while portion := list(islice(found, PORTION)):
        yield [
            ParagraphText(*place, body or "", meeting, number, titles.get(section, ()), text)
            for *place, body, meeting, number, section, text in portion
        ]


def _section_titles(paragraphs: QuerySet[Paragraph]) -> dict[int | None, tuple[str, ...]]:
    """For every section of these documents the titles down to its own. Rows entered by hand may stand in a ring."""
    rows = Section.objects.filter(document__in=paragraphs.order_by().values("document"))
    held = {pk: (parent, title) for pk, parent, title in rows.values_list("pk", "parent", "title")}
    found: dict[int | None, tuple[str, ...]] = {}
    for pk in held:
        path: dict[int, str] = {}
        at: int | None = pk
        while at is not None and at in held and at not in path:
            parent, path[at] = held[at]
            at = parent
        found[pk] = tuple(path.values())[::-1]
    return found
