"""The meetings that a document is about: those that its family tells of, and the one on its cover.

Declared facts win over those read; a contradiction is reported.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.sources.manifest import DeclaredFacts
from archive.vocabulary.bodies import KnownBody

from .body_text import Heading
from .cover import Cover
from .families.family import Family, MeetingClues
from .mentions import Sentence, find_mentions
from .problems import Problem, problem
from .structure import ParsedMeeting, meeting_of


@dataclass(frozen=True, slots=True)
class Meetings:
    """`number` is that of the document's own meeting: the one it reports on, or was prepared for."""

    about: tuple[ParsedMeeting, ...]
    mentioned: tuple[ParsedMeeting, ...]
    number: int | None
    problems: tuple[Problem, ...]


def read_meetings(
    family: Family,
    cover: Cover,
    headings: Sequence[Heading],
    sentences: Sequence[Sentence],
    *,
    bodies: Sequence[KnownBody],
    body: str | None,
    declared: DeclaredFacts,
    cited: Sequence[tuple[int, int]] = (),
) -> Meetings:
    """All meetings of a document with the ground on which each is known."""
    mentioned = find_mentions(sentences, bodies, body) if family.is_known else []
    about = family.meetings_told(MeetingClues(body, cover, headings, mentioned, declared, cited))
    read = about[0].number if family.reports_its_meeting and about else cover.meeting_number
    number = declared.meeting_number or read
    problems: list[Problem] = []
    if number is None and family.is_known:
        problems.append(problem("unknown_meeting", 0))
    elif number is not None and read not in (None, number):
        problems.append(problem("declared_otherwise", 0, declared=number, read=read, field="meeting_number"))
        if family.reports_its_meeting:
            about = [replace(meeting, number=number) for meeting in about]
    if body and number and not any((m.body, m.number) == (body, number) for m in about):
        on_cover = meeting_of(body, number, cover.place, cover.dates, "cover", 1)
        mentioned = [m for m in mentioned if (m.body, m.number) != (body, number)]
        (mentioned if family.mentions_its_meeting else about).append(on_cover)
    known = {(m.body, m.number) for m in about}
    others = tuple(m for m in mentioned if (m.body, m.number) not in known)
    return Meetings(tuple(about), others, number, tuple(problems))
