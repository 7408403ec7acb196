"""What the title of a report says of its meeting: its number, where it was held and when."""

import re
from dataclasses import dataclass

from archive.arabic.normalize import folded_with_offsets
from archive.numbering.dates import DateRange
from archive.numbering.english_ordinals import ORDINAL, ordinal_of
from archive.numbering.ordinal_words import match_ordinal
from archive.vocabulary.cover_terms import begins_with, cover_forms

from .cover_gatherings import days_after, read_place

# تقرير عن اجتماع الفريق العامل … المعقود في فيينا يومي 8 و9 أيلول/سبتمبر 2020
_HELD = re.compile(
    r"(?:المعقود|المنعقد)(?:ه|ان|تان)?\s+(?:في\s+)?(?P<place>[^\d،.؛()]{2,60}?)?\s*[،,]?\s*(?=[0-9])"
)
_HELD_WITHOUT_PLACE = re.compile(r"^(?:في\s+)?(?:الفتره|يومي|يوم|من|خلال)\b")
# عن الاجتماع الرابع عشر · عن اجتماعه الثامن · عن أعمال دورتها الثالثة والثلاثين · عن دورته العادية الثامنة
_GATHERING = re.compile(
    r"(?<!\w)(?:ال|ب|ل)?(?:(?P<meeting>اجتماع)|(?P<session>دور[هت]))(?:ه|ها|هما|هم)?"
    r"(?:\s+(?:العاديه?|السنويه?|الفريق\s+العامل(?:\s+\S+){0,6}?))?\s+(?=ال)"
)
# Report of the Working Group on its fourteenth meeting, held in Vienna from 11 to 13 November 2041
_ENGLISH_HELD = re.compile(r"\bheld (?:in|at) (?P<place>[^\d.;()]{2,60}?),?\s+(?:on|from)\s+(?=[0-9])")
# Report on the fourteenth meeting of … · Report of the Conference of the Parties on its resumed eleventh session
_ENGLISH_GATHERING = re.compile(
    rf"\b(?:on|of|at) (?:the work of )?(?:the|its) (?:resumed |regular |special )?(?P<number>{ORDINAL}) "
    r"(?P<term>meeting|session)\b"
)
# (8 كانون الأول/ديسمبر 2023 ومن 13 إلى 17 أيار/مايو 2024)
_BRACKETS = re.compile(r"\((?P<inside>[^()]{6,160})\)")


@dataclass(frozen=True, slots=True)
class Held:
    """Where and when a meeting was held, as a title says it."""

    place: str | None
    days: DateRange


@dataclass(frozen=True, slots=True)
class TitledMeeting:
    """A meeting by its number, with the word for it."""

    term: str
    number: int


def held_in_title(title: str) -> Held | None:
    """Give place and days behind «المعقود في …», or in brackets behind the number of the session; None without days."""
    folded, _offsets = folded_with_offsets(title)
    for match in (*_HELD.finditer(folded), *_ENGLISH_HELD.finditer(folded)):
        days = days_after(folded, match.end())
        if days is not None:
            return Held(_place(title, folded, match), days)
    if number_in_title(title) is None:
        return None
    for brackets in _BRACKETS.finditer(folded):
        start = brackets.start("inside")
        placed = read_place(folded, folded, start)
        if placed is not None:
            return Held(placed[0], placed[1])
        days = days_after(folded, start)
        if days is not None:
            return Held(None, days)
    return None


def number_in_title(title: str) -> TitledMeeting | None:
    """Give the meeting that a report is about: «تقرير … عن دورته الحادية عشرة», «Report … on its eleventh session»;
    None for titles of other papers.
    """
    if not begins_with("report", title):
        return None
    folded, _offsets = folded_with_offsets(title)
    for match in _GATHERING.finditer(folded):
        ordinal = match_ordinal(folded, match.end())
        if ordinal is not None:
            return TitledMeeting("session" if match["session"] else "meeting", ordinal[0])
    english = _ENGLISH_GATHERING.search(folded)
    return TitledMeeting(english["term"], ordinal_of(english["number"])) if english else None


def _place(title: str, folded: str, match: re.Match[str]) -> str | None:
    """The place as printed; «المعقود يومي 4 و5» names none."""
    if match["place"] is None or _HELD_WITHOUT_PLACE.match(match["place"]):
        return None
    _plain, offsets = folded_with_offsets(title)
    start, end = match.span("place")
    name = title[offsets[start] : offsets[end - 1] + 1]
    words = name.split()
    # the words that lead to the days stand behind it: «فيينا في الفترة من»
    leads = {word for form in cover_forms("days_begin") for word in form.split()}
    while words and folded_with_offsets(words[-1])[0] in leads:
        words.pop()
    return " ".join(words).strip(" ،,") or None
