"""The icon: within every page, for it is smaller than a request; and where browsers look for it by themselves."""

import re
from functools import cache
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control


@cache
def icon_address() -> str:
    """The icon as an address that holds all of it. Read once."""
    drawing = (settings.BASE_DIR / "static" / "favicon.svg").read_text("utf-8").strip()
    return "data:image/svg+xml," + quote(re.sub(r"\s+", " ", drawing).replace('"', "'"), safe="'=:/,")


@cache_control(max_age=86400, public=True)
def favicon(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(static("favicon.svg"))
