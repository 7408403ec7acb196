"""PostgreSQL: a table of tsvectors under a GIN index, made of the terms of the entry table.

A lexeme is the first letter of its column and the term («s» and a stem …), with its place and the column's weight.
The table has no foreign key: with one, `flush` would refuse to empty the tables it knows.
"""

import sys
from array import array
from collections.abc import Iterable, Sequence
from functools import cache

from django.db.models import QuerySet
from pyroaring import BitMap

from archive.models import SearchEntry
from archive.models.databases import connection
from archive.search.expression import All, Everything, Expression, Phrase, Some, Without, Word

from .base import ENTRIES, EVERY, ROW, TABLE, WEIGHED, EntryRow, Kind, Parameter, Weighed, spell

_INDEX = f"{TABLE}_vector"
_ASIDE = f"{TABLE}_new"
# Weights of D, C, B, A: title, nothing, exact, stem. 16: a text of many words ranks lower, about as in BM25.
_RANK = "ts_rank('{0.3, 0.3, 1.0, 1.0}', vector, %s::tsquery, 16)"
_LETTERS = {"exact": "x", "stem": "s", "title": "t", "level": "l", "english_exact": "f", "english": "e"}
_PORTION = 1000
# The engine knows no place beyond this; a word of a longer text is found, a phrase there is not.
_LAST_PLACE = 16_383


class PostgreSQLBackend:
    def exists(self) -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_regclass(%s)", [TABLE])
            return cursor.fetchone()[0] is not None

    def create(self) -> None:
        self.drop()
        _create(TABLE)
        _create_index(TABLE, _INDEX)

    def drop(self) -> None:
        _execute(f"DROP TABLE IF EXISTS {TABLE}")

    def insert(self, rows: Iterable[EntryRow]) -> None:
        with connection.cursor() as cursor, cursor.copy(f"COPY {ENTRIES} ({ROW}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def write(self, ids: Sequence[int]) -> None:
        for start in range(0, len(ids), _PORTION):
            _copy(TABLE, SearchEntry.objects.filter(pk__in=ids[start : start + _PORTION]))

    def remove(self, ids: Sequence[int]) -> None:
        _execute(f"DELETE FROM {TABLE} WHERE id = ANY(%s)", [list(ids)])

    def rebuild(self) -> None:
        """Built aside and put in place at the end: only then does the transaction lock the table for readers."""
        _execute(f"DROP TABLE IF EXISTS {_ASIDE}")
        _create(_ASIDE)
        _copy(_ASIDE, SearchEntry.objects.all())
        _execute("SET LOCAL maintenance_work_mem = '256MB'")
        _create_index(_ASIDE, f"{_INDEX}_new")
        _execute(f"ANALYZE {_ASIDE}")
        self.drop()
        _execute(f"ALTER TABLE {_ASIDE} RENAME TO {TABLE}")
        _execute(f"ALTER INDEX {_INDEX}_new RENAME TO {_INDEX}")
        _execute(f"ALTER INDEX {_ASIDE}_pkey RENAME TO {TABLE}_pkey")

    def sets(self, expressions: Sequence[Expression], *, kind: Kind) -> list[BitMap]:
        """The keys come as one string of bytes a set: to fetch a row for each costs several times as much."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join([f'({_SET})'] * len(expressions))}", _asked(expressions, kind))
            return [_bitmap(keys) for keys in cursor.fetchone()]

    def first(self, expressions: Sequence[Expression], *, kind: Kind, limit: int) -> list[int]:
        parts = " UNION ALL ".join([f"({_IN_ORDER} LIMIT {limit:d})"] * len(expressions))
        return _column(f"{parts} LIMIT {limit:d}", _asked(expressions, kind))

    def best(self, expression: Expression, *, kind: Kind, limit: int) -> list[int]:
        words = query_of(expression)
        return _column(_BEST, [words, int(kind == "paragraph"), words, limit])

    def entries(self, ids: Sequence[int]) -> list[Weighed]:
        with connection.cursor() as cursor:
            cursor.execute(_ENTRIES, [list(ids)])
            rows: list[Weighed] = cursor.fetchall()
            return rows

    def explain(self, expression: Expression, *, kind: Kind) -> str:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {_SET}", _asked([expression], kind))
            return "\n".join(row[0] for row in cursor.fetchall())


_MATCHING = f"FROM {TABLE} WHERE vector @@ %s::tsquery AND id %% 2 = %s"
_SET = f"SELECT string_agg(int4send((id >> 1)::int4), ''::bytea) {_MATCHING}"
_IN_ORDER = f"SELECT id >> 1 {_MATCHING} ORDER BY id"
_BEST = f"SELECT id >> 1 {_MATCHING} ORDER BY {_RANK} DESC, id LIMIT %s"
_ENTRIES = f"SELECT {WEIGHED} FROM {ENTRIES} WHERE id = ANY(%s)"


def _asked(expressions: Sequence[Expression], kind: Kind) -> list[Parameter]:
    return [value for one in expressions for value in (query_of(one), int(kind == "paragraph"))]


def _bitmap(keys: bytes | None) -> BitMap:
    """From keys of four bytes each, the highest first."""
    numbers = array("I", bytes(keys or b""))
    if sys.byteorder == "little":
        numbers.byteswap()
    return BitMap(numbers, optimize=False)


def _column(statement: str, parameters: Sequence[Parameter]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [key for (key,) in cursor.fetchall()]


def query_of(expression: Expression) -> str:
    """The expression in the words of tsquery."""
    match expression:
        case Word(field, term):
            return f"'{_LETTERS[field]}{spell(term)}'"
        case Phrase(field, terms):
            return f"({' <-> '.join(query_of(Word(field, term)) for term in terms)})"
        case Everything():
            return f"'t{EVERY}'"
        case All(parts):
            return f"({' & '.join(map(query_of, parts))})"
        case Some(parts):
            return f"({' | '.join(map(query_of, parts))})"
        case Without(wanted, excluded):
            return f"({query_of(wanted)} & !{query_of(excluded)})"


@cache
def _places(weight: str) -> list[str]:
    """All places as a lexeme carries them, written out once in a process that writes vectors."""
    return [f":{place}{weight}" for place in range(1, _LAST_PLACE + 1)]


def vector_of(exact: str, stem: str, title: str, level: str, english_exact: str = "", english: str = "") -> str:
    """The columns as the text of one tsvector: every term with its place; the engine sorts and merges."""
    lexemes: list[str] = []
    columns = (("x", "B", exact), ("s", "A", stem), ("t", "", title), ("f", "B", english_exact), ("e", "A", english))
    for letter, weight, column in columns:
        terms = column.split()
        lexemes += [f"{letter}{term}{place}" for term, place in zip(terms, _places(weight), strict=False)]
        lexemes += [f"{letter}{term}:{_LAST_PLACE}{weight}" for term in terms[_LAST_PLACE:]]
    lexemes += [f"l{term}" for term in level.split()]
    return " ".join(lexemes)


def _create(table: str) -> None:
    """Vectors stay in their rows, neither compressed nor moved aside: both would cost every rank."""
    columns = "id bigint PRIMARY KEY, vector tsvector NOT NULL"
    _execute(f"CREATE TABLE {table} ({columns}) WITH (toast_tuple_target = 8160)")


def _create_index(table: str, name: str) -> None:
    _execute(f"CREATE INDEX {name} ON {table} USING gin (vector)")


def _copy(table: str, entries: QuerySet[SearchEntry]) -> None:
    """In portions by key: a connection that copies cannot read at the same time."""
    last = 0
    rows = entries.order_by("pk").values_list("pk", "exact", "stem", "title", "level", "english_exact", "english")
    while portion := list(rows.filter(pk__gt=last)[:_PORTION]):
        with connection.cursor() as cursor, cursor.copy(f"COPY {table} (id, vector) FROM STDIN") as copy:
            for pk, *columns in portion:
                copy.write_row((pk, vector_of(*columns)))
        last = portion[-1][0]


def _execute(statement: str, parameters: Sequence[Parameter] = ()) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(parameters) or None)
