"""The texts that recommendations had before a revision took the place of their paper. Only read."""

from django.contrib import admin
from django.utils.safestring import SafeString

from archive.models import EarlierText

from . import display
from .base import ReadOnlyAdmin
from .filters import DocumentFilter


@admin.register(EarlierText)
class EarlierTextAdmin(ReadOnlyAdmin):
    list_display = ["locator", "paper", "beginning"]
    list_filter = [("document", DocumentFilter)]
    list_select_related = ["recommendation", "document"]
    search_fields = ["recommendation__locator", "document__symbol", "document__slug"]
    searched_texts = ("text",)
    fields = ["recommendation", "document", "text", "printed_beside"]

    @admin.display(description="المعرّف", ordering="recommendation__locator")
    def locator(self, row: EarlierText) -> SafeString | str:
        return display.show_name(row.recommendation.locator)

    @admin.display(description="الوثيقة التي كان فيها", ordering="document__symbol")
    def paper(self, row: EarlierText) -> SafeString | str:
        return display.show_name(row.document.symbol or row.document.slug)

    @admin.display(description="أول النص")
    def beginning(self, row: EarlierText) -> str:
        return display.opening(row.text)

    @admin.display(description="كما طُبع")
    def printed_beside(self, row: EarlierText) -> SafeString | str:
        return display.show_printed(row.printed_text, [])
