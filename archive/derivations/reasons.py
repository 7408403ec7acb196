"""Why a row cannot be brought back to what it said, as sentences; and which rows stand in the way of a deletion."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model

from archive.record.history.recorded import RECORDED_BY_NAME, RECORDED_KINDS, rows_stored
from archive.record.history.states import RowKey
from archive.record.row_kind import RowKind

WHY_CHANGED = "عُدّل بعد ذلك، فبقي على ما هو عليه الآن."
WHY_GONE = "حُذف بعد ذلك."
WHY_HELD = "عُدّل هو أو ما تحته بعد ذلك، فلم يُحذف."
WHY_NO_PLACE = "شغل صف آخر مكانه أو رقمه بعد ذلك. عدّل ذلك الصف أولاً ثم أعد المحاولة."
WHY_NOT_YET = "لم يكن الصف موجوداً حينئذ."
_WHY_ALONE = "لم يعد موجوداً ما يشير إليه الحقل «{field}»؛ استعده أولاً."
_KIND_OF: dict[type[Model], RowKind] = {kind.model: kind for kind in RECORDED_KINDS}


def links_of(kind: RowKind) -> list[tuple[str, RowKind]]:
    """The fields that point at rows with a history, and the kind of those."""
    found = []
    for known in kind.model._meta.concrete_fields:
        target = _KIND_OF.get(known.related_model) if isinstance(known.related_model, type) else None
        if target is not None:
            found.append((known.name, target))
    return found


def missing_links(kind: RowKind, values: Mapping[str, Any], coming: set[RowKey]) -> str:
    """A sentence where one of the values points at a row that is not there and is not coming; else nothing."""
    for name, target in links_of(kind):
        key = values.get(name)
        if key is None or (target.name, key) in coming:
            continue
        if not target.model._default_manager.filter(pk=key).exists():
            return _WHY_ALONE.format(field=kind.model._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return ""


def without_former_staff(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values, of which an account that is no more has become nobody."""
    by = values.get("decided_by")
    if by is not None and not get_user_model().objects.filter(pk=by).exists():
        return {**values, "decided_by": None}
    return dict(values)


def rows_above(rows: Iterable[RowKey]) -> set[RowKey]:
    """These rows and all that they stand under or point at: none of them may go without them."""
    found = set(rows)
    waiting = set(found)
    while waiting:
        of_kind: dict[str, set[int]] = {}
        for name, key in waiting:
            of_kind.setdefault(name, set()).add(key)
        above = {
            (target.name, getattr(row, f"{field}_id"))
            for name, keys in of_kind.items()
            for row in rows_stored(RECORDED_BY_NAME[name], keys).values()
            for field, target in links_of(RECORDED_BY_NAME[name])
            if getattr(row, f"{field}_id") is not None
        }
        waiting = above - found
        found |= waiting
    return found
