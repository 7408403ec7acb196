"""The words that wait for a second person, as a list to look at: they are said at the desk."""

from django.contrib import admin
from django.utils.safestring import SafeString

from archive.admin import display
from archive.admin.base import ReadOnlyAdmin
from archive.derivations.by_hand import row_of_word
from archive.models import PendingWord


@admin.register(PendingWord)
class PendingWordAdmin(ReadOnlyAdmin):
    list_display = ["choice", "about", "by", "said"]
    list_filter = ["choice", "kind"]
    list_select_related = ["by"]
    search_fields = ["by__username"]
    fields = ["choice", "about", "by", "said"]
    readonly_fields = ["about", "said"]

    @admin.display(description="في ماذا")
    def about(self, row: PendingWord) -> SafeString | str:
        there = row_of_word(row)
        return str(there) if there is not None else f"{display.name_of_kind(row.kind)}: لم يعد في الأرشيف"

    @admin.display(description="متى", ordering="said_at")
    def said(self, row: PendingWord) -> str:
        return display.show_moment(row.said_at)
