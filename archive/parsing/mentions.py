"""Meetings that a text names in passing.

Guarantee: a meeting is only ever named with its body; where the body is unclear, nothing is said.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from archive.arabic.normalize import bare
from archive.numbering.dates import MONTHS, find_month, find_ranges
from archive.numbering.ordinal_words import match_ordinal
from archive.vocabulary.bodies import KnownBody

from .structure import ParsedMeeting, meeting_of

# عقد الاجتماع السابع للفريق العامل … · في اجتماعه السادس · والاجتماع الثاني
_MEETING = re.compile(r"(?:^|[^\w])[وفبل]?(?:ال|ل)?(?:اجتماع|لاجتماع)(?:ه|ها)?\s+(?=ال)")
# منذ دورة المؤتمر التاسعة · في دورته الخامسة
_SESSION = re.compile(r"(?:دورة\s+المؤتمر|دورته|الدورة)\s+(?=ال)")
# المعقود في فيينا في الفترة من 11 إلى 13 … · الذي عُقد في فيينا يومي …
_PLACE = re.compile(
    r"^[\s،]*(?:للفريق\s+العامل|للمؤتمر)?[^.،؛]{0,60}?"
    r"(?:المعقود|المعقودة|عقد|عقدت|المقرر عقده)\S*\s+في\s+(?P<place>[^\d،.؛/]{2,40}?)"
    r"\s+(?=يوم[يى]?\s|في\s+الفترة|من|خلال|[0-9])"
)
_PLACE_AFTER_MEETING = re.compile(
    r"في\s+(?P<place>[^\d،.؛/\s]{2,30}(?:\s[^\d،.؛/\s]{2,30})??)\s+(?=يوم[يى]?\s|في\s+الفترة|من\s+[0-9]|[0-9])"
)
# وقد عقد الاجتماع الأول … 2012، والثاني من 11 إلى 13 …
_NEXT_IN_LIST = re.compile(r"[،,]\s*و(?=ال)")
_HELD = re.compile(r"المعقود|عقد")
#: How far behind its ordinal a meeting's dates may stand, in characters.
_REACH = 110


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text to look through, with the line where it starts."""

    text: str
    line: int


def find_mentions(
    sentences: Iterable[Sentence], bodies: Sequence[KnownBody], body: str | None
) -> list[ParsedMeeting]:
    """Meetings named in running text, each body and number once, the fullest mention first found.

    «الفريق العامل» alone means the group named last; `body` is the paper's own body.
    """
    groups = [known for known in bodies if known.term == "meeting"]
    conference = _conference_of(body, bodies)
    current = next((known for known in groups if known.symbol == body), None)
    found: dict[tuple[str, int], ParsedMeeting] = {}
    for sentence in sentences:
        plain = bare(sentence.text)
        named = _named(plain, groups)
        for match in _MEETING.finditer(plain):
            before = [group for place, group in named if place <= match.start()]
            current = before[-1] if before else (named[0][1] if named and current is None else current)
            if current is not None:
                for meeting in _at(plain, match.end(), current.symbol, sentence.line):
                    _keep(found, meeting)
        if named:
            current = named[-1][1]
        if conference is not None:
            for match in _SESSION.finditer(plain):
                if _is_of_conference(plain, match):
                    for meeting in _at(plain, match.end(), conference.symbol, sentence.line):
                        _keep(found, meeting)
    return list(found.values())


def _conference_of(body: str | None, bodies: Sequence[KnownBody]) -> KnownBody | None:
    """The Conference that the paper's body is, or stands under: whose sessions «دورته» counts."""
    by_symbol = {known.symbol: known for known in bodies}
    known = by_symbol.get(body or "")
    while known is not None and known.term != "session":
        known = by_symbol.get(known.parent or "")
    return known


def _named(plain: str, groups: Sequence[KnownBody]) -> list[tuple[int, KnownBody]]:
    """Places in `plain` where a group is named in full."""
    found: list[tuple[int, KnownBody]] = []
    for known in groups:
        subject = bare(known.name_ar).split(" ", 2)[-1]
        found += [(match.start(), known) for match in re.finditer(re.escape(subject), plain)]
    return sorted(found, key=lambda pair: pair[0])


def _is_of_conference(plain: str, match: re.Match[str]) -> bool:
    """«دورته» and «الدورة» only where the Conference is the nearest that is named."""
    if "المؤتمر" in match[0]:
        return True
    before = plain[max(0, match.start() - 160) : match.start()]
    last = max(before.rfind("المؤتمر"), before.rfind("مؤتمر الأطراف"))
    others = max(before.rfind(word) for word in ("الجمعية", "اللجنة", "لجنة", "مجلس", "المجلس"))
    return last >= 0 and last > others


def _at(plain: str, start: int, body: str, line: int) -> list[ParsedMeeting]:
    """The meeting whose ordinal stands at `start`, and those listed after it («، والثاني من …»)."""
    found: list[ParsedMeeting] = []
    ordinal = match_ordinal(plain, start)
    while ordinal is not None:
        number, end = ordinal
        stop = _NEXT_IN_LIST.search(plain, end)
        following = match_ordinal(plain, stop.end()) if stop else None
        reach = end + _REACH
        if stop and following:
            reach = min(reach, stop.start())
        tail = plain[end:reach]
        cut = tail.find(". ")
        tail = tail if cut < 0 else tail[:cut]
        ranges = find_ranges(tail)
        dates = ranges[0][2] if ranges and ranges[0][0] <= 70 else None
        place = (_PLACE.match(tail) or _PLACE_AFTER_MEETING.search(tail)) if dates else None
        found.append(
            meeting_of(body, number, place["place"].strip() if place else None, dates, "mention", line)
        )
        if dates is None:
            found[-1] = replace(found[-1], held_in=_month(tail))
        ordinal = following if stop and stop.start() <= end + _REACH else None
    return found


def _month(tail: str) -> str:
    """«التي عُقدت في تشرين الأول/أكتوبر 2018», where no days are given: the month as the UN writes it."""
    month = find_month(tail[:60]) if _HELD.search(tail[:40]) else None
    return _month_name(*month) if month else ""


def _month_name(year: int, month: int) -> str:
    eastern, western = MONTHS[month - 1]
    return f"{eastern}/{western} {year}"


def _keep(found: dict[tuple[str, int], ParsedMeeting], meeting: ParsedMeeting) -> None:
    """The mention that says more stays; of two that say as much, the first."""
    key = (meeting.body, meeting.number)
    held = found.get(key)
    if held is None or (held.start is None and meeting.start is not None):
        found[key] = meeting
