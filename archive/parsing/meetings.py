"""The meetings that a document is about: those of a compendium, a report's own, the one on a cover.

Declared facts win over those read; a contradiction is reported.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.arabic.normalize import bare
from archive.numbering.dates import find_range
from archive.numbering.ordinal_words import match_ordinal
from archive.sources.manifest import DeclaredFacts
from archive.vocabulary.bodies import KnownBody

from .body_text import Heading
from .cover import Cover
from .mentions import Sentence, find_mentions
from .problems import Problem, problem
from .structure import Kind, ParsedMeeting, meeting_of

# أولاً- الاجتماع الأول، فيينا، ٣٠ أيار/مايو إلى ١ حزيران/يونيه ٢٠١٢
_HEADING = re.compile(r"^ال(?:اجتماع|دورة|دوره)\s+")


@dataclass(frozen=True, slots=True)
class Meetings:
    """`number` is that of the document's own meeting: the one it reports on, or was prepared for."""

    about: tuple[ParsedMeeting, ...]
    mentioned: tuple[ParsedMeeting, ...]
    number: int | None
    problems: tuple[Problem, ...]


def read_meetings(
    kind: Kind,
    cover: Cover,
    headings: Sequence[Heading],
    sentences: Sequence[Sentence],
    *,
    bodies: Sequence[KnownBody],
    body: str | None,
    declared: DeclaredFacts,
) -> Meetings:
    """All meetings of a document with the ground on which each is known."""
    mentioned = find_mentions(sentences, bodies, body) if kind != "unknown" else []
    read = cover.meeting_number
    about: list[ParsedMeeting] = []
    if kind == "compendium" and body:
        about = [_of_heading(heading, body) for heading in headings if heading.level == 1]
    elif kind == "meeting-report":
        own = _own(body, cover, mentioned, declared)
        about, read = ([own], own.number) if own else ([], read)
    number = declared.meeting_number or read
    problems: list[Problem] = []
    if number is None and kind != "unknown":
        problems.append(problem("unknown_meeting", 0))
    elif number is not None and read not in (None, number):
        problems.append(problem("declared_otherwise", 0, declared=number, read=read, field="meeting_number"))
        if kind == "meeting-report":
            about = [replace(meeting, number=number) for meeting in about]
    if body and number and not any((m.body, m.number) == (body, number) for m in about):
        on_cover = meeting_of(body, number, cover.place, cover.dates, "cover", 1)
        mentioned = [m for m in mentioned if (m.body, m.number) != (body, number)]
        (mentioned if kind == "compendium" else about).append(on_cover)
    known = {(m.body, m.number) for m in about}
    others = tuple(m for m in mentioned if (m.body, m.number) not in known)
    return Meetings(tuple(about), others, number, tuple(problems))


def read_meeting_heading(title: str, body: str, line: int) -> ParsedMeeting | None:
    """«الاجتماع الأول، فيينا، ٣٠ أيار/مايو إلى ١ حزيران/يونيه ٢٠١٢» as heads a part of a compendium."""
    plain = bare(title)
    opening = _HEADING.match(plain)
    ordinal = match_ordinal(plain, opening.end()) if opening else None
    if ordinal is None:
        return None
    number, end = ordinal
    rest = plain[end:].strip(" ،,")
    dates = find_range(rest)
    place = re.split(r"[،,]|\s(?=[0-9])", rest, maxsplit=1)[0].strip() if rest else ""
    return meeting_of(body, number, place or None, dates, "report", line)


def _of_heading(heading: Heading, body: str) -> ParsedMeeting:
    """The label counts meetings even where the words after it are lost."""
    found = read_meeting_heading(heading.title.build().reading, body, heading.line)
    return found or meeting_of(body, heading.position, None, None, "report", heading.line)


def _own(
    body: str | None, cover: Cover, mentioned: Sequence[ParsedMeeting], declared: DeclaredFacts
) -> ParsedMeeting | None:
    """The meeting of a report: the mention that bears the dates of the title.

    Only where the title has none, the only meeting of its body that is named: a report names the next one too.
    """
    dates = find_range(bare(cover.title.printed))
    own = [meeting for meeting in mentioned if meeting.body == body]
    if dates is not None:
        match = next((m for m in own if (m.start, m.end) == (dates.start, dates.end)), None)
        if match is not None:
            return replace(match, ground="report", place=match.place or cover.place)
    elif cover.meeting_number is None and len(own) == 1:
        return replace(own[0], ground="report")
    number = declared.meeting_number or cover.meeting_number
    if body is None or number is None:
        return None
    return meeting_of(body, number, cover.place, dates or cover.dates, "report", 1)
