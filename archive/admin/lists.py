"""The list from which a form was opened: its filters and its order, which the form's address carries along."""

from copy import copy
from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.http import HttpRequest, QueryDict

from .typed import AnyModelAdmin

#: Of a longer list no next row is offered behind this place: nobody decides so many in a row, and each costs a key.
_LOOKED_AT = 2_000


def next_in_list(site: AnyModelAdmin, request: HttpRequest, row: Any) -> Any | None:
    """The row below `row` in the list as it was filtered and ordered; None at its end, or where it is not in it."""
    asked = copy(request)
    asked.GET = QueryDict(request.GET.get("_changelist_filters", ""))
    try:
        rows = site.get_changelist_instance(asked).get_queryset(asked)
    except IncorrectLookupParameters:
        return None
    keys = list(rows.values_list("pk", flat=True)[:_LOOKED_AT])
    at = keys.index(row.pk) + 1 if row.pk in keys else len(keys)
    return site.get_queryset(request).filter(pk=keys[at]).first() if at < len(keys) else None
