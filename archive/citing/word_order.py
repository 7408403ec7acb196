"""Pieces whose words stand in another order than usual: «توصية الاجتماع الرابع رقم 12», `4th WG.7 meeting`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .english_numbers import ORDINAL, ordinal_of
from .near_words import BEFORE_WORD
from .number_lists import read_list
from .pieces import CitationPiece, find_meetings, letters_of
from .things import Term, Thing

# توصية الاجتماع الرابع رقم 12 · توصيات الدورة العاشرة أرقام 3 و4
_OF_MEETING = re.compile(BEFORE_WORD + r"توصي(?:(?P<one>ه)|تين|تان|تي|تا|ات)\s+$")
_NUMBERED = re.compile(r"\s*،?(?=\s+(?:رقم|رقمي|ارقام)\s)")
# 4th WG.7 meeting · the fourth WG.7 session
_BEFORE_BODY = re.compile(rf"(?<![\w-])(?P<ordinal>{ORDINAL})\s+$")
_BEHIND_BODY = re.compile(r"\s+(?P<term>meeting|mtg\.?|session)(?!\w)")
#: The longest of the words that stand before a meeting or a body here has some twenty letters.
_BEFORE = 40


def find_recommendations_of_meeting(text: str) -> Iterator[CitationPiece]:
    """Recommendations whose number stands behind their meeting, which they have with them."""
    for piece in find_meetings(text):
        head = _OF_MEETING.search(text, max(0, piece.start - _BEFORE), piece.start)
        gap = _NUMBERED.match(text, piece.end)
        if head is None or gap is None:
            continue
        entries = read_list(text, gap.end(), plural=not head["one"])
        meeting = piece.things[0]
        things = [
            Thing(
                "recommendation", meeting=meeting.meeting, term=meeting.term, number=number, letter=letter
            )
            for entry in entries
            for number in entry.numbers
            for letter in letters_of(entry.parts) or (0,)
        ]
        if things:
            yield CitationPiece("recommendation", head.start(), entries[-1].end, tuple(things))


def find_meetings_round(text: str, bodies: Iterable[CitationPiece]) -> Iterator[CitationPiece]:
    """Meetings with the name of their body between the number and the word."""
    for body in bodies:
        before = _BEFORE_BODY.search(text, max(0, body.start - _BEFORE), body.start)
        behind = _BEHIND_BODY.match(text, body.end)
        if before and behind:
            term: Term = "session" if behind["term"] == "session" else "meeting"
            thing = replace(body.things[0], meeting=ordinal_of(before["ordinal"]), term=term)
            yield CitationPiece("meeting", before.start(), behind.end(), (thing,))
