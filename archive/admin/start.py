"""The first page of the desk, its guide, and the way from a public page to the form behind it."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from archive.record.kinds import KIND_BY_NAME

from .roles import ROLES
from .tasks import models_by_task
from .waiting import build_waiting


def for_staff(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Django's own door, asked at each request: the site is made after this module."""

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return admin.site.admin_view(view)(request, *args, **kwargs)

    return guarded


@for_staff
def start(request: HttpRequest) -> HttpResponse:
    """What waits, then all lists by task."""
    return admin.site.index(request, {"waiting": build_waiting()})


@for_staff
@never_cache
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The guide of the desk: how each task is done, step by step."""
    context = {**admin.site.each_context(request), "title": "دليل العمل", "roles": ROLES.values()}
    return TemplateResponse(request, "admin/guide.html", context)


@for_staff
@never_cache
@require_safe
def form_of(request: HttpRequest, kind: str, locator: str) -> HttpResponse:
    """«عدّل» on a public page knows kind and locator; the form stands at a key."""
    find = KIND_BY_NAME[kind].find if kind in KIND_BY_NAME else None
    row = find(locator).first() if find is not None else None
    if row is None:
        raise Http404
    return HttpResponseRedirect(reverse(f"admin:archive_{row._meta.model_name}_change", args=[row.pk]))


def settle_site() -> None:
    """What the site of the desk is called, and how it groups its lists, on the first page and at the side."""
    site: Any = admin.site
    site.site_title = site.site_header = "أرشيف التوصيات"
    site.index_title = "إدارة الأرشيف"
    own = site.get_app_list

    def get_app_list(request: HttpRequest, app_label: str | None = None) -> Any:
        return models_by_task(site, request) if app_label is None else own(request, app_label)

    site.get_app_list = get_app_list
