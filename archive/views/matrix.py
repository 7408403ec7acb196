"""The matrix: one facet against another as a table with a heat scale. All of its state stands in its address."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
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
from archive.filters.matrix import MOST_COLUMNS, Matrix, build_matrix, facets_with_values
from archive.filters.page_parameters import COLUMN_FACET, MATRIX, ROW_FACET
from archive.filters.parameters import Asked, read_form
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot, current_snapshot

#: What an axis shows where nothing else is asked for: the first of these that has values.
ROWS = ("topic", "agenda_item", "body", "document", "year", "meeting")
COLUMNS = ("meeting", "body", "year", "document")
#: So many columns and a table is wider than a telephone, a tablet, a desk.
_WIDTHS = ((3, "narrow"), (8, "middle"), (14, "wide"))


def matrix(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    asked = read_form(request.GET, MATRIX, snapshot.knows)
    rows, columns = read_axes(asked, snapshot)
    selection = Selection.from_asked(asked).changed(page=1)
    context: dict[str, Any] = {"complaints": asked.faults, "selection": selection}
    if rows and columns:
        found = find(selection, snapshot)
        place = MatrixAddress(selection, rows, columns)
        counted = build_matrix(snapshot, selection, found.members, rows, columns)
        context |= _shown(snapshot, place, counted, is_bare=not request.GET)
    return render(request, "archive/matrix.html", context)


def read_axes(asked: Asked, snapshot: Snapshot) -> tuple[str, str]:
    """The facets of rows and columns; what cannot be followed is named. Empty where none has values."""
    available = [kind.name for kind in facets_with_values(snapshot)]
    for axis in (ROW_FACET, COLUMN_FACET):
        if asked[axis] and asked[axis] not in available:
            asked.refuse(axis, _("لا قيم لهذا التصنيف في الأرشيف بعد."))
    if asked[ROW_FACET] and asked[ROW_FACET] == asked[COLUMN_FACET]:
        asked.refuse(COLUMN_FACET, _("الصفوف والأعمدة تصنيف واحد؛ اختر تصنيفين مختلفين."))
    rows = asked[ROW_FACET] or _first(ROWS, available, asked[COLUMN_FACET])
    # All columns of a kind stand there rather than a few of thousands, if there is a kind that they fit.
    fitting = [name for name in available if 1 < len(snapshot.values[name]) <= MOST_COLUMNS]
    return rows, asked[COLUMN_FACET] or _first(COLUMNS, fitting, rows) or _first(COLUMNS, available, rows)


def _first(wanted: Sequence[str], available: Sequence[str], other: str) -> str:
    return next((name for name in wanted if name in available and name != other), "")


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
        "axis_pairs": place.selection.pairs(without=("page",)),
        "turned": MatrixAddress(place.selection, place.columns, place.rows).address,
        "width": next((name for most, name in _WIDTHS if len(counted.columns.lines) <= most), "vast"),
        "chips": build_matrix_chips(snapshot, place),
        "clear": MatrixAddress(Selection(), place.rows, place.columns).address,
        "is_bare": is_bare,
    }
