"""Rows of the archive as the merge compares them: plain values, links by locator or by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from .kinds import kind_of
from .row_kind import RowKind
from .values import Value


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row of the archive. `match` is what an offered row is paired with it by; `base` is what its source said last,
    empty for a row entered by hand.
    """

    kind: RowKind
    locator: str
    pk: int
    match: tuple[Any, ...]
    values: Mapping[str, Value]
    base: Mapping[str, Any]
    missing: bool

    def text(self, name: str) -> str:
        """The value of a field that is a text."""
        value = self.values[name]
        assert isinstance(value, str), name
        return value


def locator_of(row: Model | None) -> str:
    """The locator of a row, as reports name it; empty for none."""
    if row is None:
        return ""
    kind = kind_of(row)
    if kind is None:
        raise TypeError(f"{type(row).__name__} has no locator")
    return kind.locator(row)


def values_of(kind: RowKind, row: Any) -> dict[str, Value]:
    """The fields that a source fills, as JSON knows them."""
    values: dict[str, Value] = {}
    for name in kind.fields:
        link = kind.links.get(name)
        if link is not None:
            values[name] = locator_of(getattr(row, name)) if link.by == "locator" else getattr(row, f"{name}_id")
        elif kind.model._meta.get_field(name).many_to_many:
            values[name] = [locator_of(one) for one in getattr(row, name).all()] if row.pk else []
        else:
            value = getattr(row, name)
            values[name] = value.isoformat() if isinstance(value, date) else value
    return values


def stored_row(kind: RowKind, row: Any, match: tuple[Any, ...] = ()) -> StoredRow:
    return StoredRow(
        kind,
        kind.locator(row),
        row.pk,
        match,
        values_of(kind, row),
        row.source_values,
        row.missing_since is not None,
    )
