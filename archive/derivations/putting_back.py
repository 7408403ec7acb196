"""Writing rows as they once were: through the saving of what staff type, with what follows from them read anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Model, PositiveSmallIntegerField, QuerySet

from archive.models import Batch, Citation, Derived, OperativeClause
from archive.record.history.journal import watch, watch_deletion, watch_new, watch_stored
from archive.record.history.recorded import RECORDED_KINDS, rows_stored, set_values, write_lists
from archive.record.row_kind import RowKind
from archive.record.saving import save_row
from archive.record.touched import Changed, touched_by
from archive.search.entries import remove_entries_in

from .following import Following
from .reasons import without_former_staff
from .staff_word import MADE, record_of, take_the_lead

_OUT_OF_THE_WAY = 1_000_000
#: The same for a place that is kept as a small number, which PostgreSQL holds to 32,767.
_AWAY_AMONG_FEW = 16_000
#: So many keys stand in one condition, for SQLite's sake.
_PORTION = 500


@dataclass(frozen=True, slots=True)
class Restored:
    """`batch` is what was written of it; None where the row said so already."""

    batch: Batch | None


def shift_places(kind: RowKind, keys: Sequence[int]) -> None:
    """Rows may take each other's places: first all of them leave theirs."""
    alone = any("position" in rule.fields for rule in kind.model._meta.total_unique_constraints)
    if len(keys) < 2 or not alone:
        return
    place = kind.model._meta.get_field("position")
    away = _OUT_OF_THE_WAY if not isinstance(place, PositiveSmallIntegerField) else _AWAY_AMONG_FEW
    for some in _portions(keys):
        watch_stored(kind, some)
        kind.model._default_manager.filter(pk__in=some).update(position=F("position") + away)


def create_row(kind: RowKind, key: int, values: Mapping[str, Any], after: Following) -> None:
    """A row that went comes back, under its key and so with its history."""
    row: Any = kind.model(pk=key)
    said = without_former_staff(values)
    set_values(row, said)
    if isinstance(row, Derived):
        _write_word(kind, row, said, after)
        return
    # As it stood, whole: nothing is to be completed in it, and what stands below it may not be there yet.
    row.save(force_insert=True)
    if "created_at" in said:
        kind.model._default_manager.filter(pk=key).update(created_at=said["created_at"])
    watch_new([row])
    write_lists(kind, row, said)
    _add_whole(row, after)


def put_back_row(kind: RowKind, key: int, values: Mapping[str, Any], after: Following) -> None:
    """A row that is there says again what it said."""
    row = rows_stored(kind, [key])[key]
    watch([row])
    _write(kind, row, values, after)


def _write(kind: RowKind, row: Any, values: Mapping[str, Any], after: Following) -> None:
    said = without_former_staff(values)
    set_values(row, said)
    if isinstance(row, Derived):
        _write_word(kind, row, said, after)
        return
    changed = save_row(row)
    write_lists(kind, row, said)
    after.add(changed)


def _add_whole(row: Model, after: Following) -> None:
    changed = Changed()
    changed.add(row, None)
    after.add(changed)


def _write_word(kind: RowKind, row: Derived, values: dict[str, Any], after: Following) -> None:
    """What staff said of a derived value; the rule is asked anew, and gives way where it said the same meanwhile."""
    is_new = row._state.adding
    _make_way(row)
    row.save()
    if is_new:
        watch_new([row])
    write_lists(kind, row, values)
    _add_whole(row, after)
    after.read_anew(MADE[type(row)], record_of(row))


def _make_way(row: Derived) -> None:
    if isinstance(row, OperativeClause):
        take_the_lead(row)  # of other clauses the place in the text tells the rule that staff have spoken
        return
    rows: QuerySet[Any] = type(row)._default_manager.exclude(pk=row.pk)
    rows = rows.filter(origin=Derived.Origin.RULE, decision=Derived.Decision.NONE)
    for rule in row._meta.constraints:
        names = getattr(rule, "fields", ())
        said = {name: getattr(row, row._meta.get_field(name).attname) for name in names}  # type: ignore[union-attr]
        if said and None not in said.values() and "" not in said.values():
            same = rows.filter(**said)
            watch(same)
            same.delete()


def delete_rows(rows: Mapping[RowKind, Mapping[int, str]], after: Following) -> None:
    """All of them together, by key and name, what stands under others first; the index and what is read of all texts
    follow once.
    """
    keys = {kind: list(some) for kind, some in rows.items()}
    if not any(keys.values()):
        return
    changed = Changed()
    for kind, some in keys.items():
        for key in some:
            changed.add_key(kind, key, None)
    touched = touched_by(changed)
    after.touch(touched)
    remove_entries_in(touched)
    for kind in reversed(RECORDED_KINDS):
        watch_stored(kind, keys.get(kind, ()), dict(rows.get(kind, {})))
        for portion in _portions(keys.get(kind, ())):
            _delete(kind, portion, after)


def _delete(kind: RowKind, keys: Sequence[int], after: Following) -> None:
    rows: list[Model] = list(rows_stored(kind, keys).values())
    _let_go(kind, keys)
    watch_deletion(rows)
    for row in rows:
        if isinstance(row, Derived):
            after.read_anew(MADE[type(row)], record_of(row))
    kind.model._default_manager.filter(pk__in=keys).delete()


def _let_go(kind: RowKind, keys: Sequence[int]) -> None:
    """What rules read as citing a treaty or an article that goes is read again without it."""
    if kind.name in ("instrument", "article"):
        Citation.objects.filter(**{f"{kind.name}__in": keys}).suggested().delete()
    if any(known.name == "parent" for known in kind.model._meta.concrete_fields):
        kind.model._default_manager.filter(pk__in=keys).update(parent=None)


def _portions(keys: Sequence[int]) -> list[Sequence[int]]:
    return [keys[start : start + _PORTION] for start in range(0, len(keys), _PORTION)]
