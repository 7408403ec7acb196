"""Papers and texts in further languages, and where their numbers or facts differ from the Arabic. Only read: the file
that is loaded again says otherwise."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from archive.models import LanguageText, LanguageVersion

from . import display
from .base import ReadOnlyAdmin

LANGUAGE_NAMES = {"en": "الإنكليزية"}


@admin.register(LanguageVersion)
class LanguageVersionAdmin(ReadOnlyAdmin):
    list_display = ["paper", "language_named", "job_number", "differing", "source_file"]
    list_filter = ["language"]
    list_select_related = ["document"]
    search_fields = ["document__symbol", "document__slug", "job_number"]
    searched_texts = ("title",)
    fields = [
        *("document", "language_named", "job_number", "title", "differences", "left_over", "source_file", "loaded_at"),
    ]

    @admin.display(description="الوثيقة", ordering="document__symbol")
    def paper(self, row: LanguageVersion) -> SafeString | str:
        return display.show_name(row.document.symbol or row.document.slug)

    @admin.display(description="اللغة", ordering="language")
    def language_named(self, row: LanguageVersion) -> str:
        return LANGUAGE_NAMES.get(row.language, row.language)

    @admin.display(description="مواضع الاختلاف")
    def differing(self, row: LanguageVersion) -> int:
        return len(row.disagreements)

    @admin.display(description="مواضع الاختلاف عن العربية")
    def differences(self, row: LanguageVersion) -> SafeString | str:
        return _listed(row.disagreements)

    @admin.display(description="نصوص لم يُعرف ما يقابلها في العربية")
    def left_over(self, row: LanguageVersion) -> SafeString | str:
        return _listed([f"{line}: {text}" for line, text in row.unjoined])


@admin.register(LanguageText)
class LanguageTextAdmin(ReadOnlyAdmin):
    list_display = ["text_of", "language", "beginning"]
    list_filter = ["version__language"]
    list_select_related = [
        *("version__document", "recommendation__meeting__body", "paragraph__document", "section__document"),
        "subparagraph__recommendation__meeting__body",
    ]
    search_fields = ["recommendation__locator", "version__document__symbol", "version__document__slug"]
    searched_texts = ("text",)
    fields = ["version", "recommendation", "subparagraph", "paragraph", "section", "text"]

    @admin.display(description="نص ماذا")
    def text_of(self, row: LanguageText) -> str:
        return str(row.of)

    @admin.display(description="اللغة", ordering="version__language")
    def language(self, row: LanguageText) -> str:
        return LANGUAGE_NAMES.get(row.version.language, row.version.language)

    @admin.display(description="أول النص")
    def beginning(self, row: LanguageText) -> SafeString:
        return format_html('<span lang="{}" dir="auto">{}</span>', row.version.language, display.opening(row.text))


def _listed(sentences: list[str]) -> SafeString | str:
    if not sentences:
        return display.NOTHING
    return format_html("<ul>{}</ul>", format_html_join("", '<li dir="auto">{}</li>', ((one,) for one in sentences)))
