"""Tables: what is set in one for its looks becomes lines, what is one stays rows with bars between the cells."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..markup import Element, name_of
from .word import W, number_in, value_of

#: A number or a letter that rows are counted by.
_COUNTED = re.compile(r"[(\[]?\s*(?:[0-9٠-٩]{1,4}|[ء-ي]ـ?)\s*[-.)\]]*")
_MOST_COLUMNS = 200


@dataclass(slots=True)
class Cell:
    """`blocks` are the elements in it; `goes_on` says that it is the lower part of the cell above."""

    blocks: list[Element]
    width: int = 1
    goes_on: bool = False


def rows_of(table: Element) -> list[list[Cell]]:
    """The rows that are there, those left out that a tracked change took away."""
    found = []
    for row in _inside(table, "tr"):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        cells = [_cell(one) for one in _inside(row, "tc")]
        found.append([Cell([], 1)] * _before(properties) + cells)
    return found


def _inside(element: Element, wanted: str) -> Iterator[Element]:
    """Rows or cells, wherever controls and tags are put around them."""
    for child in element:
        name = name_of(child)
        if name == wanted:
            yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _inside(child, wanted)


def _before(properties: Element | None) -> int:
    before = number_in(properties.find(W + "gridBefore")) if properties is not None else None
    return min(before or 0, _MOST_COLUMNS)


def _cell(element: Element) -> Cell:
    properties = element.find(W + "tcPr")
    if properties is None:
        return Cell(list(element))
    width = number_in(properties.find(W + "gridSpan")) or 1
    merged = properties.find(W + "vMerge")
    goes_on = merged is not None and value_of(merged) != "restart"
    gone = properties.find(W + "cellDel") is not None
    return Cell([] if gone else list(element), min(width, _MOST_COLUMNS), goes_on)


def table_lines(rows: list[list[str]], going_on: list[list[bool]]) -> list[tuple[int, str]]:
    """A line a row, framed by bars, with the index of the row. Rows that share the cell of their number are one row."""
    joined: list[list[str]] = []
    indexes: list[int] = []
    for index, (cells, marks) in enumerate(zip(rows, going_on, strict=True)):
        shared = [at for at, mark in enumerate(marks) if mark]
        above = joined[-1] if joined else []
        if any(at < len(above) and _COUNTED.fullmatch(above[at].strip()) for at in shared):
            width = max(len(above), len(cells))
            padded = [one + [""] * (width - len(one)) for one in (above, cells)]
            joined[-1] = [" ".join(filter(None, pair)) for pair in zip(*padded, strict=True)]
        else:
            joined.append(cells)
            indexes.append(index)
    pairs = zip(indexes, joined, strict=True)
    return [(index, f"| {' | '.join(cells)} |") for index, cells in pairs if any(cells)]


def is_for_looks(rows: list[list[Cell]], text_of: Callable[[Element], str]) -> bool:
    """One column, or one row alone whose cells are of several blocks: set so for its looks."""
    if all(len(row) <= 1 for row in rows):
        return True
    filled = [[cell for cell in row if any(text_of(block) for block in cell.blocks)] for row in rows]
    return all(len(row) <= 1 for row in filled)
