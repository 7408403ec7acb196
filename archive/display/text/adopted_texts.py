"""Recommendations to be read one after another under the names of their meetings, phrases of them marked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Protocol

from django.utils.safestring import SafeString

from archive.models import Citation, Meeting, OperativeClause, Recommendation, named_by
from archive.models.prepared import Prepared

from .in_languages import TextInLanguage, english_texts
from .linked_text import operative_spans
from .marked_places import citing_spans
from .running_text import render_inline
from .spans import MarkupSpan, lay_spans

#: What is marked in a text: that of a recommendation's chapeau, or of its item, both by key.
Marking = Callable[[int, int | None, str], Sequence[MarkupSpan]]


class Lettered(Protocol):
    """A lettered item, of the database or of a list; `anchor` is its letter in an address, `position` its place."""

    @property
    def label(self) -> str: ...
    @property
    def anchor(self) -> str: ...
    @property
    def position(self) -> int: ...


@dataclass(frozen=True, slots=True)
class ShownItem:
    """A lettered item with its text ready to be shown."""

    item: Lettered
    html: SafeString


@dataclass(frozen=True, slots=True)
class AdoptedText:
    """A recommendation with its text ready to be shown, and what the page says under it."""

    recommendation: Recommendation
    html: SafeString
    items: tuple[ShownItem, ...]
    notes: Sequence[Any]
    english: TextInLanguage | None = None


@dataclass(frozen=True, slots=True)
class MeetingTexts:
    meeting: Meeting
    entries: tuple[AdoptedText, ...]


_WITH_KEYS = Prepared(
    lambda *keys: Recommendation.objects.for_display()
    .filter(pk__in=keys)
    .order_by()
    .defer(
        *named_by.unread("recommendation"),
        *named_by.unread("meeting", "meeting"),
        *named_by.unread("document", "document"),
    )
)


def read_texts(keys: Sequence[int]) -> list[Recommendation]:
    """The recommendations with these keys, in this order. Two queries."""
    found = {row.pk: row for row in _WITH_KEYS.rows_of(keys)}
    return [found[key] for key in keys if key in found]


def build_entries(
    recommendations: Sequence[Recommendation],
    notes: Mapping[int, Sequence[Any]],
    markings: Sequence[Marking] = (),
) -> list[MeetingTexts]:
    """`recommendations` come in official order; `notes` by key are what each page adds. On English pages one query."""
    english = english_texts({one.pk: [item.position for item in one.subparagraphs.all()] for one in recommendations})
    entries = [
        replace(_entry(one, notes.get(one.pk, ()), markings), english=english.get(one.pk)) for one in recommendations
    ]
    groups = groupby(entries, key=lambda entry: entry.recommendation.meeting)
    return [MeetingTexts(meeting, tuple(group)) for meeting, group in groups]


def _entry(recommendation: Recommendation, notes: Sequence[Any], markings: Sequence[Marking]) -> AdoptedText:
    def render(item: int | None, text: str) -> SafeString:
        html = render_inline(text)
        for marking in markings:
            html = lay_spans(html, text, marking(recommendation.pk, item, text))
        return html

    items = tuple(ShownItem(item, render(item.pk, item.text)) for item in recommendation.subparagraphs.all())
    return AdoptedText(recommendation, render(None, recommendation.chapeau), items, notes)


def any_english(groups: Iterable[MeetingTexts]) -> bool:
    """Whether the page shows any of them in English."""
    return any(entry.english for group in groups for entry in group.entries)


def mark_operative(clauses: Iterable[OperativeClause]) -> Marking:
    """The phrases by which a text asks."""
    found = _by_text(clauses)
    return lambda key, item, text: operative_spans(found.get((key, item), ()), text)


def mark_citing(citations: Iterable[Citation]) -> Marking:
    """The phrases that cite."""
    found = _by_text(citations)
    return lambda key, item, text: citing_spans(found.get((key, item), ()), text)


def _by_text(rows: Iterable[Any]) -> dict[tuple[int, int | None], list[Any]]:
    found: dict[tuple[int, int | None], list[Any]] = {}
    for row in rows:
        found.setdefault((row.recommendation_id, row.subparagraph_id), []).append(row)
    return found
