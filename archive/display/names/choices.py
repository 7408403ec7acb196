"""What a value of a closed list is called. Django makes the list anew for each value that it names."""

from functools import lru_cache
from typing import Any

from django.db import models


def chosen(row: models.Model, name: str) -> str:
    """The label of what this field of the row says, in the language of the page; as it says it where it has none."""
    value = getattr(row, name)
    return str(_labels(type(row), name).get(value, value))


@lru_cache
def _labels(model: type[models.Model], name: str) -> dict[Any, Any]:
    """Value → label, each written in a language only when it is asked for."""
    field: Any = model._meta.get_field(name)
    return dict(field.flatchoices)
