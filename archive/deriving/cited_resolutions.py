"""The resolutions that a text cites, with number and session in their right order whatever the print shows.

Arabic prints have the number first: «القرار 1/9» of the Conference is 9/1, «148/74» of the General Assembly 74/148.
Copies may turn them round; then the sessions and numbers that an organ has, or a session that the text names, tell.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from archive.citing.pieces import find_meetings
from archive.citing.resolution_lists import PrintedResolution, ResolutionList, find_resolution_lists
from archive.parsing.meeting_words import conference_of
from archive.vocabulary.organs import NamedOrgan, Organ, find_organs, read_organs

from .citation_context import CitationContext, CitationGround, CitedResolution, FoundCitation, folded_title

#: So many organs named before are asked whether one may be meant; a paragraph names no more.
_MOST_BEFORE = 40


def find_resolutions(plain: str, context: CitationContext) -> Iterator[FoundCitation]:
    """Give the resolutions that a plain text cites; those of no known organ are left out."""
    lists = list(find_resolution_lists(plain))
    if not lists:
        return
    named = find_organs(plain)
    sessions = _sessions(plain)
    for one in lists:
        organs, ground = _whose(plain, one, named, context)
        found = [
            _resolution(printed, organs, sessions, is_decision=one.is_decision) for printed in one.printed
        ]
        if not any(found) and ground == "body":
            organs = _alone_possible(one)
            found = [_resolution(printed, organs, sessions, is_decision=False) for printed in one.printed]
        for place, (printed, resolution) in enumerate(zip(one.printed, found, strict=True)):
            if resolution:
                start = printed.start if place else one.start
                symbol = symbol_of(resolution)
                yield FoundCitation(
                    "resolution", start, printed.end, ground, symbol=symbol, resolution=resolution
                )


def _alone_possible(one: ResolutionList) -> Sequence[Organ]:
    """The only organ that can have adopted all of a list which names none: «القراران 55/25 و68/193»."""
    possible = [
        organ
        for organ in read_organs()
        if all(any(organ.can_be(*way) for way in _ways(printed)) for printed in one.printed)
    ]
    return possible if len(possible) == 1 else ()


def _ways(printed: PrintedResolution) -> list[tuple[int, int]]:
    """Number and session in the order of the print, and turned round."""
    first, second = printed.first, printed.second
    return [(first, second)] if printed.by_year else [(first, second), (second, first)]


def _resolution(
    printed: PrintedResolution, organs: Sequence[Organ], sessions: frozenset[int], *, is_decision: bool
) -> CitedResolution | None:
    """By the first organ that can have such a resolution, in the printed order or turned round.

    Where none can, a resolution is judged as a decision: before its first resolutions an organ had those.
    """
    ways = _ways(printed)
    for organ in organs:
        possible = [way for way in ways if organ.can_be(*way, is_decision=is_decision)]
        if possible:
            number, session = next((way for way in possible if way[1] in sessions), possible[0])
            years = organ.counted_by == "year"
            return CitedResolution(organ.code, number, None if years else session, session if years else None)
    return None if is_decision else _resolution(printed, organs, sessions, is_decision=True)


def _sessions(plain: str) -> frozenset[int]:
    """The sessions that the text names: «في دورتها السابعة والسبعين»."""
    things = (thing for piece in find_meetings(plain) for thing in piece.things)
    return frozenset(thing.meeting for thing in things if thing.term == "session" and thing.meeting)


def _whose(
    plain: str, one: ResolutionList, named: Sequence[NamedOrgan], context: CitationContext
) -> tuple[Sequence[Organ], CitationGround]:
    """Whose the resolutions are: of the organ named with them, else of the one named last before them, else of the
    one that the section is about, else of the Conference, whose papers these are."""
    ends = [organ.end for organ in named]
    first_behind = bisect_right(ends, one.end_of_word)
    if one.names_organ:
        with_it = [
            place
            for place in range(first_behind, bisect_right(ends, one.numbers))
            if one.end_of_word <= named[place].start < one.numbers
        ]
        return (_meant(named, with_it[-1], context) if with_it else ()), "named"
    place = bisect_left(ends, one.adopted_by) if one.adopted_by else len(named)
    if place < len(named) and named[place].start == one.adopted_by:
        return _meant(named, place, context), "named"
    for place in range(first_behind - 1, max(-1, first_behind - 1 - _MOST_BEFORE), -1):
        organs = _meant(named, place, context) if named[place].end <= one.start else None
        if organs is not None and (not organs or _agrees(organs[0], one.its)):
            return organs, "named_before"
    of_section = _of_sections(context)
    if of_section:
        return of_section, "section"
    return (_CONFERENCE if conference_of(context.body or None, context.bodies) else ()), "body"


def _agrees(organ: Organ, its: str) -> bool:
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
    for one in reversed(named[max(0, place - _MOST_BEFORE) : place]):
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
