"""Meetings and their agendas."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.derivations.by_hand import save_by_hand
from archive.loading.stated import place_of_item
from archive.models import AgendaItem, Meeting

from . import display
from .filters import OriginFilter
from .ordered import OrderedFormSet
from .publishing import PublishedForm, PublishingAdmin
from .sourced import SourcedAdmin, SourcedForm, SourcedInline, same_owner


class MeetingForm(PublishedForm):
    class Meta:
        model = Meeting
        fields = "__all__"
        error_messages = {
            "__all__": {
                "unique_together": "لهذه الهيئة اجتماع بهذا الرقم؛ افتحه من القائمة وعدّله، أو صحّح الرقم.",
            }
        }


class AgendaFormSet(OrderedFormSet):
    """Where the sources know single items, each stands by its number; what is typed between them stands so too."""

    def position_of(self, form: Any, last: int) -> int:
        given = [one.instance for one in self.initial_forms if not one.instance.entered_by_hand]
        if given and all(item.position == place_of_item(item.number) for item in given):
            return place_of_item(form.instance.number)
        return super().position_of(form, last)


class AgendaItemInline(SourcedInline):
    model = AgendaItem
    formset = AgendaFormSet
    fields = ["position", "number", "label", "title", "title_en", "printed"]
    readonly_fields = ["printed"]
    show_change_link = True
    verbose_name_plural = "جدول الأعمال (البند الفرعي رقمه مثل «1 (أ)»)"


class MeetingOriginFilter(OriginFilter):
    """Of a meeting that a paper only names the source states no value; it was not entered by hand for that."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "source":
                return queryset.exclude(source_values={}, ground="")
            case "hand":
                return queryset.filter(source_values={}, ground="")
        return super().queryset(request, queryset)


@admin.register(Meeting)
class MeetingAdmin(PublishingAdmin):
    form = MeetingForm
    list_display = [
        "title",
        "body",
        "place",
        "first_day",
        "last_day",
        "recommendation_count",
        "ground",
        "origin",
    ]
    list_filter = ["body", "ground", MeetingOriginFilter]
    list_select_related = ["body"]
    search_fields = ["slug", "body__symbol", "=number"]
    date_hierarchy = "start"
    autocomplete_fields = ["body"]
    identity = ("body", "number")
    mended_by_hand = ("number",)
    inlines = [AgendaItemInline]
    readonly_fields = ["slug", "ground", "recommendations_here"]
    fieldsets = [
        (None, {"fields": [("body", "number"), "place", ("start", "end"), "held_in", "note"]}),
        ("في الأرشيف", {"fields": ["slug", "ground", "recommendations_here"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.with_counts()

    def source_place(self, row: Meeting) -> SafeString | str:
        """A meeting that papers only name has no value of theirs."""
        return _NAMED_ONLY if _is_only_named(row) else super().source_place(row)

    source_place.short_description = SourcedAdmin.source_place.short_description  # type: ignore[attr-defined]

    def changed_by_staff(self, row: Meeting) -> SafeString | str:
        if not _is_only_named(row):
            return super().changed_by_staff(row)
        return "لا قيمة في المصدر غير الرقم؛ ما سواه أُدخل هنا."

    changed_by_staff.short_description = SourcedAdmin.changed_by_staff.short_description  # type: ignore[attr-defined]

    def origin(self, row: Meeting) -> str:
        return "مذكور في وثيقة" if _is_only_named(row) else super().origin(row)

    origin.short_description = SourcedAdmin.origin.short_description  # type: ignore[attr-defined]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        put_below_their_items(form.instance)

    @admin.display(description="الاجتماع", ordering="number")
    def title(self, row: Meeting) -> str:
        return row.title

    @admin.display(description="من", ordering="start")
    def first_day(self, row: Meeting) -> str:
        return display.show_day(row.start)

    @admin.display(description="إلى", ordering="end")
    def last_day(self, row: Meeting) -> str:
        return display.show_day(row.end)

    @admin.display(description="التوصيات", ordering="recommendation_count")
    def recommendation_count(self, row: Any) -> int:
        return int(row.recommendation_count)

    @admin.display(description="التوصيات")
    def recommendations_here(self, row: Meeting) -> SafeString | str:
        shown = f"{reverse('admin:archive_recommendation_changelist')}?meeting={row.slug}"
        added = f"{reverse('admin:archive_recommendation_add')}?meeting={row.pk}"
        return format_html(
            '<a href="{}">التوصيات المحفوظة: {}</a>، <a href="{}">أضف توصية</a>، <a href="{}">أدخل قائمة مؤقتة</a>',
            shown,
            row.recommendations.count(),
            added,
            reverse("provisional_list", args=[row.slug]),
        )


_NAMED_ONLY = "ذكرته وثيقة محمَّلة، ولم تذكر من بياناته إلا رقمه."


def _is_only_named(row: Meeting) -> bool:
    return row.entered_by_hand and bool(row.ground)


def put_below_their_items(meeting: Meeting) -> None:
    """Joins sub-items typed by hand, «1 (أ)», to the item that their number names, «1»."""
    by_number = {item.number: item for item in meeting.agenda_items.all()}
    for item in by_number.values():
        above = by_number.get(item.number.partition("(")[0].strip())
        if above not in (None, item) and item.parent_id is None and item.entered_by_hand:
            item.parent = above
            save_by_hand(item)


class AgendaItemForm(SourcedForm):
    class Meta:
        model = AgendaItem
        fields = "__all__"
        error_messages = {
            "__all__": {"unique_together": "في هذا الاجتماع بند بهذا الرقم؛ عدّله، أو اكتب رقماً آخر."}
        }

    def clean(self) -> None:
        super().clean()
        same_owner(self, "parent", "meeting", "هذا بند من اجتماع آخر؛ اختر بنداً من جدول أعمال الاجتماع نفسه.")
        parent, position = self.cleaned_data.get("parent"), self.cleaned_data.get("position")
        if parent and position and parent.position >= position:
            self.add_error("parent", "البند الأعلى يسبق بنوده الفرعية؛ اختر بنداً ترتيبه أصغر.")


@admin.register(AgendaItem)
class AgendaItemAdmin(SourcedAdmin):
    form = AgendaItemForm
    list_display = ["number", "meeting", "heading", "parent", "position", "origin"]
    list_filter = ["meeting__body", OriginFilter]
    list_select_related = ["meeting__body", "parent"]
    search_fields = ["number", "meeting__slug"]
    searched_texts = ("title",)
    searched_with = ("meeting",)
    autocomplete_fields = ["meeting", "parent"]
    identity = ("meeting", "number")
    mended_by_hand = ("number",)
    given_by_source = ("position", "parent")
    readonly_fields = ["printed_beside"]
    fieldsets = [
        (None, {"fields": ["meeting", ("number", "label", "position"), "parent", "title", "printed_beside"]})
    ]

    @admin.display(description="العنوان", ordering="title")
    def heading(self, row: AgendaItem) -> str:
        return display.opening(row.title)

    @admin.display(description="العنوان كما طُبع")
    def printed_beside(self, row: AgendaItem) -> SafeString | str:
        return display.show_printed(row.printed_title, row.corrections)
