"""Clauses of a preamble: they open a resolution, end with a comma and bear no number.

إن مؤتمر الأطراف، · إذ يشير إلى قراره …، · وقد نظر في …،
"""

import re
from collections.abc import Sequence

from archive.arabic.normalize import normalize
from archive.numbering.labels import read_number_label
from archive.vocabulary.cover_terms import cover_forms
from archive.vocabulary.part_words import PREAMBLE_OPENS

from .lines import Line
from .marks import Mark, block_of, opens_anything

# … القائمة(5)، · … القائمة ، · … القائمة⁽⁵⁾،
_ENDS = re.compile(r"[،,]\s*(?:\([0-9]{1,3}\)|[⁽⁰-⁹¹²³⁾]*)\s*$")
#: An organ's name, as a preamble begins; that of the Conference with its whole convention has some 80 letters.
_LONGEST_ORGAN = 120


def find_clauses(lines: Sequence[Line], taken: set[int]) -> list[Mark]:
    """The marks of the clauses: runs of two and more, or a single one right before the first operative paragraph."""
    found: list[Mark] = []
    run: list[int] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.is_empty:
            index += 1
            continue
        block = _clause_at(lines, index) if line.after_break and index not in taken else []
        if block:
            run.append(index)
            index = block[-1] + 1
            continue
        if run and (len(run) > 1 or _is_first(line) or _names_organ(lines[run[0]], line)):
            found += [Mark(at, "clause", lines[at].bullet) for at in run]
        run = []
        index += 1
    if len(run) > 1:
        found += [Mark(at, "clause", lines[at].bullet) for at in run]
    return found


def _clause_at(lines: Sequence[Line], index: int) -> list[int]:
    """The indexes of the lines of a clause that begins here; [] where none does."""
    words = lines[index].words.split(maxsplit=1)
    if not words or normalize(words[0]) not in PREAMBLE_OPENS or opens_anything(lines[index]):
        return []
    block = block_of(lines, index)
    return block if _ENDS.search(lines[block[-1]].content) else []


def _names_organ(line: Line, following: Line) -> bool:
    """«إن الجمعية العامة،», «The General Assembly,» alone: the clauses stand in the parts below it."""
    opens = normalize(line.words.split(maxsplit=1)[0]) in cover_forms("speaks")
    return (
        opens
        and len(line.content) <= _LONGEST_ORGAN
        and following.after_break
        and not following.after_furniture
    )


def _is_first(line: Line) -> bool:
    label = read_number_label(line.content)
    return label is not None and label.position == 1
