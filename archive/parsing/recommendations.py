"""Recommendations with meeting, agenda item, chapeau and lettered subparagraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

from .agenda import find_agenda_item
from .body_text import Heading, Item
from .passages import PassageBuilder
from .printed_text import Span
from .problems import Problem, problem
from .structure import ParsedAgendaItem, ParsedMeeting, ParsedRecommendation, ParsedSubparagraph


@dataclass(frozen=True, slots=True)
class Setting:
    """What recommendations take from the document around them.

    `meeting` is the one that adopted them all; where it is None, the heading above tells it, by its line in `meetings`.
    """

    body: str | None
    meeting: int | None
    meetings: Sequence[ParsedMeeting]
    agenda: Sequence[ParsedAgendaItem]
    headings: Sequence[Heading]


def build_recommendations(
    items: Sequence[Item], setting: Setting
) -> tuple[tuple[ParsedRecommendation, ...], list[Problem]]:
    """The recommendations in their order, and what is wrong with them; `copy` counts those of one number."""
    found: list[ParsedRecommendation] = []
    problems: list[Problem] = []
    copies: dict[tuple[int | None, int], int] = {}
    agenda_items = _agenda_items(items, setting)
    for item in items:
        chapeau, subparagraphs = _parts(item)
        number = item.mark.number
        if chapeau.is_empty and not subparagraphs:
            problems.append(problem("empty_text", item.line, number=number))
            continue
        above = _above(item, setting.headings)
        meeting = setting.meeting or _meeting_above(above, setting)
        copies[meeting, number] = copies.get((meeting, number), 0) + 1
        found.append(
            ParsedRecommendation(
                body=setting.body,
                meeting=meeting,
                number=number,
                printed_number=item.mark.printed,
                copy=copies[meeting, number],
                chapeau=chapeau.build(),
                subparagraphs=subparagraphs,
                agenda_item=next((agenda_items[index] for index in above if index in agenda_items), None),
                section=item.section,
                span=Span(item.line, item.last_line),
            )
        )
    without = [str(recommendation.number) for recommendation in found if recommendation.agenda_item is None]
    if without and setting.meeting is not None:
        problems.append(problem("unknown_agenda_item", 0, numbers="، ".join(without)))
    if not found:
        problems.append(problem("no_recommendations", 0))
    return tuple(found), problems


def _above(item: Item, headings: Sequence[Heading]) -> list[int]:
    """The sections above an item, innermost first."""
    found: list[int] = []
    section = item.section
    while section is not None:
        found.append(section)
        section = headings[section].parent
    return found


def _meeting_above(above: Sequence[int], setting: Setting) -> int | None:
    by_line = {meeting.line: meeting.number for meeting in setting.meetings}
    return next((by_line[line] for index in above if (line := setting.headings[index].line) in by_line), None)


def _agenda_items(items: Sequence[Item], setting: Setting) -> dict[int, str]:
    """Section index to agenda item number, for sections whose title repeats an item's."""
    found: dict[int, str] = {}
    for index in {item.section for item in items} - {None} if setting.agenda else ():
        assert index is not None  # None was taken out; mypy cannot see it
        number = find_agenda_item(setting.headings[index].title.build().printed, setting.agenda)
        if number is not None:
            found[index] = number
    return found


def _parts(item: Item) -> tuple[PassageBuilder, tuple[ParsedSubparagraph, ...]]:
    """Chapeau and lettered items of a recommendation; a numbered list inside it stays with the part it is in."""
    chapeau = PassageBuilder()
    letters: list[tuple[str, str, int, PassageBuilder]] = []
    for part in item.parts:
        if part.kind == "letter":
            letters.append((part.label, part.printed_label, part.position, PassageBuilder()))
            letters[-1][3].append(part.text)
        else:
            (letters[-1][3] if letters else chapeau).append(part.whole, new_line=True)
    return chapeau, tuple(
        ParsedSubparagraph(label, printed, position, text.build())
        for label, printed, position, text in letters
    )
