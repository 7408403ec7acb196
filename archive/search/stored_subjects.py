"""Articles of treaties, topics and years as they are named."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from django.urls import reverse

from archive.citing.things import Thing
from archive.models import Article, Recommendation, Topic

from .stored_things import LookedUp, StoredThing


class SubjectShelf:
    """The articles, topics and years that some things may be; each kind read when it is first asked for."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._things = things

    def look_up(self, thing: Thing) -> LookedUp:
        match thing.kind:
            case "treaty_article":
                found = self._articles.get((thing.instrument, thing.number or 0))
                return LookedUp(thing, (replace(found, thing=replace(thing)),) if found else ())
            case "topic":
                return LookedUp(thing, tuple(self._topics.get(thing.locator, ())))
            case _:
                return LookedUp(thing, tuple(self._years.get(thing.number or 0, ())))

    @cached_property
    def _articles(self) -> Mapping[tuple[str, int], StoredThing]:
        numbers = {one.number or 0 for one in self._things if one.kind == "treaty_article"}
        rows = Article.objects.filter(number__in=numbers).values_list("instrument__slug", "number")
        return {
            (slug, number): StoredThing(
                Thing("treaty_article", instrument=slug, number=number),
                f"{slug}:{number}",
                reverse("article", args=[slug, number]),
            )
            for slug, number in rows
        }

    @cached_property
    def _topics(self) -> Mapping[str, list[StoredThing]]:
        slugs = {one.locator for one in self._things if one.kind == "topic"}
        rows = Topic.objects.in_use().filter(slug__in=slugs).values_list("slug", flat=True)
        return {slug: [StoredThing(Thing("topic", locator=slug), slug, reverse("topic", args=[slug]))] for slug in rows}

    @cached_property
    def _years(self) -> Mapping[int, list[StoredThing]]:
        years = {one.number or 0 for one in self._things if one.kind == "year"}
        rows = Recommendation.objects.filter(meeting__start__year__in=years)
        address = reverse("recommendations")
        return {
            year: [StoredThing(Thing("year", number=year), str(year), f"{address}?year={year}")]
            for year in rows.values_list("meeting__start__year", flat=True).distinct().order_by()
        }
