"""Publishing at the desk: what state a row has with readers, and who may change it."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from archive.derivations.by_hand import following
from archive.models import Published
from archive.record.publishing import publish, take_back, withdraw

from .base import ArchiveAdmin

_WITHDRAWN = Published.State.WITHDRAWN
_REASON = "اذكر سبب السحب؛ يقرؤه من يفتح رابط ما سُحب."


class PublishedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A withdrawal gives its reason; a reason without a withdrawal says nothing to anybody, and is left out."""

    def clean(self) -> Any:
        cleaned = super().clean() or self.cleaned_data
        if "state" in self.fields:
            because = (cleaned.get("withdrawn_because") or "").strip()
            is_withdrawn = cleaned.get("state") == _WITHDRAWN
            if is_withdrawn and not because:
                self.add_error("withdrawn_because" if "withdrawn_because" in self.fields else "state", _REASON)
            cleaned["withdrawn_because"] = because if is_withdrawn else ""
        return cleaned


class PublishingAdmin(ArchiveAdmin):
    """Base of rows with a state. Who writes texts enters drafts or published ones; who may publish changes the state.

    A subclass shows `publishing_fields` among its own.
    """

    publishing_fields: ClassVar[tuple[str, ...]] = ("state", "withdrawn_because", "withdrawn_at")
    actions = ("publish_rows", "take_rows_back", "withdraw_rows")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"{self.opts.app_label}.publish_{self.opts.model_name}")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = ["withdrawn_at"]
        if not self.has_publish_permission(request):
            fixed += ["withdrawn_because", *(["state"] if obj is not None else [])]
        return [*super().get_readonly_fields(request, obj), *fixed]

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_choice_field(db_field, request, **kwargs)
        if db_field.name == "state" and field is not None and not self.has_publish_permission(request):
            field.choices = [(code, name) for code, name in Published.State.choices if code != _WITHDRAWN]
        return field

    @admin.action(description="انشر ما اخترته", permissions=["publish"])
    def publish_rows(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        with following() as after:
            after.add(publish(rows))
        self._tell(request, rows, "نُشر")

    @admin.action(description="أعد ما اخترته مسودات", permissions=["publish"])
    def take_rows_back(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        with following() as after:
            after.add(take_back(rows))
        self._tell(request, rows, "أُعيد مسودة")

    @admin.action(description="اسحب ما اخترته …", permissions=["publish"])
    def withdraw_rows(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse | None:
        """Asks for the reason first, on a page that names what goes."""
        because = request.POST.get("because", "")
        if "because" in request.POST and because.strip():
            with following() as after:
                after.add(withdraw(rows, because))
            self._tell(request, rows, "سُحب")
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "سحب من الأرشيف",
            "opts": self.opts,
            "rows": rows,
            "keys": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "is_whole_list": request.POST.get("select_across", "0"),
            "error": _REASON if "because" in request.POST else "",
        }
        return TemplateResponse(request, "admin/archive/withdraw.html", context)

    def _tell(self, request: HttpRequest, rows: QuerySet[Any], said: str) -> None:
        done = list(rows)
        LogEntry.objects.log_actions(request.user.pk or 0, done, CHANGE, said)
        self.message_user(request, f"{said}: {len(done)}.", messages.SUCCESS)
