"""«التوصية 12», alone on its line: how a meeting report heads each recommendation."""

from collections.abc import Sequence

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import bare
from archive.numbering import series
from archive.numbering.ordinal_words import parse_ordinal
from archive.numbering.series import PrintedNumber

from .lines import Line
from .marks import RECOMMENDATION_HEADING, Mark, number_problems
from .problems import Problem


def find_recommendation_headings(lines: Sequence[Line], body: int) -> tuple[list[Mark], list[Problem]]:
    """The marks of these headings from the line `body` on, with their true numbers."""
    found: list[tuple[int, str]] = []
    for index, line in enumerate(lines[body:], start=body):
        text = line.words
        match = RECOMMENDATION_HEADING.match(bare(text)) if "وصي" in text or "وص" in bare(text)[:12] else None
        if match is None:
            continue
        written = match["number"]
        number = to_ascii(written) if written[0].isdigit() else str(parse_ordinal(written) or "")
        if number:
            found.append((index, number))
    # each stands alone on its line: nothing else looks like it, so the evidence for it is strong
    decisions = series.resolve([PrintedNumber(number, as_text=6.0) for _index, number in found])
    marks: list[Mark] = []
    problems: list[Problem] = []
    for (index, number), decision in zip(found, decisions, strict=True):
        if decision.role != "item":
            continue
        line = lines[index]
        problems += number_problems(decision, number, line.number)
        marks.append(
            Mark(index, "recommendation", len(line.content), decision.number, number, copy=decision.copy)
        )
    return marks, problems
