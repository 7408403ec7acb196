"""Rows that their source has no longer, and what to make of each: staff's own, withdrawn with a reason, gone."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from archive.admin import display
from archive.admin.history.two_at_once import has_changed_since
from archive.derivations.by_hand import delete_vanished, keep_vanished, withdraw_vanished
from archive.models import Batch, Published
from archive.record.history.states import latest
from archive.record.kinds import KIND_BY_NAME
from archive.record.vanished import may_go, vanished_rows

CHOICES = {"keep": "أبقه نصاً أدخله الموظفون", "withdraw": "اسحبه", "delete": "احذفه"}
_SHOWN = 100
_GONE = "لم يعد هذا الصف غائباً عن مصدره، أو سبقك غيرك إليه؛ لم يتغير شيء."
_NOT_OPEN = "ليس هذا القرار متاحاً لهذا الصف؛ لم يتغير شيء."


@dataclass(frozen=True, slots=True)
class ShownVanished:
    key: str
    kind: str
    name: str
    text: str
    since: str
    address: str
    choices: tuple[tuple[str, str], ...]


def vanished_page(site: Any, request: HttpRequest) -> HttpResponse:
    """GET lists them; POST decides about one."""
    if not site.has_view_or_change_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        if not site.has_change_permission(request):
            raise PermissionDenied
        answer: HttpResponse = site._followed(
            request, lambda: _decide(request), Batch.Act.DECISION, CHOICES.get(request.POST.get("choice", ""), "")
        )
        return answer
    found = list(vanished_rows())
    context = {
        **site.admin_site.each_context(request),
        "title": "غابت عن مصادرها",
        "opts": site.opts,
        "rows": [_show(request, kind, row) for kind, row in found[:_SHOWN]],
        "count": len(found),
        "opened_at": latest(),
    }
    return TemplateResponse(request, "admin/conflicting/vanished.html", context)


def _show(request: HttpRequest, kind: Any, row: Any) -> ShownVanished:
    text = next((getattr(row, name) for name in kind.texts), "")
    choices = tuple((code, CHOICES[code]) for code in _open(request, row))
    since = display.show_moment(row.missing_since)
    address = display.form_address(row)
    return ShownVanished(f"{kind.name}:{row.pk}", kind.names[0], str(row), text, since, address, choices)


def _open(request: HttpRequest, row: Any) -> list[str]:
    """What this person may do with it."""
    name = row._meta.model_name
    if not request.user.has_perm(f"archive.change_{name}"):
        return []
    found = ["keep"]
    if isinstance(row, Published) and request.user.has_perm(f"archive.publish_{name}"):
        found.append("withdraw")
    if may_go(row) and request.user.has_perm(f"archive.delete_{name}"):
        found.append("delete")
    return found


def _decide(request: HttpRequest) -> HttpResponse:
    back = HttpResponseRedirect(reverse("admin:archive_conflict_vanished"))
    kind, _, key = request.POST.get("row", "").partition(":")
    known = KIND_BY_NAME.get(kind)
    row: Any = None
    if known is not None and known.sourced and key.isascii() and key.isdecimal() and len(key) < 16:
        row = known.model._default_manager.filter(pk=int(key), missing_since__isnull=False).first()
    if row is None or has_changed_since(request, row):
        messages.warning(request, _GONE)
        return back
    choice = request.POST.get("choice", "")
    if choice not in _open(request, row):
        messages.error(request, _NOT_OPEN)
        return back
    name = str(row)
    try:
        match choice:
            case "keep":
                keep_vanished(row)
            case "withdraw":
                withdraw_vanished(row, request.POST.get("because", ""))
            case _:
                delete_vanished(row)
    except ValueError as refusal:
        messages.error(request, str(refusal))
        return back
    row.pk = row.pk or int(key)
    flag = DELETION if choice == "delete" else CHANGE
    LogEntry.objects.log_actions(request.user.pk or 0, [row], flag, CHOICES[choice], single_object=True)
    messages.success(request, f"{name}: {CHOICES[choice]}.")
    return back
