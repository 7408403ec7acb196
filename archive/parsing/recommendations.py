"""Recommendations with meeting, agenda item, chapeau and lettered subparagraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

from .agenda import find_agenda_item
from .body_text import Heading
from .drafts import Draft, series_of
from .inline_letters import split_letters
from .paragraphs import sections_above
from .passages import PassageBuilder
from .printed_text import Passage, Span
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
    drafts: Sequence[Draft], setting: Setting
) -> tuple[tuple[ParsedRecommendation, ...], list[Problem]]:
    """The recommendations in their order, and what is wrong with them; `copy` counts those of one number."""
    found: list[ParsedRecommendation] = []
    problems: list[Problem] = []
    copies: dict[tuple[int | None, int], int] = {}
    agenda_items = _agenda_items(drafts, setting)
    for draft, series in zip(drafts, series_of(drafts), strict=True):
        chapeau, subparagraphs = _parts(draft)
        number = draft.number
        if not chapeau.printed and not subparagraphs:
            problems.append(problem("empty_text", draft.line, number=number))
            continue
        above = sections_above(draft.section, setting.headings)
        meeting = draft.meeting or setting.meeting or _meeting_above(above, setting)
        copies[meeting, number] = copies.get((meeting, number), 0) + 1
        found.append(
            ParsedRecommendation(
                body=setting.body,
                meeting=meeting,
                number=number,
                printed_number=draft.printed,
                copy=copies[meeting, number],
                chapeau=chapeau,
                subparagraphs=subparagraphs,
                agenda_item=next((agenda_items[index] for index in above if index in agenda_items), None),
                section=draft.section,
                span=Span(draft.line, draft.last_line),
                series=series,
                form=draft.form,
            )
        )
    without = [str(recommendation.number) for recommendation in found if recommendation.agenda_item is None]
    if without and setting.meeting is not None:
        problems.append(problem("unknown_agenda_item", 0, numbers="، ".join(without)))
    if not found:
        problems.append(problem("no_recommendations", 0))
    return tuple(found), problems


def _meeting_above(above: Sequence[int], setting: Setting) -> int | None:
    by_line = {meeting.line: meeting.number for meeting in setting.meetings}
    return next((by_line[line] for index in above if (line := setting.headings[index].line) in by_line), None)


def _agenda_items(drafts: Sequence[Draft], setting: Setting) -> dict[int, str]:
    """Section index to agenda item number, for sections that name one («البند 3») or repeat its title."""
    found: dict[int, str] = {}
    for index in {above for draft in drafts for above in sections_above(draft.section, setting.headings)}:
        heading = setting.headings[index]
        number = heading.item or find_agenda_item(heading.title.build().printed, setting.agenda)
        if number:
            found[index] = number
    return found


def _parts(draft: Draft) -> tuple[Passage, tuple[ParsedSubparagraph, ...]]:
    """Chapeau and lettered items of a recommendation; a numbered list inside it stays with the part it is in."""
    chapeau = PassageBuilder()
    letters: list[tuple[str, str, int, PassageBuilder]] = []
    for part in draft.parts:
        if part.kind == "letter":
            letters.append((part.label, part.printed_label, part.position, PassageBuilder()))
            letters[-1][3].append(part.text)
        else:
            (letters[-1][3] if letters else chapeau).append(part.whole, new_line=True)
    items = tuple(
        ParsedSubparagraph(label, printed, position, text.build())
        for label, printed, position, text in letters
    )
    return split_letters(chapeau.build(), items)
