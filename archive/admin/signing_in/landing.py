"""Where one lands after signing in: on the page that one came for, if it is ours and exists."""

from urllib.parse import urlsplit

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache


def landing(request: HttpRequest) -> str:
    """The address of `next`, or of the first page of staff where `next` leads elsewhere, nowhere, or out again."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    return asked if _is_ours(asked, request) else reverse("admin:index")


def _is_ours(asked: str, request: HttpRequest) -> bool:
    hosts = {request.get_host()}
    if not url_has_allowed_host_and_scheme(asked, allowed_hosts=hosts, require_https=request.is_secure()):
        return False
    try:
        found = resolve(urlsplit(asked).path)
    except Resolver404:
        return False
    # Whatever stands below /admin/ and is no page of it matches a last pattern there, the only one without a name.
    return bool(found.url_name) and found.view_name not in ("admin:login", "admin:logout")


@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Django's page of signing in, with `next` looked at before."""
    for name in ("GET", "POST"):
        given = getattr(request, name)
        if "next" in given:
            mended = given.copy()
            mended["next"] = landing(request)
            setattr(request, name, mended)
    return admin.site.login(request)
