"""The compendium: the recommendations of several meetings, each meeting under a heading, its numbers from 1."""

from collections.abc import Sequence

from ..body_text import Heading
from ..meeting_headings import meeting_of_heading, read_meeting_heading
from ..numbers import Counting
from ..structure import ParsedMeeting
from .family import Clues, Family, MeetingClues


def names_meetings(clues: Clues) -> bool:
    """Whether its headings name meetings: «أولاً- الاجتماع الأول، فيينا، …»."""
    return any(read_meeting_heading(heading, "", 0) for heading in clues.headings)


def _meetings_of_headings(clues: MeetingClues) -> list[ParsedMeeting]:
    if not clues.body:
        return []
    headings = [heading for heading in clues.headings if heading.level == 1]
    named = [heading for heading in headings if read_meeting_heading(heading.title.build().reading, "", 0)]
    # no meeting without a name; only where all names are lost the labels count them
    own = [heading for heading in headings if heading in named or _counts(heading, named)]
    return [meeting_of_heading(heading, clues.body) for heading in own]


def _counts(heading: Heading, named: Sequence[Heading]) -> bool:
    """A heading whose words are misread counts its meeting where the labels of the others do."""
    if "جتماع" not in heading.title.build().reading:
        return False
    read = [(read_meeting_heading(one.title.build().reading, "", 0), one.position) for one in named]
    return all(meeting is not None and meeting.number == position for meeting, position in read)


COMPENDIUM = Family(
    kind="compendium",
    name_ar="خلاصة توصيات",
    name_en="Compendium of recommendations",
    no_such="خلاصة توصيات",
    titles=(
        *("التوصيات التي اعتمدها", "خلاصه التوصيات", "تجميع التوصيات"),
        *("recommendations adopted by", "compendium of recommendations"),
    ),
    is_told_by=names_meetings,
    # its texts are its recommendations: no number heads a section, none is a paragraph
    counting=Counting(anew_under_level=1, numbers_head=False),
    is_recommendation=lambda _item: True,
    meetings_told=_meetings_of_headings,
    mentions_its_meeting=True,
)
