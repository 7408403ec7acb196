"""What crawlers and browsers look for at fixed addresses: robots.txt, the sitemap, the manifest, security.txt."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from archive.filters.parameters import last_page
from archive.giving.sitemap import PAGES_AT_ONCE, count_pages, write_sitemap, write_sitemap_index

#: For so long whoever finds a weakness may rely on what security.txt says (RFC 9116 asks for less than a year).
_VALID = timedelta(days=180)


@require_safe
@cache_control(max_age=3600, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    """Forbids nothing that says `noindex` of itself: a crawler kept out never reads that."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """One sitemap; where one cannot hold all, the list of several, each at `?part=`."""
    last = last_page(count_pages(), PAGES_AT_ONCE)
    part = request.GET.get("part", "")
    if part and not (part.isdecimal() and 1 <= int(part[:6]) <= last):
        raise Http404
    media_type = "application/xml; charset=utf-8"
    if last > 1 and not part:
        own = request.build_absolute_uri(reverse("sitemap"))
        addresses = (f"{own}?part={number}" for number in range(1, last + 1))
        return HttpResponse(write_sitemap_index(addresses), content_type=media_type)
    pages = write_sitemap(int(part or 1), request.build_absolute_uri)
    return StreamingHttpResponse(pages, content_type=media_type)


@require_safe
@cache_control(max_age=3600, public=True)
def manifest(request: HttpRequest) -> JsonResponse:
    """By which a telephone keeps the archive among its programs."""
    told = {
        "name": _("أرشيف التوصيات"),
        "short_name": _("أرشيف التوصيات"),
        "lang": "ar",
        "dir": "rtl",
        "start_url": reverse("home"),
        "scope": "/",
        "display": "minimal-ui",
        # The paper of the light theme, as the style sheets have it.
        "background_color": "#fcfcfa",
        "theme_color": "#fcfcfa",
        "icons": [{"src": static("favicon.svg"), "type": "image/svg+xml", "sizes": "any"}],
    }
    return JsonResponse(
        told,
        content_type="application/manifest+json; charset=utf-8",
        json_dumps_params={"ensure_ascii": False},
    )


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness. Without a contact there is nothing to say."""
    contact = settings.ARCHIVE_CONTACT
    if not contact:
        raise Http404
    address = contact if "://" in contact or contact.startswith("mailto:") else f"mailto:{contact}"
    expires = (timezone.now() + _VALID).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {address}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: ar, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
