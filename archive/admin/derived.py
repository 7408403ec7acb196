"""What rules derived, for staff to confirm, reject, change, add to, or give back to the rule."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db import models
from django.db.models import Case, QuerySet, When
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.derivations.by_hand import WordsNotFound, change_by_staff, say_word
from archive.derivations.citation_names import needed_names, shared_names
from archive.derivations.places import place_in_text, text_of
from archive.models import Citation, Derived, OperativeAddressee, OperativeClause, TopicAssignment

from . import display
from .base import ArchiveAdmin, UntouchedRowsFormSet, text_area
from .completing import CompletesKnown, tell_known
from .decisions import DecisionAdmin
from .typed import AnyInlineModelAdmin, AnyModelAdmin, AnyModelForm

WAITS_FOR_SECOND = "سُجّل قرارك، وينفَّذ حين يقول شخص ثانٍ مثله."
_NAMELESS = "اذكر ما يُستشهد به بحسب نوعه: الصك، أو المادة، أو التوصية، أو الرمز …"
CHOICES = {"confirm": "أكِّد", "reject": "ارفض", "give_back": "أعده إلى القاعدة"}


class StandingFilter(admin.SimpleListFilter):
    """Who has the last word on a value."""

    title = "القرار"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("suggested", "اقتراح لم يُنظر فيه"),
            ("confirmed", "مؤكد"),
            ("staff", "من الموظفين"),
            ("rejected", "مرفوض"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "suggested":
                return queryset.filter(origin=Derived.Origin.RULE, decision=Derived.Decision.NONE)
            case "confirmed":
                return queryset.filter(decision=Derived.Decision.CONFIRMED)
            case "staff":
                return queryset.filter(origin=Derived.Origin.STAFF)
            case "rejected":
                return queryset.filter(decision=Derived.Decision.REJECTED)
        return queryset


def standing_of(row: Derived) -> str:
    """«قاعدة», «قاعدة، مؤكد», «الموظفون»."""
    if row.pk is None:
        return display.NOTHING
    if row.decision == Derived.Decision.REJECTED:
        return f"{row.get_origin_display()}، مرفوض"
    if row.origin == Derived.Origin.RULE and row.decision == Derived.Decision.CONFIRMED:
        return "قاعدة، مؤكد"
    return str(row.get_origin_display())


def open_choices(row: Derived) -> dict[str, str]:
    """What staff may still say of a row."""
    taken = {Derived.Decision.CONFIRMED: "confirm", Derived.Decision.REJECTED: "reject"}.get(
        Derived.Decision(row.decision), "give_back"
    )
    return {choice: label for choice, label in CHOICES.items() if choice != taken}


def show_place(row: OperativeClause | Citation) -> SafeString | str:
    """The passage with the words marked; where they no longer stand, the passage alone."""
    if row.pk is None:
        return display.NOTHING
    text = text_of(row)
    start, end = row.place or (0, 0)
    return format_html(
        '<div class="printed" dir="rtl">{}<mark class="certain">{}</mark>{}</div>',
        text[:start],
        text[start:end],
        text[end:],
    )


def _told(row: Any) -> list[str]:
    match row:
        case OperativeClause():
            return [f"«{row.phrase}»", row.get_verb_class_display(), *map(str, row.addressees.all())]
        case Citation():
            return [row.get_kind_display(), f"«{display.opening(row.text, 60)}»"]
        case TopicAssignment():
            return [str(row.topic), f"{row.confidence:.0%}"]
    return [str(row)]


class DerivedForm(AnyModelForm):
    """A value as staff may change it; words that it quotes must stand in the text. `word` is for rows under a row."""

    word = forms.ChoiceField(label="قرارك", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = open_choices(self.instance) if self.instance.pk else {}
        word: Any = self.fields["word"]
        word.choices = [("", display.NOTHING), *choices.items()]
        tell_known(self)

    @property
    def said(self) -> str:
        """The row in a line: what it says, and who has the last word on it."""
        return " · ".join([*_told(self.instance), standing_of(self.instance)])

    def clean(self) -> None:
        super().clean()
        row = self.instance
        if isinstance(row, Citation):
            self._refuse_nameless(row)
        words = {OperativeClause: "phrase", Citation: "text"}.get(type(row))
        if words is None or not self.cleaned_data.get(words) or not set(self.changed_data) - {"word"}:
            return  # what nobody touches may stand in a text that is being rewritten
        for name in ("recommendation", "subparagraph", "paragraph"):
            if name in self.cleaned_data:
                setattr(row, name, self.cleaned_data[name])
        try:
            place_in_text(row, self.cleaned_data[words])
        except WordsNotFound as refusal:
            self.add_error(words, str(refusal))


    def _refuse_nameless(self, row: Citation) -> None:
        """A citation of each kind names its thing in fields of its own; those of another kind will be emptied."""
        kind = self.cleaned_data.get("kind")
        if kind is None:
            return
        kept = shared_names(row.kind, kind) if row.pk else ()
        known = {
            name: self.cleaned_data[name] if name in self.cleaned_data else getattr(row, name)
            for name in needed_names(kind)
            if name in self.cleaned_data or kind == row.kind or name in kept
        }
        if not any(known.values()):
            self.add_error("kind", _NAMELESS)


class ClauseForm(DerivedForm):
    addressees = forms.MultipleChoiceField(
        label="الجهات المخاطَبة",
        choices=OperativeAddressee.Code.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    actors = forms.MultipleChoiceField(
        label="الجهات المطلوب منها الإجراء",
        choices=OperativeAddressee.Code.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="من يُطلب منه أن يفعل، وقد لا يكون المخاطَب: «تودّ أن تطلب إلى المكتب أن …». وإن تُركت فارغة في عبارة "
        "جديدة قُرئت من النص.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["addressees"] = [one.code for one in self.instance.addressees.all()]
            self.initial["actors"] = [one.code for one in self.instance.actors.all()]


def save_form(form: AnyModelForm, user: Any) -> None:
    """What staff typed is theirs from now on. Raises WordsNotFound."""
    more = {name: form.cleaned_data[name] for name in ("addressees", "actors") if name in form.cleaned_data}
    change_by_staff(form.instance, by=user, **more)


class DerivedAdmin(DecisionAdmin):
    """A list with suggestions first, and a form whose buttons decide."""

    form = DerivedForm
    change_form_template = "admin/archive/derived_form.html"
    choices_offered = CHOICES
    no_refusals = frozenset({WAITS_FOR_SECOND})
    actions = ["confirm_rows", "reject_rows", "give_rows_back"]
    formfield_overrides: ClassVar[dict[Any, Any]] = {models.TextField: text_area(3, 70)}

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        suggested = When(origin=Derived.Origin.RULE, decision=Derived.Decision.NONE, then=0)
        return [Case(suggested, default=1).asc(), *(self.opts.ordering or ())]

    @admin.action(description="تأكيد المحدد", permissions=["change"])
    def confirm_rows(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self.decide(request, queryset, "confirm")

    @admin.action(description="رفض المحدد", permissions=["change"])
    def reject_rows(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self.decide(request, queryset, "reject")

    @admin.action(description="إعادة المحدد إلى القاعدة", permissions=["change"])
    def give_rows_back(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self.decide(request, queryset, "give_back")

    def choices_for(self, row: Derived) -> dict[str, str]:
        return open_choices(row)

    def apply_to(self, rows: Sequence[Any], choice: str, user: Any) -> dict[Any, str]:
        """All of them in few statements."""
        waiting = say_word(rows, choice, by=user, needs_second=settings.ARCHIVE_SECOND_PERSON)
        return dict.fromkeys(waiting, WAITS_FOR_SECOND)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if request.method == "POST" and request.POST.get("choice", "") not in self.choices_offered:
            return ArchiveAdmin.change_view(self, request, object_id, form_url, extra_context)
        if request.method == "POST" and request.POST["choice"] != "give_back" and self._is_typed(request, object_id):
            # What was typed beside the key is saved first; where it is refused, nothing is decided.
            saved = ArchiveAdmin.change_view(self, request, object_id, form_url, extra_context)
            if not isinstance(saved, HttpResponseRedirect):
                return saved
        return super().change_view(request, object_id, form_url, extra_context)

    def _is_typed(self, request: HttpRequest, object_id: str) -> bool:
        """Whether a field of the form was changed; a key that comes without the form's fields says nothing of them."""
        row = self.get_object(request, unquote(object_id))
        if row is None or not self.has_change_permission(request, row):
            return False
        form = self.get_form(request, row, change=True)(request.POST, instance=row)
        return not form.fields.keys().isdisjoint(request.POST) and form.has_changed()

    def save_model(self, request: HttpRequest, obj: Derived, form: Any, change: bool) -> None:
        save_form(form, request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return ArchiveAdmin.has_add_permission(self, request)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """What makes the row is fixed once it is there: another one is another row."""
        return [*self.readonly_fields, *(self.identity if obj is not None else ())]

    #: Fields that say of what the value is.
    identity: tuple[str, ...] = ()

    @admin.display(description="القرار")
    def standing(self, row: Derived) -> str:
        return standing_of(row)

    @admin.display(description="صاحب القرار")
    def decided_person(self, row: Derived) -> str:
        return str(row.decided_by) if row.decided_by else display.NOTHING


class DerivedFormSet(UntouchedRowsFormSet):
    """Rows of a recommendation's form: each may be changed, added, or decided about."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "subparagraph" in form.fields:
            form.fields["subparagraph"].queryset = self.instance.subparagraphs.all()
            # Asked for once, not by each row.
            form.fields["subparagraph"].choices = self._items

    @cached_property
    def _items(self) -> list[tuple[Any, str]]:
        items = self.instance.subparagraphs.all()
        return [("", "في الفاتحة"), *((item.pk, f"({item.label}) {display.opening(item.text, 40)}") for item in items)]

    def save_words(self, request: HttpRequest, model_admin: AnyModelAdmin) -> None:
        """Carry out what was typed and decided; a refusal is told and leaves its row as it was."""
        self.new_objects, self.changed_objects, self.deleted_objects = [], [], []
        for form in self.forms:
            if not form.has_changed() or not form.is_valid():
                continue
            try:
                self._save_one(form, request.user)
            except ValueError as refusal:
                model_admin.message_user(request, str(refusal), messages.ERROR)

    def _save_one(self, form: Any, user: Any) -> None:
        word = form.cleaned_data.get("word")
        is_new = form.instance.pk is None
        typed = [name for name in form.changed_data if name != "word"]
        if typed:
            save_form(form, user)
            (self.new_objects.append if is_new else self.changed_objects.append)(
                form.instance if is_new else (form.instance, typed)
            )
        if word:
            if say_word([form.instance], word, by=user, needs_second=settings.ARCHIVE_SECOND_PERSON):
                raise ValueError(f"{form.instance}: {WAITS_FOR_SECOND}")
            if not typed:
                self.changed_objects.append((form.instance, ["decision"]))


class DerivedInline(CompletesKnown, AnyInlineModelAdmin):
    """Cards, each closed under the line that says it: a recommendation may have dozens."""

    template = "admin/archive/rows.html"
    is_closed = True
    formset = DerivedFormSet
    form = DerivedForm
    extra = 0
    can_delete = False
    formfield_overrides: ClassVar[dict[Any, Any]] = {models.TextField: text_area(2, 40)}

    @admin.display(description="المنشأ")
    def standing(self, row: Derived) -> str:
        return standing_of(row)

    @admin.display(description="موضعها في النص")
    def in_text(self, row: Any) -> SafeString | str:
        return show_place(row)
