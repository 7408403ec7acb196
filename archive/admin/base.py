"""What all lists and forms of the archive share, and rows that the machine writes and staff only read."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_protect

from archive.arabic.clean import clean
from archive.derivations.by_hand import Following, following
from archive.derivations.warming import warming
from archive.models import Batch
from archive.record.history.journal import acting
from archive.record.history.states import latest
from archive.record.state import locked_state

from .completing import CompletesKnown
from .history.person import action_named, person_acting
from .history.record_page import show_history
from .history.two_at_once import meet_others, meet_others_in_list
from .history.waiting_turn import Turn, in_turn
from .public_pages import page_of
from .searching import SearchedAdmin
from .selecting import BoundedSelection, is_key
from .typed import AnyInlineFormSet, AnyRowsFormSet

#: Letters of one passage: twenty pages of print. One of 10,000 is saved in half a second, and of one of 100,000 so many
#: clauses are read that its form is slow to open.
LONGEST_TYPED = 50_000
_TOO_LONG = "عدد حروف هذا النص {count}، ولا يُقبل في حقل واحد أكثر من {most}: قسّمه على حقوله، ثم احفظه."


class TypedText(forms.CharField):
    """A text as the archive keeps texts: plain letters and spaces, one kind of line end.

    Without it a form that is opened and saved would change its line ends, and the row would count as edited. The form's
    page says nothing of a limit: a browser would cut what is pasted.
    """

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value))
        if len(text) > LONGEST_TYPED:
            raise forms.ValidationError(_TOO_LONG.format(count=len(text), most=LONGEST_TYPED))
        return clean(text.replace("\r\n", "\n"))


def text_area(rows: int, columns: int) -> dict[str, Any]:
    return {
        "form_class": TypedText,
        "widget": forms.Textarea(attrs={"rows": rows, "cols": columns, "dir": "rtl"}),
    }


_NOT_ITS_ROW = "هذا الصف ليس من صفوف هذه الصفحة؛ أعد فتحها ثم عدّله."


class SentForms(AnyRowsFormSet):
    """Forms of rows, as many as were sent: whoever tells of thousands and sends none has none made for him."""

    def total_form_count(self) -> int:
        told = super().total_form_count()
        return min(told, len(self.data)) if self.is_bound else told


class OwnRowsFormSet(SentForms, AnyInlineFormSet):
    """Rows under a row. A form whose key is not that of its row would be taken for the row at its place."""

    def get_queryset(self) -> Any:
        """Each row knows the one that it stands under: its form would ask for it, row by row."""
        rows = super().get_queryset()
        if self.instance.pk:
            for row in rows:
                if not self.fk.is_cached(row):
                    setattr(row, self.fk.name, self.instance)
        return rows

    def clean(self) -> None:
        super().clean()
        assert self.model is not None
        for form in self.initial_forms:
            sent = getattr(form, "cleaned_data", {}).get(self.model._meta.pk.name)
            if form.has_changed() and form.is_valid() and sent != form.instance:
                form.add_error(None, _NOT_ITS_ROW)


class UntouchedRowsFormSet(OwnRowsFormSet):
    """Rows under a row, of which those that nobody touched are not looked at: each would cost a dozen queries."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.empty_permitted = True
        if self.instance.pk:
            # Known here; each row would ask for it to say its own name.
            setattr(form.instance, self.fk.name, self.instance)

    def clean(self) -> None:
        """Doubles are refused here, untouched rows among them, which Django would not see."""
        super().clean()
        assert self.model is not None
        for rule in self.model._meta.total_unique_constraints:
            names = [name for name in rule.fields if name != self.fk.name]
            self._refuse_alike(names, rule.get_violation_error_message())

    def _refuse_alike(self, names: list[str], sentence: str) -> None:
        seen: set[tuple[Any, ...]] = set()
        assert self.model is not None
        for form in self.forms:
            said = tuple(getattr(form.instance, self.model._meta.get_field(name).attname) for name in names)
            if not set(names) <= form.fields.keys() or None in said or _is_going(form):
                continue
            if said in seen:
                form.add_error(names[-1], sentence)
            seen.add(said)


def _is_going(form: Any) -> bool:
    return bool(getattr(form, "cleaned_data", {}).get("DELETE"))


class ArchiveAdmin(BoundedSelection, CompletesKnown, SearchedAdmin):
    """What a request writes is followed up once, when all of it is saved: forms, lists, actions, deletions."""

    class Media:
        js = ["archive-admin/drafts.js"]

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """Every form leads to the page on which readers see its row."""
        return page_of(obj)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What an address says of a new row, without keys that are none: Django's fields would ask the database."""
        given = super().get_changeform_initial_data(request)
        links = {field.name for field in self.opts.concrete_fields if field.is_relation}
        return {name: value for name, value in given.items() if name not in links or is_key(value)}

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list bears the name of its rows; Django's «اختر … لتغييره» knows no feminine."""
        context = {"title": self.opts.verbose_name_plural, **(extra_context or {})}
        if self.list_editable:
            context["opened_at"] = latest()  # before the rows are read, as in a form
        view = super().changelist_view
        done = action_named(self, request)
        act = Batch.Act.ACTION if done else Batch.Act.EDIT

        def answer() -> HttpResponse:
            return meet_others_in_list(self, request) or view(request, context)

        return self._followed(request, answer, act, done)

    @method_decorator(csrf_protect)
    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        # Before the row is read: what is saved in between has then not been seen.
        context = {"opened_at": latest(), **(extra_context or {})}
        if request.method != "POST":
            warming.begin()
            return super().changeform_view(request, object_id, form_url, context)

        def save() -> HttpResponse:
            asked = meet_others(self, request, object_id)
            # Not through Django's own view: it would open a transaction within the one that `following` opens.
            return asked or self._changeform_view(request, object_id, form_url, {**context, "opened_at": latest()})

        return self._followed(request, save)

    def get_changelist_formset(self, request: HttpRequest, **kwargs: Any) -> Any:
        return super().get_changelist_formset(request, **{"formset": SentForms, **kwargs})

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        view = super().delete_view
        return self._followed(request, lambda: view(request, *args, **kwargs), Batch.Act.DELETION)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        return show_history(self, request, object_id)

    def _followed(
        self,
        request: HttpRequest,
        answer: Callable[[], HttpResponse],
        act: Batch.Act = Batch.Act.EDIT,
        said: str = "",
    ) -> HttpResponse:
        if request.method != "POST":
            return answer()

        def write(turn: Turn) -> HttpResponse:
            with acting(person_acting(request, act, said)), following() as after:
                locked_state()
                turn.begun = True
                response = answer()
            self.tell_what_followed(request, response, after)
            return response

        return in_turn(self, request, write)

    def tell_what_followed(self, request: HttpRequest, response: HttpResponse, after: Following) -> None:
        """Hook: what became other by what was written. Staff hear of it where the rules themselves were edited."""


class ReadOnlyAdmin(ArchiveAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
