"""Errata in printed texts: how models keep them, and the reading text that they and staff's decisions give."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from archive.models import Erratum
from archive.parsing.printed_text import Passage, reading_of
from archive.sources.corrections import Correction


@dataclass(frozen=True, slots=True)
class Decisions:
    """What staff decided about the errata of a document: (line, printed form) of each."""

    accepted: frozenset[tuple[int, str]] = frozenset()
    rejected: frozenset[tuple[int, str]] = frozenset()

    def in_force(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        return tuple(one for one in corrections if (one.line, one.printed) not in self.rejected)

    def reading(self, printed: str, corrections: Iterable[Correction]) -> str:
        """The reading text; never blank where something is printed."""
        return reading_of(printed, self.in_force(corrections), self.accepted).strip() or printed

    def reading_of(self, passage: Passage) -> str:
        return self.reading(passage.printed, passage.corrections)


def decisions_of(document: int) -> Decisions:
    """What staff decided about the errata of the document."""
    rows = Erratum.objects.filter(document=document).values_list("line", "printed", "certainty", "decision")
    return Decisions(
        accepted=frozenset((line, printed) for line, printed, _, decision in rows if decision == "accepted"),
        rejected=frozenset((line, printed) for line, printed, _, decision in rows if decision == "rejected"),
    )


def corrections_as_json(corrections: Iterable[Correction]) -> list[list[Any]]:
    return [[c.start, c.end, c.corrected, c.certainty, c.line, c.printed] for c in corrections]


def corrections_from_json(rows: Iterable[list[Any]]) -> tuple[Correction, ...]:
    return tuple(
        Correction(start, end, printed, corrected, certainty, line)
        for start, end, corrected, certainty, line, printed in rows
    )
