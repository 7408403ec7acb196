"""The thesaurus of search, a line of related words each."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from archive.derivations.by_hand import delete_by_hand, save_by_hand
from archive.models import SearchSynonym
from archive.search.thesaurus import given_lines

from . import display
from .base import ArchiveAdmin


@admin.register(SearchSynonym)
class SearchSynonymAdmin(ArchiveAdmin):
    list_display = ("words", "in_use", "note")
    list_filter = ("is_used",)
    search_fields = ("words",)
    searched_texts = ("words", "note")

    @admin.display(description="مستعمل", ordering="is_used")
    def in_use(self, row: SearchSynonym) -> str:
        return display.show_truth(row.is_used)

    def save_model(self, request: HttpRequest, obj: SearchSynonym, form: Any, change: bool) -> None:
        save_by_hand(obj)

    def delete_model(self, request: HttpRequest, obj: SearchSynonym) -> None:
        delete_by_hand(obj)

    def has_delete_permission(self, request: HttpRequest, obj: SearchSynonym | None = None) -> bool:
        """A given line is put out of use, not deleted: the next index would bring it back."""
        return obj is not None and obj.given not in given_lines() and super().has_delete_permission(request, obj)
