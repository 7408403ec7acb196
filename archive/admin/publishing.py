"""Publishing at the desk: what state a row has with readers, and who may change it."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.derivations.by_hand import following
from archive.models import Published
from archive.record.publishing import publish, take_back, withdraw
from archive.record.touched import Changed

from .sourced import SourcedAdmin, SourcedForm

#: The title of the field set.
PUBLISHING = "النشر"

#: So many of what is to be withdrawn are named; of more the number is said.
MOST_NAMED = 100

_WITHDRAWN = Published.State.WITHDRAWN
_REASON = "اذكر سبب السحب؛ يقرؤه من يفتح رابط ما سُحب."


class PublishedForm(SourcedForm):
    """A withdrawal gives its reason; a reason without a withdrawal says nothing to anybody, and is left out."""

    def clean(self) -> None:
        super().clean()
        cleaned = self.cleaned_data
        if "state" in self.fields:
            because = (cleaned.get("withdrawn_because") or "").strip()
            is_withdrawn = cleaned.get("state") == _WITHDRAWN
            if is_withdrawn and not because:
                self.add_error("withdrawn_because" if "withdrawn_because" in self.fields else "state", _REASON)
            if "withdrawn_because" in self.fields:
                cleaned["withdrawn_because"] = because if is_withdrawn else ""


class PublishingAdmin(SourcedAdmin):
    """Base of rows with a state: who writes texts enters drafts or published ones; publishing is another right."""

    form = PublishedForm
    actions = ["publish_rows", "take_rows_back", "withdraw_rows", "delete_selected"]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"{self.opts.app_label}.publish_{self.opts.model_name}")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        fixed: tuple[str, ...] = ("withdrawn_at", "joined")
        if obj is not None and not self.has_publish_permission(request):
            fixed = ("withdrawn_at", "withdrawn_because", "state", "joined")
        return (*super().get_readonly_fields(request, obj), *fixed)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A new row is a draft or published; of one that is there comes what a withdrawal asks."""
        own = list(super().get_fieldsets(request, obj))
        fields = ["state"] if obj is None else [("state", "withdrawn_at"), "withdrawn_because", "joined"]
        last = len(own) if obj is None else -1
        return [*own[:last], (PUBLISHING, {"fields": fields}), *own[last:]]

    @admin.display(description="الضم")
    def joined(self, row: Any) -> SafeString:
        """What it has gone into, or the way to say that it is another."""
        if row.merged_into is not None:
            address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.merged_into_id])
            return format_html('ضُم إلى: <a href="{}">{}</a>', address, row.merged_into)
        return format_html(
            '<a href="{}">إن كان مكرراً فضُمه إلى نظيره</a>',
            reverse("join_rows", args=[self.opts.model_name, row.pk]),
        )

    def get_list_display(self, request: HttpRequest) -> Any:
        return [*super().get_list_display(request), "state"]

    def get_list_filter(self, request: HttpRequest) -> Any:
        return [*super().get_list_filter(request), "state"]

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_choice_field(db_field, request, **kwargs)
        is_new = request.resolver_match is not None and "object_id" not in request.resolver_match.kwargs
        if db_field.name == "state" and field is not None and (is_new or not self.has_publish_permission(request)):
            field.choices = [(code, name) for code, name in Published.State.choices if code != _WITHDRAWN]
        return field

    @admin.action(description="انشر ما اخترته", permissions=["publish"])
    def publish_rows(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        self._set(request, rows.exclude(state=Published.State.PUBLISHED), "نُشر", publish)

    @admin.action(description="أعد ما اخترته مسودات", permissions=["publish"])
    def take_rows_back(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        self._set(request, rows.exclude(state=Published.State.DRAFT), "أُعيد مسودةً", take_back)

    @admin.action(description="اسحب ما اخترته …", permissions=["publish"])
    def withdraw_rows(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse | None:
        """Asks for the reason first, on a page that names what goes."""
        because = request.POST.get("because", "")
        if because.strip():
            self._set(request, rows, "سُحب", lambda wanted: withdraw(wanted, because))
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "سحب من الأرشيف",
            "opts": self.opts,
            "rows": rows[:MOST_NAMED],
            "count": rows.count(),
            "keys": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "is_whole_list": request.POST.get("select_across", "0"),
            "error": _REASON if "because" in request.POST else "",
        }
        return TemplateResponse(request, "admin/archive/withdraw.html", context)

    def _set(
        self, request: HttpRequest, rows: QuerySet[Any], said: str, change: Callable[[list[Any]], Changed]
    ) -> None:
        wanted = list(rows)
        if not wanted:
            self.message_user(request, "لم يتغير شيء: كل ما اخترته على هذه الحال.", messages.WARNING)
            return
        with following() as after:
            after.add(change(wanted))
        LogEntry.objects.log_actions(request.user.pk or 0, wanted, CHANGE, said)
        self.message_user(request, f"{said}: {len(wanted)}.", messages.SUCCESS)
