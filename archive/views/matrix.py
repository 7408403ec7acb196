"""The matrix: one facet against another as a table with a heat scale. All of its state stands in its address."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from archive.display.matrix.headings import build_headings
from archive.display.matrix.heat import build_cells, build_steps
from archive.display.matrix.matrix_address import (
    MatrixAddress,
    build_axis_links,
    build_matrix_chips,
    together,
)
from archive.filters.finding import find
from archive.filters.kinds import KINDS
from archive.filters.matrix import Matrix, build_matrix, facets_with_values
from archive.filters.selection import Problem, Selection, shortened
from archive.filters.snapshot import Snapshot, current_snapshot

AXES = ("rows", "columns")
#: What an axis shows where nothing else is asked for: the first of these that has values.
ROWS = ("topic", "agenda_item", "body", "document", "year", "meeting")
COLUMNS = ("meeting", "body", "year", "document")
#: So many columns and a table is wider than a telephone, a tablet, a desk.
_WIDTHS = ((3, "narrow"), (8, "middle"), (14, "wide"))


def matrix(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    rows, columns, problems = read_axes(request.GET, snapshot)
    selection, more = Selection.from_querydict(_without_axes(request.GET), snapshot)
    selection = selection.changed(page=1)
    context: dict[str, Any] = {"complaints": [*problems, *more], "selection": selection}
    if rows and columns:
        found = find(selection, snapshot)
        place = MatrixAddress(selection, rows, columns)
        counted = build_matrix(snapshot, selection, found.members, rows, columns)
        context |= _shown(snapshot, place, counted, is_bare=not request.GET)
    return render(request, "archive/matrix.html", context)


def read_axes(query: QueryDict, snapshot: Snapshot) -> tuple[str, str, list[Problem]]:
    """The facets of rows and columns, and what of the address could not be followed. Empty where none has values."""
    problems: list[Problem] = []
    rows, columns = (_wished(axis, query, snapshot, problems) for axis in AXES)
    if rows and rows == columns:
        sentence = _("الصفوف والأعمدة تصنيف واحد؛ اختر تصنيفين مختلفين.")
        problems.append(Problem("columns", columns, sentence))
        columns = ""
    available = [kind.name for kind in facets_with_values(snapshot)]
    rows = rows or _first(ROWS, available, columns)
    return rows, columns or _first(COLUMNS, available, rows), problems


def _wished(axis: str, query: QueryDict, snapshot: Snapshot, problems: list[Problem]) -> str:
    wished = query.get(axis, "")
    if len(query.getlist(axis)) > 1:
        sentence = _("ورد «%(name)s» أكثر من مرة؛ اكتبه مرة واحدة.") % {"name": axis}
        problems.append(Problem(axis, shortened(wished), sentence))
    if not wished or wished in (kind.name for kind in facets_with_values(snapshot)):
        return wished
    if wished in (kind.name for kind in KINDS):
        sentence = _("لا قيم لهذا التصنيف في الأرشيف بعد.")
    else:
        names = "، ".join(kind.name for kind in KINDS)
        sentence = _("يقبل اسم تصنيف من هذه: %(names)s.") % {"names": names}
    problems.append(Problem(axis, shortened(wished), sentence))
    return ""


def _first(wanted: Sequence[str], available: Sequence[str], other: str) -> str:
    return next((name for name in wanted if name in available and name != other), "")


def _without_axes(query: QueryDict) -> QueryDict:
    """What the search page would read. A form sends its empty fields too; they say nothing."""
    rest = query.copy()
    for name, values in query.lists():
        rest.setlist(name, [value for value in values if value])
        if name in AXES or not rest.getlist(name):
            del rest[name]
    return rest


def _shown(snapshot: Snapshot, place: MatrixAddress, counted: Matrix, *, is_bare: bool) -> dict[str, Any]:
    steps = build_steps(counted.largest)
    rows = build_headings(snapshot, place, counted.rows)
    return {
        "matrix": counted,
        "row_name": together(counted.rows.kind),
        "column_name": together(counted.columns.kind),
        "place": place,
        "canonical": "" if is_bare else place.address,
        "steps": steps,
        "columns": build_headings(snapshot, place, counted.columns),
        "lines": list(zip(rows, build_cells(place, counted, steps), strict=True)),
        "row_links": build_axis_links(snapshot, place, "rows"),
        "column_links": build_axis_links(snapshot, place, "columns"),
        "turned": MatrixAddress(place.selection, place.columns, place.rows).address,
        "width": next((name for most, name in _WIDTHS if len(counted.columns.lines) <= most), "vast"),
        "chips": build_matrix_chips(snapshot, place),
        "clear": MatrixAddress(Selection(), place.rows, place.columns).address,
        "is_bare": is_bare,
    }
