"""The ways to one page that are compared: ours, the floor, the floor with the engine's rank, what others build."""

from collections.abc import Callable
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db import connection
from django.db.models import Count, QuerySet
from django.db.models.expressions import RawSQL
from django.http import QueryDict
from django.test import Client

from archive.filters.finding import FoundSet, find
from archive.filters.kinds import KINDS
from archive.filters.rows import filter_rows
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot, current_snapshot
from archive.models import Recommendation
from archive.search.asking import full_expression
from archive.search.backends import backend
from archive.search.backends.postgresql import query_of
from archive.search.backends.sqlite import match_of
from archive.search.expression import Expression
from archive.search.match import search_recommendations

#: One run of a way; gives the number of hits where it knows it.
Run = Callable[[], int]

IS_POSTGRESQL = connection.vendor == "postgresql"
_GROUPS = {
    "body": "meeting__body",
    "meeting": "meeting",
    "year": "meeting__start__year",
    "agenda_item": "agenda_item",
    "document": "document",
}
_PLAIN_TABLE = "benchmark_plain"


def ours(query: str) -> Run:
    """The search itself, from the query string: all ids, the count, the facets, the ids of a page."""

    def run() -> int:
        found, _keys = _find(query)
        return found.count

    return run


def loaded(query: str) -> Run:
    """The same, and the rows of the page with all that is shown of them."""

    def run() -> int:
        found, keys = _find(query)
        assert len(Recommendation.objects.for_display().in_bulk(keys)) == len(keys)
        return found.count

    return run


def _find(query: str) -> tuple[FoundSet, list[int]]:
    snapshot = current_snapshot()
    snapshot.remembered.forget()
    selection, problems = Selection.from_querydict(QueryDict(query), snapshot)
    assert not problems, problems
    found = find(selection, snapshot)
    first = _first(selection)
    return found, found.slice(first, first + selection.size)


def page(query: str) -> Run:
    """The whole page, rendered and highlighted."""
    client = Client()

    def run() -> int:
        current_snapshot().remembered.forget()
        response = client.get(f"/recommendations/?{query}")
        assert response.status_code == 200, (response.status_code, query)
        return len(response.content)

    return run


def floor(query: str) -> Run:
    """All ids that match, in no order; without words, the ids of the page in the official order."""
    selection, snapshot = _read(query)
    if not selection.q:
        return _run_queryset(_filtered(selection, snapshot).in_official_order(), selection)
    expression = _expression(selection)
    key, matches = ("id", "vector @@ %s::tsquery") if IS_POSTGRESQL else ("rowid", "archive_search MATCH %s")
    statement = f"SELECT {key} >> 1 FROM archive_search WHERE {matches} AND {key} %% 2 = 0"
    if selection.is_narrowed:
        statement += f" AND {key} >> 1 IN (INNER)"
    words = query_of(expression) if IS_POSTGRESQL else match_of(expression)
    inner, parameters = _inner(selection, snapshot)
    return _run_sql(statement.replace("INNER", inner), [words, *parameters])


def ranked(query: str) -> Run | None:
    """The ids of all matches, best first, as the engine ranks them; filters are left to whoever gets them."""
    selection, _snapshot = _read(query)
    if not selection.q:
        return None
    expression = _expression(selection)
    return lambda: len(backend().best(expression, kind="recommendation", limit=2**31 - 1))


def others(query: str) -> Run:
    """The same page of stock parts: full-text search of the database, a count, one GROUP BY a facet."""
    selection, snapshot = _read(query)

    def run() -> int:
        matching = _stock_matching(selection)
        shown = _filtered(selection, snapshot, among=matching)
        count = shown.order_by().count()
        first = _first(selection)
        list(_stock_order(shown, selection).for_display()[first : first + selection.size])
        for kind in KINDS:
            if kind.name in _GROUPS:
                rest = _filtered(selection, snapshot, among=matching, without=kind.name)
                list(rest.order_by().values_list(_GROUPS[kind.name]).annotate(Count("pk")))
        return count

    return run


def prepare_others() -> None:
    """The index that a careful builder adds: stock full-text search without one reads every text."""
    with connection.cursor() as cursor:
        if IS_POSTGRESQL:
            # What Django asks for with SearchVector("text", config="arabic").
            cursor.execute(
                f"CREATE INDEX IF NOT EXISTS {_PLAIN_TABLE} ON archive_recommendation USING gin "
                "(to_tsvector('arabic'::regconfig, COALESCE(text, '')))"
            )
            cursor.execute("ANALYZE archive_recommendation")
        else:
            cursor.execute(f"DROP TABLE IF EXISTS {_PLAIN_TABLE}")
            cursor.execute(f"CREATE VIRTUAL TABLE {_PLAIN_TABLE} USING fts5(text, tokenize='unicode61')")
            cursor.execute(f"INSERT INTO {_PLAIN_TABLE}(rowid, text) SELECT id, text FROM archive_recommendation")
            cursor.execute("ANALYZE")


# Parts --------------------------------------------------------------------------------------------------------


def _read(query: str) -> tuple[Selection, Snapshot]:
    snapshot = current_snapshot()
    return Selection.from_querydict(QueryDict(query), snapshot)[0], snapshot


def _first(selection: Selection) -> int:
    return (selection.page - 1) * selection.size


def _expression(selection: Selection) -> Expression:
    found = full_expression(search_recommendations(selection.q).understood, related=True)
    assert found is not None
    return found


def _inner(selection: Selection, snapshot: Snapshot) -> tuple[str, tuple[Any, ...]]:
    if not selection.is_narrowed:
        return "", ()
    statement, parameters = _filtered(selection, snapshot).order_by().values("pk").query.sql_with_params()
    return statement, parameters


def _filtered(
    selection: Selection,
    snapshot: Snapshot,
    *,
    among: QuerySet[Recommendation] | None = None,
    without: str = "",
) -> Any:
    """By facets and dates; the words are those of `among`."""
    values = {name: chosen for name, chosen in selection.values.items() if name != without}
    rows = Recommendation.objects.all() if among is None else among
    return filter_rows(rows, selection.changed(q="", values=values), snapshot)


def _stock_matching(selection: Selection) -> QuerySet[Recommendation] | None:
    if not selection.q:
        return None
    words = selection.q.strip('"')
    is_phrase = words != selection.q
    if IS_POSTGRESQL:
        query = SearchQuery(words, config="arabic", search_type="phrase" if is_phrase else "plain")
        vector = SearchVector("text", config="arabic")
        return Recommendation.objects.alias(found=vector, grade=SearchRank(vector, query)).filter(found=query)
    match = f'"{words}"' if is_phrase else " ".join(f'"{word}"' for word in words.split())
    keys = RawSQL(f"SELECT rowid FROM {_PLAIN_TABLE} WHERE {_PLAIN_TABLE} MATCH %s", [match])
    return Recommendation.objects.filter(pk__in=keys)


def _stock_order(rows: Any, selection: Selection) -> Any:
    if not selection.q:
        return rows.in_official_order()
    if IS_POSTGRESQL:
        return rows.order_by("-grade", "pk")
    # By key: a stock ORM query cannot reach the rank of FTS5; this favours what others build.
    return rows.order_by("pk")


def _run_queryset(rows: Any, selection: Selection) -> Run:
    first = _first(selection)
    found = rows.values_list("pk", flat=True)[first : first + selection.size]
    return _run_sql(*found.query.sql_with_params())


def _run_sql(statement: str, parameters: Any) -> Run:
    def run() -> int:
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return len(cursor.fetchall())

    return run
