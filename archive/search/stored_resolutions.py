"""Resolutions as they are cited: the archive has none, but it knows which of its texts name them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from django.urls import reverse

from archive.citing.things import Thing
from archive.models import Citation

from .stored_documents import DocumentShelf
from .stored_things import MOST_CANDIDATES, LookedUp, StoredThing, meeting_term

_COLUMNS = (
    "resolution", "symbol", "recommendation__locator", "recommendation__number", "recommendation__copy",
    "recommendation__meeting__number", "recommendation__meeting__body__symbol",
    "recommendation__meeting__body__term", "paragraph__number", "paragraph__copy", "paragraph__document__slug",
    "paragraph__document__symbol", "paragraph__document__job_number",
)  # fmt: skip


class ResolutionShelf:
    """Those whose symbol a document of the archive has, and the recommendations and paragraphs that name the others."""

    def __init__(self, things: Sequence[Thing], documents: DocumentShelf) -> None:
        self._things = things
        self._documents = documents

    def look_up(self, thing: Thing) -> LookedUp:
        found = self._documents.like(thing) if thing.symbol.count("/") > 1 else []
        mentioned = () if found else tuple(self._mentioning.get(_key(thing.symbol), ())[:MOST_CANDIDATES])
        return LookedUp(thing, tuple(found), mentioned=mentioned)

    @cached_property
    def _mentioning(self) -> Mapping[str, list[StoredThing]]:
        """By the number and by the symbol, texts in their order, each once."""
        rows = Citation.objects.in_force().filter(kind=Citation.Kind.RESOLUTION)
        order = ("recommendation__meeting__start", "recommendation__number", "paragraph__document_id",
                 "paragraph__position")  # fmt: skip
        found: dict[str, dict[str, StoredThing]] = defaultdict(dict)
        for number, symbol, *row in rows.order_by(*order).values_list(*_COLUMNS):
            stored = _stored(row)
            for name in filter(None, (number, symbol)):
                found[_key(name)].setdefault(stored.address, stored)
        return {name: list(texts.values()) for name, texts in found.items()}


def _key(name: str) -> str:
    return name.casefold().replace(" ", "")


def _stored(row: Sequence[object]) -> StoredThing:
    locator, number, copy, meeting, body, term, paragraph, of_copy, slug, symbol, job_number = row
    if locator:
        place = (str(body), meeting_term(str(term)), _whole(meeting))
        thing = Thing("recommendation", *place, number=_whole(number), copy=_whole(copy))
        return StoredThing(thing, str(locator), reverse("recommendation", args=[locator]))
    anchor = f"#p{paragraph}" + (f"-{of_copy}" if of_copy != 1 else "")
    mark = str(symbol or job_number or "")
    thing = Thing("paragraph", symbol=mark, locator="" if mark else str(slug), number=_whole(paragraph))
    return StoredThing(thing, f"{slug}{anchor}", reverse("document", args=[slug]) + anchor)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None
