"""How many rows of another kind belong to a row, as a column of its query."""

from django.db import models


def count_of(rows: "models.QuerySet[models.Model]", own: str) -> models.Subquery:
    """The number of `rows` whose key `own` is the outer row's, counted by itself.

    To join two kinds and count each distinct makes as many rows as their product, and sorts them.
    """
    # A function and no aggregate: nothing to be grouped by, and 0 where there are none.
    counted = models.Func(models.F("pk"), function="COUNT", output_field=models.IntegerField())
    belonging = rows.filter(**{own: models.OuterRef("pk")}).order_by()
    return models.Subquery(belonging.annotate(counted=counted).values("counted"))
