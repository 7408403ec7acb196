"""Changes as plain data for the pages: what they are about, each field before and after, who and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Min, Q, QuerySet
from django.urls import reverse

from archive.admin import display
from archive.models import Batch, RowChange
from archive.record.history.recorded import RECORDED_BY_NAME, rows_stored
from archive.record.history.states import below
from archive.record.row_kind import RowKind

from .shown_values import COMPOSED, UNSHOWN, FieldDifference, names_in, tell_difference


@dataclass(frozen=True, slots=True)
class ToldChange:
    """`address` is the row's form, empty for a row that is gone."""

    change: RowChange
    kind: str
    name: str
    address: str
    fields: tuple[FieldDifference, ...]

    @property
    def is_change(self) -> bool:
        return self.change.fate == RowChange.Fate.CHANGED


@dataclass(frozen=True, slots=True)
class ToldBatch:
    """A batch with those of its changes that are shown. `seen`: the key of the last of them."""

    batch: Batch
    who: str
    when: str
    what: str
    changes: Sequence[ToldChange]
    undone: bool
    #: The state before it, as the key of the last change then; of a batch that made the record there is none.
    before: int | None = None

    @property
    def seen(self) -> int:
        return max(one.change.pk for one in self.changes)


def person_name(person: User) -> str:
    return person.get_full_name() or person.get_username()


def who_of(batch: Batch) -> str:
    """The person, or the loader, or what else has no account."""
    if batch.by is not None:
        return person_name(batch.by)
    return "برنامج التحميل" if batch.act == Batch.Act.LOAD else "من خارج الإدارة"


def what_of(batch: Batch) -> str:
    """«قرار: خذ بالمصدر»."""
    return f"{batch.get_act_display()}: {batch.said}" if batch.said else str(batch.get_act_display())


def changes_about(kind: RowKind, key: int) -> QuerySet[RowChange]:
    """What became of a row and of those whose history is its own as well, the latest first."""
    about = Q(kind=kind.name, key=key) | Q(kind__in=[one.name for one in below(kind)], above=key)
    return RowChange.objects.filter(about).order_by("-pk")


def tell_changes(changes: Iterable[RowChange]) -> list[ToldChange]:
    """In the order given; of kinds that are no more nothing is told."""
    known = [(one, RECORDED_BY_NAME[one.kind]) for one in changes if one.kind in RECORDED_BY_NAME]
    known = [(one, kind) for one, kind in known if not _only_composed(one)]
    names = names_in(
        (kind, name, value)
        for one, kind in known
        for name, pair in one.fields.items()
        if name not in UNSHOWN
        for value in pair
    )
    of_kind: dict[RowKind, set[int]] = {}
    for one, kind in known:
        of_kind.setdefault(kind, set()).add(one.key)
    there = {(kind, key): row for kind, keys in of_kind.items() for key, row in rows_stored(kind, keys).items()}
    return [_tell(one, kind, there.get((kind, one.key)), names) for one, kind in known]


def _only_composed(one: RowChange) -> bool:
    """A whole text that followed from a lettered item, which is told."""
    names = {(one.kind, name) for name in one.fields}
    return one.fate == RowChange.Fate.CHANGED and names <= COMPOSED


def _tell(one: RowChange, kind: RowKind, row: Any, names: Any) -> ToldChange:
    fields = tuple(
        tell_difference(kind, name, before, after, names)
        for name, (before, after) in one.fields.items()
        if name not in UNSHOWN and (kind.name, name) not in COMPOSED
    )
    shown = fields if one.fate != RowChange.Fate.WENT else tuple(field for field in fields if field.before != "—")
    address = ""
    if row is not None and kind.model in admin.site._registry:
        address = reverse(f"admin:archive_{kind.model._meta.model_name}_change", args=[one.key])
    return ToldChange(one, kind.names[0], _name(one, row, fields), address, shown)


def _name(one: RowChange, row: Any, fields: Sequence[FieldDifference]) -> str:
    if row is not None:
        return str(row)
    if one.name:
        return one.name
    links = [field.before for field in fields if field.name in ("recommendation", "topic")]
    return "، ".join(links) or str(one.key)


def tell_batches(changes: Iterable[RowChange], kind: RowKind, key: int) -> list[ToldBatch]:
    """Changes about a record that stand in their order, by the batch that they are of."""
    told = [(batch, list(some)) for batch, some in groupby(tell_changes(changes), key=lambda one: one.change.batch)]
    about = changes_about(kind, key).order_by().filter(batch__in=[batch.pk for batch, _some in told])
    first = dict(about.values_list("batch").annotate(Min("pk")))
    came = set(about.filter(kind=kind.name, key=key, fate=RowChange.Fate.CAME).values_list("batch", flat=True))
    return [
        tell_batch(batch, some, None if batch.pk in came else first[batch.pk] - 1) for batch, some in told
    ]


def tell_batch(batch: Batch, changes: Sequence[ToldChange], before: int | None = None) -> ToldBatch:
    when = display.show_moment(batch.made_at)
    return ToldBatch(batch, who_of(batch), when, what_of(batch), changes, bool(batch.undone_by.all()), before)
