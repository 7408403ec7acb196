"""The cells of a matrix on a scale of five steps, each with the address of its recommendations."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote_plus

from archive.filters.matrix import Matrix

from .matrix_address import MatrixAddress

#: The lowest number of the steps 2 to 5; an archive with larger numbers takes a multiple.
STEPS = (3, 6, 10, 16)
_FACTORS = tuple(base * 10**power for power in range(7) for base in (1, 2, 5))


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A count with its step of the scale, 0 to 5, and the query string of its recommendations."""

    count: int
    step: int
    address: str


@dataclass(frozen=True, slots=True)
class HeatStep:
    """A step of the scale: from this number to that; the last has no end."""

    number: int
    first: int
    last: int | None


def build_steps(largest: int) -> list[HeatStep]:
    """Five steps: 1–2, 3–5, 6–9, 10–15, 16 and more; times 2, 5, 10 … where nearly all would be on the last."""
    factor = next(one for one in _FACTORS if largest < 4 * STEPS[-1] * one or one == _FACTORS[-1])
    starts = (1, *((start - 1) * factor + 1 for start in STEPS))
    ends = (*(start - 1 for start in starts[1:]), None)
    return [HeatStep(number, first, last) for number, (first, last) in enumerate(zip(starts, ends, strict=True), 1)]


def build_cells(place: MatrixAddress, counted: Matrix, steps: Sequence[HeatStep]) -> list[list[HeatCell]]:
    # One address is written and the values put into it: a large matrix has eighteen hundred cells.
    row_mark, column_mark = "\0r", "\0c"
    values = {**place.selection.values, place.rows: (row_mark,), place.columns: (column_mark,)}
    pattern = replace(place.selection, values=values).address
    across = [quote_plus(line.value, safe=":") for line in counted.columns.lines]
    table = []
    for line, counts in zip(counted.rows.lines, counted.counts, strict=True):
        of_row = pattern.replace(quote_plus(row_mark), quote_plus(line.value, safe=":"))
        table.append(
            [
                HeatCell(count, _step_of(count, steps), of_row.replace(quote_plus(column_mark), value))
                for value, count in zip(across, counts, strict=True)
            ]
        )
    return table


def _step_of(count: int, steps: Sequence[HeatStep]) -> int:
    return sum(1 for step in steps if count >= step.first)
