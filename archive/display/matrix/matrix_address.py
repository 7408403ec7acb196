"""Where a matrix stands: a selection and the facets of its rows and columns, and the links from one to another."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.filters.kinds import FacetKind
from archive.filters.matrix import facets_with_values
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot

from ..results.chips import ShownChip, show_chips

#: What the values of a facet are called together; one that is not here goes by its own name.
TOGETHER = {
    "body": gettext_lazy("الهيئات"),
    "meeting": gettext_lazy("الاجتماعات"),
    "year": gettext_lazy("السنوات"),
    "verb": gettext_lazy("قوة العبارة"),
    "addressee": gettext_lazy("الجهات المخاطَبة"),
    "actor": gettext_lazy("الجهات المطلوب منها الإجراء"),
    "topic": gettext_lazy("المواضيع"),
    "article": gettext_lazy("مواد البروتوكول"),
    "agenda_item": gettext_lazy("بنود جدول الأعمال"),
    "document": gettext_lazy("الوثائق"),
}


@dataclass(frozen=True, slots=True)
class MatrixAddress:
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
class AxisLink:
    """`name` is that of the facet."""

    name: str
    label: str
    address: str
    is_current: bool


def together(kind: FacetKind) -> str:
    return str(TOGETHER.get(kind.name, kind.label))


def build_axis_links(snapshot: Snapshot, place: MatrixAddress, axis: str) -> list[AxisLink]:
    """The facets that may stand on this axis; the one on the other axis has a link of its own, which turns both."""
    on_rows = axis == "rows"
    current, other = (place.rows, place.columns) if on_rows else (place.columns, place.rows)
    return [
        AxisLink(kind.name, together(kind), _with_axis(place, kind, on_rows=on_rows).address, kind.name == current)
        for kind in facets_with_values(snapshot)
        if kind.name != other
    ]


def _with_axis(place: MatrixAddress, kind: FacetKind, *, on_rows: bool) -> MatrixAddress:
    return replace(place, rows=kind.name) if on_rows else replace(place, columns=kind.name)


def build_matrix_chips(snapshot: Snapshot, place: MatrixAddress) -> list[ShownChip]:
    """Those of the search page, the question among them, each leading back to this matrix without it."""

    def address(rest: Selection) -> str:
        return replace(place, selection=rest).address

    selection, found = place.selection, []
    if selection.q:
        rest = replace(selection, q="", exact=False)
        found.append(ShownChip("q", _("البحث"), selection.q, address(rest), rest, language="ar"))
    return [*found, *show_chips(snapshot, selection, address)]
