"""Statements that are written once: their SQL is kept, and only what they ask for changes.

Half of the processor time of a page went into having the same statements written again: to put one that names a row
with its meeting, body and paper into words takes Django 1 to 4 ms, to answer it the database a tenth of that. Nothing
of the answer is kept: every page asks anew, and its rows are built as those of any query.
"""

from collections.abc import Callable, Sequence
from copy import copy
from typing import Any, Generic, TypeVar

from django.db import models

from .databases import connection
from .publication import sees_public_only

Row = TypeVar("Row", bound=models.Model)
Value = int | str

#: Stands for a number while the statement is written: within the range of keys, and the key of no row.
_NUMBER = -7_000_000_000_000_000


class Prepared(Generic[Row]):
    """`build` takes keys (integers) or words and gives the rows. It must depend on nothing else but on who reads.

    Each value stands alone at one side of a comparison: a part of a pattern or a NULL is written otherwise each time.
    `rows` raises ValueError for a value that the statement does not name.
    """

    def __init__(self, build: Callable[..., "models.QuerySet[Row]"]) -> None:
        self._build = build
        self._written: dict[tuple[Any, ...], _Statement] = {}

    def rows(self, *values: Value) -> "models.QuerySet[Row]":
        """What `build(*values)` gives, asked when it is looked at; to be read as it is, not narrowed further."""
        key = (connection.vendor, sees_public_only(), *map(type, values))
        statement = self._written.get(key)
        if statement is None:
            markers = [_marker(place, value) for place, value in enumerate(values)]
            statement = self._written[key] = _Statement(self._build(*markers), markers)
        asked: models.QuerySet[Row] = statement.asking(values)
        return asked

    def rows_of(self, values: Sequence[Value]) -> "models.QuerySet[Row]":
        """The same for a list of one kind, which `build(*values)` looks for: in a statement for each doubling of its
        length, the last value said again to its end."""
        if not values:
            return self._build().none()
        length = 1 << (len(values) - 1).bit_length()
        return self.rows(*values, *[values[-1]] * (length - len(values)))


class _Statement:
    def __init__(self, rows: Any, markers: Sequence[Value]) -> None:
        self._rows = rows
        self._compiler = rows.query.get_compiler(connection=connection)
        self._sql, self._parameters = self._compiler.as_sql()
        missing = [marker for marker in markers if marker not in self._parameters]
        if missing:
            raise ValueError(f"{missing} stand nowhere by themselves in {self._sql}")
        self._markers = markers

    def asking(self, values: Sequence[Value]) -> Any:
        given = dict(zip(self._markers, values, strict=True))
        parameters = tuple(given.get(one, one) for one in self._parameters)
        compiler = copy(self._compiler)
        # Each thread has a connection of its own.
        compiler.connection = connection
        compiler.as_sql = lambda *_arguments, **_named: (self._sql, parameters)
        rows = self._rows.all()
        rows.query.get_compiler = lambda *_arguments, **_named: compiler
        return rows


def _marker(place: int, value: Value) -> Value:
    return _NUMBER - place if isinstance(value, int) else f"\N{REPLACEMENT CHARACTER}{place}"
