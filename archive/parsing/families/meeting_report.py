"""The report of a meeting: what it did in numbered paragraphs, and under headings of their own what it recommended."""

import re
from dataclasses import replace

from archive.arabic.normalize import bare
from archive.numbering.dates import find_range

from ..recommendation_places import by_place
from ..structure import ParsedMeeting, meeting_of
from .authors import is_from_the_secretariat
from .compendium import names_meetings
from .family import Clues, Family, MeetingClues


def _reported(clues: MeetingClues) -> list[ParsedMeeting]:
    """The meeting of a report: the mention that bears the dates of the title.

    Only where the title has none, the only meeting of its body that is named: a report names the next one too.
    """
    body, cover = clues.body, clues.cover
    dates = find_range(bare(cover.title.printed))
    own = [meeting for meeting in clues.mentioned if meeting.body == body]
    if dates is not None:
        match = next((m for m in own if (m.start, m.end) == (dates.start, dates.end)), None)
        if match is not None:
            return [replace(match, ground="report", place=match.place or cover.place)]
    elif cover.meeting_number is None and len(own) == 1:
        return [replace(own[0], ground="report")]
    number = clues.declared.meeting_number or cover.meeting_number
    if body is None or number is None:
        return []
    return [meeting_of(body, number, cover.place, dates or cover.dates, "report", 1)]


# تقرير الفريق العامل … عن أعمال دورته الثالثة عشرة · تقرير عن الاجتماع الرابع عشر · تقرير الاجتماع المشترك للفريقين
_TITLE = re.compile(
    r"(?:ال|مشروع )?تقرير (?:عن |بشان )?(?:اعمال |نتائج )?"
    r"(?:ال)?(?:اجتماع|دوره|فريق|فريقين|هيئه|مشاوره|حلقه|لجنه الجامعه|جلسه)"
    # Report on the meeting of the Working Group … · Draft report of the open-ended intergovernmental expert group
    r"|(?:draft )?report (?:of|on) the (?:[a-z-]+ ){0,4}(?:meeting|working group|expert group)\b"
)


def _is_report(clues: Clues) -> bool:
    if clues.titled(_TITLE):
        return not is_from_the_secretariat(clues)
    # «التوصية 12», alone on its line, heads nothing but the recommendations of a report
    return (
        "recommendation" in clues.opens and not names_meetings(clues) and not is_from_the_secretariat(clues)
    )


MEETING_REPORT = Family(
    kind="meeting-report",
    name_ar="تقرير اجتماع",
    name_en="Meeting report",
    no_such="تقرير اجتماع",
    titles=("تقرير عن اجتماع", "تقرير الفريق العامل", "تقرير اجتماع", "التقرير عن اجتماع"),
    is_told_by=_is_report,
    share=by_place,
    meetings_told=_reported,
    reports_its_meeting=True,
    title_names_body=True,
    prints_agenda=True,
    adopts=True,
)
