"""Many rows, some at a time: by their keys, for a cursor that stays open belongs to one connection, and a pooler gives
another one for every transaction. Without a cursor the driver would hold all of them at once.
"""

from array import array
from collections.abc import Iterator
from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def by_key(rows: "models.QuerySet[Any, tuple[Any, ...]]", size: int) -> Iterator[list[tuple[Any, ...]]]:
    """Lists of values, the key first, in the order of the keys. Where few match it is one query."""
    in_order = rows.order_by("pk")
    portion = list(in_order[:size])
    while portion:
        yield portion
        if len(portion) < size:
            return
        portion = list(in_order.filter(pk__gt=portion[-1][0])[:size])


def in_own_order(rows: "models.QuerySet[Row]", size: int) -> "Iterator[models.QuerySet[Row]]":
    """The rows in the order that they are asked in, in queries of `size` each; their keys are read first."""
    keys = array("q", rows.values_list("pk", flat=True))
    for start in range(0, len(keys), size):
        yield rows.filter(pk__in=keys[start : start + size].tolist())
