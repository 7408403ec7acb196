"""Going to a paragraph by its number: where it stands, or what numbers there are."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.models import Paragraph

from .reading_order import Gap, HeadedParts

#: «35», «٣٥», «الفقرة 35», “para. 35”, «35-»; the longest number of a paragraph has five digits.
_TYPED = re.compile(r"[^\d]{0,20}?(\d{1,5})[^\d]{0,3}")


@dataclass(frozen=True, slots=True)
class SoughtPlace:
    """A paragraph with this number, or the gap where it should stand; `part` is what opened its series."""

    anchor: str
    part: str


@dataclass(frozen=True, slots=True)
class SoughtParagraph:
    """What was typed, the number that it means (None for none), and the places of that number.

    `first` and `last` are the numbers that the document has; both 0 where it has none.
    """

    typed: str
    number: int | None
    places: tuple[SoughtPlace, ...]
    first: int
    last: int

    @property
    def anchor(self) -> str:
        """Of the only place; empty where there is none or a choice."""
        return self.places[0].anchor if len(self.places) == 1 else ""


def seek_paragraph(
    typed: str, paragraphs: Sequence[Paragraph], stretches: Iterable[HeadedParts]
) -> SoughtParagraph | None:
    """Where the typed number stands in the document, a number that is lost included; None where nothing was typed."""
    if not typed:
        return None
    match = _TYPED.fullmatch(typed)
    number = int(match[1]) if match else None
    numbers = [paragraph.number for paragraph in paragraphs if paragraph.number]
    places = [
        SoughtPlace(paragraph.anchor, paragraph.part)
        for paragraph in paragraphs
        if number and paragraph.number == number
    ]
    if number and not places:
        gaps = (part for stretch in stretches for part in stretch.parts if isinstance(part, Gap))
        places = [SoughtPlace(gap.anchor, "") for gap in gaps if gap.first <= number <= gap.last]
    return SoughtParagraph(typed, number, tuple(places), min(numbers, default=0), max(numbers, default=0))
