"""The two pages of errata.csv: taken out as it is read beside the sources, and brought in with the same checks."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from archive.admin.history.person import signed_in
from archive.derivations.by_hand import take_up_errata
from archive.models import Batch
from archive.record.errata_file import BroughtErrata, errata_as_csv
from archive.sources.companions import CompanionError, companion_text
from archive.sources.errata import FILE_NAME, BadErrata, parse_errata

#: So many of the rows that cannot be taken are named.
_NAMED = 20


class _NotTaken(Exception):
    """Undoes what was taken up already."""

    def __init__(self, brought: BroughtErrata) -> None:
        self.brought = brought


def give_file(site: Any, request: HttpRequest) -> HttpResponse:
    """All errata; with a byte-order mark, so that a spreadsheet reads the letters."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    if not site.has_view_or_change_permission(request):
        raise PermissionDenied
    answer = HttpResponse(errata_as_csv().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return answer


def bring_file(site: Any, request: HttpRequest) -> HttpResponse:
    """A form for the file; a file that is not good in every row changes nothing, and every row's fault is said."""
    if not site.has_change_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return _page(site, request, [])
    sent: Any = request.FILES.get("file")
    if sent is None:
        return _page(site, request, [f"اختر ملف {FILE_NAME}."])
    try:
        rows = parse_errata(companion_text(FILE_NAME, sent.size, sent.read, BadErrata))
    except CompanionError as refusal:
        return _page(site, request, [refusal.sentence])
    done: list[BroughtErrata] = []

    def work() -> HttpResponse:
        brought = take_up_errata(rows, by=signed_in(request))
        if brought.problems:
            raise _NotTaken(brought)
        done.append(brought)
        return HttpResponseRedirect(f"{reverse('admin:archive_erratum_changelist')}?decision=all")

    try:
        answer: HttpResponse = site._followed(request, work, Batch.Act.ACTION, FILE_NAME)
    except _NotTaken as refusal:
        found = refusal.brought.problems
        more = [f"… ({len(found)})"] if len(found) > _NAMED else []
        return _page(site, request, [*found[:_NAMED], *more])
    for brought in done:
        told = f"{FILE_NAME}: أُضيف {brought.new}، وتغيّر {brought.changed}، وبقي على حاله {brought.same}."
        messages.success(request, told)
        if brought.waiting:
            later = f"منها {brought.waiting} في غلاف أو حيث لا نص في الأرشيف: تُطبَّق عند التحميل التالي."
            messages.warning(request, later)
    return answer


def _page(site: Any, request: HttpRequest, problems: list[str]) -> HttpResponse:
    context = {
        **site.admin_site.each_context(request),
        "title": f"إدخال {FILE_NAME}",
        "opts": site.opts,
        "problems": problems,
        "name": FILE_NAME,
    }
    status = 400 if problems else 200
    return TemplateResponse(request, "admin/misreadings/bring.html", context, status=status)
