"""Places of a file that has no lines, between its reader and those who speak of places: errata and problems.

In errata.csv the «line» of such a file is the number of the paragraph, as «موضعها في المصدر» shows it.
"""

from collections.abc import Sequence
from dataclasses import replace

from archive.parsing.problems import Problem
from archive.sources.corrections import find_words
from archive.sources.errata import ErratumRow
from archive.sources.places import Run, lines_of_paragraph, say_place
from archive.sources.reader import SourceText


def located_errata(errata: Sequence[ErratumRow], source: SourceText) -> tuple[ErratumRow, ...]:
    """The rows with the lines of the text that the parser reads; of a file with lines of its own as they are."""
    if not source.places:
        return tuple(errata)
    return tuple(replace(row, line=_line_of(row, source)) for row in errata)


def _line_of(row: ErratumRow, source: SourceText) -> int:
    """The line of the paragraph that bears the words; where none does, its first, that the row is reported there."""
    lines = lines_of_paragraph(source.places, row.line, len(source.lines))
    return next(
        (line for line in lines if find_words(source.lines[line - 1], row.printed)), next(iter(lines), 1)
    )


def located_problems(problems: Sequence[Problem], places: Sequence[Run]) -> tuple[Problem, ...]:
    """The problems with the words for their places; of a file with lines of its own as they are."""
    if not places:
        return tuple(problems)
    return tuple(replace(one, place=say_place(places, one.line)) if one.line else one for one in problems)
