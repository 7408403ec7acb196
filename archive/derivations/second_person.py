"""Where a second person is asked: what one says of a row that a rule derived waits until another says the same."""

from collections.abc import Callable, Sequence

from django.contrib.auth.models import User

from archive.models import Derived, PendingWord
from archive.record.kinds import KIND_BY_NAME, kind_of

from .following import following
from .staff_word import confirm, give_back, reject

_CARRIED_OUT: dict[str, Callable[..., None]] = {
    PendingWord.Choice.CONFIRM: confirm,
    PendingWord.Choice.REJECT: reject,
    PendingWord.Choice.GIVE_BACK: give_back,
}


def say_word(rows: Sequence[Derived], choice: str, *, by: User | None, needs_second: bool) -> list[Derived]:
    """Carry out what somebody says of these rows; gives those about which a second person is still to say the same.

    A word other than the one that waits takes its place, and waits in turn. Nobody is his own second person.
    """
    if not needs_second or by is None:
        _CARRIED_OUT[choice](*rows, by=by)
        _forget(rows)
        return []
    with following():
        agreed = [row for row in rows if _agrees(row, choice, by)]
        waiting = [row for row in rows if row not in agreed]
        for row in waiting:
            PendingWord.objects.update_or_create(
                kind=str(kind_of(row)), key=row.pk, defaults={"choice": choice, "by": by}
            )
        if agreed:
            _forget(agreed)
            _CARRIED_OUT[choice](*agreed, by=by)
    return waiting


def pending_of(rows: Sequence[Derived]) -> dict[int, PendingWord]:
    """What waits of rows of one kind, by the key of the row."""
    if not rows:
        return {}
    keys = [row.pk for row in rows]
    found = PendingWord.objects.filter(kind=str(kind_of(rows[0])), key__in=keys).select_related("by")
    return {one.key: one for one in found}


def row_of_word(word: PendingWord) -> Derived | None:
    """The row that it is about; None where rules have taken it back meanwhile."""
    known = KIND_BY_NAME.get(word.kind)
    row = known.model._default_manager.filter(pk=word.key).first() if known is not None else None
    return row if isinstance(row, Derived) else None


def _agrees(row: Derived, choice: str, by: User) -> bool:
    said = PendingWord.objects.filter(kind=str(kind_of(row)), key=row.pk, choice=choice)
    return said.exclude(by=by).exists()


def _forget(rows: Sequence[Derived]) -> None:
    for row in rows:
        if row.pk is not None:
            PendingWord.objects.filter(kind=str(kind_of(row)), key=row.pk).delete()
