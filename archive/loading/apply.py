"""Writing a plan: all of it or nothing, in few statements, no row deleted and made again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from archive.models import Conflict, Document, FormerSlug, ImportRun
from archive.record import kinds
from archive.record.history.journal import recording, watch, watch_deletion, watch_new, watch_stored
from archive.record.kinds import ROW_KINDS
from archive.record.renumbering import renumber
from archive.record.row_kind import RowKind
from archive.record.state import raise_data_version
from archive.record.touched import Changed, Touched, add_all, touched_by
from archive.record.values import Link
from archive.search.entries import remove_entries, write_entries_in

from .changes import Change, Moment, Plan, Written

_OUT_OF_THE_WAY = 1_000_000


@transaction.atomic
def apply_plan(plan: Plan, run: ImportRun | None = None) -> None:
    """Write the plan in one transaction. A plan without changes writes nothing but what staff must decide."""
    with recording():
        _apply(plan, run)
        if plan.writes:
            raise_data_version()


def _apply(plan: Plan, run: ImportRun | None) -> None:
    now = timezone.now()
    writer = _Writer(plan.known, now)
    touched: Touched = {}
    if plan.removed:
        touched = _remove(plan.removed)
    if plan.absorbed is not None and plan.document is not None:
        _absorb(plan.absorbed, plan.document)
    if plan.former_slug and plan.document is not None:
        _give_up_slug(plan, plan.document)
    writer.changed.update(renumber(plan.moves))
    by_kind: dict[RowKind, list[Change]] = defaultdict(list)
    for change in plan.changes:
        if change.write:
            by_kind[change.kind].append(change)
    for kind in ROW_KINDS:
        new = [change for change in by_kind[kind] if change.pk is None]
        there = [change for change in by_kind[kind] if change.pk is not None]
        if kind.placed:
            writer.clear_places(kind, there)
        writer.create(kind, new)
        writer.update(kind, there)
    add_all(touched, touched_by(writer.changed, only="search"))
    write_entries_in(touched)
    document = plan.document or writer.key_of_document(plan)
    _write_conflicts(plan, document, run)


def _remove(rows: Iterable[tuple[RowKind, int]]) -> Touched:
    """Rows that are no more, those that stand under others first; what is to be indexed anew without them."""
    keys: dict[RowKind, list[int]] = defaultdict(list)
    for kind, pk in rows:
        keys[kind].append(pk)
    removed = Changed()
    for kind in reversed(ROW_KINDS):
        gone = list(kind.model._default_manager.filter(pk__in=keys[kind])) if kind in keys else []
        if gone:
            watch_deletion(gone)
            for row in gone:
                removed.add(row, None)
    touched = touched_by(removed, only="search")
    remove_entries(
        recommendation_pks=keys.get(kinds.RECOMMENDATION, ()), paragraph_pks=keys.get(kinds.PARAGRAPH, ())
    )
    for kind in reversed(ROW_KINDS):
        if kind in keys:
            kind.model._default_manager.filter(pk__in=keys[kind]).delete()
    return touched


class _Writer:
    """Makes and changes rows, resolving links as the rows that they name come into being."""

    def __init__(self, known: dict[Link, int], now: datetime) -> None:
        self.keys = dict(known)
        self.now = now
        self.changed = Changed()

    def key_of_document(self, plan: Plan) -> int | None:
        """The document that a plan without one has just made: the only new one that has a file."""
        for change in plan.changes:
            if change.kind is kinds.DOCUMENT and change.write.get("source_file"):
                return self.keys.get(Link(kinds.DOCUMENT, change.locator))
        return None

    def create(self, kind: RowKind, changes: list[Change]) -> None:
        """In waves: a row after the row of its own kind that it stands under."""
        waiting = changes
        while waiting:
            coming = {Link(kind, change.locator) for change in waiting}
            ready = [one for one in waiting if not coming & _links(one)] or waiting
            rows = [kind.model(**self._values(kind, change.write)) for change in ready]
            made = kind.model._default_manager.bulk_create(rows)
            watch_new(made, [change.locator for change in ready])
            for change, row in zip(ready, made, strict=True):
                self.keys[Link(kind, change.locator)] = row.pk
                self.changed.add_key(kind, row.pk, None)
            done = {change.locator for change in ready}
            waiting = [change for change in waiting if change.locator not in done]

    def update(self, kind: RowKind, changes: list[Change]) -> None:
        """One statement for each set of fields that change together."""
        names = {change.pk: change.locator for change in changes if change.pk is not None}
        watch_stored(kind, names, {} if kind.placed else names)
        alike: dict[frozenset[str], list[Model]] = defaultdict(list)
        for change in changes:
            values = self._values(kind, change.write)
            if kind.sourced:
                values["updated_at"] = self.now
            row = kind.model(pk=change.pk, **values)
            self.changed.add_key(kind, row.pk, frozenset(change.write))
            alike[frozenset(values)].append(row)
        for columns, rows in alike.items():
            fields = [name.removesuffix("_id") for name in columns]
            kind.model._default_manager.bulk_update(rows, fields, batch_size=200)

    def clear_places(self, kind: RowKind, changes: Iterable[Change]) -> None:
        """Two rows may change places: first all that move leave theirs."""
        moving = [change.pk for change in changes if "position" in change.write]
        if not moving:
            return
        watch_stored(kind, [pk for pk in moving if pk is not None])
        rows: list[Any] = list(kind.model._default_manager.filter(pk__in=moving).only("pk", "position"))
        for row in rows:
            row.position += _OUT_OF_THE_WAY
        kind.model._default_manager.bulk_update(rows, ["position"], batch_size=200)

    def _values(self, kind: RowKind, write: Mapping[str, Written]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, value in write.items():
            if value is Moment.NOW:
                values[name] = self.now
            elif isinstance(value, Link):
                values[f"{name}_id"] = self.keys.get(value)
            elif isinstance(value, str) and kind.is_date(name):
                values[name] = date.fromisoformat(value)
            else:
                values[name] = value
        return values


def _links(change: Change) -> set[Link]:
    return {value for value in change.write.values() if isinstance(value, Link)}


def _absorb(named: int, document: int) -> None:
    """A row that only named this document goes; its addresses lead to the document from now on."""
    row = Document.objects.get(pk=named)
    watch_deletion([row])
    FormerSlug.objects.filter(document=row).update(document=document)
    Conflict.objects.filter(document=row).update(document=document)
    slug = row.slug
    row.delete()
    FormerSlug.objects.get_or_create(slug=slug, defaults={"document_id": document})


def _give_up_slug(plan: Plan, document: int) -> None:
    """The old address redirects for good; an address that is taken up again is no former one any more."""
    new = next(str(change.write["slug"]) for change in plan.changes if "slug" in change.write and change.pk == document)
    FormerSlug.objects.filter(slug=new, document=document).delete()
    FormerSlug.objects.get_or_create(slug=plan.former_slug, defaults={"document_id": document})
    moved = list(Conflict.objects.filter(document=document, locator__startswith=plan.former_slug))
    for conflict in moved:
        conflict.locator = new + conflict.locator.removeprefix(plan.former_slug)
    Conflict.objects.bulk_update(moved, ["locator"])


# Conflicts -----------------------------------------------------------------------------------------------------


def _write_conflicts(plan: Plan, document: int | None, run: ImportRun | None) -> None:
    """An open conflict that stands is brought up to date, a new one added, one that is no more closed.

    Those of the file's former name are its own.
    """
    open_ones = {
        (one.kind, one.locator, one.field): one
        for one in Conflict.objects.filter(
            source_file__in={plan.file, plan.former_file or plan.file}, state=Conflict.State.OPEN
        ).order_by("pk")
    }
    for found in plan.conflicts:
        there = open_ones.pop((found.kind.name, found.locator, found.field), None)
        if there is None:
            there = Conflict.objects.create(
                kind=found.kind.name,
                locator=found.locator,
                field=found.field,
                held=found.stored,
                offered=found.offered,
                carried=dict(found.carried or {}),
                source_file=plan.file,
                document_id=document,
                run=run,
            )
            watch_new([there])
        elif (there.held, there.offered, there.carried, there.source_file) != (
            *(found.stored, found.offered, dict(found.carried or {}), plan.file),
        ):
            watch([there])
            there.held, there.offered, there.run = found.stored, found.offered, run
            there.source_file, there.carried = plan.file, dict(found.carried or {})
            there.save(update_fields=["held", "offered", "run", "source_file", "carried"])
    if plan.status != "truncated":
        for gone in open_ones.values():
            _close(gone, plan.changes)


def _close(conflict: Conflict, changes: list[Change]) -> None:
    """The two agree again, or the source has gone back to what it said before: nothing is left to decide."""
    kept = any(
        change.outcome == "kept" and (change.kind.name, change.locator) == (conflict.kind, conflict.locator)
        for change in changes
    )
    watch([conflict])
    conflict.state = Conflict.State.KEPT if kept else Conflict.State.TAKEN
    conflict.decided_at = timezone.now()
    conflict.save(update_fields=["state", "decided_at"])
