"""What the archive has of the things that a text cites: each stored, only known of, one of several, or not there.

Many things are looked up together, in a number of queries that does not grow with them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from archive.citing.things import Term, Thing
from archive.models import Article, Document, Meeting, Paragraph, Recommendation, Subparagraph, Topic
from archive.models.paragraph import anchor_of
from archive.models.recommendation import NUMBERED_BY
from archive.numbering import abjad
from archive.parsing.families import FAMILIES
from archive.vocabulary.symbols import slug as slug_of

#: «held»: stored with its text. «known»: a record without text. The words of the JSON interface.
Status = Literal["held", "known", "ambiguous", "unknown"]
_REPORTS = frozenset(family.kind for family in FAMILIES if family.reports_its_meeting)
#: So many values stand in one condition at most; SQLite takes 32,766.
_AT_ONCE = 5_000
#: Of what is ambiguous so many are named.
MOST_CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class StoredThing:
    """A record: its locator (of a document its slug, of a paragraph slug#p12), its page, and all that names it."""

    thing: Thing
    locator: str
    address: str
    has_text: bool = True


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A cited thing with the records that it may be; `nearest` is what is known of one that is not stored."""

    thing: Thing
    found: tuple[StoredThing, ...] = ()
    nearest: StoredThing | None = None

    @property
    def status(self) -> Status:
        if len(self.found) != 1:
            return "ambiguous" if self.found else "unknown"
        return "held" if self.found[0].has_text else "known"

    @property
    def only(self) -> StoredThing | None:
        return self.found[0] if len(self.found) == 1 else None


def look_up(things: Iterable[Thing]) -> dict[Thing, LookedUp]:
    """Look many things up together."""
    asked = list(dict.fromkeys(things))
    shelves = _Shelves(asked)
    return {thing: shelves.look_up(thing) for thing in asked}


class _Shelves:
    """The records that some things may be, each kind read when it is first asked for."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._things = things

    def look_up(self, thing: Thing) -> LookedUp:
        match thing.kind:
            case "recommendation":
                return self._recommendation(thing)
            case "meeting":
                return LookedUp(thing, tuple(_best(self._meetings_like(thing))))
            case "document":
                return LookedUp(thing, tuple(self._documents_like(thing)))
            case "paragraph":
                return self._paragraph(thing)
            case "treaty_article":
                found = self._articles.get((thing.instrument, thing.number or 0))
                return LookedUp(thing, (replace(found, thing=replace(thing)),) if found else ())
            case "topic":
                return LookedUp(thing, tuple(self._topics.get(thing.locator, ())))
            case "year":
                return LookedUp(thing, tuple(self._years.get(thing.number or 0, ())))
            case "resolution":
                return LookedUp(thing, tuple(self._documents_like(thing)) if thing.symbol.count("/") > 1 else ())

    # Recommendations

    def _recommendation(self, thing: Thing) -> LookedUp:
        rows = self._located.get(thing.locator, ()) if thing.locator else self._numbered_like(thing)
        found = [row for row in rows if not thing.letter or (row.locator, thing.letter) in self._items]
        if not found and rows and thing.locator:
            # A locator is copied, not remembered: with a letter that is not there it still means its recommendation.
            return LookedUp(thing, tuple(rows))
        if found:
            return LookedUp(thing, tuple(_lettered(row, thing.letter) for row in found[:MOST_CANDIDATES]))
        nearest = rows[0] if len(rows) == 1 else next(iter(_best(self._meetings_like(thing))), None)
        return LookedUp(thing, (), nearest)

    def _numbered_like(self, thing: Thing) -> list[StoredThing]:
        return [
            row
            for row in self._numbered.get(thing.number or 0, ())
            if _is_numbered(row.thing, thing) and _is_of_meeting(row.thing, thing)
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
            for some in _chunks(locators)
            for stored in _recommendations(Recommendation.objects.filter(locator__in=some))
        }

    @cached_property
    def _items(self) -> set[tuple[str, int]]:
        letters = {one.letter for one in self._things if one.letter}
        items = Subparagraph.objects.filter(position__in=letters)
        return set(items.values_list("recommendation__locator", "position"))

    # Meetings

    def _meetings_like(self, thing: Thing) -> list[StoredThing]:
        if thing.kind == "meeting" and thing.locator:
            return [row for row in self._meetings if row.locator == thing.locator]
        if thing.meeting is None:
            return []
        return [row for row in self._meetings if _is_of_meeting(row.thing, thing)]

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
                Thing("meeting", body=symbol, term=_term(term), meeting=number),
                slug,
                reverse("meeting", args=[slug]),
                has_recommendations or has_documents,
            )
            for slug, number, symbol, term, has_recommendations, has_documents in rows.filter(
                Q(number__in=numbers) | Q(slug__in=list(slugs)[:_AT_ONCE])
            ).values_list(
                "slug", "number", "body__symbol", "body__term", "has_recommendations", "has_documents"
            )
        ]

    # Documents and their paragraphs

    def _documents_like(self, thing: Thing) -> list[StoredThing]:
        return [_stored_document(row, thing) for row in self._rows_like(thing)]

    def _rows_like(self, thing: Thing) -> list[dict[str, Any]]:
        if thing.locator:
            return self._by_slug.get(thing.locator, [])
        if not thing.symbol:
            rows = [row for row in self._documents if row["meeting__number"] == thing.meeting and row["source_file"]]
            rows = [row for row in rows if _is_of_row(row, thing)]
            reports = [row for row in rows if row["kind"] in _REPORTS]
            return reports or rows
        slug = slug_of(thing.symbol)
        if thing.symbol.startswith("-"):
            return self._by_end.get(thing.symbol[1:], [])
        return self._by_slug.get(slug) or self._by_end.get(slug, [])

    @cached_property
    def _documents(self) -> list[dict[str, Any]]:
        fields = ("pk", "slug", "symbol", "job_number", "kind", "source_file", "meeting__number", "body__symbol",
                  "body__term", "meeting__body__symbol", "meeting__body__term")  # fmt: skip
        return list(Document.objects.filter(language="ar").order_by("pk").values(*fields))

    @cached_property
    def _by_slug(self) -> Mapping[str, list[dict[str, Any]]]:
        """By the address, the whole symbol or the job number, all in the form of addresses."""
        found: dict[str, list[dict[str, Any]]] = {}
        for row in self._documents:
            for name in (row["slug"], slug_of(row["symbol"]), slug_of(row["job_number"])):
                if name and row not in found.setdefault(name, []):
                    found[name].append(row)
        return found

    @cached_property
    def _by_end(self) -> Mapping[str, list[dict[str, Any]]]:
        """By the end of the symbol behind a stroke, and the job number without its letters."""
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in self._documents:
            parts = row["symbol"].split("/")
            for first in range(1, len(parts)):
                found[slug_of("/".join(parts[first:]))].append(row)
            if row["job_number"]:
                found[row["job_number"].rpartition(".")[2]].append(row)
        return found

    def _paragraph(self, thing: Thing) -> LookedUp:
        papers = self._rows_like(thing)
        copy = thing.copy or 1
        series = thing.series or 0
        found = [row for row in papers if (row["pk"], series, thing.number, copy) in self._paragraphs]
        if not found:
            return LookedUp(thing, (), _stored_document(papers[0], thing) if len(papers) == 1 else None)
        anchor = f"#{anchor_of(series, thing.number or 0, copy)}"
        stored = [_stored_document(row, thing) for row in found]
        return LookedUp(
            thing,
            tuple(
                replace(
                    one,
                    thing=replace(
                        one.thing,
                        kind="paragraph",
                        number=thing.number,
                        copy=copy,
                        series=thing.series,
                        paragraph=thing.paragraph,
                    ),
                    locator=one.locator + anchor,
                    address=one.address + anchor,
                )
                for one in stored
            ),
        )

    @cached_property
    def _paragraphs(self) -> set[tuple[int, int, int, int]]:
        wanted = [one for one in self._things if one.kind == "paragraph"]
        papers = {row["pk"] for one in wanted for row in self._rows_like(one)}
        rows = Paragraph.objects.filter(number__in={one.number for one in wanted})
        return {
            key
            for some in _chunks(papers)
            for key in rows.filter(document__in=some).values_list("document", "series", "number", "copy")
        }

    # Articles, topics, years

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


def _recommendations(rows: Any) -> Iterable[StoredThing]:
    place = ("agenda_item__number", "meeting__number", "meeting__body__symbol", "meeting__body__term")
    fields = ("locator", *NUMBERED_BY, *place)
    for locator, *numbered, item, meeting, symbol, term in rows.in_official_order().values_list(*fields):
        thing = Thing(
            "recommendation",
            symbol,
            _term(term),
            meeting,
            **dict(zip(NUMBERED_BY, numbered, strict=True)),
            agenda_item=item or "" if numbered[0] else "",
        )
        yield StoredThing(thing, locator, reverse("recommendation", args=[locator]))


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


def _stored_document(row: Mapping[str, Any], asked: Thing) -> StoredThing:
    symbol = row["symbol"] or row["job_number"]
    thing = Thing("document", symbol=symbol, locator="" if symbol else row["slug"])
    return StoredThing(thing, row["slug"], reverse("document", args=[row["slug"]]), bool(row["source_file"]))


def _is_numbered(stored: Thing, asked: Thing) -> bool:
    """Whether it is the copy and, as far as that is said, of the series that is asked for."""
    of_series = asked.series is None or stored.series == asked.series
    under_item = not asked.agenda_item or stored.agenda_item == asked.agenda_item
    return stored.copy == (asked.copy or 1) and stored.suffix == asked.suffix and of_series and under_item


def _is_of_meeting(stored: Thing, asked: Thing) -> bool:
    """Whether a meeting, or what belongs to one, is of the meeting that is asked for, as far as it is said."""
    return (
        (asked.meeting is None or stored.meeting == asked.meeting)
        and (not asked.body or stored.body == asked.body)
        and (not asked.term or stored.term == asked.term)
    )


def _is_of_row(row: Mapping[str, Any], asked: Thing) -> bool:
    return (not asked.body or row["meeting__body__symbol"] == asked.body) and (
        not asked.term or row["meeting__body__term"] == asked.term
    )


def _best(meetings: list[StoredThing]) -> list[StoredThing]:
    """Of meetings with one number the only one of which something is stored."""
    stored = [one for one in meetings if one.has_text]
    return stored if len(stored) == 1 else meetings


def _term(term: str) -> Term:
    return "session" if term == "session" else "meeting"


def _chunks(values: Iterable[Any]) -> Iterable[list[Any]]:
    row = sorted(values)
    return (row[at : at + _AT_ONCE] for at in range(0, len(row), _AT_ONCE))
