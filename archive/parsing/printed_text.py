"""A text in two forms: the words as printed, with the corrections that turn them into the reading text.

Lines are counted from 1, as an editor shows them.
"""

from dataclasses import dataclass

from archive.arabic.clean import drop_tatweel
from archive.sources.corrections import Correction, apply_corrections


@dataclass(frozen=True, slots=True)
class Span:
    """First and last line in the source, both included."""

    first_line: int
    last_line: int


NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in two forms. Offsets of corrections point into `printed`, and so do the places of footnote marks."""

    printed: str
    corrections: tuple[Correction, ...] = ()
    span: Span = NOWHERE
    marks: tuple[tuple[str, int], ...] = ()

    @property
    def reading(self) -> str:
        """Certain errata applied, stretching tatweel gone."""
        return reading_of(self.printed, self.corrections)


#: The text of what a cover does not print.
NOTHING = Passage("")


def reading_of(
    printed: str,
    corrections: tuple[Correction, ...],
    accepted: frozenset[tuple[int, str]] = frozenset(),
) -> str:
    """The reading text of a printed one; `accepted` holds (line, printed form) of the doubtful errata in force."""
    return drop_tatweel(apply_corrections(printed, corrections, accepted))


def whole_text(chapeau: str, items: list[tuple[str, str]]) -> str:
    """Chapeau and lettered items as one text: «(أ) …» on a line of its own."""
    return "\n".join([chapeau, *(f"({label}) {text}" for label, text in items)]).strip()
