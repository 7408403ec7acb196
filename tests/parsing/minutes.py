"""A family of papers that the archive does not know, as a module of its own would state it, and a paper of it."""

from archive.parsing.body_text import Item
from archive.parsing.families.family import Family, MeetingClues
from archive.parsing.numbers import Counting
from archive.parsing.structure import ParsedMeeting, meeting_of

GROUP = "CTOC/COP/WG.7"
MINUTES_TEXT = """Distr.: General
20 May 2036
Arabic
Original: English

الفريق العامل المعني بتهريب المهاجرين

الاجتماع العاشر

فيينا، 12 و13 أيار/مايو 2036

محضر الجلسات

أولاً- الجلسة الأولى

1- افتتح الرئيس الجلسة وأشار إلى الاجتماع التاسع للفريق العامل المعني بتهريب المهاجرين.

2- قرر الفريق العامل أن يحفظ القنوات.

ثانياً- الجلسة الثانية

1- قرر الفريق العامل أن ينشر القياس.

2- اختُتمت الجلسة."""


def _decides(item: Item) -> bool:
    return item.parts[0].text.build().printed.startswith("قرر")


def _of_cover(clues: MeetingClues) -> list[ParsedMeeting]:
    cover = clues.cover
    assert clues.body and cover.meeting_number
    return [meeting_of(clues.body, cover.meeting_number, cover.place, cover.dates, "report", 1)]


#: Minutes: every sitting counts its items anew, and what begins with «قرر» is a recommendation of the meeting.
MINUTES = Family(
    kind="minutes",
    name_ar="محضر",
    name_en="Minutes",
    no_such="محضراً",
    titles=("محضر",),
    counting=Counting(anew_under_level=1),
    is_recommendation=_decides,
    meetings_told=_of_cover,
    reports_its_meeting=True,
    adopts=True,
)
