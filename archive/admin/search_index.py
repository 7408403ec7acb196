"""The search index, to look into: which words the archive uses, and what a text became. Only read."""

from django.contrib import admin

from archive.models import SearchEntry, SearchWord

from .base import ReadOnlyAdmin


@admin.register(SearchWord)
class SearchWordAdmin(ReadOnlyAdmin):
    list_display = ("shown", "exact", "texts")
    search_fields = ("exact",)
    searched_texts = ("shown",)
    words_are_held = False


@admin.register(SearchEntry)
class SearchEntryAdmin(ReadOnlyAdmin):
    list_display = ("whose",)
    list_select_related = ("recommendation__meeting__body", "paragraph__document__body")
    search_fields = ("title",)
    searched_with = ("recommendation", "paragraph")
    fields = ("whose", "words", "stems", "titles")

    @admin.display(description="النص", ordering="place")
    def whose(self, row: SearchEntry) -> str:
        return str(row.recommendation or row.paragraph)

    @admin.display(description="الكلمات")
    def words(self, row: SearchEntry) -> str:
        return row.exact

    @admin.display(description="الجذوع")
    def stems(self, row: SearchEntry) -> str:
        return row.stem

    @admin.display(description="كلمات العنوان")
    def titles(self, row: SearchEntry) -> str:
        return row.title
