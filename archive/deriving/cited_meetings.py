"""The meetings and the recommendations of other meetings that a text cites by number."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from archive.arabic.normalize import normalize
from archive.citing.joining import are_joined
from archive.citing.pieces import CitationPiece, find_recommendations, is_definite
from archive.citing.word_order import find_recommendations_of_meeting
from archive.numbering import abjad
from archive.parsing.meeting_words import NamedMeeting, find_named_meetings
from archive.vocabulary.bodies import KnownBody

from .citation_context import (
    CitationContext,
    CitationGround,
    CitedRecommendation,
    FoundCitation,
    folded_title,
)

# الفريق العامل المعني بتهريب المهاجرين
_CONCERNED_WITH = " المعني ب"


def find_meetings(
    unfolded: str, plain: str, context: CitationContext
) -> tuple[list[FoundCitation], list[FoundCitation]]:
    """Give the meetings and the recommendations that a text cites: `unfolded` is bare, `plain` as citations are read.

    A meeting that only says of which meeting a recommendation is has no citation of its own; the meeting that the
    text itself belongs to has none either.
    """
    group, ground = _group(context)
    named, _ = find_named_meetings(unfolded, context.bodies, context.body or None, group)
    recommendations, used = _recommendations(plain, named, context)
    meetings = [
        FoundCitation(
            "meeting",
            one.start,
            one.end,
            _ground(plain, one, group, ground),
            body=one.body,
            meeting=one.number,
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
    titles: list[tuple[str, CitationGround]] = [
        (title, "section") for title in reversed(context.section_titles)
    ]
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


def _ground(plain: str, one: NamedMeeting, group: KnownBody | None, ground: CitationGround) -> CitationGround:
    """Where the text does not name the group in full, the ground is that on which «الفريق العامل» is understood."""
    if group is None or one.body != group.symbol:
        return "named"
    subject = _subject(group.name_ar)
    return "named" if subject and _CONCERNED_WITH + subject in " ".join(plain.split()) else ground


def _recommendations(
    plain: str, named: Sequence[NamedMeeting], context: CitationContext
) -> tuple[list[FoundCitation], list[NamedMeeting]]:
    found: list[FoundCitation] = []
    used: list[NamedMeeting] = []
    starts = [one.start for one in named]
    read_to = 0
    around = list(find_recommendations_of_meeting(plain))
    for piece in sorted([*around, *find_recommendations(plain)], key=lambda one: (one.start, -one.end)):
        if piece.start < read_to:
            continue
        if piece.things[0].term:
            # «توصية الاجتماع الرابع رقم 12»: the meeting stands within.
            place = bisect_left(starts, piece.start)
            if place < len(named) and named[place].end <= piece.end:
                one = named[place]
                used.append(one)
                found += _numbered(piece, piece.start, piece.end, one.body, one.number, "named")
                read_to = piece.end
            continue
        start, end = piece.start + (plain[piece.start] in "وف"), piece.end
        short = piece.things[0].meeting
        meeting = None if short else _meeting_of(plain, start, end, named, bisect_left(starts, start))
        if meeting:
            used.append(meeting)
            start, end = min(start, meeting.start), max(end, meeting.end)
            found += _numbered(piece, start, end, meeting.body, meeting.number, "named")
        elif short and context.body:
            found += _numbered(piece, start, end, context.body, short, "named")
        elif context.meeting is not None and is_definite(plain, piece):
            found += _numbered(piece, start, end, context.body, context.meeting, "own_meeting")
    return found, used


def _numbered(
    piece: CitationPiece, start: int, end: int, body: str, meeting: int, ground: CitationGround
) -> Iterator[FoundCitation]:
    """A citation for each number and each letter; the first begins at `start`, the last reaches to `end`."""
    places = piece.places or ((piece.start, piece.end),) * len(piece.things)
    for thing, place in zip(piece.things, places, strict=True):
        first = start if place == places[0] else place[0]
        last = end if place == places[-1] else place[1]
        for letter in piece.letters or (thing.letter,):
            cited = CitedRecommendation(meeting, thing.number or 0, abjad.letter(letter) if letter else "")
            copy = thing.copy if thing.copy and thing.copy > 1 else None
            yield FoundCitation(
                "recommendation", first, last, ground, body=body, recommendation=cited, copy=copy
            )


def _meeting_of(
    plain: str, start: int, end: int, named: Sequence[NamedMeeting], place: int
) -> NamedMeeting | None:
    """The meeting named right behind the numbers or right before the word; `place` is that of the next named."""
    behind = next((one for one in named[place : place + 2] if one.start >= end), None)
    if behind and are_joined(plain, "recommendation", end, "meeting", behind.start):
        return behind
    before = named[place - 1] if place else None
    if before and are_joined(plain, "meeting", before.end, "recommendation", start):
        return before
    return None
