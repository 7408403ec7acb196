"""The documents in their order, in pages: by body, by meeting or session, and by what they are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from archive.filters.page_parameters import PAGE
from archive.filters.parameters import Asked
from archive.models import Body, Document, Meeting, named_by

from ..names.papers import paper_kinds
from ..results.paging import Pages, build_list_pages

SIZE = 50


@dataclass(frozen=True, slots=True)
class Sitting:
    """The papers of one meeting; of those without a meeting there is none."""

    meeting: Meeting | None
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class BodyDocuments:
    """The papers of one body that are on this page, the latest meeting first; of those without a body there is none.

    `count` is that of all pages.
    """

    body: Body | None
    sittings: tuple[Sitting, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Shelves:
    """One page; the counts are those of all pages."""

    page: int
    shelves: list[BodyDocuments]
    held_count: int
    known_count: int

    @property
    def pages(self) -> Pages:
        return build_list_pages(self.held_count + self.known_count, self.page, SIZE)


class _Place(NamedTuple):
    """What the order goes by; one for every document, the documents themselves for those of the page alone."""

    pk: int
    body: str
    meeting: int | None
    is_held: bool
    kind: str
    name: str


def build_shelves(asked: Asked | None) -> Shelves:
    """The page that is asked for; one that is not there is named, and the first is shown."""
    places = _in_order(_places())
    number = asked.page_of(PAGE, len(places), SIZE) if asked else 1
    here = [place.pk for place in places[(number - 1) * SIZE : number * SIZE]]
    rows = (
        Document.objects.select_related("body", "meeting__body")
        .with_counts()
        .defer(*named_by.unread("document"), *named_by.unread("meeting", "meeting"))
        .in_bulk(here)
    )
    counts = Counter(place.body for place in places)
    groups = groupby((rows[pk] for pk in here if pk in rows), key=_body_key)
    shelves = [_shelf(tuple(group), counts[key]) for key, group in groups]
    held = sum(place.is_held for place in places)
    return Shelves(number, shelves, held, len(places) - held)


def _places() -> list[_Place]:
    names = ("pk", "meeting__body__symbol", "body__symbol", "meeting__number", "source_file", "kind", "symbol", "slug")
    return [
        _Place(pk, of_meeting or of_body or "", number, bool(file), kind, symbol or slug)
        for pk, of_meeting, of_body, number, file, kind, symbol, slug in Document.objects.order_by().values_list(*names)
    ]


def _in_order(places: Sequence[_Place]) -> list[_Place]:
    """Bodies whose texts are held first, papers without a body last; in a body the latest meeting first, papers
    without one last; held before known; by kind and symbol."""
    kinds = {kind: position for position, kind in enumerate(paper_kinds())}
    with_texts = {place.body for place in places if place.is_held}

    def key(place: _Place) -> tuple[bool, bool, str, bool, int, bool, int, str]:
        of_body = (not place.body, place.body not in with_texts, place.body)
        kind = kinds.get(place.kind, len(kinds))
        return *of_body, place.meeting is None, -(place.meeting or 0), not place.is_held, kind, place.name

    return sorted(places, key=key)


def _shelf(documents: tuple[Document, ...], count: int) -> BodyDocuments:
    sittings = [tuple(group) for _key, group in groupby(documents, key=lambda document: document.meeting_id)]
    return BodyDocuments(_body(documents[0]), tuple(Sitting(group[0].meeting, group) for group in sittings), count)


def _body(document: Document) -> Body | None:
    return document.meeting.body if document.meeting else document.body


def _body_key(document: Document) -> str:
    body = _body(document)
    return body.symbol if body else ""
