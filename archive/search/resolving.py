"""A long text with everything that it cites: each place with what the archive has of it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from archive.citing.reading import read_references

from .known_names import known_names
from .looking_up import look_up
from .stored_things import LookedUp, Status, StoredThing

#: No longer text is read, in bytes of UTF-8: some 300 pages.
MOST_BYTES = 1_048_576
#: What the interface for programs calls citations; years and topics are none.
_CITATIONS = frozenset({"recommendation", "meeting", "document", "paragraph", "treaty_article", "resolution"})


@dataclass(frozen=True, slots=True)
class ResolvedReference:
    """One thing that a text cites at text[start:end]; a range has several at one place. `text` is what stands there."""

    start: int
    end: int
    text: str
    looked_up: LookedUp

    @property
    def kind(self) -> str:
        is_address = "://" in self.text or self.text.startswith("/")
        return "url" if is_address else self.looked_up.thing.kind

    @property
    def status(self) -> Status:
        """«التوصية 12» of some meeting is never clear, even where one meeting alone has so many."""
        if self.looked_up.thing.is_vague and self.looked_up.found:
            return "ambiguous"
        return self.looked_up.status

    @property
    def stored(self) -> StoredThing | None:
        return self.looked_up.only if self.status in ("held", "known") else None

    @property
    def locator(self) -> str | None:
        return self.stored.locator if self.stored else None

    @property
    def address(self) -> str | None:
        return self.stored.address if self.stored else None

    @property
    def candidates(self) -> tuple[str, ...]:
        return tuple(one.locator for one in self.looked_up.found) if self.status == "ambiguous" else ()


def resolve_text(text: str) -> list[ResolvedReference]:
    """Everything that a text cites, in the order of its places."""
    with _uncollected():
        places = read_references(text, known_names())
        found = look_up(thing for place in places for thing in place.things)
        return [
            ResolvedReference(place.start, place.end, text[place.start : place.end], found[thing])
            for place in places
            for thing in place.things
            if thing.kind in _CITATIONS or "/" in text[place.start : place.end]
        ]


@contextmanager
def _uncollected() -> Iterator[None]:
    """A megabyte cites a hundred thousand things, none of them in a ring: to look for rings among them and all that
    the server holds took a third of the time (3.4 s, of references alone, and 2.5 s without).
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def plain_characters(text: str) -> str:
    """The text without what is no character (half a pair, NUL), each replaced by one sign: the places stay."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")
