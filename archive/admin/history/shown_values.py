"""Values of the history told as the forms tell them: rows by name, days in words, texts with their differences."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models

from archive.admin import display
from archive.display.comparison.differences import AlignedPiece, build_pieces
from archive.models import OperativeAddressee
from archive.record.row_kind import RowKind

#: What the machine keeps beside a row: it is put back with the row, and tells a reader nothing.
UNSHOWN = frozenset(
    {"source_values", "corrections", "left_out", "source_sha256", "digest", "start", "end", "actors_read"}
    | {"first_line", "last_line", "given", "given_weight", "created_at", "key", "evidence", "run"}
)
#: Made of other fields and rows, which are shown; two whole states are compared by it.
COMPOSED = frozenset({("recommendation", "text"), ("recommendation", "printed_text")})
_LISTS = {"addressees": "الجهات المخاطَبة", "actors": "الجهات المطلوب منها الإجراء", "articles": "المواد ذات الصلة"}
#: What is shorter is shown whole beside the other, without marks.
_SHORT = 25

#: Names of rows by model and key.
Names = Mapping[tuple[type[models.Model], int], str]


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field before and after; `pieces` tell a text's differences word by word, and are empty for all else."""

    name: str
    label: str
    before: str
    after: str
    pieces: tuple[AlignedPiece, ...] = ()


def label_of(kind: RowKind, name: str) -> str:
    """What the forms call a field."""
    return _LISTS.get(name) or display.name_of_field(kind.model, name)


def tell_difference(kind: RowKind, name: str, before: Any, after: Any, names: Names) -> FieldDifference:
    """A field's two values as people read them."""
    was, now = tell(kind, name, before, names), tell(kind, name, after, names)
    pieces = build_pieces(was, now) if _is_text(kind, name) and max(len(was), len(now)) > _SHORT else ()
    # Stretched letters are no difference to the comparison, and yet what was changed.
    telling = pieces if any(piece.changed for piece in pieces) and before and after else ()
    return FieldDifference(name, label_of(kind, name), was or display.NOTHING, now or display.NOTHING, telling)


def _is_text(kind: RowKind, name: str) -> bool:
    field = _field(kind, name)
    return isinstance(field, models.CharField | models.TextField) and not field.choices


def _field(kind: RowKind, name: str) -> Any:
    known = {field.name: field for field in kind.model._meta.get_fields() if hasattr(field, "attname")}
    return known.get(name)


def tell(kind: RowKind, name: str, value: Any, names: Names) -> str:
    """A value in words; empty for none."""
    if name in ("addressees", "actors"):
        said = dict(OperativeAddressee.Code.choices)
        return "، ".join(str(said.get(code, code)) for code in value or ())
    field = _field(kind, name)
    if value is None or value == "" or field is None:
        return "" if value is None else str(value)
    if field.is_relation:
        keys = value if isinstance(value, list) else [value]
        return "، ".join(names.get((field.related_model, key), f"({key})") for key in keys)
    if isinstance(field, models.BooleanField):
        return "نعم" if value else "لا"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateTimeField):
        return display.show_moment(datetime.fromisoformat(value))
    if isinstance(field, models.DateField):
        return display.show_day(date.fromisoformat(value))
    return "، ".join(map(str, value)) if isinstance(value, list) else str(value)


def names_in(values: Iterable[tuple[RowKind, str, Any]]) -> dict[tuple[type[models.Model], int], str]:
    """The names of all rows that these values point at, a query a kind."""
    wanted: dict[type[models.Model], set[int]] = defaultdict(set)
    for kind, name, value in values:
        field = _field(kind, name)
        if field is not None and field.is_relation and value is not None:
            wanted[field.related_model] |= set(value if isinstance(value, list) else [value])
    return {
        (model, row.pk): str(row)
        for model, keys in wanted.items()
        for row in _with_above(model).filter(pk__in=keys)
    }


def _with_above(model: type[models.Model]) -> Any:
    if model is get_user_model():
        return get_user_model().objects.all()
    required = [field.name for field in model._meta.concrete_fields if field.is_relation and not field.null]
    return model._default_manager.select_related(*required) if required else model._default_manager.all()
