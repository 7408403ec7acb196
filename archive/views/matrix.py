"""The matrix: one facet against another as a table with a heat scale. All of its state stands in its address."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote_plus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.filters.active import build_chips
from archive.filters.facets import label_of
from archive.filters.finding import find
from archive.filters.kinds import FacetKind
from archive.filters.matrix import Axis, AxisLine, Matrix, build_matrix, facets_with_values
from archive.filters.page_parameters import COLUMN_FACET, MATRIX, ROW_FACET
from archive.filters.parameters import Asked, read_form
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot, current_snapshot

#: What the values of a facet are called together; one that is not here goes by its own name.
TOGETHER = {
    "body": gettext_lazy("الهيئات"),
    "meeting": gettext_lazy("الاجتماعات"),
    "year": gettext_lazy("السنوات"),
    "verb": gettext_lazy("قوة الصيغة"),
    "addressee": gettext_lazy("الجهات المخاطَبة"),
    "topic": gettext_lazy("المواضيع"),
    "article": gettext_lazy("مواد البروتوكول"),
    "agenda_item": gettext_lazy("بنود جدول الأعمال"),
    "document": gettext_lazy("الوثائق"),
}
#: What an axis shows where nothing else is asked for: the first of these that has values.
ROWS = ("topic", "agenda_item", "body", "document", "year", "meeting")
COLUMNS = ("meeting", "body", "year", "document")
#: The lowest number of the steps 2 to 5; an archive with larger numbers takes a multiple.
STEPS = (3, 6, 10, 16)
_FACTORS = tuple(base * 10**power for power in range(7) for base in (1, 2, 5))
#: So many columns and a table is wider than a telephone, a tablet, a desk.
_WIDTHS = ((3, "narrow"), (8, "middle"), (14, "wide"))


@dataclass(frozen=True, slots=True)
class Place:
    """A selection with its two axes: an address of this page. What a list needs (its page) is left out."""

    selection: Selection
    rows: str
    columns: str

    @property
    def address(self) -> str:
        own = f"rows={self.rows}&columns={self.columns}"
        rest = self.selection.changed(page=1).address
        return f"?{own}&{rest[1:]}" if rest else f"?{own}"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head of a row or column, and the query string of its recommendations."""

    label: str
    language: str
    note: str
    symbol: str
    total: int
    address: str
    is_void: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A count with its step of the scale, 0 to 5, and the query string of its recommendations."""

    count: int
    step: int
    address: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the scale: from this number to that; the last has no end."""

    number: int
    first: int
    last: int | None


@dataclass(frozen=True, slots=True)
class AxisLink:
    label: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class MatrixChip:
    name: str
    label: str
    value: str
    address: str
    note: str = ""
    language: str = ""


def matrix(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    asked = read_form(request.GET, MATRIX, snapshot.knows)
    rows, columns = read_axes(asked, snapshot)
    selection = Selection.from_asked(asked).changed(page=1)
    context: dict[str, Any] = {"complaints": asked.faults, "selection": selection}
    if rows and columns:
        found = find(selection, snapshot)
        place = Place(selection, rows, columns)
        counted = build_matrix(snapshot, selection, found.members, rows, columns)
        context |= _shown(snapshot, place, counted, is_bare=not request.GET)
    return render(request, "archive/matrix.html", context)


def together(kind: FacetKind) -> str:
    return str(TOGETHER.get(kind.name, kind.label))


def read_axes(asked: Asked, snapshot: Snapshot) -> tuple[str, str]:
    """The facets of rows and columns; what cannot be followed is named. Empty where none has values."""
    available = [kind.name for kind in facets_with_values(snapshot)]
    for axis in (ROW_FACET, COLUMN_FACET):
        if asked[axis] and asked[axis] not in available:
            asked.refuse(axis, _("لا قيم لهذا التصنيف في الأرشيف بعد."))
    if asked[ROW_FACET] and asked[ROW_FACET] == asked[COLUMN_FACET]:
        asked.refuse(COLUMN_FACET, _("الصفوف والأعمدة تصنيف واحد؛ اختر تصنيفين مختلفين."))
    rows = asked[ROW_FACET] or _first(ROWS, available, asked[COLUMN_FACET])
    return rows, asked[COLUMN_FACET] or _first(COLUMNS, available, rows)


def _first(wanted: Sequence[str], available: Sequence[str], other: str) -> str:
    return next((name for name in wanted if name in available and name != other), "")


def _shown(snapshot: Snapshot, place: Place, counted: Matrix, *, is_bare: bool) -> dict[str, Any]:
    steps = build_steps(counted.largest)
    rows = _headings(snapshot, place, counted.rows)
    return {
        "matrix": counted,
        "row_name": together(counted.rows.kind),
        "column_name": together(counted.columns.kind),
        "place": place,
        "canonical": "" if is_bare else place.address,
        "steps": steps,
        "columns": _headings(snapshot, place, counted.columns),
        "lines": list(zip(rows, _cells(place, counted, steps), strict=True)),
        "row_links": _axis_links(snapshot, place, "rows"),
        "column_links": _axis_links(snapshot, place, "columns"),
        "turned": Place(place.selection, place.columns, place.rows).address,
        "width": next((name for most, name in _WIDTHS if len(counted.columns.lines) <= most), "vast"),
        "chips": _chips(snapshot, place),
        "clear": Place(Selection(), place.rows, place.columns).address,
        "is_bare": is_bare,
    }


def build_steps(largest: int) -> list[Step]:
    """Five steps: 1–2, 3–5, 6–9, 10–15, 16 and more; times 2, 5, 10 … where nearly all would be on the last."""
    factor = next(one for one in _FACTORS if largest < 4 * STEPS[-1] * one or one == _FACTORS[-1])
    starts = (1, *((start - 1) * factor + 1 for start in STEPS))
    ends = (*(start - 1 for start in starts[1:]), None)
    return [Step(number, first, last) for number, (first, last) in enumerate(zip(starts, ends, strict=True), 1)]


def _headings(snapshot: Snapshot, place: Place, axis: Axis) -> list[Heading]:
    """For a meeting with its year; for an item of an agenda with its meeting, unless the other axis tells it."""
    name, notes = axis.kind.name, {}
    if name == "meeting":
        notes = _years(snapshot)
    elif name == "agenda_item" and "meeting" not in (place.rows, place.columns):
        meetings = snapshot.labels["meeting"]
        notes = {value: label_of(meetings[row.note])[0] for value, row in snapshot.labels[name].items()}
    return [_heading(snapshot, place, axis.kind, line, notes.get(line.value, "")) for line in axis.lines]


def _heading(snapshot: Snapshot, place: Place, kind: FacetKind, line: AxisLine, note: str) -> Heading:
    label, language, symbol = str(kind.without), "", ""
    if not line.is_without:
        row = snapshot.labels[kind.name][line.value]
        label, language = label_of(row)
        if kind.name == "document" and not language and label.isascii():
            label, symbol = "", label
        elif kind.name == "meeting" and snapshot.has_several_bodies:
            symbol = row.note
    values = {**place.selection.values, kind.name: (line.value,)}
    address = replace(place.selection, values=values).address
    return Heading(label, language, note, symbol, line.total, address, line.is_void)


def _years(snapshot: Snapshot) -> dict[str, str]:
    """Value of a meeting → the year in which it began."""
    starts = {shelf.meeting: shelf.start for shelf in snapshot.shelves if shelf.start}
    return {row.value: str(starts[row.key].year) for row in snapshot.rows["meeting"] if row.key in starts}


def _cells(place: Place, counted: Matrix, steps: Sequence[Step]) -> list[list[Cell]]:
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
                Cell(count, _step_of(count, steps), of_row.replace(quote_plus(column_mark), value))
                for value, count in zip(across, counts, strict=True)
            ]
        )
    return table


def _step_of(count: int, steps: Sequence[Step]) -> int:
    return sum(1 for step in steps if count >= step.first)


def _axis_links(snapshot: Snapshot, place: Place, axis: str) -> list[AxisLink]:
    """The facets that may stand on this axis; the one on the other axis has a link of its own, which turns both."""
    other = place.columns if axis == "rows" else place.rows
    return [
        AxisLink(together(kind), replace(place, **{axis: kind.name}).address, kind.name == getattr(place, axis))
        for kind in facets_with_values(snapshot)
        if kind.name != other
    ]


def _chips(snapshot: Snapshot, place: Place) -> list[MatrixChip]:
    """Those of the search page, the question among them, each leading back to this matrix without it."""
    selection, found = place.selection, []
    if selection.q:
        rest = replace(place, selection=replace(selection, q="", exact=False))
        found.append(MatrixChip("q", _("البحث"), selection.q, rest.address, language="ar"))
    for chip in build_chips(snapshot, selection):
        address = replace(place, selection=chip.selection).address
        found.append(MatrixChip(chip.name, chip.label, chip.value, address, chip.note, chip.language))
    return found
