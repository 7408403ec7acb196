"""The page between a selection of recommendations and a change of all of them: choose, see what changes, do it."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from archive.models import AgendaItem, OperativeAddressee, Recommendation, Topic

from .together import ManyChange, PlannedRow, What, carry_out, digest_of, plan_together, read_rows
from .typed import AnyModelAdmin

#: So many at once: each is followed up while whoever asked waits, and is to be looked at before.
MOST_TOGETHER = 150
_WAYS = {"assign": "إسناد", "withdraw": "سحب"}
#: What may be changed, with the model on which one must have the right to change.
_WHATS: dict[What, tuple[str, str]] = {
    "topic": ("موضوع", "topicassignment"),
    "item": ("بند من جدول الأعمال", "recommendation"),
    "addressee": ("جهة مخاطَبة", "operativeclause"),
}


def may_change(request: HttpRequest, what: What) -> bool:
    return bool(request.user.has_perm(f"archive.change_{_WHATS[what][1]}"))


def _permitted(request: HttpRequest) -> list[What]:
    return [what for what in _WHATS if may_change(request, what)]


class ManyChangeForm(forms.Form):
    """What is to be assigned or withdrawn; of the three values that which `what` names counts."""

    way = forms.ChoiceField(label="ما العمل؟", choices=list(_WAYS.items()), widget=forms.RadioSelect, initial="assign")
    what = forms.ChoiceField(label="ماذا؟", widget=forms.RadioSelect)
    topic = forms.ModelChoiceField(Topic.objects.in_use(), label="الموضوع", required=False)
    item = forms.ModelChoiceField(AgendaItem.objects.none(), label="البند", required=False)
    addressee = forms.ChoiceField(
        label="الجهة", choices=[("", "---------"), *OperativeAddressee.Code.choices], required=False
    )

    def __init__(self, data: Any, *, whats: list[What], rows: list[Recommendation]) -> None:
        super().__init__(data, label_suffix="")
        what: Any = self.fields["what"]
        what.choices = [(code, _WHATS[code][0]) for code in whats]
        if len(whats) == 1:
            what.initial = whats[0]
        for code in _WHATS.keys() - set(whats):
            del self.fields[code]
        if "item" in self.fields:
            meetings = {row.meeting_id for row in rows}
            item: Any = self.fields["item"]
            item.queryset = AgendaItem.objects.filter(meeting__in=meetings).select_related("meeting__body").in_order()
            item.label_from_instance = lambda one: f"{one.meeting.title} — {one}"

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        what, way = said.get("what"), said.get("way")
        # Whichever item stands there is withdrawn: each meeting has its own.
        if what and what not in self.errors and not said.get(what) and (what, way) != ("item", "withdraw"):
            self.add_error(what, "اختر القيمة.")
        return said

    def change(self) -> ManyChange:
        what: What = self.cleaned_data["what"]
        value: Any = self.cleaned_data[what] or None
        value = OperativeAddressee.Code(value) if what == "addressee" else value
        return ManyChange(what, self.cleaned_data["way"] == "withdraw", value)


class ChangedTogether(AnyModelAdmin):
    """For the list of recommendations: the action, and its page."""

    def has_classify_permission(self, request: HttpRequest) -> bool:
        return bool(_permitted(request))

    @admin.action(description="إسناد أو سحب: موضوع أو بند أو مخاطَب", permissions=["classify"])
    def change_together(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        if (count := queryset.count()) > MOST_TOGETHER:
            said = f"حدّدت {count}، ولا يُعدَّل معاً أكثر من {MOST_TOGETHER}: صفِّ القائمة وعدّلها على دفعات."
            self.message_user(request, said, messages.ERROR)
            return None
        rows = read_rows(queryset)
        sent = request.POST if "way" in request.POST else None
        form = ManyChangeForm(sent, whats=_permitted(request), rows=rows)
        if sent is None or not form.is_valid():
            return self._page(request, rows, form)
        change = form.change()
        if not may_change(request, change.what):
            raise PermissionDenied
        planned = plan_together(rows, change)
        seen = request.POST.get("seen", "")
        if "do" in request.POST and seen == digest_of(planned):
            self._do(request, planned, change)
            return None
        if seen and "do" in request.POST:
            said = "تغيّر شيء منذ عُرض عليك ما سيتغير، فلم يُنفَّذ شيء. هذا ما سيتغير الآن."
            self.message_user(request, said, messages.WARNING)
        return self._page(request, rows, form, planned)

    def _do(self, request: HttpRequest, planned: list[PlannedRow], change: ManyChange) -> None:
        user: Any = request.user
        refused = carry_out(planned, change, user)
        done = [one for one in planned if one.is_changed and one.row not in refused]
        for row, sentence in refused.items():
            self.message_user(request, f"{row}: {sentence}", messages.ERROR)
        for one in done:
            LogEntry.objects.log_actions(user.pk, [one.row], CHANGE, _told(one, change), single_object=True)
        if done:
            self.message_user(request, f"عُدّل من التوصيات المحددة {len(done)}.", messages.SUCCESS)
        elif not refused:
            self.message_user(request, "لم يتغير شيء: كل التوصيات المحددة على هذه الحال.", messages.WARNING)

    def _page(
        self, request: HttpRequest, rows: list[Recommendation], form: ManyChangeForm, planned: Any = None
    ) -> HttpResponse:
        changed = [one for one in planned or () if one.is_changed]
        context = {
            **self.admin_site.each_context(request),
            "title": "تعديل توصيات معاً",
            "opts": self.opts,
            "media": self.media,
            "rows": rows,
            "form": form,
            "planned": planned,
            "changed": len(changed),
            "seen": digest_of(planned) if planned is not None else "",
            "checkbox_name": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/archive/together.html", context)


def _told(one: PlannedRow, change: ManyChange) -> str:
    way = _WAYS["withdraw" if change.is_withdrawn else "assign"]
    before, after = ("، ".join(values) or "—" for values in (one.before, one.after))
    return f"{way} {_WHATS[change.what][0]}: كان «{before}»، وصار «{after}»."
