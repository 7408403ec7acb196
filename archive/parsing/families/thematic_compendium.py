"""The compendium by subjects: each text cites behind it the meeting that adopted it and the number it had there."""

from ..cited_places import by_citation
from ..structure import ParsedMeeting, meeting_of
from .family import Clues, Family, MeetingClues

#: So many texts that cite their place are no accident.
_FEWEST = 3


def _is_such(clues: Clues) -> bool:
    return clues.cited >= _FEWEST


def _cited(clues: MeetingClues) -> list[ParsedMeeting]:
    """The meetings that the texts cite, each once: of a compendium they are its own."""
    if not clues.body:
        return []
    first = dict(reversed(clues.cited))
    return [meeting_of(clues.body, number, None, None, "mention", first[number]) for number in sorted(first)]


THEMATIC_COMPENDIUM = Family(
    kind="thematic-compendium",
    name_ar="خلاصة توصيات مرتبة بحسب المواضيع",
    name_en="Thematic compendium of recommendations",
    no_such="خلاصة توصيات مرتبة بحسب المواضيع",
    is_told_by=_is_such,
    share=by_citation,
    meetings_told=_cited,
    mentions_its_meeting=True,
)
