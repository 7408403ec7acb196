"""Where a text names a meeting by its number («في اجتماعه السادس», «دورة المؤتمر التاسعة»), and of which body.

An English text names one where it says that it was held («held its fourteenth meeting»): sittings are meetings too.

Guarantee: a meeting is only ever named with its body; where the body is unclear, nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from archive.arabic.normalize import bare
from archive.citing.near_words import BEFORE_WORD
from archive.numbering.ordinal_words import match_ordinal
from archive.vocabulary.bodies import CONFERENCE_WORDS, OTHER_ORGAN_WORDS, KnownBody

from .english_meetings import find_held

# عقد الاجتماع السابع للفريق العامل … · في اجتماعه السادس · والاجتماع الثاني · عقب الاجتماعين الثالث عشر والرابع عشر
_MEETING = re.compile(rf"{BEFORE_WORD}اجتماع(?:ين|ان|ات)?(?:ه|ها)?\s+(?=ال)")
# منذ دورة المؤتمر التاسعة · في دورته الخامسة
_SESSION = re.compile(r"(?:دورة\s+المؤتمر|دورته|الدورة)\s+(?=ال)")
# وقد عقد الاجتماع الأول … 2012، والثاني من 11 إلى 13 …
_NEXT_IN_LIST = re.compile(r"[،,]\s*و(?=ال)")
# الثالث عشر والرابع عشر
_NEXT_AT_ONCE = re.compile(r"\s+و(?=ال)")
# … الثالث عشر للفريق العامل الحكومي الدولي [المعني بالاتجار بالأشخاص]
_OF_GROUP = re.compile(r"[^.،؛]{0,60}\sللفريق\s+العامل\s+(?:\S+\s+){0,4}")
#: How far behind its ordinal a meeting's dates may begin to be told, in characters. In the sources and the papers 100
#: are enough (000 §8: «الاجتماع السادس …، سيدعم المكتب …»), 80 lose one meeting's dates, 300 find no others.
_REACH = 110
#: How far before «دورته» the organ may be named whose session it is, in characters. 120 are enough in the sources and
#: the papers, 80 lose one session; 400 find no others.
_BACK = 160


@dataclass(frozen=True, slots=True)
class NamedMeeting:
    """A meeting named in a text, from its first word to the end of its ordinal; what is said of it ends at `reach`."""

    body: str
    number: int
    start: int
    end: int
    reach: int


def find_named_meetings(
    plain: str, bodies: Sequence[KnownBody], body: str | None, group: KnownBody | None = None
) -> tuple[list[NamedMeeting], KnownBody | None]:
    """Give the meetings that a bare text names, those of working groups first, and the group that it names last.

    `body` is the paper's own body; «الفريق العامل» alone means `group`, until another one is named.
    """
    groups = [known for known in bodies if known.term == "meeting"]
    named = _named(plain, groups)
    current = group
    found: list[NamedMeeting] = []
    for match in _MEETING.finditer(plain):
        of_group = (known for place, known in named if _OF_GROUP.fullmatch(plain, match.end(), place))
        before = [known for place, known in named if place <= match.start()]
        said = next(of_group, None) or (before[-1] if before else None)
        current = said or (named[0][1] if named and current is None else current)
        if current is not None:
            found += _counted(plain, match, current.symbol)
    conference = conference_of(body, bodies)
    if conference is not None:
        for match in _SESSION.finditer(plain):
            if _is_of_conference(plain, match):
                found += _counted(plain, match, conference.symbol)
    own = [known for known in (group, conference) if known is not None]
    found += [
        NamedMeeting(known.symbol, number, start, end, end + _REACH)
        for known, number, start, end in find_held(plain, bodies, own)
    ]
    return found, named[-1][1] if named else current


def conference_of(body: str | None, bodies: Sequence[KnownBody]) -> KnownBody | None:
    """The Conference that the paper's body is, or stands under: whose sessions «دورته» counts.

    Staff may put bodies in a ring, of which none is the Conference.
    """
    by_symbol = {known.symbol: known for known in bodies}
    known = by_symbol.pop(body or "", None)
    while known is not None and known.term != "session":
        known = by_symbol.pop(known.parent or "", None)
    return known


def _named(plain: str, groups: Sequence[KnownBody]) -> list[tuple[int, KnownBody]]:
    """Places in `plain` where a group is named in full."""
    found: list[tuple[int, KnownBody]] = []
    for known in groups:
        found += [(match.start(), known) for match in _subject(known.name_ar).finditer(plain)]
    return sorted(found, key=lambda pair: pair[0])


@cache
def _subject(name: str) -> re.Pattern[str]:
    """What tells a group from the others: «المعني بتهريب المهاجرين»."""
    return re.compile(re.escape(bare(name).split(" ", 2)[-1]))


def _is_of_conference(plain: str, match: re.Match[str]) -> bool:
    """«دورته» and «الدورة» only where the Conference is the nearest that is named."""
    if any(name in match[0] for name in CONFERENCE_WORDS):
        return True
    before = plain[max(0, match.start() - _BACK) : match.start()]
    last = max(before.rfind(word) for word in CONFERENCE_WORDS)
    others = max(before.rfind(word) for word in OTHER_ORGAN_WORDS)
    return last >= 0 and last > others


def _counted(plain: str, match: re.Match[str], body: str) -> Iterator[NamedMeeting]:
    """The meeting whose ordinal stands behind the match, and those listed after it («، والثاني من …»)."""
    start = match.start()
    ordinal = match_ordinal(plain, match.end())
    while ordinal is not None:
        number, end = ordinal
        stop = _NEXT_AT_ONCE.match(plain, end) or _NEXT_IN_LIST.search(plain, end)
        following = match_ordinal(plain, stop.end()) if stop else None
        reach = end + _REACH
        if stop and following:
            reach = min(reach, stop.start())
        yield NamedMeeting(body, number, start, end, reach)
        ordinal = following if stop and stop.start() <= end + _REACH else None
        start = stop.end() if stop else end
