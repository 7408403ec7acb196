"""What the admin of every sourced row shares: provenance, fixed identity, no deletion of what a source gave.

Nothing is written here but through `archive.derivations.by_hand`, which derives addresses and whole texts and
raises the data version in the same transaction.
"""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import actions
from django.db.models import Model, QuerySet, TextField
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from archive.derivations.by_hand import (
    WHY_NOT_DELETED,
    delete_by_hand,
    differences,
    only_by_hand,
    save_by_hand,
)
from archive.loading.stored_rows import WORDS_OF_LANGUAGE
from archive.models import (
    Derivation,
    Derived,
    Document,
    EarlierText,
    FormerLocator,
    FormerSlug,
    LanguageText,
    OperativeActor,
    OperativeAddressee,
    SearchEntry,
)
from archive.models.provenance import Sourced
from archive.record.history.journal import watch_stored
from archive.record.history.recorded import recorded_kind
from archive.record.kinds import ROW_KINDS
from archive.record.merge import STATED_BY

from . import display
from .base import ArchiveAdmin, UntouchedRowsFormSet, text_area
from .completing import CompletesKnown, tell_known
from .entries import TYPED_ENTRIES
from .typed import AnyInline, AnyModelForm

#: The title of the field set that ends every form.
PROVENANCE = "من أين جاءت القيم"

_MADE_OF_ROWS: tuple[type[Model], ...] = (
    *(kind.model for kind in ROW_KINDS if issubclass(kind.model, Derived)),
    *(OperativeAddressee, OperativeActor, Derivation, SearchEntry, EarlierText, LanguageText),
    *(FormerLocator, FormerSlug),
)


#: Why words cannot be edited; they are those of a paper in another language.
_WAITS_FOR_ARABIC = "نص النسخة الإنكليزية كما في ملفها؛ يحل محله النص العربي حين يُستلم، وعندئذ يعدَّل."


def _is_in_arabic(row: Any) -> bool:
    """Whether what the row says is in Arabic; not where its paper is held in another language alone."""
    document = row if isinstance(row, Document) else getattr(getattr(row, "recommendation", row), "document", None)
    return document is None or document.is_in_arabic


class SourcedForm(AnyModelForm):
    """A form whose fixed fields still count for what may stand there once: the place of a heading in its document."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tell_known(self)
        if self.instance.pk is not None and not _is_in_arabic(self.instance):
            for name in WORDS_OF_LANGUAGE & self.fields.keys():
                self.fields[name].disabled = True
                self.fields[name].help_text = _WAITS_FOR_ARABIC

    def _get_validation_exclusions(self) -> set[str]:
        excluded = super()._get_validation_exclusions()
        if self.instance.pk is None:
            return excluded
        together = [set(rule.fields) for rule in self._meta.model._meta.total_unique_constraints]
        for names in together:
            if names - excluded:
                excluded -= names - self.fields.keys()
        # Where a row points already, a row is.
        same = {name for name in self.fields if self._is_link(name) and name not in self.changed_data}
        return excluded | same.difference(*together)

    def _is_link(self, name: str) -> bool:
        return any(known.name == name and known.is_relation for known in self._meta.model._meta.concrete_fields)


class SourcedAdmin(ArchiveAdmin):
    """Base of the admin of a row that a source fills and staff may change."""

    class Media:
        js = ("archive-admin/mark_word.js",)

    form = SourcedForm
    #: Fields that make the address: open while a row is new, fixed afterwards.
    identity: tuple[str, ...] = ()
    #: Fields that every load sets anew from the source (order, place, printed marks): fixed then.
    given_by_source: tuple[str, ...] = ()
    #: Fields of `identity` that staff may mend while all that stands below the address was entered by hand too. The old
    #: address leads on where it was a page.
    mended_by_hand: tuple[str, ...] = ()
    #: Read-only fields that end every form.
    provenance_fields = ("source_place", "changed_by_staff", "missing", "created", "updated")
    actions = ["delete_selected"]
    formfield_overrides = {TextField: text_area(6, 70), **TYPED_ENTRIES}
    save_on_top = False
    show_full_result_count = True

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        fixed = self.identity if obj is not None else ()
        if obj is not None and self.mended_by_hand and only_by_hand(obj):
            fixed = tuple(name for name in fixed if name not in self.mended_by_hand)
        if obj is not None and not obj.entered_by_hand:
            fixed = (*fixed, *self.given_by_source)
        return (*super().get_readonly_fields(request, obj), *self.provenance_fields, *fixed)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The provenance comes last. A new row has none, nor anything else to show but what is typed."""
        own = list(super().get_fieldsets(request, obj))
        if obj is None:
            shown = set(self.readonly_fields)
            typed = [(title, {**part, "fields": _without(part["fields"], shown)}) for title, part in own]
            return [(title, part) for title, part in typed if part["fields"]]
        note = "" if obj.entered_by_hand else WHY_NOT_DELETED
        return [*own, (PROVENANCE, {"fields": self.provenance_fields, "description": note})]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [name for name in super().get_fields(request, obj) if name not in self.provenance_fields]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if isinstance(obj, Sourced) and not obj.entered_by_hand:
            return False
        return bool(super().has_delete_permission(request, obj))

    @admin.action(description="حذف ما أُدخل يدوياً من المحدد", permissions=["delete"])
    def delete_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        if queryset.exclude(source_values={}).exists():
            self.message_user(request, WHY_NOT_DELETED, messages.ERROR)
            return None
        return actions.delete_selected(self, request, queryset)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A row is deleted on its own page, not in passing from the form of another."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and hasattr(field.widget, "can_delete_related"):
            field.widget.can_delete_related = False
        return field

    # Writing ------------------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_by_hand(obj, typed=form.changed_data)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.save(commit=False)
        changed = [row for row, _typed in formset.changed_objects]
        if changed:
            watch_stored(recorded_kind(changed[0]), [row.pk for row in changed])
        for row, typed in [*formset.changed_objects, *((row, None) for row in formset.new_objects)]:
            save_by_hand(row, typed=typed)
        for row in formset.deleted_objects:
            delete_by_hand(row)
        formset.save_m2m()

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What is made of a row goes with it: who may delete the row needs no leave for that."""
        shown, counts, needed, protected = super().get_deleted_objects(objs, request)
        return shown, counts, needed - {model._meta.verbose_name for model in _MADE_OF_ROWS}, protected

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        delete_by_hand(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for row in queryset:
            delete_by_hand(row)

    # Provenance ---------------------------------------------------------------------------------------

    @admin.display(description="موضعه في المصدر")
    def source_place(self, row: Any) -> SafeString | str:
        if row.entered_by_hand:
            return "أُدخل يدوياً"
        stated = row.source_values.get(STATED_BY)
        if stated:  # several documents may state its facts; each fact has its own
            rows = [(display.name_of_field(type(row), field), file) for field, (_, file) in stated.items()]
            return display.show_table(("الحقل", "من"), rows)
        lines = (getattr(row, "first_line", None), getattr(row, "last_line", None))
        return display.show_place(self.document_of(row), *lines)

    def document_of(self, row: Any) -> Document | None:
        """The document whose text the row is."""
        return row if isinstance(row, Document) else getattr(row, "document", None)

    @admin.display(description="ما عدّله الموظفون")
    def changed_by_staff(self, row: Any) -> SafeString | str:
        if row.entered_by_hand:
            return "كل القيم أُدخلت يدوياً."
        changes = differences(row)
        if not changes:
            return "لا شيء: كل القيم كما في المصدر."
        rows = [(display.name_of_field(type(row), field), said, stored) for field, said, stored in changes]
        return display.show_table(("الحقل", "في المصدر", "في الأرشيف"), rows)

    @admin.display(description="غائب عن المصدر منذ")
    def missing(self, row: Any) -> str:
        return display.show_moment(row.missing_since)

    @admin.display(description="أُنشئ في")
    def created(self, row: Any) -> str:
        return display.show_moment(row.created_at)

    @admin.display(description="عُدّل في")
    def updated(self, row: Any) -> str:
        return display.show_moment(row.updated_at)

    @admin.display(description="المصدر")
    def origin(self, row: Any) -> str:
        if row.entered_by_hand:
            return "يدوياً"
        if row.missing_since:
            return "غاب عن مصدره"
        return "معدَّل" if differences(row) else "وثيقة"


class HandRowForm(SourcedForm):
    """A row under a row. Its rules are not asked of the database, which costs three queries each: the fields strip and
    want texts, the rows together fill what is empty and refuse doubles.
    """

    def _post_clean(self) -> None:
        self.instance.validate_constraints = _ask_nothing
        try:
            super()._post_clean()
        finally:
            del self.instance.validate_constraints


def _ask_nothing(exclude: Any = None) -> None:
    """In place of a row's own `validate_constraints`, which Django's forms call without a choice."""


class HandRowsFormSet(UntouchedRowsFormSet):
    """Rows under a row: those that a source gave keep their order and cannot be ticked for deletion."""

    given_by_source: tuple[str, ...] = ()

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if form.instance.pk is None or form.instance.entered_by_hand:
            return
        for name in self.given_by_source:
            form.fields[name].disabled = True
        if self.can_delete:
            form.fields["DELETE"].disabled = True
            form.fields["DELETE"].widget = forms.HiddenInput()


class SourcedInline(CompletesKnown, AnyInline):
    form = HandRowForm
    formset = HandRowsFormSet
    extra = 0
    formfield_overrides = {TextField: text_area(3, 50), **TYPED_ENTRIES}

    @admin.display(description="كما طُبع")
    def printed(self, row: Any) -> SafeString | str:
        """The printed form of the row's text, of a row that has a `printed_text` or a `printed_title`."""
        text = getattr(row, "printed_text", None) or getattr(row, "printed_title", "")
        return display.show_printed(text, row.corrections) if text else display.NOTHING


def _without(fields: Any, shown: set[str]) -> list[Any]:
    """The fields, of which some stand together in a tuple, without those in `shown`."""
    kept: list[Any] = []
    for entry in fields:
        names = [name for name in ((entry,) if isinstance(entry, str) else entry) if name not in shown]
        if names:
            kept.append(names[0] if len(names) == 1 else tuple(names))
    return kept


def same_owner(form: Any, field: str, owner: str, sentence: str) -> None:
    """Puts `sentence` at `field` when the row chosen there belongs to another `owner` than this one."""
    chosen = form.cleaned_data.get(field)
    own = form.cleaned_data.get(owner) or getattr(form.instance, owner, None)
    if chosen is not None and own is not None and getattr(chosen, f"{owner}_id") != own.pk:
        form.add_error(field, sentence)
