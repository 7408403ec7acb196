"""What stands at the head of the rows and columns of a matrix."""

from dataclasses import dataclass, replace

from archive.filters.kinds import FacetKind
from archive.filters.matrix import Axis, AxisLine
from archive.filters.snapshot import Snapshot

from ..names.language import label_of
from .matrix_address import MatrixAddress


@dataclass(frozen=True, slots=True)
class MatrixHeading:
    """What stands at the head of a row or column, and the query string of its recommendations."""

    label: str
    language: str
    note: str
    symbol: str
    total: int
    address: str
    is_void: bool

    @property
    def name(self) -> str:
        """As one says it: «الاجتماع الثالث 2015»."""
        return " ".join(filter(None, (self.label, self.symbol, self.note)))


def build_headings(snapshot: Snapshot, place: MatrixAddress, axis: Axis) -> list[MatrixHeading]:
    """For a meeting with its year; for an item of an agenda with its meeting, unless the other axis tells it."""
    name, notes = axis.kind.name, {}
    if name == "meeting":
        notes = _years(snapshot)
    elif name == "agenda_item" and "meeting" not in (place.rows, place.columns):
        meetings = snapshot.labels["meeting"]
        notes = {value: label_of(meetings[row.note])[0] for value, row in snapshot.labels[name].items()}
    return [_heading(snapshot, place, axis.kind, line, notes.get(line.value, "")) for line in axis.lines]


def _heading(snapshot: Snapshot, place: MatrixAddress, kind: FacetKind, line: AxisLine, note: str) -> MatrixHeading:
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
    return MatrixHeading(label, language, note, symbol, line.total, address, line.is_void)


def _years(snapshot: Snapshot) -> dict[str, str]:
    """Value of a meeting → the year in which it began."""
    starts = {shelf.meeting: shelf.start for shelf in snapshot.shelves if shelf.start}
    return {row.value: str(starts[row.key].year) for row in snapshot.rows["meeting"] if row.value and row.key in starts}
