"""What the archive has of a thing that a text cites: it is stored, only known of, one of several, or not there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from archive.citing.things import Term, Thing

#: «held»: stored with its text. «known»: a record without text. The words of the JSON interface.
Status = Literal["held", "known", "ambiguous", "unknown"]
#: So many values stand in one condition at most; SQLite takes 32,766.
AT_ONCE = 5_000
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
    """A cited thing with the records that it may be; `nearest` is what is known of one that is not stored,
    `mentioned` the texts that name it."""

    thing: Thing
    found: tuple[StoredThing, ...] = ()
    nearest: StoredThing | None = None
    mentioned: tuple[StoredThing, ...] = ()

    @property
    def status(self) -> Status:
        if len(self.found) != 1:
            return "ambiguous" if self.found else "unknown"
        return "held" if self.found[0].has_text else "known"

    @property
    def only(self) -> StoredThing | None:
        return self.found[0] if len(self.found) == 1 else None


def is_of_meeting(stored: Thing, asked: Thing) -> bool:
    """Whether a meeting, or what belongs to one, is of the meeting that is asked for, as far as it is said."""
    return (
        (asked.meeting is None or stored.meeting == asked.meeting)
        and (not asked.body or stored.body == asked.body)
        and (not asked.term or stored.term == asked.term)
    )


def meeting_term(term: str) -> Term:
    return "session" if term == "session" else "meeting"


def in_chunks(values: Iterable[Any]) -> Iterable[list[Any]]:
    row = sorted(values)
    return (row[at : at + AT_ONCE] for at in range(0, len(row), AT_ONCE))
