"""How strong the wording was over the meetings: a column for each meeting, a line for each strength, the strongest on
top, and in the cells a stroke for each recommendation."""

from collections.abc import Sequence
from dataclasses import dataclass

#: Of the box of a cell, in which the strokes stand from the start side.
CELL_WIDTH = 40
CELL_HEIGHT = 22
STROKE = 12
STEP = 5
#: So many strokes stand in a cell with a step of their own; more stand closer.
MOST_AT_STEP = (CELL_WIDTH - 6) // STEP
#: More columns than a margin of 17rem can show; then the latest ones.
MOST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class StrengthGrid:
    """`strokes` and `lines` are the paths in a box of `width` by `height`; `rows` says how far down the words of each
    line stand, `columns` where the middle of each column is, as a share of the width."""

    width: int
    height: int
    strokes: str
    lines: str
    rows: tuple[int, ...]
    columns: tuple[str, ...]


def build_grid(counts: Sequence[Sequence[int]], *, rtl: bool) -> StrengthGrid:
    """`counts` has a row for each strength, each with a count for each meeting."""
    columns = len(counts[0]) if counts else 0
    width, height = columns * CELL_WIDTH, len(counts) * CELL_HEIGHT
    strokes: list[str] = []
    lines: list[str] = []
    for row, cells in enumerate(counts):
        base = (row + 1) * CELL_HEIGHT - 3
        lines.append(f"M0 {base}H{width}")
        for column, count in enumerate(cells):
            step = STEP if count <= MOST_AT_STEP else (CELL_WIDTH - 6) / count
            for index in range(count):
                x = column * CELL_WIDTH + 4 + step * index
                strokes.append(f"M{round(width - x if rtl else x, 1):g} {base}v-{STROKE}")
    return StrengthGrid(
        width,
        height,
        "".join(strokes),
        "".join(lines),
        tuple((row + 1) * CELL_HEIGHT - 6 for row in range(len(counts))),
        tuple(
            f"{(columns - column - 0.5 if rtl else column + 0.5) / columns:.2%}" for column in range(columns)
        ),
    )
