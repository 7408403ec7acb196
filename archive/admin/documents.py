"""Documents: the cover, the headings, the addresses they once had."""

from typing import Any

from django.contrib import admin
from django.db.models import ForeignKey
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from archive.display.names.papers import paper_kind_name
from archive.display.names.titles import LANGUAGES
from archive.models import AgendaItem, Document, FormerSlug, Section
from archive.vocabulary.symbols import slug as slug_of

from . import display
from .base import ReadOnlyAdmin
from .filters import CodesFilter, DocumentFilter, OriginFilter
from .kinds_of_papers import PaperKindFilter, with_kinds
from .publishing import PublishedForm, PublishingAdmin
from .recommendations import AgendaItemOfMeeting
from .sourced import SourcedAdmin, SourcedForm, same_owner
from .typed import AnyInline


class HeldFilter(admin.SimpleListFilter):
    """Documents whose text is here, and those that others only name."""

    title = "النص"
    parameter_name = "held"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "محفوظ"), ("no", "معروف بالاسم فقط")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "yes":
            return queryset.held()
        return queryset.only_known() if self.value() == "no" else queryset


class LanguageFilter(CodesFilter):
    """The language of the text that is here."""

    title = "اللغة"
    parameter_name = "language"
    names = LANGUAGES


class DocumentForm(PublishedForm):
    class Meta:
        model = Document
        fields = "__all__"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.is_held and "language" in self.fields:
            self.fields["language"].disabled = True  # that of its texts, which no form translates

    def clean(self) -> None:
        super().clean()
        same_owner(self, "agenda_item", "meeting", "هذا بند من اجتماع آخر؛ اختر بنداً من الاجتماع نفسه.")
        same_owner(self, "meeting", "body", "هذا اجتماع هيئة أخرى؛ اختر اجتماعاً للهيئة نفسها.")
        base = self.cleaned_data.get("relates_to")
        if base is not None and base.pk == self.instance.pk:
            self.add_error("relates_to", "لا تتبع الوثيقة نفسها؛ اختر الوثيقة الأخرى.")
        symbol = self.cleaned_data.get("symbol")
        names = [name for name in ("symbol", "job_number", "title") if name in self.fields]
        if names and not any(self.cleaned_data.get(name) or name in self.errors for name in names):
            self.add_error(names[0], "سمِّ الوثيقة: اكتب رمزها أو رقمها أو عنوانها؛ فبه يجدها القراء.")
        twins = Document.objects.exclude(pk=self.instance.pk).filter(
            symbol__iexact=symbol, language=self.cleaned_data.get("language")
        )
        for name in ("symbol", "job_number"):
            if self.cleaned_data.get(name) and not slug_of(self.cleaned_data[name]).strip("-"):
                self.add_error(name, "اكتبه بالحروف اللاتينية والأرقام كما طُبع؛ فمنه عنوان الوثيقة.")
        if symbol and twins.exists():
            self.add_error("symbol", "في الأرشيف وثيقة بهذا الرمز وهذه اللغة؛ افتحها من القائمة وعدّلها.")


class FormerSlugInline(AnyInline):
    model = FormerSlug
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Document)
class DocumentAdmin(PublishingAdmin):
    form = DocumentForm
    list_display = ["name", "kind_name", "heading", "day", "meeting_title", "agenda_number", "held", "origin"]
    list_filter = [("kind", PaperKindFilter), HeldFilter, LanguageFilter, "body", OriginFilter]
    list_select_related = ["body", "meeting__body", "agenda_item__meeting"]
    search_fields = ["symbol", "job_number", "slug", "source_file"]
    searched_with = ("meeting",)
    date_hierarchy = "date"
    autocomplete_fields = ["body", "meeting", "relates_to"]
    inlines = [FormerSlugInline]
    #: Whether a revision is in force is said by loading it: only its file has the texts that come with it.
    readonly_fields = [
        *("slug", "printed_cover", "file", "text_here", "unplaced", "all_symbols", "its_subjects", "is_in_force")
    ]
    fieldsets = [
        (None, {"fields": [("symbol", "job_number"), "kind", "title", "summary", "printed_cover"]}),
        (
            "الغلاف",
            {
                "fields": [
                    *(("language", "original_language"), "distribution", "date", "author", "all_symbols"),
                    "its_subjects",
                ]
            },
        ),
        ("صلتها بوثيقة أخرى", {"fields": [("relation", "relation_symbol"), "relates_to", "is_in_force"]}),
        ("موضعها من الأعمال", {"fields": ["body", "meeting", "agenda_item"]}),
        ("في الأرشيف", {"fields": ["slug", "file", "text_here", "unplaced"]}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who may only look sees the kind by its name, where the field would show its code."""
        own = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return own
        shown = ["kind_name" if name == "kind" else name for name in own[0][1]["fields"]]
        return [(own[0][0], {**own[0][1], "fields": shown}), *own[1:]]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_dbfield(
            with_kinds(db_field) if db_field.name == "kind" else db_field, request, **kwargs
        )

    def formfield_for_foreignkey(self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "agenda_item":
            kwargs["form_class"] = AgendaItemOfMeeting
            kwargs["queryset"] = AgendaItem.objects.select_related("meeting__body").in_order()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="الوثيقة", ordering="symbol")
    def name(self, row: Document) -> SafeString:
        return format_html('<bdi dir="ltr">{}</bdi>', row.symbol or row.job_number or row.slug)

    @admin.display(description="النوع", ordering="kind")
    def kind_name(self, row: Document) -> str:
        return paper_kind_name(row.kind)

    @admin.display(description="العنوان", ordering="title")
    def heading(self, row: Document) -> str:
        return display.opening(row.title, 60)

    @admin.display(description="التاريخ", ordering="date")
    def day(self, row: Document) -> str:
        return display.show_day(row.date)

    @admin.display(description="أُعدت لاجتماع", ordering="meeting__start")
    def meeting_title(self, row: Document) -> SafeString | str:
        """The body by its symbol: its name would fill the column."""
        if row.meeting is None:
            return display.NOTHING
        return format_html('{} <bdi dir="ltr">{}</bdi>', row.meeting.title, row.meeting.body.symbol)

    @admin.display(description="البند", ordering="agenda_item__position")
    def agenda_number(self, row: Document) -> str:
        return row.agenda_item.number if row.agenda_item else display.NOTHING

    @admin.display(description="نصها محفوظ", ordering="source_file")
    def held(self, row: Document) -> str:
        return display.show_truth(row.is_held)

    @admin.display(description=Document._meta.get_field("in_force").verbose_name)
    def is_in_force(self, row: Document) -> SafeString:
        why = Document._meta.get_field("in_force").help_text
        return format_html('{}<div class="help">{}</div>', display.show_truth(row.in_force), why)

    @admin.display(description="العنوان والنبذة كما طُبعا")
    def printed_cover(self, row: Document) -> SafeString:
        """Both at once: the offsets of the corrections count through title, line end and summary."""
        return display.show_printed(f"{row.printed_title}\n{row.printed_summary}".strip(), row.corrections)

    @admin.display(description="ملف المصدر")
    def file(self, row: Document) -> SafeString | str:
        if not row.source_file:
            return display.NOTHING
        return format_html(
            '<bdi dir="ltr">{}</bdi><br><small><bdi dir="ltr">SHA-256 {}</bdi></small>',
            row.source_file,
            row.source_sha256,
        )

    @admin.display(description="كل الرموز")
    def all_symbols(self, row: Document) -> SafeString | str:
        """Those of a joint paper; of another one its symbol alone."""
        symbols = [(symbol,) for symbol in row.symbols or filter(None, [row.symbol])]
        return format_html_join("، ", '<bdi dir="ltr">{}</bdi>', symbols) or display.NOTHING

    @admin.display(description="مواضيع الورقة كما تسميها الأمم المتحدة")
    def its_subjects(self, row: Document) -> SafeString | str:
        terms = [(term,) for term in row.subjects]
        return format_html_join("، ", '<bdi lang="en" dir="ltr">{}</bdi>', terms) or display.NOTHING

    @admin.display(description="النص المحفوظ")
    def text_here(self, row: Document) -> SafeString | str:
        links = [
            ("paragraph", "الفقرات", row.paragraphs.count()),
            ("section", "الأقسام", row.sections.count()),
            ("footnote", "الحواشي", row.footnotes.count()),
            ("recommendation", "التوصيات", row.recommendations.count()),
            (
                "erratum",
                "التصويبات المنتظرة",
                row.errata.filter(certainty="doubtful", decision="waiting").count(),
            ),
        ]
        addresses = (
            (reverse(f"admin:archive_{model}_changelist"), row.pk, title, count)
            for model, title, count in links
        )
        return format_html_join("، ", '<a href="{}?document__id__exact={}">{}: {}</a>', addresses)


class SectionForm(SourcedForm):
    class Meta:
        model = Section
        fields = "__all__"

    def clean(self) -> None:
        super().clean()
        same_owner(self, "parent", "document", "هذا قسم من وثيقة أخرى؛ اختر قسماً من الوثيقة نفسها.")
        parent, position = self.cleaned_data.get("parent"), self.cleaned_data.get("position")
        if parent and position and parent.position >= position:
            self.add_error("parent", "القسم الأعلى يسبق أقسامه؛ اختر قسماً ترتيبه أصغر.")


@admin.register(Section)
class SectionAdmin(SourcedAdmin):
    form = SectionForm
    list_display = ["heading", "document", "level", "label", "position", "origin"]
    list_filter = [("document", DocumentFilter), "level", OriginFilter]
    list_select_related = ["document"]
    search_fields = ["label", "document__symbol", "document__slug"]
    searched_texts = ("title",)
    autocomplete_fields = ["document", "parent"]
    identity = ("document",)
    given_by_source = ("position", "level", "printed_label", "parent")
    readonly_fields = ["printed_beside"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "document",
                    ("position", "level"),
                    ("label", "printed_label"),
                    "parent",
                    ("title", "printed_beside"),
                ]
            },
        )
    ]

    @admin.display(description="العنوان", ordering="title")
    def heading(self, row: Section) -> str:
        return display.opening(row.title)

    @admin.display(description="كما طُبع")
    def printed_beside(self, row: Section) -> SafeString:
        return display.show_printed(row.printed_title, row.corrections)


@admin.register(FormerSlug)
class FormerSlugAdmin(ReadOnlyAdmin):
    """Only shown: an address that has been given out leads on for good."""

    list_display = ["slug", "document"]
    list_select_related = ["document"]
    search_fields = ["slug", "document__symbol"]
