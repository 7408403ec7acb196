"""Recommendations and their lettered items as they are cited."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.urls import reverse

from archive.arabic.normalize import normalize
from archive.citing.things import Thing
from archive.models import Recommendation, Subparagraph
from archive.models.recommendation import NUMBERED_BY
from archive.numbering import abjad

from .stored_meetings import MeetingShelf
from .stored_things import MOST_CANDIDATES, LookedUp, StoredThing, in_chunks, is_of_meeting, meeting_term


class RecommendationShelf:
    """The recommendations that some things may be; read when first asked for."""

    def __init__(self, things: Sequence[Thing], meetings: MeetingShelf) -> None:
        self._things = things
        self._meetings = meetings

    def look_up(self, thing: Thing) -> LookedUp:
        rows = self._located.get(thing.locator, ()) if thing.locator else self._numbered_like(thing)
        found = [row for row in rows if not thing.letter or (row.locator, thing.letter) in self._items]
        if not found and rows and thing.locator:
            # A locator is copied, not remembered: with a letter that is not there it still means its recommendation.
            return LookedUp(thing, tuple(rows))
        if found:
            return LookedUp(thing, tuple(_lettered(row, thing.letter) for row in found[:MOST_CANDIDATES]))
        nearest = rows[0] if len(rows) == 1 else next(iter(self._meetings.best_like(thing)), None)
        return LookedUp(thing, (), nearest)

    def _numbered_like(self, thing: Thing) -> list[StoredThing]:
        return [
            row
            for row in self._numbered.get(thing.number or 0, ())
            if _is_numbered(row.thing, thing)
            and is_of_meeting(row.thing, thing)
            and (thing.year is None or row.thing.year == thing.year)
        ]

    @cached_property
    def _numbered(self) -> Mapping[int, list[StoredThing]]:
        wanted = [one for one in self._things if one.kind == "recommendation" and not one.locator]
        rows = Recommendation.objects.filter(number__in={one.number for one in wanted})
        if wanted and all(one.meeting for one in wanted):
            rows = rows.filter(meeting__number__in={one.meeting for one in wanted})
        found = defaultdict(list)
        for stored in _recommendations(rows) if wanted else ():
            found[stored.thing.number or 0].append(stored)
        return found

    @cached_property
    def _located(self) -> Mapping[str, list[StoredThing]]:
        locators = {one.locator for one in self._things if one.kind == "recommendation" and one.locator}
        return {
            stored.locator: [stored]
            for some in in_chunks(locators)
            for stored in _recommendations(Recommendation.objects.filter(locator__in=some))
        }

    @cached_property
    def _items(self) -> set[tuple[str, int]]:
        letters = {one.letter for one in self._things if one.letter}
        items = Subparagraph.objects.filter(position__in=letters)
        return set(items.values_list("recommendation__locator", "position"))


def _recommendations(rows: Any) -> Iterable[StoredThing]:
    of_body = ("meeting__body__symbol", "meeting__body__term")
    fields = ("locator", *NUMBERED_BY, "agenda_item__number", "meeting__number", *of_body, "meeting__start__year")
    for locator, *numbered, item, meeting, symbol, term, year in rows.in_official_order().values_list(*fields):
        thing = Thing(
            "recommendation",
            symbol,
            meeting_term(term),
            meeting,
            **dict(zip(NUMBERED_BY, numbered, strict=True)),
            agenda_item=item or "",
            year=year,
        )
        yield StoredThing(thing, locator, reverse("recommendation", args=[locator]))


def _is_numbered(stored: Thing, asked: Thing) -> bool:
    """Whether it is the copy and, as far as that is said, of the series that is asked for."""
    of_series = asked.series is None or stored.series == asked.series
    under_item = not asked.agenda_item or _item_key(stored.agenda_item) == _item_key(asked.agenda_item)
    return stored.copy == (asked.copy or 1) and stored.suffix == asked.suffix and of_series and under_item


def _item_key(number: str) -> str:
    """«2 (ج)» and `2(c)` are one item."""
    whole, _bracket, letter = normalize(number).replace(" ", "").partition("(")
    letter = letter.rstrip(")")
    position = abjad.from_latin(letter) if letter.isascii() and letter else abjad.position(letter)
    return f"{whole}.{position or 0}"


def _lettered(row: StoredThing, letter: int) -> StoredThing:
    if not letter:
        return row
    latin = abjad.latin(letter)
    return replace(
        row,
        thing=replace(row.thing, letter=letter),
        locator=f"{row.locator}.{latin}",
        address=f"{row.address}#{latin}",
    )
