"""Conflicts: what a source says now against what the archive holds."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.derivations.by_hand import decide_conflict
from archive.models import Conflict
from archive.record.decisions import row_of
from archive.record.kinds import KIND_BY_NAME

from . import display
from .decisions import DecisionAdmin


@admin.register(Conflict)
class ConflictAdmin(DecisionAdmin):
    list_display = [
        "locator",
        "kind_name",
        "field_name",
        "held_beginning",
        "offered_beginning",
        "file_name",
        "state",
    ]
    list_filter = ["state", "kind", "source_file"]
    list_select_related = ["document"]
    search_fields = ["locator"]
    searched_texts = ("held", "offered", "source_file")
    words_are_held = False
    fields = [
        ("kind_name", "locator", "field_name"),
        "row_here",
        ("held_whole", "offered_whole"),
        ("document", "file_name", "run"),
        ("state", "decided_by", "decided"),
    ]
    actions = ["keep_held", "take_offered"]
    choices_offered = {"keep": "أبق المحفوظ", "take": "خذ بالمصدر"}

    @admin.action(description="أبق المحفوظ", permissions=["change"])
    def keep_held(self, request: HttpRequest, queryset: QuerySet[Conflict]) -> None:
        self.decide(request, queryset, "keep")

    @admin.action(description="خذ بالمصدر", permissions=["change"])
    def take_offered(self, request: HttpRequest, queryset: QuerySet[Conflict]) -> None:
        self.decide(request, queryset, "take")

    def choices_for(self, row: Conflict) -> dict[str, str]:
        return self.choices_offered if row.state == Conflict.State.OPEN else {}

    def apply(self, row: Conflict, choice: str, user: Any) -> None:
        decide_conflict(row, take=choice == "take", by=user)

    @admin.display(description="في الأرشيف")
    def row_here(self, row: Conflict) -> SafeString | str:
        there = row_of(row)
        if there is None:
            return display.NOTHING
        address = reverse(f"admin:archive_{there._meta.model_name}_change", args=[there.pk])
        return format_html('<a href="{}">{}</a>', address, there)

    @admin.display(description="ملف المصدر", ordering="source_file")
    def file_name(self, row: Conflict) -> SafeString | str:
        return display.show_name(row.source_file)

    @admin.display(description="النوع", ordering="kind")
    def kind_name(self, row: Conflict) -> str:
        return display.name_of_kind(row.kind)

    @admin.display(description="الحقل", ordering="field")
    def field_name(self, row: Conflict) -> str:
        kind = KIND_BY_NAME.get(row.kind)
        return display.name_of_field(kind.model, row.field) if kind is not None else row.field

    @admin.display(description="المحفوظ")
    def held_beginning(self, row: Conflict) -> str:
        return display.opening(row.held, 60) or display.NOTHING

    @admin.display(description="ما في المصدر")
    def offered_beginning(self, row: Conflict) -> str:
        return display.opening(row.offered, 60) or display.NOTHING

    @admin.display(description="المحفوظ")
    def held_whole(self, row: Conflict) -> SafeString:
        return display.show_printed(row.held, [])

    @admin.display(description="ما في المصدر")
    def offered_whole(self, row: Conflict) -> SafeString:
        return display.show_printed(row.offered, [])
