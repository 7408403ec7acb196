"""Where else one is signed in, and the key that ends it."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from archive.admin.display import show_moment, show_table
from archive.admin.door import for_staff
from archive.admin.signing_in.open_sessions import end_sessions, open_sessions


@for_staff
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_sessions(request: HttpRequest) -> HttpResponse:
    """The sessions of whoever asks; POST ends all but the one that is asking."""
    this = request.session.session_key
    if request.method == "POST":
        messages.success(request, say_ended(end_sessions(request.user, but=this)))
        return HttpResponseRedirect(reverse("own_sessions"))
    sessions = open_sessions(request.user)
    rows = [
        (show_moment(one.began), show_moment(one.seen), "هذه" if one.key == this else "أخرى") for one in sessions
    ]
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "جلساتي",
        "table": show_table(("بدأت", "آخر عمل فيها", "الجلسة"), rows),
        "has_others": any(one.key != this for one in sessions),
    }
    return TemplateResponse(request, "admin/own_sessions.html", context)


def say_ended(ended: int) -> str:
    """«أُنهيت جلستان.»"""
    if not ended:
        return "لا جلسة أخرى مفتوحة."
    return ngettext("أُنهيت %(count)s جلسة.", "أُنهيت %(count)s جلسة.", ended) % {"count": ended}
