"""Numbered paragraphs of reports, each whole: cut texts joined, lettered and numbered lines on lines of their own."""

from collections.abc import Sequence

from .body_text import Heading, Item
from .drafts import SharedOut, own_words
from .inline_letters import with_letters_apart
from .printed_text import NOTHING, Passage
from .problems import Problem, problem
from .structure import ParsedClause, ParsedParagraph


def build_paragraphs(
    items: Sequence[Item], headings: Sequence[Heading] = (), introducing: frozenset[int] = frozenset()
) -> tuple[tuple[ParsedParagraph, ...], list[Problem]]:
    """The paragraphs in their order, and what is wrong with them; `copy` counts those of one number.

    `introducing` are the lines of items whose letters are recommendations: they keep their own words alone.
    """
    found: list[ParsedParagraph] = []
    problems: list[Problem] = []
    copies: dict[int, int] = {}
    parts: dict[int, str | None] = {0: None}
    for item in items:
        number, series = item.mark.number, item.mark.series
        text = (own_words(item) if item.line in introducing else item.whole()).build()
        parts.setdefault(series, heading_above(item, headings))
        if not text.printed:
            if item.line not in introducing:
                problems.append(problem("empty_text", item.line, number=number))
            continue
        copies[number] = copies.get(number, 0) + 1
        found.append(
            ParsedParagraph(
                number, item.mark.printed, copies[number], text, item.section, series, parts[series]
            )
        )
    return tuple(found), problems


def build_clauses(items: Sequence[Item], shared: SharedOut) -> tuple[ParsedClause, ...]:
    """The texts without a number in their order, and what tables hold beside recommendations."""
    found = [ParsedClause(text, item.section) for item in items if (text := _left_of(item, shared)).printed]
    return tuple(sorted((*found, *shared.left), key=lambda clause: clause.text.span.first_line))


def build_unplaced(items: Sequence[Item], shared: SharedOut) -> tuple[Passage, ...]:
    """The texts whose place is not known."""
    return tuple(text for item in items if (text := _left_of(item, shared)).printed)


def _left_of(item: Item, shared: SharedOut) -> Passage:
    """The words of a text that are no recommendation."""
    if item.line in shared.taken:
        return NOTHING
    return (own_words(with_letters_apart(item)) if item.line in shared.introducing else item.whole()).build()


def heading_above(item: Item, headings: Sequence[Heading]) -> str | None:
    """The heading that opens the series of an item: that of the part around it, else the nearest one."""
    above = sections_above(item.section, headings)
    part = next((headings[index].part for index in above if headings[index].part), None)
    if part is not None or not above:
        return part
    nearest = headings[above[0]]
    return nearest.title.build().printed or nearest.printed_label


def sections_above(section: int | None, headings: Sequence[Heading]) -> list[int]:
    """A section and those that it stands under, innermost first."""
    found: list[int] = []
    while section is not None:
        found.append(section)
        section = headings[section].parent
    return found
