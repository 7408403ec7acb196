"""SQLite: an FTS5 table with external content over the entry table.

Written explicitly, without triggers: SQLite drops triggers when a migration remakes the table below them. The
`ascii` tokenizer takes a spelled term as it is: every character but ASCII signs belongs to it.
"""

import json
from array import array
from collections.abc import Iterable, Sequence

from pyroaring import BitMap

from archive.models.databases import connection
from archive.search.expression import All, Everything, Expression, Phrase, Some, Without, Word

from .base import ENTRIES, EVERY, ROW, TABLE, WEIGHED, EntryRow, Kind, Parameter, Weighed, spell

# A hit in the title counts a third, a level nothing.
_RANK = f"bm25({TABLE}, 1.0, 1.0, 0.3, 0.0, 1.0, 1.0)"
_COLUMNS = "exact, stem, title, level, english_exact, english"
#: In one statement: SQLite takes 999 in its older builds.
_MOST_VARIABLES = 500


class SQLiteBackend:
    def exists(self) -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = %s", [TABLE])
            return cursor.fetchone() is not None

    def create(self) -> None:
        self.drop()
        _execute(
            f"CREATE VIRTUAL TABLE {TABLE} USING fts5({_COLUMNS}, "
            f"content='{ENTRIES}', content_rowid='id', tokenize='ascii')"
        )

    def drop(self) -> None:
        _execute(f"DROP TABLE IF EXISTS {TABLE}")

    def insert(self, rows: Iterable[EntryRow]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {ENTRIES} ({ROW}) VALUES ({', '.join(['%s'] * 11)})", [*rows])

    def write(self, ids: Sequence[int]) -> None:
        for some, places in _in_portions(ids):
            _execute(
                f"INSERT INTO {TABLE}(rowid, {_COLUMNS}) "
                f"SELECT id, {_COLUMNS} FROM {ENTRIES} WHERE id IN ({places})",
                some,
            )

    def remove(self, ids: Sequence[int]) -> None:
        for some, places in _in_portions(ids):
            _execute(
                f"INSERT INTO {TABLE}({TABLE}, rowid, {_COLUMNS}) "
                f"SELECT 'delete', id, {_COLUMNS} FROM {ENTRIES} WHERE id IN ({places})",
                some,
            )

    def rebuild(self) -> None:
        self.create()
        _execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('rebuild')")

    def sets(self, expressions: Sequence[Expression], *, kind: Kind) -> list[BitMap]:
        """The numbers come in one text a set: to fetch a row for each costs several times as much.

        Not «optimized»: facets are counted against these sets, which takes six times as long with runs.
        """
        row = _row(f"SELECT {', '.join([f'({_SET})'] * len(expressions))}", _asked(expressions, kind))
        return [BitMap(array("I", json.loads(f"[{keys or ''}]")), optimize=False) for keys in row]

    def first(self, expressions: Sequence[Expression], *, kind: Kind, limit: int) -> list[int]:
        parts = " UNION ALL ".join([f"SELECT * FROM ({_IN_ORDER} LIMIT {limit:d})"] * len(expressions))
        return _column(f"{parts} LIMIT {limit:d}", _asked(expressions, kind))

    def best(self, expression: Expression, *, kind: Kind, limit: int) -> list[int]:
        return _column(_BEST, [*_asked([expression], kind), limit])

    def entries(self, ids: Sequence[int]) -> list[Weighed]:
        with connection.cursor() as cursor:
            cursor.execute(_ENTRIES, [json.dumps(list(ids))])
            rows: list[Weighed] = cursor.fetchall()
            return rows

    def explain(self, expression: Expression, *, kind: Kind) -> str:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {_SET}", _asked([expression], kind))
            return "\n".join(str(row[-1]) for row in cursor.fetchall())


_MATCHING = f"FROM {TABLE} WHERE {TABLE} MATCH %s AND rowid %% 2 = %s"
_SET = f"SELECT group_concat(rowid >> 1) {_MATCHING}"
_IN_ORDER = f"SELECT rowid >> 1 {_MATCHING} ORDER BY rowid"
_BEST = f"SELECT rowid >> 1 {_MATCHING} ORDER BY {_RANK}, rowid LIMIT %s"
_ENTRIES = f"SELECT {WEIGHED} FROM {ENTRIES} WHERE id IN (SELECT value FROM json_each(%s))"


def _asked(expressions: Sequence[Expression], kind: Kind) -> list[Parameter]:
    return [value for one in expressions for value in (match_of(one), int(kind == "paragraph"))]


def _row(statement: str, parameters: Sequence[Parameter]) -> tuple[str | None, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        row: tuple[str | None, ...] = cursor.fetchone()
        return row


def _column(statement: str, parameters: Sequence[Parameter]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [key for (key,) in cursor.fetchall()]


def match_of(expression: Expression) -> str:
    """The expression in FTS5's words."""
    match expression:
        case Word(field, term):
            return f'{field} : "{spell(term)}"'
        case Phrase(field, terms):
            return f'{field} : "{" ".join(map(spell, terms))}"'
        case Everything():
            return f'title : "{EVERY}"'
        case All(parts):
            return f"({' AND '.join(map(match_of, parts))})"
        case Some(parts):
            return f"({' OR '.join(map(match_of, parts))})"
        case Without(wanted, excluded):
            return f"({match_of(wanted)} NOT {match_of(excluded)})"


def _in_portions(ids: Sequence[int]) -> list[tuple[list[int], str]]:
    portions = [list(ids[start : start + _MOST_VARIABLES]) for start in range(0, len(ids), _MOST_VARIABLES)]
    return [(some, ", ".join(["%s"] * len(some))) for some in portions]


def _execute(statement: str, parameters: Sequence[Parameter] = ()) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(parameters) or None)
