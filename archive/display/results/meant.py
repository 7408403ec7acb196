"""Above the hits: the thing that a search names among its words, the several it may name, or that there is no such."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from archive.citing.names import KnownNames
from archive.citing.plain import plain
from archive.filters.snapshot import Snapshot
from archive.search.known_names import known_names
from archive.search.reference import TypedReference
from archive.search.stored_things import LookedUp, StoredThing
from archive.vocabulary.symbols import is_symbol

from ..names.language import in_language
from ..names.thing_names import name_of

#: So many things are offered; a number that stands in more meetings says too little.
MOST = 24


@dataclass(frozen=True, slots=True)
class OfferedThing:
    name: str
    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """`things` are what may be meant, `missing` the names of what is not stored, `nearest` what is known of it,
    `mentioned` the texts that name it; `elsewhere` is a symbol that the United Nations' own pages may have."""

    things: Sequence[OfferedThing] = ()
    missing: Sequence[str] = ()
    nearest: Sequence[OfferedThing] = ()
    mentioned: Sequence[OfferedThing] = ()
    elsewhere: str = ""


def build_meant(q: str, typed: TypedReference, snapshot: Snapshot) -> Meant | None:
    """What to offer for a typed text that led nowhere by itself; None where it names nothing."""
    if not typed.looked_up:
        topics = list(_topics(q, snapshot))
        return Meant(topics) if topics else None
    names = known_names()
    bodies = {one.thing.body for found in typed.looked_up for one in found.found}
    things = [
        _offered(one, names, with_body=len(bodies) > 1) for found in typed.looked_up for one in found.found
    ]
    missing = [one for one in typed.looked_up if not one.found] if typed.is_whole else []
    if not things and not missing:
        return None
    mentioned = {one.address: _offered(one, names) for found in missing for one in found.mentioned}
    nearest = {one.nearest.address: _offered(one.nearest, names) for one in missing if one.nearest}
    return Meant(
        things[:MOST],
        [name_of(one.thing, names) for one in missing[:MOST]],
        list(nearest.values()),
        list(mentioned.values())[:MOST],
        _elsewhere(missing),
    )


def _offered(one: StoredThing, names: KnownNames, *, with_body: bool = False) -> OfferedThing:
    return OfferedThing(name_of(one.thing, names), one.address, one.thing.body if with_body else "")


def _topics(q: str, snapshot: Snapshot) -> Iterator[OfferedThing]:
    """The topic whose whole name was typed, in either language."""
    asked = plain(q)
    for slug, topic in snapshot.labels["topic"].items():
        if asked and asked in (plain(str(topic.label)), plain(topic.label_en)):
            yield OfferedThing(in_language(str(topic.label), topic.label_en), reverse("topic", args=[slug]))




def _elsewhere(missing: Sequence[LookedUp]) -> str:
    symbol = missing[0].thing.symbol.upper() if len(missing) == 1 else ""
    return symbol if is_symbol(symbol) and symbol.count("/") > 1 else ""
