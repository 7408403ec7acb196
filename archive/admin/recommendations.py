"""Recommendations with their lettered items: the reading text beside the printed one."""

from typing import Any

from django.contrib import admin
from django.db.models import ForeignKey, QuerySet
from django.forms import TypedChoiceField
from django.http import HttpRequest
from django.utils.safestring import SafeString

from archive.models import (
    AgendaItem,
    Citation,
    Document,
    FormerLocator,
    OperativeClause,
    Recommendation,
    Subparagraph,
    TopicAssignment,
)
from archive.numbering import suffixes

from . import display
from .base import ReadOnlyAdmin
from .completing import CompletesKnown
from .derived import DerivedFormSet
from .divided import DividedAdmin, Part
from .filters import FACET_FILTERS, MeetingFilter, OriginFilter
from .meaning import CitationInline, ClauseInline, TopicInline
from .ordered import LetteredFormSet
from .sourced import PROVENANCE, HandRowForm, SourcedAdmin, SourcedForm, SourcedInline, same_owner
from .typed import AnyInlineModelAdmin, AnyModelChoiceField


class AgendaItemOfMeeting(AnyModelChoiceField):
    """«الاجتماع السابع — البند 2»: the number alone says too little."""

    #: The item that stands there already: it is not looked up again.
    known: AgendaItem | None = None

    def to_python(self, value: Any) -> Any:
        return self.known if self.known is not None and str(value) == str(self.known.pk) else super().to_python(value)

    def label_from_instance(self, obj: AgendaItem) -> str:
        return f"{obj.meeting.title} — {display.opening(str(obj))}"


def _suffixes() -> list[tuple[int, str]]:
    """What may stand behind a number, as staff choose it."""
    codes = [*range(2, 7), *range(101, 120), *range(201, 229)]
    return [(suffixes.NO_SUFFIX, "—"), *((code, suffixes.in_arabic(code).strip()) for code in codes)]


class RecommendationForm(SourcedForm):
    suffix = TypedChoiceField(label="لاحقة الرقم", coerce=int, choices=_suffixes, required=False)

    class Meta:
        model = Recommendation
        fields = "__all__"
        error_messages = {
            "__all__": {
                "unique_together": "في هذا الاجتماع توصية بهذا الرقم؛ صحّح الرقم، أو زد «النسخة» "
                "واحداً إن كان الرقم مكرراً في الأصل.",
            }
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "agenda_item" in self.fields:
            field: Any = self.fields["agenda_item"]
            field.queryset = field.queryset.filter(meeting_id=self.instance.meeting_id)
            field.known = self.instance.agenda_item

    def clean_suffix(self) -> int:
        """Nothing chosen is a value of its own: without one Django would not ask whether the number is taken."""
        return self.cleaned_data["suffix"] or suffixes.NO_SUFFIX

    def clean(self) -> None:
        super().clean()
        same_owner(self, "agenda_item", "meeting", "هذا بند من اجتماع آخر؛ اختر بنداً من الاجتماع نفسه.")


class SubparagraphForm(HandRowForm):
    @property
    def said(self) -> str:
        return f"({self.instance.label})"


class SubparagraphInline(CompletesKnown, AnyInlineModelAdmin):
    """Cards: the text of an item wants room, and the printed one beside it."""

    model = Subparagraph
    form = SubparagraphForm
    formset = LetteredFormSet
    template = "admin/archive/rows.html"
    extra = 0
    formfield_overrides = SourcedInline.formfield_overrides
    fields = [("label", "position"), ("text", "printed")]
    readonly_fields = ["printed"]
    printed = SourcedInline.printed


@admin.register(Recommendation)
class RecommendationAdmin(DividedAdmin, SourcedAdmin):
    form = RecommendationForm
    list_display = ["locator", "number", "meeting", "agenda_number", "beginning", "origin"]
    list_filter = [*FACET_FILTERS, OriginFilter]
    list_select_related = ["meeting__body", "agenda_item__meeting"]
    search_fields = ["locator", "=number"]
    searched_with = ("meeting",)
    autocomplete_fields = ["meeting", "document"]
    identity = ("meeting", "series", "number", "suffix", "copy")
    mended_by_hand = ("series", "number", "suffix", "copy")
    given_by_source = ("printed_number", "form", "document")
    inlines = [SubparagraphInline, ClauseInline, TopicInline, CitationInline]
    readonly_fields = ["locator", "printed_beside"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "meeting",
                    ("series", "number", "suffix", "copy"),
                    "agenda_item",
                    ("chapeau", "printed_beside"),
                ]
            },
        ),
        ("موضعها في المصدر", {"fields": ["document", ("printed_number", "form"), "locator"]}),
    ]
    parts = (
        Part("text", "النص والبنود", (None,), (Subparagraph,)),
        Part("meaning", "المعنى", (), (OperativeClause, TopicAssignment, Citation)),
        Part("source", "المصدر", ("موضعها في المصدر", PROVENANCE)),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Recommendation]:
        return super().get_queryset(request).select_related("meeting__body", "agenda_item__meeting")

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """What is read out of a text comes when there is a text."""
        return self.inlines if obj is not None else self.inlines[:1]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        if isinstance(formset, DerivedFormSet):
            formset.save_words(request, self)
        else:
            super().save_formset(request, form, formset, change)

    def formfield_for_foreignkey(self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "agenda_item":
            kwargs["form_class"] = AgendaItemOfMeeting
            kwargs["queryset"] = AgendaItem.objects.select_related("meeting__body").in_order()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="البند", ordering="agenda_item__position")
    def agenda_number(self, row: Recommendation) -> str:
        return row.agenda_item.number if row.agenda_item else display.NOTHING

    @admin.display(description="أول النص")
    def beginning(self, row: Recommendation) -> str:
        return display.opening(row.text)

    @admin.display(description="كما طُبع")
    def printed_beside(self, row: Recommendation) -> SafeString | str:
        return display.show_printed(row.printed_chapeau, row.corrections)


@admin.register(Subparagraph)
class SubparagraphAdmin(SourcedAdmin):
    list_display = ["label", "recommendation", "beginning", "origin"]
    list_filter = [("recommendation__meeting", MeetingFilter), OriginFilter]
    list_select_related = ["recommendation__meeting__body"]
    search_fields = ["recommendation__locator"]
    searched_texts = ("text",)
    autocomplete_fields = ["recommendation"]
    identity = ("recommendation", "position")
    readonly_fields = ["printed_beside"]
    fieldsets = [(None, {"fields": ["recommendation", ("position", "label"), ("text", "printed_beside")]})]

    @admin.display(description="أول النص")
    def beginning(self, row: Subparagraph) -> str:
        return display.opening(row.text)

    @admin.display(description="كما طُبع")
    def printed_beside(self, row: Subparagraph) -> SafeString | str:
        return display.show_printed(row.printed_text, row.corrections)

    def document_of(self, row: Subparagraph) -> Document | None:
        return row.recommendation.document


@admin.register(FormerLocator)
class FormerLocatorAdmin(ReadOnlyAdmin):
    """Only shown: an address that has been given out leads on for good."""

    list_display = ["locator", "leads_to"]
    list_select_related = ["meeting", "recommendation"]
    search_fields = ["locator", "meeting__slug", "recommendation__locator"]

    @admin.display(description="يقود الآن إلى")
    def leads_to(self, row: FormerLocator) -> str:
        return row.now
