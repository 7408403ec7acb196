"""Lists and items of `/api/v1/`. Read only; each list in the official order of its kind.

Addresses are found whatever the case of their letters.
"""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import reverse

from archive.display.lookup.by_address import find_moved
from archive.display.lookup.preview import previewed_by_staff
from archive.display.lookup.standing import find_withdrawn
from archive.models import (
    FormerSlug,
    Recommendation,
    Subparagraph,
)
from archive.numbering import abjad

from .fields import MEETING, RECOMMENDATION, TOPIC, WHOLE_DOCUMENT
from .found import build_found_list
from .list_fields import DOCUMENT_LIST, INDEX, MEETING_LIST, RECOMMENDATION_LIST, TOPIC_LIST
from .paging import build_list, refuse_parameters
from .responses import Gone, NotFound, answer_row, read_only
from .rows import counted, covers, meetings, topics, whole_documents

Asked = TypeVar("Asked", bound=Model)

RECOMMENDATIONS, MEETINGS = "recommendations", "meetings"
_VIEWS = {RECOMMENDATIONS: "api:recommendation", MEETINGS: "api:meeting"}


@read_only
def index(request: HttpRequest) -> HttpResponse:
    """What there is."""
    refuse_parameters(request)
    return answer_row(request, INDEX, None)


@read_only
def recommendation_list(request: HttpRequest) -> HttpResponse:
    """Searched and filtered; the parameters are those of the page."""
    return answer_row(request, RECOMMENDATION_LIST, build_found_list(request))


@previewed_by_staff
@read_only
def recommendation_item(request: HttpRequest, locator: str) -> HttpResponse:
    """A recommendation; the locator of a lettered item leads to the recommendation that it belongs to."""
    refuse_parameters(request)
    locator = locator.lower()
    row = _find(Recommendation.objects.for_display().with_meaning(), locator=locator)
    if row is not None:
        return answer_row(request, RECOMMENDATION, row)
    whole, _, letters = locator.rpartition(".")
    position = abjad.from_latin(letters)
    if (
        position is None
        or _find(Subparagraph.objects.all(), recommendation__locator=whole, position=position) is None
    ):
        return _elsewhere(RECOMMENDATIONS, locator, NotFound("locator", "لا توجد في الأرشيف توصية بهذا المعرّف."))
    return HttpResponsePermanentRedirect(reverse("api:recommendation", args=[whole]))


@read_only
def meeting_list(request: HttpRequest) -> HttpResponse:
    return answer_row(request, MEETING_LIST, build_list(request, meetings().in_official_order()))


@previewed_by_staff
@read_only
def meeting_item(request: HttpRequest, slug: str) -> HttpResponse:
    refuse_parameters(request)
    row = _find(meetings(), slug=slug.lower())
    if row is None:
        return _elsewhere(MEETINGS, slug, NotFound("slug", "لا يوجد في الأرشيف اجتماع بهذا المعرّف."))
    return answer_row(request, MEETING, row)


@read_only
def document_list(request: HttpRequest) -> HttpResponse:
    return answer_row(request, DOCUMENT_LIST, build_list(request, covers().newest_first()))


@previewed_by_staff
@read_only
def document_item(request: HttpRequest, slug: str) -> HttpResponse:
    """A document with its text; an address that it once had redirects for good."""
    refuse_parameters(request)
    slug = slug.lower()
    row = _find(whole_documents(), slug=slug)
    if row is not None:
        return answer_row(request, WHOLE_DOCUMENT, row)
    former = _find(FormerSlug.objects.select_related("document"), slug=slug)
    if former is None:
        _refuse_withdrawn("documents", slug)
        raise NotFound("slug", "لا توجد في الأرشيف وثيقة بهذا المعرّف.")
    return HttpResponsePermanentRedirect(reverse("api:document", args=[former.document.slug]))


@read_only
def topic_list(request: HttpRequest) -> HttpResponse:
    """The tree, each topic under its parent; the counts are those of the facet, with what stands below."""
    return answer_row(request, TOPIC_LIST, build_list(request, counted(topics().in_tree_order())))


@read_only
def topic_item(request: HttpRequest, slug: str) -> HttpResponse:
    refuse_parameters(request)
    row = _find(topics(), slug=slug.lower())
    if row is None:
        raise NotFound("slug", "لا يوجد في الأرشيف موضوع بهذا المعرّف.")
    return answer_row(request, TOPIC, *counted([row]))


def _elsewhere(kind: str, locator: str, otherwise: NotFound) -> HttpResponse:
    """The way to where it stands since staff mended its number. Raises Gone where it was withdrawn, and NotFound where
    nothing ever stood there.
    """
    now = find_moved(locator)
    if now is not None:
        return HttpResponseRedirect(reverse(_VIEWS[kind], args=[now]))
    _refuse_withdrawn(kind, locator)
    raise otherwise


def _refuse_withdrawn(kind: str, key: str) -> None:
    found = find_withdrawn((kind, key))
    if found is not None:
        day = found.standing.at.date().isoformat() if found.standing.at else ""
        name = f"{found.name} {found.symbol}".strip()
        raise Gone("state", f"سُحب من الأرشيف في {day}: {name}. السبب: {found.standing.because}")


def _find(rows: QuerySet[Asked], **key: str | int) -> Asked | None:
    """The row that has this key. No key holds NUL, which PostgreSQL does not even compare."""
    if any("\0" in value for value in key.values() if isinstance(value, str)):
        return None
    return rows.filter(**key).first()
