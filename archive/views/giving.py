"""Files: the selection on the screen, a record, a meeting, a topic, an article, one's own list, in every format."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from archive.display.lookup.by_address import find_article, find_item
from archive.display.lookup.near_addresses import NearPage
from archive.display.names.cited_things import article_address
from archive.display.names.titles import meeting_title, place_title, plain_instrument_name, plain_topic_name
from archive.display.overview.topic_place import place_topic
from archive.filters.page_parameters import ITEMS
from archive.giving.asking import Wishes, give_items, has_short_address, read_given, read_requests
from archive.giving.formats import FORMATS, MOST_IN_A_PAPER, PDF, REGISTER_FORMATS, FileFormat, find_format
from archive.giving.given import GivenSelection
from archive.models import Meeting, Recommendation

from .articles import no_article
from .errors import nothing_here
from .methods import takes_post
from .topics import no_topic


def _file(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view that gives a file. POST is for lists that no address holds; nothing changes, so it needs no token."""
    return takes_post(csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(view)))


@_file
def selection_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    return _answer(request, ending, lambda: read_given(_asked(request), request.build_absolute_uri))


@_file
def list_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """One's own list: without items it is an empty list, not everything."""

    def read() -> tuple[GivenSelection, Wishes]:
        query = _asked(request)
        given, wishes = read_given(query, request.build_absolute_uri)
        if query.get(ITEMS.name):
            return given, wishes
        return give_items(
            (), request.build_absolute_uri, _("قائمة توصيات"), reverse("own_list"), "list"
        ), wishes

    return _answer(request, ending, read)


@_file
def requests_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The register of requests, in formats of its own."""
    absolute = request.build_absolute_uri
    return _answer(request, ending, lambda: read_requests(_asked(request), absolute), REGISTER_FORMATS)


@_file
def record_file(request: HttpRequest, locator: str, ending: str) -> HttpResponseBase:
    """One recommendation; by the locator of a lettered item that item alone."""
    row = Recommendation.objects.public().for_display().filter(locator=locator.lower()).first()
    item = find_item(locator) if row is None else None
    if row is None:
        if item is None:
            return nothing_here(request, locator, _("لا توصية في الأرشيف بهذا المعرّف."))
        row = Recommendation.objects.for_display().get(pk=item.recommendation_id)
    path = item.get_absolute_url() if item else row.get_absolute_url()
    title = place_title(row, item.position if item else 0)

    def read() -> tuple[GivenSelection, Wishes]:
        every, wishes = read_given(_without_items(request), request.build_absolute_uri)
        given = give_items((locator.lower(),), request.build_absolute_uri, title, path, locator.lower())
        return replace(given, languages=every.languages), wishes

    return _answer(request, ending, read)


@_file
def meeting_file(request: HttpRequest, slug: str, ending: str) -> HttpResponseBase:
    meeting = Meeting.objects.select_related("body").filter(slug=slug.lower()).first()
    if meeting is None:
        return nothing_here(request, slug, _("لا اجتماع في الأرشيف بهذا المعرّف."))
    return _of(request, ending, ("meeting", meeting.slug), meeting_title(meeting), meeting.get_absolute_url())


@_file
def topic_file(request: HttpRequest, slug: str, ending: str) -> HttpResponseBase:
    placed = place_topic(slug.lower())
    if placed is None:
        return no_topic(request, slug)
    topic = placed.topic
    return _of(
        request, ending, ("topic", topic.slug), plain_topic_name(topic), reverse("topic", args=[topic.slug])
    )


@_file
def article_file(request: HttpRequest, instrument: str, number: str, ending: str) -> HttpResponseBase:
    article = find_article(instrument, number)
    if article is None:
        return no_article(request, instrument, number)
    names = {"number": article.number, "instrument": plain_instrument_name(article.instrument)}
    title = _("المادة %(number)s من %(instrument)s") % names
    return _of(request, ending, ("article", article.locator), title, article_address(article))


def _of(request: HttpRequest, ending: str, fixed: tuple[str, str], title: str, path: str) -> HttpResponseBase:
    absolute = request.build_absolute_uri
    query = _without_items(request)
    return _answer(request, ending, lambda: read_given(query, absolute, fixed=fixed, title=title, path=path))


def _asked(request: HttpRequest) -> QueryDict:
    query = request.GET.copy()
    query.update(request.POST)
    return query


def _without_items(request: HttpRequest) -> QueryDict:
    query = _asked(request)
    query.pop(ITEMS.name, None)
    return query


def _answer(
    request: HttpRequest,
    ending: str,
    read: Callable[[], tuple[GivenSelection, Wishes]],
    formats: Sequence[FileFormat] | None = None,
) -> HttpResponseBase:
    form = find_format(ending, formats)
    if form is None and ending == PDF and formats is None:
        sentence = _(
            "لم تُركَّب على هذا الخادم المكتبة التي تكتب ملفات PDF. خذ الورقة بصيغة Word، أو اطبع الصفحة."
        )
        return _refuse(request, sentence, 501)
    if form is None:
        return _no_format(request, ending, formats)
    given, wishes = read()
    if form.is_too_long(given.count):
        sentence = _(
            "عدد التوصيات في هذه النتائج %(count)s، ولا تتسع هذه الورقة هنا لأكثر من %(most)s. "
            "زد معايير التصفية، أو خذ جدولاً، أو اطلب ممن يدير الأرشيف أن يصدرها بالأمر export_recommendations."
        ) % {"count": given.count, "most": MOST_IN_A_PAPER}
        return _refuse(request, sentence)
    content = form.write(given, wishes)
    response: Any = (
        HttpResponse(content, content_type=form.media_type)
        if isinstance(content, bytes)
        else StreamingHttpResponse(content, content_type=form.media_type)
    )
    response["Content-Disposition"] = _disposition(given, form)
    if has_short_address(given):
        response["Link"] = f'<{given.page}>; rel="canonical"'
    response["X-Robots-Tag"] = "noindex"
    return response  # type: ignore[no-any-return]


def _disposition(given: GivenSelection, form: FileFormat) -> str:
    """The file's name in letters of ASCII, and in the words of the page for those who read them."""
    day = timezone.localtime(given.generated).date().isoformat()
    ascii_name = "".join(letter if letter.isalnum() or letter in ".-_" else "-" for letter in given.name)
    shown = " ".join(given.title.replace("/", "-").split())
    return (
        f'attachment; filename="{ascii_name}-{day}.{form.ending}"; '
        f"filename*=UTF-8''{quote(f'{shown} {day}.{form.ending}', safe='')}"
    )


def _no_format(request: HttpRequest, ending: str, formats: Sequence[FileFormat] | None) -> HttpResponse:
    """A 404 that lists the formats, each with its address for the same selection."""
    start = request.path.rpartition("/")[0]
    query = request.META.get("QUERY_STRING", "")
    pages = [
        NearPage(f"{start}/export.{one.ending}" + (f"?{query}" if query else ""), f"{one.name}: {one.ending}")
        for one in formats or FORMATS
    ]
    return nothing_here(request, ending, _("لا صيغة بهذا الاسم؛ هذه هي الصيغ:"), near_pages=pages)


def _refuse(request: HttpRequest, sentence: str, status: int = 413) -> HttpResponse:
    return render(request, "archive/file_refused.html", {"sentence": sentence}, status=status)
