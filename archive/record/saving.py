"""Saving what staff wrote, with what follows from it in the row itself and in the rows below it.

Nothing is derived here and the data version is not raised: whoever calls does so, once, for all that was changed
(`derivations.following`).
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Model

from archive.models import Document, FormerLocator, FormerSlug, Meeting, Published, Recommendation
from archive.models.provenance import Sourced

from . import merge
from .completing import complete_state, compose_texts, fill_printed, follow_number
from .history.journal import watch, watch_new, watch_stored
from .history.recorded import recorded_kind
from .kinds import RECOMMENDATION, kind_of
from .row_kind import RowKind
from .scope import Scope
from .stored import values_of
from .touched import Changed, changes_of, own_fields

WHY_NOT_DELETED = "لا يُحذف ما جاء من وثيقة محمَّلة، لأن عنوانه دائم؛ عدّل نصه أو أبقه كما هو."


def save_row(row: Model, *, typed: Collection[str] | None = None) -> Changed:
    """Save a row that staff entered or changed, and give all rows that changed by it.

    `typed` names the fields in which it differs from the stored row, where the caller knows them: so that the row is
    not read again. Call it in a transaction.
    """
    changed = Changed()
    kind = kind_of(row)
    if kind is None:
        _save_plain(row)
        return changed
    knows = typed is not None and row.pk is not None and not getattr(row, "entered_by_hand", True)
    before = None if knows or row.pk is None else type(row)._default_manager.filter(pk=row.pk).first()
    if before is not None:
        watch([before])
    elif row.pk is not None:
        watch_stored(kind, [row.pk])
    is_new = row._state.adding
    as_typed = _values(row)
    _complete(kind, row, before)
    row.save()
    if is_new:
        watch_new([row])
    fields = changes_of(row, before)
    if knows and typed is not None:
        fields = frozenset(typed) | {name for name, value in _values(row).items() if value != as_typed[name]}
    changed.add(row, fields)
    _lead_on(as_typed, row)
    if fields is not None and "slug" in fields:
        for below in kind.addresses_below:
            for one in getattr(row, below).all():
                changed.update(save_row(one))
    return changed


def _save_plain(row: Model) -> None:
    """A row of which nothing is made."""
    is_new = row._state.adding
    watch_stored(recorded_kind(row), () if is_new else [row.pk])
    row.save()
    if is_new:
        watch_new([row])


def _complete(kind: RowKind, row: Any, before: Any) -> None:
    if isinstance(row, Sourced) and kind.texts:
        fill_printed(row, kind.texts, before if row.entered_by_hand else None)
    if isinstance(row, Recommendation) and before is not None and row.entered_by_hand:
        follow_number(row, before)
    if isinstance(row, Published):
        complete_state(row)
    if kind.complete is not None:
        kind.complete(row)


def _values(row: Model) -> dict[str, Any]:
    return {known.name: getattr(row, known.attname) for known in own_fields(row)}


def _lead_on(before: dict[str, Any], row: Model) -> None:
    """The old address of a page goes on leading to it; one that is taken up again is no former one any more."""
    match row:
        case Document() if (old := before["slug"]) and old != row.slug:
            FormerSlug.objects.filter(slug=row.slug).delete()
            FormerSlug.objects.get_or_create(slug=old, defaults={"document": row})
        case Meeting() if (old := before["slug"]) and old != row.slug:
            _lead_on_from(old, row.slug, meeting=row)
        case Recommendation() if (old := before["locator"]) and old != row.locator:
            _lead_on_from(old, row.locator, recommendation=row)


def _lead_on_from(old: str, new: str, **row: Meeting | Recommendation) -> None:
    """Of several rows that stood at one address it leads to the last."""
    FormerLocator.objects.filter(locator__in=[old, new]).delete()
    FormerLocator.objects.create(locator=old, **row)


def compose_whole_texts(scope: Scope) -> Changed:
    """Compose the whole texts of these recommendations anew from their lettered items, and save those that differ."""
    changed = Changed()
    rows = Recommendation.objects.filter(pk__in=scope.recommendations or ()).prefetch_related("subparagraphs")
    differing = []
    for row in rows:
        before = (row.text, row.printed_text)
        compose_texts(row, sorted(row.subparagraphs.all(), key=lambda item: item.position))
        if (row.text, row.printed_text) != before:
            differing.append(row)
            changed.add(row, frozenset({"text", "printed_text"}))
    watch_stored(RECOMMENDATION, [row.pk for row in differing])
    Recommendation.objects.bulk_update(differing, ["text", "printed_text"])
    return changed


def only_by_hand(row: Model) -> bool:
    """Whether staff entered it, and all rows whose addresses follow from its own: no source has given those out."""
    kind = kind_of(row)
    if kind is None or not isinstance(row, Sourced) or not row.entered_by_hand:
        return False
    return all(only_by_hand(one) for below in kind.addresses_below for one in getattr(row, below).all())


def refuse_deletion(row: Model) -> None:
    """Raises ValueError with a sentence for a row that a source gave."""
    if isinstance(row, Sourced) and not row.entered_by_hand:
        raise ValueError(WHY_NOT_DELETED)


def gone(row: Model) -> Changed:
    """The change that its deletion is."""
    changed = Changed()
    changed.add(row, None)
    return changed


def differences(row: Model) -> list[tuple[str, Any, Any]]:
    """Give (field, what the source said last, what is stored) for each field that staff changed."""
    kind = kind_of(row)
    if not isinstance(row, Sourced) or kind is None:
        return []
    return merge.differences(values_of(kind, row), row.source_values)
