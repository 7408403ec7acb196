"""Giving recommendations other numbers: several may take one another's, and each address goes on leading to its row."""

from collections.abc import Mapping, Sequence

from django.db.models import F, QuerySet, Value
from django.db.models.fields import CharField
from django.db.models.functions import Cast, Concat

from archive.models import Recommendation
from archive.models.recommendation import NUMBERED_BY

from .history.journal import watch
from .saving import save_row
from .touched import Changed

_OUT_OF_THE_WAY = 1_000_000


def renumber(wanted: Mapping[int, Sequence[int]]) -> Changed:
    """Give rows (by key) the place `wanted` in their meeting: series, number, suffix, copy.

    Raises ValueError with a sentence where another row has it. Call it in a transaction.
    """
    changed = Changed()
    if not wanted:
        return changed
    rows = list(Recommendation.objects.filter(pk__in=wanted).select_related("meeting").order_by("pk"))
    for row in rows:
        there = _at(row, wanted[row.pk]).exclude(pk__in=wanted).first()
        if there is not None:
            raise ValueError(f"الرقم {there.number} لتوصية أخرى ({there.locator})؛ غيّر رقمها أولاً أو ضمّها إليها.")
    watch(rows)
    leave_places([row.pk for row in rows])
    for row in rows:
        for name, value in zip(NUMBERED_BY, wanted[row.pk], strict=True):
            setattr(row, name, value)
        changed.update(save_row(row))
    return changed


def _at(row: Recommendation, place: Sequence[int]) -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(meeting=row.meeting_id, **dict(zip(NUMBERED_BY, place, strict=True)))


def leave_places(keys: Sequence[int]) -> None:
    """Rows that are going to take other numbers leave theirs, and their addresses, first."""
    Recommendation.objects.filter(pk__in=keys).update(
        number=F("number") + _OUT_OF_THE_WAY, locator=Concat(Value("~"), Cast("pk", CharField()))
    )
