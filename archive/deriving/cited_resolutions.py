"""The resolutions that a text cites, with number and session in their right order whatever the print shows.

Arabic prints have the number first: «القرار 1/9» of the Conference is 9/1, «148/74» of the General Assembly 74/148.
Copies may turn them round; then the sessions and numbers that an organ has, or a session that the text names, tell.
"""

import re
from collections.abc import Iterator, Sequence

from archive.numbering.ordinal_words import match_ordinal
from archive.parsing.meeting_words import conference_of
from archive.vocabulary.organs import NamedOrgan, Organ, find_organs, read_organs

from .citation_context import CitationContext, CitationGround, CitedResolution, FoundCitation, folded_title

# القرار · قراره · قراراتها · بقراري مجلس الأمن · وفقا للمقرر
_HEAD = re.compile(
    r"(?<!\w)[وف]?(?P<head>(?:[بك]?ال|لل|[بكل])?(?P<word>قرار|مقرر)(?:ات|ين|ان|ي|ا)?(?P<its>ها|ه|هما)?)(?!\w)"
)
# What may stand between the word and the number: the organ, up to the end of its name.
_BETWEEN = re.compile(r"\s+(?:رقم\s+)?(?:(?P<of>[^0-9\n.،؛:()]{3,100}?)\s+(?:رقم\s+)?)?(?=[0-9(])")
# القرار 148/74
_BY_SESSION = re.compile(r"(?P<first>[0-9]{1,4})\s?/\s?(?P<second>[0-9]{1,4})(?![0-9/])")
_YEAR = r"\(\s?(?P<year>19[4-9][0-9]|20[0-9]{2})\s?\)"
# القرار 2491 (2019)
_BY_YEAR = re.compile(rf"(?P<number>[0-9]{{1,4}})\s?{_YEAR}")
# القرار (2019) 2491
_YEAR_FIRST = re.compile(rf"{_YEAR}\s?(?P<number>[0-9]{{1,4}})(?![0-9/])")
# القراران 1/9 و1/10
_AND = re.compile(r"\s*،?\s*و\s*|\s*،\s*(?=[0-9(])")
# في دورتها السابعة والسبعين
_SESSION = re.compile(r"(?<!\w)[وفبل]?(?:ال|ل)?دور(?:ه|ته|تها|تيه|تيها)\s+(?:المؤتمر\s+|الجمعيه\s+(?:العامه\s+)?)?")
# القرار 3/5، الذي اعتمده مؤتمر الأطراف …
_ADOPTED_BY = re.compile(r"\s*،?\s*(?:الذي|التي)\s+(?:اعتمد|اتخذ|اصدر)\w*\s+")
#: What the Conference adopted before its fifth session are decisions.
_DECISION = "مقرر"

# The two numbers as printed, and whether the second is a year in brackets.
_Printed = tuple[int, int, bool]


def find_resolutions(plain: str, context: CitationContext) -> Iterator[FoundCitation]:
    """Give the resolutions that a folded text cites; those of no known organ are left out."""
    if "قرار" not in plain and "مقرر" not in plain:
        return
    for head in _HEAD.finditer(plain):
        between = _BETWEEN.match(plain, head.end())
        printed = _list(plain, between.end()) if between else []
        if not between or not printed:
            continue
        organs, ground = _whose(plain, head, between, printed[-1][2], context)
        sessions = _sessions(plain)
        for place, (numbers, start, end) in enumerate(printed):
            resolution = _resolution(numbers, organs, sessions, is_decision=head["word"] == _DECISION)
            if resolution:
                start = start if place else head.start("head")
                symbol = symbol_of(resolution)
                yield FoundCitation("resolution", start, end, ground, symbol=symbol, resolution=resolution)


def _list(plain: str, at: int) -> list[tuple[_Printed, int, int]]:
    """The resolutions that stand at a place: «1/9 و1/10», «2653 (2022) و2692 (2023)», «(2022) 2653، و(2023) 2692»."""
    found: list[tuple[_Printed, int, int]] = []
    while True:
        match = _BY_SESSION.match(plain, at) or _BY_YEAR.match(plain, at) or _YEAR_FIRST.match(plain, at)
        if match is None:
            return found
        numbers = match.groupdict()
        if "year" in numbers:
            found.append(((int(numbers["number"]), int(numbers["year"]), True), match.start(), match.end()))
        else:
            found.append(((int(numbers["first"]), int(numbers["second"]), False), match.start(), match.end()))
        more = _AND.match(plain, match.end())
        if more is None:
            return found
        at = more.end()


def _resolution(
    printed: _Printed, organs: Sequence[Organ], sessions: frozenset[int], *, is_decision: bool
) -> CitedResolution | None:
    """By the first organ that can have such a resolution, in the printed order or turned round.

    Where none can, a resolution is judged as a decision: before its first resolutions an organ had those.
    """
    first, second, by_year = printed
    ways = [(first, second)] if by_year else [(first, second), (second, first)]
    for organ in organs:
        possible = [way for way in ways if organ.can_be(*way, is_decision=is_decision)]
        if possible:
            number, session = next((way for way in possible if way[1] in sessions), possible[0])
            years = organ.counted_by == "year"
            return CitedResolution(organ.code, number, None if years else session, session if years else None)
    return None if is_decision else _resolution(printed, organs, sessions, is_decision=True)


def _sessions(plain: str) -> frozenset[int]:
    """The sessions that the text names: «في دورتها السابعة والسبعين»."""
    ordinals = (match_ordinal(plain, match.end()) for match in _SESSION.finditer(plain))
    return frozenset(found[0] for found in ordinals if found)


def _whose(
    plain: str, head: re.Match[str], between: re.Match[str], end: int, context: CitationContext
) -> tuple[Sequence[Organ], CitationGround]:
    """Whose the resolutions are: of the organ named with them, else of the one named last before them, else of the
    one that the section is about, else of the Conference, whose papers these are."""
    named = find_organs(plain)
    if between["of"]:
        with_it = [place for place, one in enumerate(named) if head.end() <= one.start < between.end()]
        return (_meant(named, with_it[-1], context) if with_it else ()), "named"
    adopted = _ADOPTED_BY.match(plain, end)
    behind = [place for place, one in enumerate(named) if adopted and one.start == adopted.end()]
    if behind:
        return _meant(named, behind[0], context), "named"
    for place in range(len(named) - 1, -1, -1):
        organs = _meant(named, place, context) if named[place].end <= head.start() else None
        if organs is not None and (not organs or _agrees(organs[0], head["its"])):
            return organs, "named_before"
    of_section = _of_sections(context)
    if of_section:
        return of_section, "section"
    return (_CONFERENCE if conference_of(context.body or None, context.bodies) else ()), "body"


def _agrees(organ: Organ, its: str | None) -> bool:
    """«قرارها» is a resolution of the Assembly or the Commission."""
    return its not in ("ه", "ها") or organ.feminine == (its == "ها")


def _meant(named: Sequence[NamedOrgan], place: int, context: CitationContext) -> Sequence[Organ]:
    """The organ that a name means; a short name means the one that was named last in full, or heads the section.

    None where it stays unclear, but «المجلس» may be any of the councils: the way of counting tells them apart.
    """
    name = named[place].name
    whole = [organ for organ in read_organs() if name in organ.names]
    if whole:
        return whole
    possible = [organ for organ in read_organs() if name in organ.short_names]
    for one in reversed(named[:place]):
        meant = [organ for organ in possible if one.name in organ.names]
        if meant:
            return meant
    of_section = [organ for organ in _of_sections(context) if organ in possible]
    return of_section or (possible if len(possible) > 1 else [])


def _of_sections(context: CitationContext) -> list[Organ]:
    """The organ that the innermost heading names, of those that name one."""
    for title in reversed(context.section_titles):
        names = {one.name for one in find_organs(folded_title(title))}
        organs = [organ for organ in read_organs() if names & set(organ.names)]
        if organs:
            return organs if len(organs) == 1 else []
    return []


_CONFERENCE = [organ for organ in read_organs() if organ.code == "conference"]


def symbol_of(resolution: CitedResolution) -> str:
    """Give the symbol of a resolution, empty where it has none of its own: «A/RES/74/148»."""
    organ = next(organ for organ in read_organs() if organ.code == resolution.organ)
    return organ.symbol_of(resolution.number, resolution.session or resolution.year or 0)
