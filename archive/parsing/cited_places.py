"""A recommendation whose meeting and number stand behind its text: «… (الاجتماع الرابع، التوصية 1).»."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archive.arabic.normalize import bare
from archive.numbering.ordinal_words import match_ordinal, parse_ordinal

from .body_text import BodyText, Item
from .drafts import Draft, SharedOut, draft_of_item
from .problems import Problem, problem

# الاجتماع الرابع · الدورة 4 · اجتماعه الرابع · اجتماع عام 2014 is none
_MEETING = re.compile(
    r"(?<!\w)[وفبل]?(?:ال|لل)?(?:اجتماع|دورة|دوره)(?:ه|ها)?\s+(?:رقم\s*)?(?P<digits>[0-9]{1,3}(?![0-9]))?"
)
# التوصية 1 · التوصية رقم 3 · التوصية الأولى
_RECOMMENDATION = re.compile(
    r"(?<!\w)[وفبل]?(?:ال|لل)?توصي(?:ة|ه|ت)ه?ا?\s*(?:رقم\s*)?(?P<digits>[0-9]{1,3}(?![0-9]))?"
)
#: The brackets stand at the end and hold little else; the longest of the papers has 40 letters.
_LONGEST = 160
_TAIL = " .؛،:*"


@dataclass(frozen=True, slots=True)
class PlaceOfAdoption:
    """A meeting by its number and a recommendation by its own; `others` says that the brackets name more than one."""

    meeting: int
    number: int
    others: bool = False


def read_place_of_adoption(text: str) -> PlaceOfAdoption | None:
    """What the brackets at the end of a text cite, or None."""
    plain = bare(text[-_LONGEST:]).rstrip(_TAIL)
    if not plain.endswith((")", "]")):
        return None
    depth = 0
    for at in range(len(plain) - 1, -1, -1):
        depth += (plain[at] in ")]") - (plain[at] in "([")
        if depth == 0:
            return _place_in(plain[at + 1 : -1])
    return None


def count_cited(texts: Iterable[str]) -> int:
    """How many lines end with such a place; the brackets may have begun on the line before."""
    found, before = 0, ""
    for text in texts:
        if text.rstrip(_TAIL).endswith((")", "]")):
            tail = f"{before} {text}"[-_LONGEST:]
            found += "توصي" in bare(tail) and read_place_of_adoption(tail) is not None
        before = text
    return found


def _place_in(words: str) -> PlaceOfAdoption | None:
    meetings = [n for m in _MEETING.finditer(words) if (n := _number(words, m)) is not None]
    numbers = [n for m in _RECOMMENDATION.finditer(words) if (n := _number(words, m)) is not None]
    if not meetings or not numbers:
        return None
    more = re.search(r"توصيت(?:ان|ين)|توصيات", words) is not None
    return PlaceOfAdoption(meetings[0], numbers[0], len(meetings) > 1 or len(numbers) > 1 or more)


def _number(words: str, match: re.Match[str]) -> int | None:
    if match["digits"]:
        return int(match["digits"])
    ordinal = match_ordinal(words, match.end())
    if ordinal is not None:
        return ordinal[0]
    word = re.match(r"\w+", words[match.end() :])
    return parse_ordinal(word[0]) if word else None


def by_citation(text: BodyText) -> SharedOut:
    """Share out the texts of a paper ordered by subjects: those that cite their place are recommendations."""
    paragraphs: list[Item] = []
    drafts: list[Draft] = []
    problems: list[Problem] = []
    taken: set[int] = set()
    cited = {
        item.line: place
        for item in (*text.items, *text.clauses, *text.unplaced)
        if (place := read_place_of_adoption(item.whole().build().printed)) is not None
    }
    under = {item.section for item in text.items if item.line in cited}
    for item in text.items:
        if item.line in cited:
            drafts.append(_cited(item, cited[item.line], problems))
            continue
        paragraphs.append(item)
        if item.section in under:
            problems.append(problem("doubtful_recommendation", item.line, numbers=item.mark.printed))
    for item in (*text.clauses, *text.unplaced):
        if item.line in cited:
            drafts.append(_cited(item, cited[item.line], problems))
            taken.add(item.line)
    in_order = sorted(drafts, key=lambda draft: draft.line)
    return SharedOut(tuple(paragraphs), tuple(in_order), taken=frozenset(taken), problems=tuple(problems))


def _cited(item: Item, place: PlaceOfAdoption, problems: list[Problem]) -> Draft:
    draft = draft_of_item(item, meeting=place.meeting)
    if place.others:
        numbers = f"{place.number} ({place.meeting})"
        problems.append(problem("doubtful_recommendation", item.line, numbers=numbers))
    return Draft(
        place.number,
        None,
        "paragraph",
        item.section,
        item.line,
        item.last_line,
        draft.parts,
        ("numbers", 0),
        place.meeting,
    )
