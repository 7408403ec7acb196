"""Rows that their source has no longer: what staff make of them.

Like `decisions`, these functions give what they changed; what is made of it, the caller makes anew.
"""

from collections.abc import Iterator
from typing import Any

from archive.models import Footnote, Recommendation, Section

from .history.journal import watch
from .kinds import ROW_KINDS
from .row_kind import RowKind
from .saving import save_row
from .touched import Changed

#: What no reader can have cited by itself: it may go. All else has an address that has been given out.
WITHOUT_ADDRESS = (Footnote, Section)


def vanished_rows() -> Iterator[tuple[RowKind, Any]]:
    """All of them, kind by kind, those gone longest first."""
    for kind in ROW_KINDS:
        if kind.sourced:
            rows: Any = kind.model._default_manager.filter(missing_since__isnull=False)
            for row in rows.order_by("missing_since", "pk"):
                yield kind, row


def count_vanished() -> int:
    """How many there are, in one query."""
    first, *others = (
        kind.model._default_manager.filter(missing_since__isnull=False).order_by().values_list("pk")
        for kind in ROW_KINDS
        if kind.sourced
    )
    return first.union(*others, all=True).count()


def keep_by_hand(row: Any) -> Changed:
    """The row is staff's own from now on, with the lettered items below it that are gone as well."""
    if row.missing_since is None:
        raise ValueError("هذا الصف ليس غائباً عن مصدره؛ لم يتغير شيء.")
    watch([row])
    row.source_values, row.missing_since = {}, None
    changed = save_row(row)
    if isinstance(row, Recommendation):
        for item in row.subparagraphs.filter(missing_since__isnull=False):
            changed.update(keep_by_hand(item))
    return changed


def may_go(row: Any) -> bool:
    """Whether it may be deleted: it has no address of its own, and nothing stands under it."""
    if not isinstance(row, WITHOUT_ADDRESS) or row.missing_since is None:
        return False
    return not (isinstance(row, Section) and (row.paragraphs.exists() or row.children.exists()))
