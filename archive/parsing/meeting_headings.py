"""A heading that names a meeting: «الاجتماع الأول، فيينا، ٣٠ أيار/مايو إلى ١ حزيران/يونيه ٢٠١٢»."""

import re

from archive.arabic.normalize import bare
from archive.numbering.dates import find_range
from archive.numbering.english_ordinals import match_english_ordinal
from archive.numbering.ordinal_words import match_ordinal

from .body_text import Heading
from .structure import ParsedMeeting, meeting_of

# أولاً- الاجتماع الأول، فيينا، ٣٠ أيار/مايو إلى ١ حزيران/يونيه ٢٠١٢
_ENGLISH_WORD = re.compile(r"\s+(?:meeting|session)(?!\w)", re.IGNORECASE)
_HEADING = re.compile(r"^ال(?:اجتماع|دورة|دوره)\s+")


def read_meeting_heading(title: str, body: str, line: int) -> ParsedMeeting | None:
    """«الاجتماع الأول، فيينا، ٣٠ أيار/مايو إلى ١ حزيران/يونيه ٢٠١٢» as heads a part of a compendium."""
    plain = bare(title)
    opening = _HEADING.match(plain)
    ordinal = match_ordinal(plain, opening.end()) if opening else _in_english(plain)
    if ordinal is None:
        return None
    number, end = ordinal
    rest = plain[end:].strip(" ،,():-")
    dates = find_range(rest)
    place = re.split(r"[،,]|\s(?=[0-9])", rest, maxsplit=1)[0].strip() if rest else ""
    return meeting_of(body, number, place or None, dates, "report", line)


def _in_english(plain: str) -> tuple[int, int] | None:
    """«First meeting, Vienna, 30 May to 1 June 2012»: the number, and where what follows begins."""
    ordinal = match_english_ordinal(plain)
    behind = _ENGLISH_WORD.match(plain, ordinal[1]) if ordinal else None
    return (ordinal[0], behind.end()) if ordinal and behind else None


def meeting_of_heading(heading: Heading, body: str) -> ParsedMeeting:
    """The label counts meetings even where the words after it are lost."""
    found = read_meeting_heading(heading.title.build().reading, body, heading.line)
    return found or meeting_of(body, heading.position, None, None, "report", heading.line)
