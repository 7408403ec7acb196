"""The compendium: the recommendations of several meetings, each meeting under a heading, its numbers from 1."""

from ..meeting_headings import meeting_of_heading, read_meeting_heading
from ..numbers import Counting
from ..structure import ParsedMeeting
from .family import Clues, Family, MeetingClues


def _has_meetings_as_headings(clues: Clues) -> bool:
    return any(read_meeting_heading(heading, "", 0) for heading in clues.headings)


def _meetings_of_headings(clues: MeetingClues) -> list[ParsedMeeting]:
    if not clues.body:
        return []
    return [meeting_of_heading(heading, clues.body) for heading in clues.headings if heading.level == 1]


COMPENDIUM = Family(
    kind="compendium",
    name_ar="خلاصة توصيات",
    name_en="Compendium of recommendations",
    no_such="خلاصة توصيات",
    titles=("التوصيات التي اعتمدها", "خلاصه التوصيات", "تجميع التوصيات"),
    is_told_by=_has_meetings_as_headings,
    # its texts are its recommendations: no number heads a section, none is a paragraph
    counting=Counting(anew_under_level=1, numbers_head=False),
    is_recommendation=lambda _item: True,
    meetings_told=_meetings_of_headings,
    mentions_its_meeting=True,
)
