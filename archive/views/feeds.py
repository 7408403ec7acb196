"""Feeds: the current selection, and what was reported on one recommendation."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.filters.page_parameters import ITEM, PAGE, REPORTED, SEARCH
from archive.filters.parameters import last_page, read_form
from archive.giving.asking import read_given
from archive.giving.feeds import ENTRIES, MEDIA_TYPE, FeedPage, write_reports_feed, write_selection_feed
from archive.models import Recommendation

from .errors import nothing_here


@require_safe
def recommendations_feed(request: HttpRequest) -> HttpResponse:
    """The parameters are those of the page, and `page`."""
    given, _wishes = read_given(request.GET, request.build_absolute_uri)
    number = read_form(request.GET, SEARCH).page_of(PAGE, given.count, ENTRIES)

    def address(page: int) -> str:
        query = request.GET.copy()
        query.pop(PAGE.name, None)
        if page > 1:
            query[PAGE.name] = str(page)
        start = request.build_absolute_uri(reverse("recommendations_feed"))
        return f"{start}?{query.urlencode(safe=':')}" if query else start

    page = FeedPage(
        address(number),
        request.get_host(),
        previous=address(number - 1) if number > 1 else "",
        next=address(number + 1) if number < last_page(given.count, ENTRIES) else "",
    )
    return _answer(write_selection_feed(given, number, page))


@require_safe
def reported_feed(request: HttpRequest) -> HttpResponse:
    locator = read_form(request.GET, REPORTED)[ITEM]
    row = Recommendation.objects.public().for_display().filter(locator=locator).first()
    if row is None:
        return nothing_here(request, locator, _("لا توصية في الأرشيف بهذا المعرّف."))
    own = request.build_absolute_uri(f"{reverse('reported_feed')}?item={locator}")
    return _answer(write_reports_feed(row, FeedPage(own, request.get_host()), request.build_absolute_uri))


def _answer(text: str) -> HttpResponse:
    return HttpResponse(text, content_type=MEDIA_TYPE, headers={"X-Robots-Tag": "noindex"})
