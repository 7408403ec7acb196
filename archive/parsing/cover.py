"""What a cover says, and which of its blocks are titles and which is the summary."""

import datetime
from dataclasses import dataclass, field

from archive.numbering.dates import DateRange
from archive.vocabulary.bodies import KnownBody

from .lines import Line
from .passages import PassageBuilder, join_lines
from .printed_text import NOTHING, Passage


@dataclass
class Cover:
    """What the lines before the first section say."""

    distribution: str | None = None
    date: datetime.date | None = None
    language: str | None = None
    original_language: str | None = None
    symbol: str | None = None
    body: KnownBody | None = None
    meeting_number: int | None = None
    place: str | None = None
    dates: DateRange | None = None
    agenda_item: str | None = None
    agenda_item_title: Passage = NOTHING
    title: Passage = NOTHING
    author: str | None = None
    summary: Passage = NOTHING
    has_star: bool = False
    blocks: list[tuple[str, list[Line]]] = field(default_factory=list)


def settle_titles(cover: Cover) -> None:
    """Which blocks are the agenda item's title, the paper's title and its summary.

    After the agenda item comes its title, over as many blocks as it likes; the last block before the author line
    is the title of the paper; what follows the author line is the summary.
    """
    item: list[Line] = []
    before: list[list[Line]] = []
    after: list[Line] = []
    seen_item = seen_author = False
    for kind, block in cover.blocks:
        if kind == "item":
            seen_item, before = True, []
        elif kind == "author":
            seen_author = True
        elif seen_author:
            after += block
        else:
            before.append(block)
    if before and (seen_item or seen_author):
        cover.title = join_lines(before[-1])
        item = [line for block in before[:-1] for line in block]
    elif before:
        cover.title = join_lines(before[0])
        after = [line for block in before[1:] for line in block] + after
    cover.agenda_item_title = join_lines(item)
    cover.summary = _summary(after)
    if cover.title.printed.endswith("*"):
        cover.has_star = True
        cover.title = Passage(cover.title.printed.rstrip("* "), cover.title.corrections, cover.title.span)


def _summary(lines: list[Line]) -> Passage:
    builder = PassageBuilder()
    for line in lines:
        builder.add(line, new_line=line.after_break and builder.tail.rstrip().endswith("."))
    return builder.build()
