"""What people and machines see when an address or a request is wrong, or when we failed.

Pages come from templates/{400,403,404,500}.html; below /api/ the answer is JSON.
"""

import logging
import sys
from collections.abc import Sequence

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db.utils import Error as DatabaseFailure
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template import loader
from django.utils.translation import gettext as _
from django.views import defaults

from archive.display.lookup.by_address import find_merged_document, find_moved
from archive.display.lookup.near_addresses import Near, NearPage, near_page, near_records
from archive.display.lookup.standing import find_withdrawn
from archive.record.replicas import replicas
from archive.record.troubles import DEAD, READ_ONLY, Trouble, trouble_of

_log = logging.getLogger("archive.database")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What is larger than is read is called so: whoever sent it has it still, a page back."""
    is_too_much = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    if _is_api(request):
        return _json(400, _("في ما أُرسل أكثر مما يُقرأ مرة واحدة.") if is_too_much else _("طلب غير مفهوم."))
    if is_too_much:
        return HttpResponse(loader.render_to_string("too_much.html"), status=400)
    return defaults.bad_request(request, exception)


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

    What stands elsewhere since its number was mended leads there instead, and of what was withdrawn a 410 says what it
    was. `unknown_symbol` may be looked for at the UN.
    """
    parts = request.path_info.removeprefix("/en/").strip("/").split("/")
    is_document = parts[0] in ("documents", "symbol")
    try:
        if (moved := _moved(request, parts)) is not None:
            return moved
        if (withdrawn := find_withdrawn(parts)) is not None:
            return HttpResponse(
                loader.render_to_string("410.html", {"withdrawn": withdrawn}, request), status=410
            )
        records = [] if near_pages is not None else _near(asked if is_document else parts[-1], is_document)
    except DatabaseFailure as error:
        # Where the guess cannot be made the address is wrong all the same; a fault of ours stays one.
        if trouble_of(error) is None:
            raise
        return _lost_without_database()
    context = {
        "asked": asked[:200],
        "sentence": sentence,
        "near": records,
        "near_pages": near_pages or (),
        "near_page": near_page(parts[0]),
        "unknown_symbol": unknown_symbol,
    }
    return HttpResponse(loader.render_to_string("404.html", context, request), status=404)


def _near(asked: str, is_document: bool) -> list[Near]:
    return near_records(asked, is_document=is_document)


def _lost_without_database() -> HttpResponse:
    """The 404 that stands alone: no guesses, no menu, both languages."""
    return HttpResponse(loader.render_to_string("404_alone.html"), status=404)


def _moved(request: HttpRequest, parts: Sequence[str]) -> HttpResponse | None:
    """The way on, where staff have mended the number. Not for good: the old one may yet be given to what bears it."""
    find = {"recommendations": find_moved, "meetings": find_moved, "documents": find_merged_document}.get(parts[0])
    now = find(parts[1]) if find is not None and len(parts) > 1 else None
    if now is None:
        return None
    return HttpResponseRedirect(request.get_full_path().replace(f"/{parts[1]}", f"/{now}", 1))


def server_error(request: HttpRequest) -> HttpResponse:
    """The last resort: its templates are rendered without context and need no database.

    Django calls this while it handles what was raised, in a view or in a middleware.
    """
    error = sys.exc_info()[1]
    trouble = trouble_of(error)
    if trouble is not None:
        return unavailable(request, trouble, error)
    return _json(500, _("حدث خطأ في الخادم.")) if _is_api(request) else defaults.server_error(request)


def unavailable(request: HttpRequest, trouble: Trouble, error: BaseException | None = None) -> HttpResponse:
    """503: the database does not do what it should; one line in the log says what, and the way out."""
    _log.error("%s %s: %s: %s (%s)", request.method, request.path_info, trouble.name, trouble.sentence, _first(error))
    if _is_api(request):
        answer: HttpResponse = _json(503, _("قاعدة البيانات لا تجيب الآن. حاول من جديد بعد قليل."))
    else:
        page = "503_writing.html" if _is_for_the_desk(request, trouble) else "503.html"
        answer = HttpResponse(loader.render_to_string(page), status=503)
    answer.headers["Retry-After"] = str(trouble.retry_after)
    answer.headers["Cache-Control"] = "no-store"
    # Told above in one line, where Django would add a traceback of its own for each reader.
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer


def _is_for_the_desk(request: HttpRequest, trouble: Trouble) -> bool:
    """Whether it cannot be written while others read on."""
    is_written = request.method not in ("GET", "HEAD") or request.path_info.startswith("/admin/")
    return is_written and trouble in (DEAD, READ_ONLY) and replicas.can_read_without_the_first()


def _first(error: BaseException | None) -> str:
    return next(iter(str(error).splitlines()), "") if error else ""


def _is_api(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


def _json(status: int, sentence: str) -> JsonResponse:
    return JsonResponse(
        {"errors": {"request": [sentence]}}, status=status, json_dumps_params={"ensure_ascii": False}
    )
