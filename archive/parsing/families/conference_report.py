"""The report of the Conference or of a commission on its session: resolutions and decisions, then what was done."""

import re

from ..structure import ParsedMeeting, meeting_of
from .authors import is_from_the_secretariat
from .family import Clues, Family, MeetingClues

# تقرير مؤتمر الأطراف … عن دورته الحادية عشرة · تقرير لجنة … عن أعمال دورتها · تقرير عن أعمال الدورة الثالثة والثلاثين
_TITLE = re.compile(
    r"(?:ال|مشروع )?تقرير (?:ال)?(?:مؤتمر|موتمر|لجنه|مجلس|جمعيه)\b.* (?:عن|في) .*دور(?:ته|تها|ه)"
    r"|(?:ال|مشروع )?تقرير عن (?:اعمال )?(?:ال)?دوره "
    r"|(?:draft )?report (?:of|on) the (?:conference|commission|committee|council)\b.* session"
    r"|(?:draft )?report on the (?:[a-z-]+ ){1,2}session\b"
)


def _is_such(clues: Clues) -> bool:
    return clues.titled(_TITLE) and not is_from_the_secretariat(clues)


def _reported(clues: MeetingClues) -> list[ParsedMeeting]:
    """The session of the title: the cover says which, and when."""
    number = clues.declared.meeting_number or clues.cover.meeting_number
    if clues.body is None or number is None:
        return []
    return [meeting_of(clues.body, number, clues.cover.place, clues.cover.dates, "report", 1)]


CONFERENCE_REPORT = Family(
    kind="conference-report",
    name_ar="تقرير دورة",
    name_en="Report of a session",
    no_such="تقرير دورة",
    is_told_by=_is_such,
    meetings_told=_reported,
    reports_its_meeting=True,
    title_names_body=True,
    prints_agenda=True,
)
