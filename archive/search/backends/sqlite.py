"""SQLite: an FTS5 table with external content over the entry table.

Written explicitly, without triggers: SQLite drops triggers when a migration remakes the table below them. The
`ascii` tokenizer takes a spelled term as it is: every character but ASCII signs belongs to it.
"""

from collections.abc import Iterable, Sequence

from django.db import connection

from archive.search.expression import All, Everything, Expression, Phrase, Some, Without, Word

from .base import ENTRIES, EVERY, ROW, TABLE, EntryRow, Kind, spell

# A hit in the title counts a third.
_RANK = f"bm25({TABLE}, 1.0, 1.0, 0.3)"
_MOST_VARIABLES = 500


class SQLiteBackend:
    def exists(self) -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = %s", [TABLE])
            return cursor.fetchone() is not None

    def create(self) -> None:
        self.drop()
        _execute(
            f"CREATE VIRTUAL TABLE {TABLE} USING fts5(exact, stem, title, "
            f"content='{ENTRIES}', content_rowid='id', tokenize='ascii')"
        )

    def drop(self) -> None:
        _execute(f"DROP TABLE IF EXISTS {TABLE}")

    def insert(self, rows: Iterable[EntryRow]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {ENTRIES} ({ROW}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)", rows)

    def write(self, ids: Sequence[int]) -> None:
        for some, places in _in_portions(ids):
            _execute(
                f"INSERT INTO {TABLE}(rowid, exact, stem, title) "
                f"SELECT id, exact, stem, title FROM {ENTRIES} WHERE id IN ({places})",
                some,
            )

    def remove(self, ids: Sequence[int]) -> None:
        for some, places in _in_portions(ids):
            _execute(
                f"INSERT INTO {TABLE}({TABLE}, rowid, exact, stem, title) "
                f"SELECT 'delete', id, exact, stem, title FROM {ENTRIES} WHERE id IN ({places})",
                some,
            )

    def rebuild(self) -> None:
        self.create()
        _execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('rebuild')")

    def ids(self, expression: Expression, *, kind: Kind, limit: int | None = None) -> list[tuple[int, float]]:
        with connection.cursor() as cursor:
            cursor.execute(_QUERY, _parameters(expression, kind, limit))
            return cursor.fetchall()

    def explain(self, expression: Expression, *, kind: Kind) -> str:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {_QUERY}", _parameters(expression, kind, None))
            return "\n".join(str(row[-1]) for row in cursor.fetchall())


_QUERY = (
    f"SELECT rowid >> 1, -{_RANK} AS grade FROM {TABLE} "
    f"WHERE {TABLE} MATCH %s AND rowid %% 2 = %s ORDER BY grade DESC, rowid LIMIT %s"
)


def _parameters(expression: Expression, kind: Kind, limit: int | None) -> list[object]:
    return [match_of(expression), int(kind == "paragraph"), -1 if limit is None else limit]


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


def _execute(statement: str, parameters: Sequence[object] = ()) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(parameters) or None)
