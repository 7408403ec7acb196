"""Which kinds of rows have a history, and their values as it keeps them: what JSON knows, rows by their keys."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Model

from archive.models import (
    Conflict,
    Derived,
    OperativeActor,
    OperativeAddressee,
    OperativeClause,
    SearchSynonym,
)
from archive.record.kinds import (
    AGENDA_ITEM,
    ARTICLE,
    CITATION,
    ERRATUM,
    OPERATIVE_CLAUSE,
    ROW_KINDS,
    SUBPARAGRAPH,
    TOPIC_ASSIGNMENT,
    TOPIC_RULE,
)
from archive.record.row_kind import RowKind
from archive.record.touched import own_fields

CONFLICT = RowKind(
    name="conflict",
    model=Conflict,
    names=("تعارض", "التعارضات"),
    locator=lambda row: f"{row.locator}، {row.field}",
)
SYNONYM = RowKind(name="synonym", model=SearchSynonym, names=("مرادف", "المرادفات"))
#: In an order in which rows may be written: a row after those that it points at.
RECORDED_KINDS: tuple[RowKind, ...] = (*ROW_KINDS, CONFLICT, SYNONYM)
RECORDED_BY_NAME = {kind.name: kind for kind in RECORDED_KINDS}
_BY_MODEL: dict[type[Model], RowKind] = {kind.model: kind for kind in RECORDED_KINDS}

#: The row to whose history that of another belongs as well: the field that points at it.
ABOVE: dict[RowKind, str] = {
    **dict.fromkeys((SUBPARAGRAPH, OPERATIVE_CLAUSE, CITATION, TOPIC_ASSIGNMENT), "recommendation"),
    **{AGENDA_ITEM: "meeting", ERRATUM: "document", ARTICLE: "instrument", TOPIC_RULE: "topic"},
}
#: Lists that stand in rows of their own below a clause.
_PERSONS = {"addressees": OperativeAddressee, "actors": OperativeActor}


def recorded_kind(row: Model) -> RowKind | None:
    """The kind of a row that has a history; None of any other."""
    return _BY_MODEL.get(type(row))


def lists_of(kind: RowKind) -> tuple[str, ...]:
    """The names of the values that are lists of other rows or of codes."""
    if kind is OPERATIVE_CLAUSE:
        return tuple(_PERSONS)
    return tuple(field.name for field in kind.model._meta.local_many_to_many)


def stored_values(kind: RowKind, row: Any) -> dict[str, Any]:
    """All that the row says, by the names of its fields."""
    values = {
        known.name: _plain(getattr(row, known.attname)) for known in own_fields(row) if not known.primary_key
    }
    for name in lists_of(kind):
        rows: Iterable[Any] = getattr(row, name).all()
        values[name] = [one.code if kind is OPERATIVE_CLAUSE else one.pk for one in rows]
    return values


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def rows_stored(kind: RowKind, keys: Iterable[int]) -> dict[int, Any]:
    """The rows of these keys that are there, in one query and one for each list."""
    rows: Any = kind.model._default_manager.filter(pk__in=list(keys)).prefetch_related(*lists_of(kind))
    rows = rows.select_related()  # what it must point at: the name is made of it
    return {row.pk: row for row in rows}


def set_values(row: Any, values: dict[str, Any]) -> None:
    """Puts values as the history keeps them into a row; lists are written once it is saved (`write_lists`)."""
    for known in own_fields(row):
        if known.name in values:
            setattr(row, known.attname, known.to_python(values[known.name]))


def write_lists(kind: RowKind, row: Any, values: dict[str, Any]) -> None:
    """Writes the lists among these values: of a clause its persons in their order, else rows that are still there."""
    for name in lists_of(kind):
        if name not in values:
            continue
        if isinstance(row, OperativeClause):
            _write_persons(row, _PERSONS[name], values[name])
        else:
            field: Any = kind.model._meta.get_field(name)
            there = field.related_model._default_manager.filter(pk__in=values[name])
            getattr(row, name).set(there)


def _write_persons(row: OperativeClause, model: type[Model], codes: Sequence[str]) -> None:
    model._default_manager.filter(clause=row).delete()
    model._default_manager.bulk_create(
        model(clause=row, code=code, position=at) for at, code in enumerate(codes, 1)
    )


def is_by_rule(kind: RowKind, values: dict[str, Any] | None) -> bool:
    """Whether this state of a row is what a rule says, about which nobody has decided; no row is nobody's word."""
    if not issubclass(kind.model, Derived):
        return False
    return values is None or (
        values["origin"] == Derived.Origin.RULE and values["decision"] == Derived.Decision.NONE
    )


def above_of(kind: RowKind, row: Any) -> int | None:
    """The key of the row to whose history this one's belongs as well."""
    name = ABOVE.get(kind)
    return getattr(row, f"{name}_id") if name else None
