"""From rows that changed to what is made of them: read off what their kinds declare (`RowKind.read_by`)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q

from archive.models import Paragraph, Recommendation

from .kinds import kind_of
from .row_kind import Made, RowKind
from .scope import ALL, NOTHING, Scope

#: The fields of a row that changed; None: it came or went.
Fields = frozenset[str] | None
#: What must be made anew, and for which records.
Touched = dict[Made, Scope]


@dataclass
class Changed:
    """Rows that were saved."""

    rows: dict[RowKind, dict[int, Fields]] = field(default_factory=dict)

    def add(self, row: Model, fields: Fields) -> None:
        """A row of which nothing is made, or in which nothing changed, is left out."""
        kind = kind_of(row)
        if kind is not None and fields != frozenset():
            self.add_key(kind, row.pk, fields)

    def add_key(self, kind: RowKind, pk: int, fields: Fields) -> None:
        known = self.rows.setdefault(kind, {})
        before = known.get(pk, frozenset())
        known[pk] = None if before is None or fields is None else before | fields

    def update(self, other: "Changed") -> None:
        for kind, rows in other.rows.items():
            for pk, fields in rows.items():
                self.add_key(kind, pk, fields)


def touched_by(changed: Changed, only: Made | None = None) -> Touched:
    """All that must be made anew after these changes, or what of `only` this. Call it while the rows are there."""
    found: Touched = {}
    known: dict[tuple[str, str, frozenset[int]], frozenset[int]] = {}

    def keys(model: type[Model], lookups: Iterable[str], rows: frozenset[int]) -> frozenset[int]:
        of_all: set[int] = set()
        for lookup in lookups:
            if lookup == "pk":
                of_all |= rows
                continue
            at = (model.__name__, lookup, rows)
            if at not in known:
                there = model._default_manager.filter(Q(**{f"{lookup}__in": rows}))
                known[at] = frozenset(there.values_list("pk", flat=True))
            of_all |= known[at]
        return frozenset(of_all)

    for kind, rows in changed.rows.items():
        for reader in kind.read_by:
            if only not in (None, reader.by):
                continue
            seen = frozenset(pk for pk, fields in rows.items() if reader.reads(fields))
            if not seen:
                continue
            scope = ALL if reader.everywhere else Scope(
                keys(Recommendation, reader.recommendations, seen), keys(Paragraph, reader.paragraphs, seen)
            )
            add_to(found, reader.by, scope)
    return found


def add_to(touched: Touched, made: Made, scope: Scope) -> None:
    if scope:
        touched[made] = touched.get(made, NOTHING) | scope


def add_all(touched: Touched, more: Mapping[Made, Scope]) -> None:
    for made, scope in more.items():
        add_to(touched, made, scope)


def changes_of(row: Any, before: Any) -> Fields:
    """The fields in which a row differs from the one that was stored, None for a new one."""
    if before is None:
        return None
    return frozenset(
        known.name for known in own_fields(row) if getattr(row, known.attname) != getattr(before, known.attname)
    )


def own_fields(row: Model) -> list[Any]:
    """All but the moment of the last change, which is another with every save."""
    return [known for known in row._meta.concrete_fields if known.name != "updated_at"]
