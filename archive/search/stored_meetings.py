"""Meetings as they are cited."""

from collections.abc import Sequence
from functools import cached_property

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from archive.citing.things import Thing
from archive.models import Document, Meeting, Recommendation

from .stored_things import AT_ONCE, LookedUp, StoredThing, is_of_meeting, meeting_term


class MeetingShelf:
    """The meetings that some things may be, or be of; read when first asked for."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._things = things

    def look_up(self, thing: Thing) -> LookedUp:
        return LookedUp(thing, tuple(self.best_like(thing)))

    def best_like(self, thing: Thing) -> list[StoredThing]:
        """Of meetings with one number the only one of which something is stored."""
        like = self._like(thing)
        stored = [one for one in like if one.has_text]
        return stored if len(stored) == 1 else like

    def _like(self, thing: Thing) -> list[StoredThing]:
        if thing.kind == "meeting" and thing.locator:
            return [row for row in self._meetings if row.locator == thing.locator]
        if thing.meeting is None:
            return []
        return [row for row in self._meetings if is_of_meeting(row.thing, thing)]

    @cached_property
    def _meetings(self) -> list[StoredThing]:
        numbers = {one.meeting for one in self._things if one.meeting}
        slugs = {one.locator for one in self._things if one.kind == "meeting" and one.locator}
        of_it = OuterRef("pk")
        rows = Meeting.objects.in_official_order().annotate(
            has_recommendations=Exists(Recommendation.objects.filter(meeting=of_it)),
            has_documents=Exists(Document.objects.held().filter(meeting=of_it)),
        )
        return [
            StoredThing(
                Thing("meeting", body=symbol, term=meeting_term(term), meeting=number),
                slug,
                reverse("meeting", args=[slug]),
                has_recommendations or has_documents,
            )
            for slug, number, symbol, term, has_recommendations, has_documents in rows.filter(
                Q(number__in=numbers) | Q(slug__in=list(slugs)[:AT_ONCE])
            ).values_list(
                "slug", "number", "body__symbol", "body__term", "has_recommendations", "has_documents"
            )
        ]
