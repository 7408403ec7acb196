"""Meetings that a text names in passing.

Guarantee: a meeting is only ever named with its body; where the body is unclear, nothing is said.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from archive.arabic.normalize import bare
from archive.numbering.dates import MONTHS, find_month, find_ranges
from archive.vocabulary.bodies import KnownBody

from .meeting_words import NamedMeeting, find_named_meetings
from .structure import ParsedMeeting, meeting_of

# المعقود في فيينا في الفترة من 11 إلى 13 … · الذي عُقد في فيينا يومي …
_PLACE = re.compile(
    r"^[\s،]*(?:للفريق\s+العامل|للمؤتمر)?[^.،؛]{0,60}?"
    r"(?:المعقود|المعقودة|عقد|عقدت|المقرر عقده)\S*\s+في\s+(?P<place>[^\d،.؛/]{2,40}?)"
    r"\s+(?=يوم[يى]?\s|في\s+الفترة|من|خلال|[0-9])"
)
# الاجتماع السابع … في فيينا يومي 8 و 9 أيلول/سبتمبر 2020
_PLACE_AFTER_MEETING = re.compile(
    r"في\s+(?P<place>[^\d،.؛/\s]{2,30}(?:\s[^\d،.؛/\s]{2,30})??)\s+(?=يوم[يى]?\s|في\s+الفترة|من\s+[0-9]|[0-9])"
)
# held its fourteenth meeting in Vienna on 8 and 9 September 2041 · was held in Vienna from 11 to 13 November 2041
_ENGLISH_PLACE = re.compile(r"^\s*,?\s*(?:in|at)\s+(?P<place>[A-Z][^\d.;/]{1,40}?),?\s+(?:on|from)\s+(?=[0-9])")
# الدورة التاسعة، المعقودة في تشرين الأول/أكتوبر 2018
_TOOK_PLACE = re.compile(r"المعقود|عقد")
#: A meeting's own dates begin within so many characters of its ordinal: 53 in 002 («الاجتماع السابع للفريق العامل
#: المعني بتهريب المهاجرين في فيينا يومي …»); those at 93 in 000 §8 are of another thing.
_DATES_BEGIN = 70
#: The same where only the month is told: the word for «held», and the end of the month. They stand nearer, since no
#: place is named; as set with the texts of tests/parsing/test_mentions.py.
_TOOK_PLACE_ENDS, _MONTH_ENDS = 40, 60


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
    current = next((known for known in bodies if known.term == "meeting" and known.symbol == body), None)
    found: dict[tuple[str, int], ParsedMeeting] = {}
    for sentence in sentences:
        plain = bare(sentence.text)
        named, current = find_named_meetings(plain, bodies, body, current)
        for meeting in named:
            _keep(found, _with_dates(meeting, plain, sentence.line))
    return list(found.values())


def _with_dates(named: NamedMeeting, plain: str, line: int) -> ParsedMeeting:
    """The meeting with what stands behind its ordinal."""
    tail = plain[named.end : named.reach]
    cut = tail.find(". ")
    tail = tail if cut < 0 else tail[:cut]
    ranges = find_ranges(tail)
    dates = ranges[0][2] if ranges and ranges[0][0] <= _DATES_BEGIN else None
    place = (_PLACE.match(tail) or _PLACE_AFTER_MEETING.search(tail) or _ENGLISH_PLACE.match(tail)) if dates else None
    meeting = meeting_of(
        named.body, named.number, place["place"].strip() if place else None, dates, "mention", line
    )
    return replace(meeting, held_in=_month(tail)) if dates is None else meeting


def _month(tail: str) -> str:
    """«التي عُقدت في تشرين الأول/أكتوبر 2018», where no days are given: the month as the UN writes it."""
    month = find_month(tail[:_MONTH_ENDS]) if _TOOK_PLACE.search(tail[:_TOOK_PLACE_ENDS]) else None
    return _month_name(*month) if month else ""


def _month_name(year: int, month: int) -> str:
    eastern, western = MONTHS[month - 1]
    return f"{eastern}/{western} {year}"


def _keep(found: dict[tuple[str, int], ParsedMeeting], meeting: ParsedMeeting) -> None:
    """The mention that says more stays; of two that say as much, the first."""
    key = (meeting.body, meeting.number)
    before = found.get(key)
    if before is None or (before.start is None and meeting.start is not None):
        found[key] = meeting
