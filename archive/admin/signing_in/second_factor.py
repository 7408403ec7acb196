"""The page of the second factor: a telephone is taken up, a code is asked for, a lost telephone is replaced."""

from typing import Any

import django_otp
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from archive.admin.signing_in import devices
from archive.admin.signing_in.landing import landing

WRONG = (
    "هذا الرمز غير صحيح أو انتهت صلاحيته. انتظر الرمز التالي ثم أعد المحاولة؛ "
    "وبعد كل محاولة فاشلة تطول مدة الانتظار."
)


@never_cache
@csrf_protect
@sensitive_post_parameters("token")
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Only whoever has shown the password comes here; `request.user` knows of devices (config.second_factor)."""
    user: Any = request.user
    if not (user.is_authenticated and user.is_staff):
        return HttpResponseRedirect(reverse("admin:login"))
    if hasattr(user, "is_verified") and user.is_verified():
        return _replace(request)
    if not hasattr(user, "is_verified"):
        # No second factor is asked for here.
        return HttpResponseRedirect(landing(request))
    if devices.has_telephone(user):
        return _ask(request)
    return _enrol(request)


def _ask(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, "ask")
    device = devices.device_of(request.user, request.POST.get("token", ""))  # type: ignore[arg-type]
    if device is None:
        return _page(request, "ask", error=WRONG, status=403)
    _pass(request, device)
    if device.persistent_id.startswith("otp_static"):
        return _page(request, "by_paper", left=devices.recovery_codes_left(request.user))  # type: ignore[arg-type]
    return HttpResponseRedirect(landing(request))


def _enrol(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    if request.method == "POST":
        device = devices.confirm(user, request.POST.get("token", ""))
        if device is not None:
            _pass(request, device)
            return _page(request, "codes", codes=devices.new_recovery_codes(user))
    refused: dict[str, Any] = {"error": WRONG, "status": 403} if request.method == "POST" else {}
    return _page(request, "enrol", enrolment=devices.enrolment_of(user), **refused)


def _replace(request: HttpRequest) -> HttpResponse:
    """Another telephone, for whoever stands here with both factors."""
    if request.method != "POST" or "replace" not in request.POST:
        return _page(request, "held", left=devices.recovery_codes_left(request.user))  # type: ignore[arg-type]
    devices.forget(request.user)  # type: ignore[arg-type]
    return HttpResponseRedirect(reverse("second_factor"))


def _pass(request: HttpRequest, device: Any) -> None:
    django_otp.login(request, device)
    # Who knew the session before the second factor does not know it behind it.
    request.session.cycle_key()


def _page(request: HttpRequest, step: str, *, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": "التحقق بخطوتين",
        "step": step,
        "next": landing(request),
        "is_nav_sidebar_enabled": False,
        **more,
    }
    return TemplateResponse(request, "admin/second_factor.html", context, status=status)
