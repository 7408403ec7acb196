"""The meetings and the recommendations of other meetings that a text cites by number."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from archive.arabic.normalize import normalize
from archive.citing.number_lists import Entry, read_list
from archive.parsing.meeting_words import NamedMeeting, find_named_meetings
from archive.vocabulary.bodies import KnownBody

from .citation_context import (
    CitationContext,
    CitationGround,
    CitedRecommendation,
    FoundCitation,
    folded_title,
)

# التوصية 2 (ك) · التوصيات 1 إلى 3 · للتوصيتين 4 و5
_HEAD = re.compile(r"(?<!\w)[وف]?(?P<head>(?:[بك]?ال|لل)توصي(?:(?P<one>ه)|تين|تان|ات))(?!\w)")
# التوصية 12 من الاجتماع الرابع · التوصيتان 1 و2 اللتان اعتمدهما الفريق العامل في اجتماعه الأول
_FROM_MEETING = re.compile(
    r"\s*،?\s*(?:(?:من|في|عن|الصادره\s+(?:عن|في)|المنبثقه\s+(?:عن|من)"
    r"|(?:(?:التي|اللتين|اللتان)\s+)?(?:اعتمدها|اعتمدهما|المعتمده)(?:\s+الفريق\s+العامل[^.،؛0-9]{0,60}?)?\s*،?\s*(?:في|خلال))"
    r"\s+)?(?:توصيات\s+)?"
)
# الاجتماع الخامس، التوصية 2 (ك)
_MEETING_FIRST = re.compile(r"\s*[،:]?\s*")
# الفريق العامل المعني بتهريب المهاجرين
_CONCERNED_WITH = " المعني ب"


def find_meetings(
    plain: str, folded: str, context: CitationContext
) -> tuple[list[FoundCitation], list[FoundCitation]]:
    """Give the meetings and the recommendations that a text cites: `plain` bare, `folded` the same with letters folded.

    A meeting that only says of which meeting a recommendation is has no citation of its own; the meeting that the
    text itself belongs to has none either.
    """
    group, ground = _group(context)
    named, _ = find_named_meetings(plain, context.bodies, context.body or None, group)
    recommendations, used = _recommendations(folded, named, context)
    meetings = [
        FoundCitation(
            "meeting", one.start, one.end, _ground(folded, one, group, ground), body=one.body, meeting=one.number
        )
        for one in named
        if one not in used and (one.body, one.number) != (context.body, context.meeting)
    ]
    return meetings, recommendations


def _group(context: CitationContext) -> tuple[KnownBody | None, CitationGround]:
    """The working group that «الفريق العامل» alone means: the paper's own, else the one whose subject a title has."""
    groups = [known for known in context.bodies if known.term == "meeting"]
    own = next((known for known in groups if known.symbol == context.body), None)
    if own:
        return own, "body"
    titles: list[tuple[str, CitationGround]] = [(title, "section") for title in reversed(context.section_titles)]
    for title, ground in (*titles, (context.document_title, "document")):
        words = folded_title(title)
        concerned = [known for known in groups if (subject := _subject(known.name_ar)) and subject in words]
        if concerned:
            return (concerned[0] if len(concerned) == 1 else None), ground
    return None, "body"


@cache
def _subject(name: str) -> str:
    """«تهريب المهاجرين» of «الفريق العامل المعني بتهريب المهاجرين»."""
    _, _, subject = normalize(name).partition(_CONCERNED_WITH)
    return subject


def _ground(folded: str, one: NamedMeeting, group: KnownBody | None, ground: CitationGround) -> CitationGround:
    """Where the text does not name the group in full, the ground is that on which «الفريق العامل» is understood."""
    if group is None or one.body != group.symbol:
        return "named"
    subject = _subject(group.name_ar)
    return "named" if subject and _CONCERNED_WITH + subject in " ".join(folded.split()) else ground


def _recommendations(
    folded: str, named: Sequence[NamedMeeting], context: CitationContext
) -> tuple[list[FoundCitation], list[NamedMeeting]]:
    found: list[FoundCitation] = []
    used: list[NamedMeeting] = []
    for head in _HEAD.finditer(folded):
        entries = read_list(folded, head.end(), plural=head["one"] is None)
        if not entries:
            continue
        start, end = head.start("head"), entries[-1].end
        meeting = _meeting_of(folded, start, end, named)
        if meeting:
            used.append(meeting)
            start, end = min(start, meeting.start), max(end, meeting.end)
            found += _numbered(entries, start, end, meeting.body, meeting.number, "named")
        elif context.meeting is not None:
            found += _numbered(entries, start, end, context.body, context.meeting, "own_meeting")
    return found, used


def _numbered(
    entries: Sequence[Entry], start: int, end: int, body: str, meeting: int, ground: CitationGround
) -> Iterator[FoundCitation]:
    """A citation for each number and each letter; the first begins at `start`, the last reaches to `end`."""
    for entry in entries:
        first = start if entry is entries[0] else entry.start
        last = end if entry is entries[-1] else entry.end
        for number in entry.numbers:
            for part in entry.parts or ("",):
                cited = CitedRecommendation(meeting, number, "" if part[:1].isdigit() else part)
                yield FoundCitation("recommendation", first, last, ground, body=body, recommendation=cited)


def _meeting_of(folded: str, start: int, end: int, named: Sequence[NamedMeeting]) -> NamedMeeting | None:
    """The meeting named right behind the numbers or right before the word."""
    for one in named:
        if end <= one.start and _FROM_MEETING.fullmatch(folded, end, one.start):
            return one
        if one.end <= start and _MEETING_FIRST.fullmatch(folded, one.end, start):
            return one
    return None
