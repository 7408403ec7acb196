"""What a manager of references keeps of a recommendation: the facts of its citation, once for all its formats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from archive.display.names.language import in_language
from archive.display.names.titles import (
    bare_title,
    meeting_title,
    place_name,
    plain_body_name,
    provisional_mark,
)

from .characters import sayable
from .given import GivenSelection, GivenText, read_texts


@dataclass(frozen=True, slots=True)
class CitedText:
    """`day` is the last of the meeting; `symbol` is that of the paper, or its job number."""

    key: str
    title: str
    author: str
    day: date | None
    place: str
    symbol: str
    paper: str
    meeting: str
    figure: str
    address: str
    text: str
    #: Of the text.
    languages: Sequence[str]


def read_cited(given: GivenSelection) -> Iterator[CitedText]:
    for text in read_texts(given):
        yield cited_of(text, given)


def cited_of(text: GivenText, given: GivenSelection) -> CitedText:
    meeting, paper = text.row.meeting, text.row.document
    mark = provisional_mark(text.row)
    letter = f" ({text.figure.partition('(')[2]}" if text.item else mark
    comma = in_language("، ", ", ")
    name = bare_title(text.row)
    return CitedText(
        key=text.locator,
        title=sayable(
            f"{plain_body_name(meeting.body)}{comma}{meeting_title(meeting)}{comma}{name}{letter}"
        ),
        author=sayable(plain_body_name(meeting.body)),
        day=meeting.dates.end if meeting.dates else None,
        place=sayable(place_name(meeting.place)) if meeting.place else "",
        symbol=(paper.symbol or paper.job_number) if paper else "",
        paper=sayable(paper.title) if paper else "",
        meeting=meeting_title(meeting),
        figure=sayable(text.figure),
        address=given.absolute(text.path),
        text=sayable("\n\n".join(text.texts)),
        languages=[one for one in text.languages if text.is_held_in(one)] or [text.row.language],
    )
