"""CSV: for people with a byte-order mark and harmless cells, for machines (`for=machine`) plain, with codes."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from archive.filters.page_parameters import COLUMNS

from .asking import Wishes, remarks_of
from .columns import cell_of, chosen_columns, head_of, read_rows
from .given import GivenSelection

#: A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
#: So many lines are sent at a time.
_LINES = 200


def write_csv(given: GivenSelection, wishes: Wishes) -> Iterator[bytes]:
    """Lines of the file, some hundred at a time. For people what is missing is told in lines below the table."""
    columns, unknown = chosen_columns(wishes, given.languages)
    lines = _Lines(wishes)
    lines.add([head_of(column, wishes) for column in columns])
    for text in read_rows(given, columns):
        lines.add([cell_of(column, text, given, wishes) for column in columns])
        if lines.count >= _LINES:
            yield lines.take()
    if not wishes.machine:
        for remark in [*remarks_of(given), *unknown_columns(unknown)]:
            lines.add([remark])
    yield lines.take()


def unknown_columns(names: Sequence[str]) -> list[str]:
    return [f"columns={name}: {COLUMNS.takes}" for name in names]


class _Lines:
    """A writer of lines whose text is taken away bit by bit."""

    def __init__(self, wishes: Wishes) -> None:
        self.text = io.StringIO()
        self.writer = csv.writer(self.text)
        self.defuses = not wishes.machine
        self.count = 0
        if self.defuses:
            self.text.write("\ufeff")

    def add(self, cells: Sequence[Any]) -> None:
        self.writer.writerow([self._harmless(cell) for cell in cells])
        self.count += 1

    def _harmless(self, cell: Any) -> Any:
        """An apostrophe before what a spreadsheet would compute."""
        return f"'{cell}" if self.defuses and isinstance(cell, str) and cell.startswith(_FORMULAS) else cell

    def take(self) -> bytes:
        taken = self.text.getvalue().encode()
        self.text.seek(0)
        self.text.truncate()
        self.count = 0
        return taken
