"""Numbered paragraphs and footnotes."""

from typing import Any

from django.contrib import admin
from django.utils.safestring import SafeString

from archive.models import Footnote, Paragraph

from . import display
from .filters import DocumentFilter, OriginFilter
from .sourced import SourcedAdmin, SourcedForm, SourcedInline, same_owner


class ParagraphForm(SourcedForm):
    class Meta:
        model = Paragraph
        fields = "__all__"
        error_messages = {
            "__all__": {
                "unique_together": "في هذه الوثيقة فقرة بهذا الرقم؛ صحّح الرقم، أو زد «النسخة» واحداً "
                "إن كان الرقم مكرراً في الأصل."
            }
        }

    def clean(self) -> None:
        super().clean()
        same_owner(self, "section", "document", "هذا قسم من وثيقة أخرى؛ اختر قسماً من الوثيقة نفسها.")


class FootnoteForm(SourcedForm):
    class Meta:
        model = Footnote
        fields = "__all__"

    def clean(self) -> None:
        super().clean()
        same_owner(self, "paragraph", "document", "هذه فقرة من وثيقة أخرى؛ اختر فقرة من الوثيقة نفسها.")


class FootnoteInline(SourcedInline):
    model = Footnote
    fields = ["marker", "text", "printed"]
    readonly_fields = ["marker", "printed"]
    show_change_link = True

    def has_add_permission(self, request: Any, obj: Any = None) -> bool:
        return False


@admin.register(Paragraph)
class ParagraphAdmin(SourcedAdmin):
    form = ParagraphForm
    list_display = ["number", display.paper_of, "section", "beginning", "misprinted", "origin"]
    list_filter = [("document", DocumentFilter), OriginFilter]
    list_select_related = ["document", "section"]
    search_fields = ["document__symbol", "document__slug", "=number"]
    autocomplete_fields = ["document", "section"]
    identity = ("document", "series", "number", "copy")
    mended_by_hand = ("series", "number", "copy")
    given_by_source = ("printed_number", "part", "position", "section")
    readonly_fields = ["printed_beside"]
    inlines = [FootnoteInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "document",
                    ("series", "number", "copy", "printed_number"),
                    "part",
                    ("position", "section"),
                    ("text", "printed_beside"),
                ]
            },
        )
    ]

    @admin.display(description="أول النص")
    def beginning(self, row: Paragraph) -> str:
        return display.opening(row.text)

    @admin.display(description="طُبع رقمها خطأً")
    def misprinted(self, row: Paragraph) -> str:
        return row.printed_number if row.is_misprinted else ""

    @admin.display(description="كما طُبع")
    def printed_beside(self, row: Paragraph) -> SafeString:
        return display.offer_erratum(row, display.show_printed(row.printed_text, row.corrections))


@admin.register(Footnote)
class FootnoteAdmin(SourcedAdmin):
    form = FootnoteForm
    list_display = ["marker", display.paper_of, "paragraph_number", "beginning", "origin"]
    list_filter = [("document", DocumentFilter), OriginFilter]
    list_select_related = ["document", "paragraph"]
    search_fields = ["document__symbol", "document__slug", "=marker"]
    searched_texts = ("text",)
    autocomplete_fields = ["document", "paragraph"]
    identity = ("document", "position")
    given_by_source = ("marker", "paragraph")
    readonly_fields = ["printed_beside"]
    fieldsets = [
        (None, {"fields": ["document", "paragraph", ("position", "marker"), ("text", "printed_beside")]})
    ]

    @admin.display(description="الفقرة", ordering="paragraph__number")
    def paragraph_number(self, row: Footnote) -> str:
        return str(row.paragraph.number) if row.paragraph else display.NOTHING

    @admin.display(description="أول النص")
    def beginning(self, row: Footnote) -> str:
        return display.opening(row.text)

    @admin.display(description="كما طُبعت")
    def printed_beside(self, row: Footnote) -> SafeString:
        return display.offer_erratum(row, display.show_printed(row.printed_text, row.corrections))
