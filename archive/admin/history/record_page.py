"""The history of a record: every state that it was in, two of them compared, one of them brought back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from archive.derivations.undoing import restore, restore_state
from archive.models import Conflict, RowChange
from archive.record.history.recorded import RECORDED_BY_NAME, recorded_kind
from archive.record.history.states import state_at
from archive.record.row_kind import RowKind

from .person import signed_in
from .shown_values import UNSHOWN, FieldDifference, names_in, tell_difference
from .telling import changes_about, tell_batches

_PAGE = 25
#: The whole text says what the chapeau says.
_UNCOMPARED = UNSHOWN | {"chapeau", "printed_chapeau"}
_NOT_THERE = "لم يعد هذا التغيير في السجل؛ لم يتغير شيء."
_SAME = "الصف على هذه الحالة الآن؛ لم يتغير شيء."
_DONE = "استُعيدت الحالة السابقة، وتبعها ما يُحسب منها."


@dataclass(frozen=True, slots=True)
class ComparedStates:
    first: int
    second: int
    fields: tuple[FieldDifference, ...]


def show_history(site: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """GET shows it (`a`, `b`: the states to compare, by the last change that each had seen); POST brings one back."""
    row = site.get_object(request, unquote(object_id))
    if row is None:
        return HttpResponseRedirect(reverse(f"admin:archive_{site.opts.model_name}_changelist"))
    if not site.has_view_or_change_permission(request, row):
        raise PermissionDenied
    kind = recorded_kind(row)
    if request.method == "POST":
        if not site.has_change_permission(request, row) or kind is None:
            raise PermissionDenied
        return _bring_back(site, request, kind, row)
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    found = changes_about(kind, row.pk) if kind is not None else RowChange.objects.none()
    page = Paginator(found.select_related("batch__by").prefetch_related("batch__undone_by"), _PAGE).get_page(
        request.GET.get("p")
    )
    context = {
        **site.admin_site.each_context(request),
        "title": f"سجل التغييرات: {row}",
        "opts": site.opts,
        "object": row,
        "batches": tell_batches(page, kind, row.pk) if kind is not None else [],
        "page": page,
        "compared": _compared(request, kind, row.pk) if kind is not None else None,
        "conflicts": _conflicts_about(kind, row),
        "may_change": site.has_change_permission(request, row),
        "media": site.media,
    }
    return TemplateResponse(request, "admin/history/record.html", context)


def _conflicts_about(kind: RowKind | None, row: Any) -> list[Conflict]:
    if kind is None or isinstance(row, Conflict):
        return []
    return list(Conflict.objects.filter(kind=kind.name, locator=kind.locator(row)).select_related("decided_by"))


def _compared(request: HttpRequest, kind: RowKind, key: int) -> ComparedStates | None:
    asked = [request.GET.get(name, "") for name in ("a", "b")]
    if not all(one.isdecimal() and len(one) < 16 for one in asked):
        return None
    first, second = sorted(int(one) for one in asked)
    was, now = state_at(kind, key, first), state_at(kind, key, second)
    names_of = sorted({**(was or {}), **(now or {})}, key=list({**(now or {}), **(was or {})}).index)
    differing = [
        (name, (was or {}).get(name), (now or {}).get(name))
        for name in names_of
        if name not in _UNCOMPARED and (was or {}).get(name) != (now or {}).get(name)
    ]
    names = names_in((kind, name, value) for name, *pair in differing for value in pair)
    return ComparedStates(first, second, tuple(tell_difference(kind, *one, names) for one in differing))


def _bring_back(site: Any, request: HttpRequest, kind: RowKind, row: Any) -> HttpResponse:
    here = HttpResponseRedirect(request.path)
    why = request.POST.get("why", "")
    try:
        if request.POST.get("change", "").isdecimal():
            batch = _bring_back_field(request, kind, row, why)
        elif request.POST.get("seen", "").isdecimal():
            batch = restore_state(kind, row.pk, int(request.POST["seen"][:15]), by=signed_in(request), why=why).batch
        else:
            raise ValueError(_NOT_THERE)
    except ValueError as refusal:
        site.message_user(request, str(refusal), messages.ERROR)
        return here
    if batch is None:
        site.message_user(request, _SAME, messages.INFO)
    else:
        site.message_user(request, _DONE, messages.SUCCESS)
    return here


def _bring_back_field(request: HttpRequest, kind: RowKind, row: Any, why: str) -> Any:
    change = changes_about(kind, row.pk).filter(pk=int(request.POST["change"][:15])).first()
    field = request.POST.get("field", "")
    if change is None or field not in change.fields or change.fate != RowChange.Fate.CHANGED:
        raise ValueError(_NOT_THERE)
    of = RECORDED_BY_NAME[change.kind]
    return restore(of, change.key, {field: change.fields[field][0]}, by=signed_in(request), why=why).batch
