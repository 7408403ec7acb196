"""The kind of a document in admin: the model knows no kinds, so its field is given those of the families here."""

from copy import copy
from typing import Any

from django.contrib import admin

from archive.display.names.papers import paper_kind_choices


def with_kinds(field: Any) -> Any:
    """The field as if it listed its values: a form offers and takes these alone, a filter counts them."""
    listing = copy(field)
    listing.choices = paper_kind_choices()
    return listing


class PaperKindFilter(admin.ChoicesFieldListFilter):
    """Documents by kind, each kind by its name."""

    def __init__(self, field: Any, *args: Any, **named: Any) -> None:
        super().__init__(with_kinds(field), *args, **named)
