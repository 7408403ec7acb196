"""What is said to whom is locked out, and how staff open the door again."""

from collections.abc import Iterable
from datetime import datetime
from math import ceil
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import ngettext


def locked_page(request: HttpRequest, response: HttpResponse | None, credentials: Any) -> HttpResponse:
    """The answer of django-axes (AXES_LOCKOUT_CALLABLE) while account and address are locked: 429, and until when."""
    left = seconds_left((credentials or {}).get("username"), request.axes_ip_address, timezone.now())  # type: ignore[attr-defined]
    minutes = ceil(left / 60)
    wait = ngettext("بعد %(count)s دقيقة", "بعد %(count)s دقيقة", minutes) % {"count": minutes}
    context = {
        **admin.site.each_context(request),
        "title": "الدخول موقوف مؤقتاً",
        "failures": settings.AXES_FAILURE_LIMIT,
        "wait": wait,
    }
    answer = TemplateResponse(request, "admin/locked.html", context, status=429)
    answer.headers["Retry-After"] = str(left)
    return answer.render()


def seconds_left(username: str | None, address: str | None, now: datetime) -> int:
    """Seconds until account and address may try again, at least 1."""
    tried = AccessAttempt.objects.filter(username=username, ip_address=address)
    last = tried.order_by("-attempt_time").values_list("attempt_time", flat=True).first() or now
    return max(1, ceil((last + settings.AXES_COOLOFF_TIME - now).total_seconds()))


def unlock(usernames: Iterable[str]) -> int:
    """Forgets the failed sign-ins of these accounts, from every address; how many rows that were."""
    forgotten: int = AccessAttempt.objects.filter(username__in=list(usernames)).delete()[0]
    return forgotten
