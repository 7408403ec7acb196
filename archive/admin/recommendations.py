"""Recommendations with their lettered items: the reading text beside the printed one."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.db.models import ForeignKey, Max, QuerySet
from django.forms import TypedChoiceField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
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
from archive.numbering import abjad, suffixes

from . import display
from .base import ReadOnlyAdmin
from .completing import CompletesKnown
from .derived import DerivedFormSet
from .divided import DividedAdmin, FormPart
from .filters import FACET_FILTERS, MeetingFilter, OriginFilter
from .meaning import CitationInline, ClauseInline, TopicInline
from .ordered import LetteredFormSet
from .publishing import PUBLISHING, PublishedForm, PublishingAdmin
from .sourced import PROVENANCE, HandRowForm, SourcedAdmin, SourcedInline, same_owner
from .together_page import ChangedTogether
from .typed import AnyInlineModelAdmin, AnyModelChoiceField


class AgendaItemOfMeeting(AnyModelChoiceField):
    """«الاجتماع السابع — البند 2»: the number alone says too little."""

    default_error_messages = {"invalid_choice": "هذا بند من اجتماع آخر؛ اختر بنداً من الاجتماع نفسه."}

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


class RecommendationForm(PublishedForm):
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
        if "agenda_item" not in self.fields:
            return
        field: Any = self.fields["agenda_item"]
        meeting = self.instance.meeting_id or self._chosen_meeting()
        if meeting:
            field.queryset = field.queryset.filter(meeting_id=meeting)
        if self.instance.pk:
            field.known = self.instance.agenda_item

    def _chosen_meeting(self) -> int | None:
        """Of a new recommendation: the meeting under which it is typed, or from whose page it is added."""
        chosen = str(self.data.get(self.add_prefix("meeting")) or self.initial.get("meeting") or "")
        return int(chosen) if chosen.isdecimal() and len(chosen) < 10 else None

    def clean_suffix(self) -> int:
        """Nothing chosen is a value of its own: without one Django would not ask whether the number is taken."""
        return self.cleaned_data["suffix"] or suffixes.NO_SUFFIX

    def clean(self) -> None:
        super().clean()
        same_owner(self, "agenda_item", "meeting", "هذا بند من اجتماع آخر؛ اختر بنداً من الاجتماع نفسه.")


def missing_letters(positions: Iterable[int]) -> list[str]:
    """The letters that stand nowhere between the first and the last of some items; «أ» too where it is not there."""
    taken = set(positions)
    return [abjad.letter(place) for place in range(1, max(taken, default=0)) if place not in taken]


#: What makes the number of a recommendation.
_NUMBER = ("series", "number", "suffix", "copy")


class SubparagraphForm(HandRowForm):
    @property
    def said(self) -> str:
        return f"({self.instance.label})"

    @property
    def may_go(self) -> bool:
        """Whether it has a box to delete it by: an item that a source gave has none."""
        return "DELETE" in self.fields and not self.fields["DELETE"].disabled


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

    @admin.display(description="كما طُبع")
    def printed(self, row: Any) -> SafeString | str:
        """Where nothing differs a word says so: eleven items twice over would bury what does."""
        if row.pk and not row.corrections and row.printed_text == row.text:
            return "كنص القراءة، بلا فرق."
        if not row.printed_text:
            return display.NOTHING
        return display.offer_erratum(row, display.show_printed(row.printed_text, row.corrections))


@admin.register(Recommendation)
class RecommendationAdmin(ChangedTogether, DividedAdmin, PublishingAdmin):
    actions = ["change_together", *PublishingAdmin.actions]

    class Media:
        js = ("archive-admin/of_meeting.js",)

    form = RecommendationForm
    list_display = ["locator", "number", "meeting", "agenda_number", "beginning", "origin"]
    list_filter = [*FACET_FILTERS, OriginFilter]
    list_select_related = ["meeting__body", "agenda_item__meeting"]
    search_fields = ["locator", "=number"]
    searched_with = ("meeting",)
    autocomplete_fields = ["meeting", "document"]
    identity = ("meeting", "series", "number", "suffix", "copy")
    mended_by_hand = ("series", "number", "suffix", "copy")
    given_by_source = ("printed_number", "form", "document", "is_provisional")
    inlines = [SubparagraphInline, ClauseInline, TopicInline, CitationInline]
    readonly_fields = ["locator", "printed_beside"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "meeting",
                    _NUMBER,
                    "agenda_item",
                    ("chapeau", "printed_beside"),
                    "is_provisional",
                ]
            },
        ),
        ("موضعها في المصدر", {"fields": ["document", ("printed_number", "form"), "locator"]}),
    ]
    parts = (
        FormPart("text", "النص والبنود", (None, PUBLISHING), (Subparagraph,)),
        FormPart("meaning", "المعنى", (), (OperativeClause, TopicAssignment, Citation)),
        FormPart("source", "المصدر", ("موضعها في المصدر", PROVENANCE)),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Recommendation]:
        return super().get_queryset(request).select_related("meeting__body", "agenda_item__meeting")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Of a number that is fixed and like any other the number alone is shown."""
        own = super().get_fieldsets(request, obj)
        if obj is None or "number" not in self.get_readonly_fields(request, obj):
            return own
        if (obj.series, obj.suffix, obj.copy) != (0, suffixes.NO_SUFFIX, 1):
            return own
        (title, first), *others = own
        fields = ["number" if name == _NUMBER else name for name in first["fields"]]
        return [(title, {**first, "fields": fields}), *others]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """The number of a new one is the next of its meeting."""
        given = super().get_changeform_initial_data(request)
        if "number" not in given and "meeting" in given:
            own = Recommendation.objects.filter(meeting=int(given["meeting"]), series=0)
            last = own.aggregate(last=Max("number"))["last"]
            given["number"] = str((last or 0) + 1)
        return given

    def response_add(self, request: HttpRequest, obj: Recommendation, post_url_continue: Any = None) -> HttpResponse:
        """Whoever goes on adding goes on in the same meeting."""
        response = super().response_add(request, obj, post_url_continue)
        if "_addanother" in request.POST and isinstance(response, HttpResponseRedirect):
            return HttpResponseRedirect(f"{reverse('admin:archive_recommendation_add')}?meeting={obj.meeting_id}")
        return response

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        gone = missing_letters(form.instance.subparagraphs.values_list("position", flat=True))
        if gone:
            letters = "، ".join(f"({letter})" for letter in gone)
            said = f"في بنود هذه التوصية فجوة: لا بند {letters}. إن لم تكن كذلك في الأصل فصحّح علامات ما بعدها."
            self.message_user(request, said, messages.WARNING)

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
        return display.offer_erratum(row, display.show_printed(row.printed_chapeau, row.corrections))


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
        return display.offer_erratum(row, display.show_printed(row.printed_text, row.corrections))

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
