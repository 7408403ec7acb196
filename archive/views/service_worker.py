"""The service worker at the root, where it may see every page, and the page for times without network."""

import hashlib
import json
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition

from archive.display.lookup.forgotten import last_hiding

FILES = ("css/site.css", "css/more.css", "js/site.js")
#: What the worker itself may do: speak with this server.
POLICY = "default-src 'none'; connect-src 'self'; script-src 'self'"


@cache
def worker_script() -> str:
    """The script with the addresses that it keeps from the start. They change when a static file does."""
    script = (settings.BASE_DIR / "static" / "js" / "worker" / "sw.js").read_text("utf-8")
    return f"const OWN = {json.dumps(_own_addresses())};\n{script}"


def _own_addresses() -> dict[str, object]:
    offline, meetings = {}, []
    for language, _name in settings.LANGUAGES:
        with override(language):
            offline[language] = reverse("offline")
            meetings += [reverse("meetings"), reverse("own_list")]
    return {
        "files": [static(name) for name in FILES],
        "pages": [*offline.values(), *meetings],
        "offline": offline,
        "forgotten": reverse("forgotten"),
    }


def _etag(request: HttpRequest) -> str:
    return f'"{hashlib.sha256(worker_script().encode()).hexdigest()[:16]}"'


@condition(etag_func=_etag)
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        worker_script(),
        content_type="text/javascript; charset=utf-8",
        headers={"Service-Worker-Allowed": "/", "Content-Security-Policy": POLICY},
    )


@cache_control(no_store=True)
def forgotten(request: HttpRequest) -> JsonResponse:
    """Since when the worker asks again for what it has kept: `before` in seconds of 1970, 0 where nothing was hidden.
    """
    last = last_hiding()
    return JsonResponse({"before": int(last.timestamp()) if last else 0})


def offline(request: HttpRequest) -> HttpResponse:
    """What the worker shows when a page that was not visited is asked for without network."""
    return render(request, "archive/offline.html")
