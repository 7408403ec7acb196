"""Conflicts: what a source says now against what the archive holds."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from archive.derivations.by_hand import decide_conflict
from archive.models import Conflict, RowChange
from archive.record.decisions import WHOLE_ROW, row_of, takes_text
from archive.record.kinds import KIND_BY_NAME

from . import display
from .conflicting.vanished_page import vanished_page
from .decisions import DecisionAdmin
from .history.shown_values import tell_difference
from .history.telling import who_of
from .provisional.doors import merging_page

#: What a button sends that takes the text typed beside it.
EDIT = "edit"


class KindOfRowFilter(admin.AllValuesFieldListFilter):
    """Kinds of rows by their names."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        for one in super().choices(changelist):
            yield {**one, "display": display.name_of_kind(str(one["display"]))}


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
    list_filter = ["state", ("kind", KindOfRowFilter), "source_file"]
    list_select_related = ["document"]
    search_fields = ["locator"]
    searched_texts = ("held", "offered", "source_file")
    words_are_held = False
    fields = [
        ("kind_name", "locator", "field_name"),
        "row_here",
        "what_differs",
        "written_by",
        ("held_whole", "offered_whole"),
        ("document", "file_name", "run"),
        ("state", "decided_by", "decided"),
    ]
    actions = ["keep_held", "take_offered"]
    choices_offered = {"keep": "أبق المحفوظ", "take": "خذ بالمصدر", EDIT: "أثبت ما كتبته"}
    typed_beside = {EDIT: "third"}
    change_form_template = "admin/archive/conflict_form.html"
    change_list_template = "admin/archive/conflict_list.html"

    def get_urls(self) -> list[Any]:
        def vanished(request: HttpRequest) -> HttpResponse:
            return vanished_page(self, request)

        view = self.admin_site.admin_view(vanished)
        return [path("vanished/", view, name="archive_conflict_vanished"), *super().get_urls()]

    @admin.action(description="أبق المحفوظ", permissions=["change"])
    def keep_held(self, request: HttpRequest, queryset: QuerySet[Conflict]) -> None:
        self.decide(request, queryset, "keep")

    @admin.action(description="خذ بالمصدر", permissions=["change"])
    def take_offered(self, request: HttpRequest, queryset: QuerySet[Conflict]) -> None:
        self.decide(request, queryset, "take")

    def choices_for(self, row: Conflict) -> dict[str, str]:
        """Of a whole row, and of a value that is no text, no third is typed. What a report says of a provisional list
        is decided where its numbers are seen together: here a text could be given another one's place.
        """
        if row.state != Conflict.State.OPEN or row.carried:
            return {}
        may_type = takes_text(row) and row_of(row) is not None
        return {code: name for code, name in self.choices_offered.items() if code != EDIT or may_type}

    def apply(self, row: Conflict, choice: str, user: Any) -> None:
        decide_conflict(row, take=choice == "take", by=user)

    def apply_typed(self, row: Conflict, typed: str, user: Any) -> None:
        decide_conflict(row, take=False, by=user, typed=typed)

    @admin.display(description="ما يفرق بينهما")
    def what_differs(self, row: Conflict) -> SafeString | str:
        """Word by word: what stands in the archive alone, and what the source alone has."""
        kind = KIND_BY_NAME.get(row.kind)
        if row.carried:
            return format_html(
                'يخالف التقرير هنا قائمة مؤقتة، فانظر في أرقامه معاً: <a href="{}">ضم التقرير إلى القائمة المؤقتة</a>',
                merging_page(row.locator),
            )
        if kind is None or row.field == WHOLE_ROW:
            return "صف كامل لا يوجد إلا في أحدهما: المحفوظ أو المصدر."
        told = tell_difference(kind, row.field, row.held, row.offered, {})
        return mark_safe(render_to_string("admin/history/_difference.html", {"field": told}))

    @admin.display(description="من كتب المحفوظ")
    def written_by(self, row: Conflict) -> SafeString | str:
        """The last who changed the field, as the history has it."""
        there = row_of(row)
        kind = KIND_BY_NAME.get(row.kind)
        if there is None or kind is None:
            return display.NOTHING
        about = RowChange.objects.of_row(kind.name, there.pk).filter(fields__has_key=row.field)
        last = about.select_related("batch__by", "batch__run").first()
        if last is None:
            return "لا ذكر له في السجل: من المصدر، أو من قبل أن يُحفظ السجل."
        why = f"، لأن: {last.batch.why}" if last.batch.why else ""
        address = reverse(f"admin:archive_{there._meta.model_name}_history", args=[there.pk])
        when = display.show_moment(last.batch.made_at)
        return format_html('{}، {}{} · <a href="{}">سجل التغييرات</a>', who_of(last.batch), when, why, address)

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
