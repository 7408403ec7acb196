"""A place of a line of the cover, and a fact that begins at it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from .cover import Cover, PieceKind

#: Longer lines than this are no facts but where they open with «Distr.»: the longest of those tried, with body,
#: session, place, dates and item on one line, has some 200 letters.
LONGEST = 400
#: A line that names the series in which a report is bound, or says who adopted a text, is no longer: the longest
#: of those tried has 140 letters.
LONGEST_WHOLE = 200


@dataclass(slots=True)
class LinePlace:
    """A place of a line: its bare text, the same folded, and how far it is read."""

    plain: str
    folded: str
    at: int = 0

    @property
    def rest(self) -> str:
        return self.plain[self.at :]


@dataclass(frozen=True, slots=True)
class Fact:
    """What a reader found: where it ends, what kind of line it is, and how it enters the cover."""

    end: int
    kind: PieceKind
    enter: Callable[[Cover], None]


def form_at(place: LinePlace, form: str, at: int | None = None) -> int | None:
    """Where a form ends that stands at the place as whole words."""
    start = place.at if at is None else at
    match = _pattern_of(form).match(place.folded, start)
    return match.end() if match else None


@cache
def _pattern_of(form: str) -> re.Pattern[str]:
    return re.compile(r"\s*" + re.escape(form).replace(r"\ ", r"\s+") + r"(?!\w)", re.IGNORECASE)


def keep_nothing(_cover: Cover) -> None:
    """The line is known, and the cover keeps nothing of it."""
