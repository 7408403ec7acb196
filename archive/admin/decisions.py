"""Rows about which staff decide: shown read-only, with one button for each choice that is open."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.arabic.clean import clean
from archive.derivations.by_hand import following
from archive.models import Batch
from archive.record.history.journal import acting

from . import display
from .base import ArchiveAdmin
from .history.person import person_acting
from .history.two_at_once import has_changed_since
from .lists import next_in_list

#: Sent by the pages that decide: the next of the list comes at once.
ONWARD = "_onward"
_CAME_FROM = "_changelist_filters"
CHANGED_SINCE = "عدّل شخص آخر هذا الصف بعد أن فتحته؛ لم يُنفّذ القرار. انظر فيه كما هو الآن ثم قرّر."
UNTYPED = "اكتب القيمة أولاً؛ لم يتغير شيء."
CLOSED = "ليس هذا القرار متاحاً لهذا الصف؛ لم يتغير شيء."


class DecisionAdmin(ArchiveAdmin):
    """Base: a subclass says which choices are open for a row and applies one."""

    change_form_template = "admin/archive/decision_form.html"
    #: What a button sends → what it says.
    choices_offered: ClassVar[dict[str, str]] = {}
    #: Choices that take what is typed beside their key: the name of its field.
    typed_beside: ClassVar[dict[str, str]] = {}
    #: Sentences of `apply_to` that tell of no failure.
    no_refusals: frozenset[str] = frozenset()

    def choices_for(self, row: Any) -> dict[str, str]:
        """Those of `choices_offered` that would change something; none for a row that is decided for good."""
        raise NotImplementedError

    def choices_shown(self, row: Any) -> dict[str, str]:
        """Those that have a key on the form: one that could only be refused has none."""
        return self.choices_for(row)

    def apply(self, row: Any, choice: str, user: Any) -> None:
        """Carries out the choice; may raise ValueError with a sentence."""
        raise NotImplementedError

    def apply_typed(self, row: Any, typed: str, user: Any) -> None:
        """Carries out a choice of `typed_beside`; may raise ValueError with a sentence."""
        raise NotImplementedError

    def apply_to(self, rows: Sequence[Any], choice: str, user: Any) -> dict[Any, str]:
        """Carries out the choice for several rows; gives the sentences of those that refused it."""
        refused = {}
        for row in rows:
            try:
                self.apply(row, choice, user)
            except ValueError as refusal:
                refused[row] = str(refusal)
        return refused

    def decide(self, request: HttpRequest, rows: QuerySet[Any], choice: str) -> bool:
        """Applies a choice to those of `rows` for which it is open, says what became of them all, and whether it was
        refused for none."""
        open_rows = []
        for row in rows:
            if choice in self.choices_for(row):
                open_rows.append(row)
            else:
                self.message_user(request, f"{row}: {CLOSED}", messages.WARNING)
        names = {row: str(row) for row in open_rows}
        with acting(person_acting(request, Batch.Act.DECISION, self.choices_offered[choice])), following():
            if choice in self.typed_beside:
                refused = self._apply_typed(request, open_rows, self.typed_beside[choice])
            else:
                refused = self.apply_to(open_rows, choice, request.user)
        for row, sentence in refused.items():
            level = messages.WARNING if sentence in self.no_refusals else messages.ERROR
            self.message_user(request, f"{names[row]}: {sentence}", level)
        done = [row for row in open_rows if row not in refused]
        if done:
            said = self.choices_offered[choice]
            LogEntry.objects.log_actions(request.user.pk or 0, done, CHANGE, said)
            self.message_user(request, f"{said}: نُفّذ القرار في {len(done)}.", messages.SUCCESS)
        return not [sentence for sentence in refused.values() if sentence not in self.no_refusals]

    def _apply_typed(self, request: HttpRequest, rows: Sequence[Any], name: str) -> dict[Any, str]:
        typed, refused = clean(request.POST.get(name, "").replace("\r\n", "\n")).strip(), {}
        for row in rows:
            try:
                if not typed:
                    raise ValueError(UNTYPED)
                self.apply_typed(row, typed, request.user)
            except ValueError as refusal:
                refused[row] = str(refusal)
        return refused

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if request.method == "POST" and row is not None and self.has_change_permission(request, row):
            choice = request.POST.get("choice", "")
            # Which row comes next in the list is asked before the decision moves this one.
            following_one = next_in_list(self, request, row)
            if choice in self.choices_offered and has_changed_since(request, row):
                self.message_user(request, CHANGED_SINCE, messages.WARNING)
                return HttpResponseRedirect(request.get_full_path())
            is_done = choice not in self.choices_offered or self.decide(
                request, self.get_queryset(request).filter(pk=row.pk), choice
            )
            if not is_done and ONWARD in request.POST:
                return HttpResponseRedirect(request.get_full_path())
            if following_one is not None and ONWARD in request.POST:
                return HttpResponseRedirect(self._form_in_list(request, following_one))
            if following_one is not None:
                self.message_user(request, self._way_on(request, following_one))
            return HttpResponseRedirect(self._in_list(request, reverse(f"{self._named}_changelist")))
        offered = self.choices_shown(row) if row is not None else {}
        after = next_in_list(self, request, row) if row is not None and _CAME_FROM in request.GET else None
        context = {
            "choices_offered": offered,
            "next_address": self._form_in_list(request, after) if after is not None else "",
            "list_address": self._in_list(request, reverse(f"{self._named}_changelist")),
        }
        return super().change_view(request, object_id, form_url, {**context, **(extra_context or {})})

    @property
    def _named(self) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}"

    def _in_list(self, request: HttpRequest, address: str) -> str:
        """The address with the filters of the list from which the form was opened."""
        kept: Any = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return add_preserved_filters(kept, address)

    def _form_in_list(self, request: HttpRequest, row: Any) -> str:
        return self._in_list(request, reverse(f"{self._named}_change", args=[row.pk]))

    def _way_on(self, request: HttpRequest, row: Any) -> SafeString:
        return format_html('التالي في القائمة: <a href="{}">{}</a>', self._form_in_list(request, row), row)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """All of them: a decision is the only change."""
        fields: list[str] = []
        for entry in self.fields or ():
            fields.extend([entry] if isinstance(entry, str) else entry)
        return fields

    @admin.display(description="تاريخ القرار")
    def decided(self, row: Any) -> str:
        return display.show_moment(row.decided_at)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
