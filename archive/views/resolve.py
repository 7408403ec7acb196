"""A box for a pasted text, or a text file: every reference in it, linked in place, with what is stored of it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from archive.display.results.resolved import build_resolved
from archive.search.resolving import MOST_BYTES, plain_characters
from archive.sources.decoding import decode
from archive.sources.refusals import Unreadable

from .methods import takes_post

#: What a form may send: the text, a file of the same size, and the form's own lines.
_MOST_SENT = 2 * MOST_BYTES + 100_000
_TEMPLATE = "archive/resolve.html"
#: A longer query is no search: a page names it in every one of its links.
LONGEST_QUERY = 8_100
#: So many parameters Django reads; whatever asks for one of more raises, the page that would say so too.
_MOST_PARAMETERS = 1_000


@takes_post
@csrf_exempt
def resolve(request: HttpRequest) -> HttpResponse:
    """What is too long is refused before it is read, and so before its token is looked for."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if request.method == "POST" and (not length.isdecimal() or int(length) > _MOST_SENT):
        return render(request, _TEMPLATE, {"refusal": _too_long()}, status=413)
    response: HttpResponse = _resolve(request)
    return response


@csrf_protect
def _resolve(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, _TEMPLATE, {})
    try:
        text = _posted_text(request)
    except Unreadable:
        refusal = _("تعذرت قراءة الملف: ليس نصاً. الصق النص نفسه في الخانة.")
        return render(request, _TEMPLATE, {"refusal": refusal}, status=400)
    if len(text.encode()) > MOST_BYTES:
        return render(request, _TEMPLATE, {"refusal": _too_long()}, status=413)
    if not text.strip():
        return render(request, _TEMPLATE, {"refusal": _("لا نص هنا: الصق نصاً، أو اختر ملفاً.")})
    return render(request, _TEMPLATE, {"text": text, "resolved": build_resolved(text)})


def _posted_text(request: HttpRequest) -> str:
    """The file where there is one, else what stands in the box. Raises Unreadable."""
    file = request.FILES.get("file")
    if file is not None:
        data = file.read(MOST_BYTES + 1)
        return plain_characters(decode(data).text if data.strip() else "")
    return plain_characters(request.POST.get("text", ""))


def _too_long() -> str:
    return _("النص أطول من ميغابايت واحد؛ أرسله أجزاءً.")


class LongAddresses:
    """Answers an address that is too long for a search with the page for pasted texts, what was typed in its box.

    One that has more parameters than are read is too long as well.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        is_read = query.count("&") < _MOST_PARAMETERS
        if is_read and len(query) <= LONGEST_QUERY:
            return self.get_response(request)
        sentence = _("هذا أطول مما يُبحث فيه. هنا تُعرف الإحالات في نص طويل؛ وللبحث اكتب كلمات أقل.")
        if request.path_info.startswith("/api/"):
            options = {"ensure_ascii": False}
            return JsonResponse({"errors": {"request": [sentence]}}, status=414, json_dumps_params=options)
        if not is_read:
            # Nothing of it is asked for again, by templates neither.
            request.META["QUERY_STRING"] = ""
        context = {"refusal": sentence, "text": plain_characters(request.GET.get("q", ""))}
        return render(request, _TEMPLATE, context, status=414)
