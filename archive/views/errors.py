"""What people and machines see when an address or a request is wrong, or when we failed.

Pages come from templates/{400,403,404,500}.html; below /api/ the answer is JSON.
"""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template import loader
from django.utils.translation import gettext as _
from django.views import defaults

from archive.display.lookup.by_address import find_moved
from archive.display.lookup.near_addresses import NearPage, near_page, near_records


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _json(400, _("طلب غير مفهوم.")) if _is_api(request) else defaults.bad_request(request, exception)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_api(request):
        return _json(403, _("لا يُسمح بهذا الطلب."))
    return defaults.permission_denied(request, exception)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: an old page, or cookies that are switched off."""
    return HttpResponse(loader.render_to_string("403.html", {"csrf": True}, request), status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_api(request):
        return _json(404, _("لا شيء في هذا الرابط."))
    return nothing_here(request, request.path_info, _("لا شيء في هذا الرابط."))


def nothing_here(
    request: HttpRequest,
    asked: str,
    sentence: str,
    *,
    unknown_symbol: str = "",
    near_pages: Sequence[NearPage] | None = None,
) -> HttpResponse:
    """A 404 that names what was asked and offers what is near: `near_pages` where the view knows better than we.

    What stands elsewhere since its number was mended leads there instead. `unknown_symbol` may be looked for at the UN.
    """
    parts = request.path_info.removeprefix("/en/").strip("/").split("/")
    if (moved := _moved(request, parts)) is not None:
        return moved
    is_document = parts[0] in ("documents", "symbol")
    records = near_records(asked if is_document else parts[-1], is_document=is_document) if near_pages is None else []
    context = {
        "asked": asked[:200],
        "sentence": sentence,
        "near": records,
        "near_pages": near_pages or (),
        "near_page": near_page(parts[0]),
        "unknown_symbol": unknown_symbol,
    }
    return HttpResponse(loader.render_to_string("404.html", context, request), status=404)


def _moved(request: HttpRequest, parts: Sequence[str]) -> HttpResponse | None:
    """The way on, where staff have mended the number. Not for good: the old one may yet be given to what bears it."""
    now = find_moved(parts[1]) if len(parts) > 1 and parts[0] in ("recommendations", "meetings") else None
    if now is None:
        return None
    return HttpResponseRedirect(request.get_full_path().replace(f"/{parts[1]}", f"/{now}", 1))


def server_error(request: HttpRequest) -> HttpResponse:
    """The last resort: its template is rendered without context and needs no database."""
    return _json(500, _("حدث خطأ في الخادم.")) if _is_api(request) else defaults.server_error(request)


def _is_api(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


def _json(status: int, sentence: str) -> JsonResponse:
    return JsonResponse(
        {"errors": {"request": [sentence]}}, status=status, json_dumps_params={"ensure_ascii": False}
    )
