"""Numbered paragraphs of reports, each whole: cut texts joined, lettered and numbered lines on lines of their own."""

from collections.abc import Sequence

from .body_text import Item
from .passages import PassageBuilder
from .problems import Problem, problem
from .structure import ParsedParagraph


def build_paragraphs(items: Sequence[Item]) -> tuple[tuple[ParsedParagraph, ...], list[Problem]]:
    """The paragraphs in their order, and what is wrong with them; `copy` counts those of one number."""
    found: list[ParsedParagraph] = []
    problems: list[Problem] = []
    copies: dict[int, int] = {}
    for item in items:
        number = item.mark.number
        text = _whole(item).build()
        if not text.printed:
            problems.append(problem("empty_text", item.line, number=number))
            continue
        copies[number] = copies.get(number, 0) + 1
        found.append(ParsedParagraph(number, item.mark.printed, copies[number], text, item.section))
    return tuple(found), problems


def _whole(item: Item) -> PassageBuilder:
    whole = PassageBuilder()
    for part in item.parts:
        whole.append(part.whole, new_line=True)
    return whole
