"""The search index, to look into: which words the archive uses, and what a text became. Only read."""

from django.contrib import admin

from archive.models import SearchEntry, SearchWord

from .base import ReadOnlyAdmin


@admin.register(SearchWord)
class SearchWordAdmin(ReadOnlyAdmin):
    list_display = ("shown", "exact", "texts")
    search_fields = ("exact",)
    searched_texts = ("shown",)


@admin.register(SearchEntry)
class SearchEntryAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "recommendation", "paragraph")
    list_select_related = ("recommendation__meeting__body", "paragraph__document")
    search_fields = ("title",)
    searched_with = ("recommendation", "paragraph")
    fields = ("recommendation", "paragraph", "exact", "stem", "title")
