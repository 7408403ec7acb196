"""Writing history: rows are looked at before they change, and once more at the end of the transaction.

Whoever writes rows says so beforehand (`watch`, `watch_stored`) or, of new ones, afterwards (`watch_new`); nothing
is said twice, and a row that in the end is as it was has no history of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.db.models.deletion import Collector

from archive.models import Batch, Derived, ImportRun, RowChange
from archive.record.kinds import CITATION, FOLLOW_UP, KINSHIP, OPERATIVE_CLAUSE
from archive.record.row_kind import RowKind

from .recorded import RECORDED_KINDS, above_of, is_by_rule, recorded_kind, rows_stored, stored_values

Values = dict[str, Any]
#: What rules say of these follows from texts and rules at any time; only staff's word about them has a history.
_ONLY_WORDS = (OPERATIVE_CLAUSE, CITATION, KINSHIP, FOLLOW_UP)
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """In whose name rows are written, what he does, and why. All that a run of the loader writes is one batch."""

    by: User | None = None
    act: Batch.Act = Batch.Act.OTHER
    said: str = ""
    why: str = ""
    run: ImportRun | None = None
    undoes: Batch | None = None


_acting: ContextVar[Acting | None] = ContextVar("acting", default=None)
_open: ContextVar["Journal | None"] = ContextVar("journal", default=None)


@contextmanager
def acting(who: Acting) -> Iterator[None]:
    """What is written within it is written so; within another one it is the inner that counts."""
    token = _acting.set(who)
    try:
        yield
    finally:
        _acting.reset(token)


class Journal:
    """The rows that a transaction touches, as they were before it."""

    def __init__(self) -> None:
        self.batch: Batch | None = None
        self._before: dict[RowKind, dict[int, Values]] = {}
        self._new: dict[RowKind, dict[int, Any]] = {}
        self._names: dict[tuple[RowKind, int], str] = {}

    def knows(self, kind: RowKind, key: int) -> bool:
        return key in self._before.get(kind, {}) or key in self._new.get(kind, {})

    def watch(self, kind: RowKind, row: Any) -> None:
        if not self.knows(kind, row.pk):
            self._before.setdefault(kind, {})[row.pk] = stored_values(kind, row)

    def watch_new(self, kind: RowKind, row: Any, name: str) -> None:
        if row.pk in self._before.get(kind, {}):
            return  # it went, and came back
        self._new.setdefault(kind, {})[row.pk] = row
        if name:
            self._names[kind, row.pk] = name

    def names(self, kind: RowKind, key: int) -> bool:
        return (kind, key) in self._names

    def name(self, kind: RowKind, key: int, name: str) -> None:
        self._names.setdefault((kind, key), name)

    def write(self, who: Acting) -> None:
        changes = [change for kind in RECORDED_KINDS for change in self._changes(kind)]
        if not changes:
            return
        self.batch = _batch_of(who)
        for change in changes:
            change.batch = self.batch
        RowChange.objects.bulk_create(changes, batch_size=500)

    def _changes(self, kind: RowKind) -> Iterator[RowChange]:
        for key, row in self._new.get(kind, {}).items():
            follows = isinstance(row, Derived) and row.is_suggested
            if not (follows and kind in _ONLY_WORDS):
                name = self._named(kind, row, follows)
                above = above_of(kind, row)
                yield RowChange(kind=kind.name, key=key, above=above, name=name, fate="came", follows=follows)
        before = self._before.get(kind, {})
        rows = rows_stored(kind, before) if before else {}
        for key, values in before.items():
            row = rows.get(key)
            after = stored_values(kind, row) if row is not None else None
            differing = _differences(values, after)
            follows = is_by_rule(kind, values) and is_by_rule(kind, after)
            if not differing or (follows and kind in _ONLY_WORDS):
                continue
            was = kind.model(pk=key) if row is None else row
            if row is None:
                for known in was._meta.concrete_fields:
                    if known.name in values:
                        setattr(was, known.attname, known.to_python(values[known.name]))
            yield RowChange(
                kind=kind.name,
                key=key,
                above=above_of(kind, was),
                name=self._named(kind, was, follows),
                fate="went" if row is None else "changed",
                fields=differing,
                follows=follows,
            )

    def _named(self, kind: RowKind, row: Any, follows: bool) -> str:
        """What rules make comes by the hundred, and to name it takes queries: it is named when it is shown."""
        if follows or (isinstance(row, Derived) and (kind, row.pk) not in self._names):
            return ""
        known = self._names.get((kind, row.pk))
        return known or name_of_row(kind, row)


def name_of_row(kind: RowKind, row: Any) -> str:
    """What a row is called in its history: its locator, else what it says of itself."""
    try:
        return (kind.locator(row) or str(row))[:_LONGEST_NAME]
    except ObjectDoesNotExist:  # what it stood under is gone
        return ""


def _differences(before: Values, after: Values | None) -> dict[str, list[Any]]:
    if after is None:
        return {name: [value, None] for name, value in before.items()}
    return {name: [value, after[name]] for name, value in before.items() if value != after[name]}


def _batch_of(who: Acting) -> Batch:
    if who.run is not None:
        known = Batch.objects.filter(run=who.run).first()
        if known is not None:
            return known
    return Batch.objects.create(
        by=who.by, act=who.act, said=who.said[:200], why=who.why[:300], run=who.run, undoes=who.undoes
    )


@contextmanager
def recording() -> Iterator[Journal]:
    """Within a transaction: at its end what became of the rows that were watched is written. Nested, the outermost does
    so. The writer must hold the state's row by then (`raise_data_version`): so keys ascend as changes take effect.
    """
    outer = _open.get()
    if outer is not None:
        yield outer
        return
    journal = Journal()
    token = _open.set(journal)
    try:
        yield journal
        journal.write(_acting.get() or Acting())
    finally:
        _open.reset(token)


# What writers say ----------------------------------------------------------------------------------------------


def watch(rows: Iterable[Model]) -> None:
    """These rows are going to change or go; they are still as they are stored."""
    journal = _open.get()
    if journal is None:
        return
    for row in rows:
        kind = recorded_kind(row)
        if kind is not None:
            journal.watch(kind, row)


def watch_stored(kind: RowKind | None, keys: Iterable[int], names: dict[int, str] | None = None) -> None:
    """These rows are going to change; the instances at hand may have changed already, so they are read."""
    journal = _open.get()
    if journal is None or kind not in RECORDED_KINDS:
        return
    unknown = [key for key in keys if not journal.knows(kind, key)]
    if unknown:
        for row in rows_stored(kind, unknown).values():
            journal.watch(kind, row)
    for key, name in (names or {}).items():
        journal.name(kind, key, name)


def watch_new(rows: Iterable[Model], names: Sequence[str] = ()) -> None:
    """These rows were made just now; `names` are what they are called, where that is known."""
    journal = _open.get()
    if journal is None:
        return
    for at, row in enumerate(rows):
        kind = recorded_kind(row)
        if kind is not None:
            journal.watch_new(kind, row, names[at] if names else "")


def watch_deletion(rows: Sequence[Model]) -> None:
    """These rows are going to be deleted, and what hangs on them with them."""
    journal = _open.get()
    if journal is None or not rows:
        return
    collector = Collector(using=rows[0]._state.db or "default", origin=rows[0])
    collector.collect(rows, fail_on_restricted=False)
    for found in (*collector.data.values(), *(fast for fast in collector.fast_deletes if _has_history(fast.model))):
        for row in found:
            kind = recorded_kind(row)
            if kind is None or (kind in _ONLY_WORDS and isinstance(row, Derived) and row.is_suggested):
                continue
            journal.watch(kind, row)
            if not journal.names(kind, row.pk) and not (isinstance(row, Derived) and row.is_suggested):
                journal.name(kind, row.pk, name_of_row(kind, row))


def _has_history(model: type[Model]) -> bool:
    return any(kind.model is model for kind in RECORDED_KINDS)
