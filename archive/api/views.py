"""Lists and items of `/api/v1/`. Read only; each list in the official order of its kind.

Addresses are found whatever the case of their letters.
"""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.models import (
    AgendaItem,
    Article,
    Document,
    Footnote,
    FormerSlug,
    Meeting,
    Recommendation,
    Subparagraph,
    Topic,
)
from archive.models.document import DocumentQuerySet
from archive.models.meeting import MeetingQuerySet
from archive.models.topic import TopicQuerySet
from archive.numbering import abjad

from .conditions import dated
from .fields import MEETING, RECOMMENDATION, TOPIC, WHOLE_DOCUMENT, CountedTopic
from .found import build_found_list
from .list_fields import DOCUMENT_LIST, INDEX, MEETING_LIST, RECOMMENDATION_LIST, TOPIC_LIST
from .paging import build_list, refuse_parameters
from .responses import NotFound, answer_row, read_only

Asked = TypeVar("Asked", bound=Model)


@read_only
@dated
def index(request: HttpRequest) -> HttpResponse:
    """What there is."""
    refuse_parameters(request)
    return answer_row(request, INDEX, None)


@read_only
@dated
def recommendation_list(request: HttpRequest) -> HttpResponse:
    """Searched and filtered; the parameters are those of the page."""
    return answer_row(request, RECOMMENDATION_LIST, build_found_list(request))


@read_only
@dated
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
        raise NotFound("locator", "لا توجد في الأرشيف توصية بهذا المعرّف.")
    return HttpResponsePermanentRedirect(reverse("api:recommendation", args=[whole]))


@read_only
@dated
def meeting_list(request: HttpRequest) -> HttpResponse:
    return answer_row(request, MEETING_LIST, build_list(request, _meetings().in_official_order()))


@read_only
@dated
def meeting_item(request: HttpRequest, slug: str) -> HttpResponse:
    refuse_parameters(request)
    row = _find(_meetings(), slug=slug.lower())
    if row is None:
        raise NotFound("slug", "لا يوجد في الأرشيف اجتماع بهذا المعرّف.")
    return answer_row(request, MEETING, row)


@read_only
@dated
def document_list(request: HttpRequest) -> HttpResponse:
    return answer_row(request, DOCUMENT_LIST, build_list(request, _covers().newest_first()))


@read_only
@dated
def document_item(request: HttpRequest, slug: str) -> HttpResponse:
    """A document with its text; an address that it once had redirects for good."""
    refuse_parameters(request)
    slug = slug.lower()
    footnotes = Prefetch("footnotes", Footnote.objects.select_related("paragraph"))
    row = _find(_covers().prefetch_related("sections", "paragraphs", footnotes), slug=slug)
    if row is not None:
        return answer_row(request, WHOLE_DOCUMENT, row)
    former = _find(FormerSlug.objects.select_related("document"), slug=slug)
    if former is None:
        raise NotFound("slug", "لا توجد في الأرشيف وثيقة بهذا المعرّف.")
    return HttpResponsePermanentRedirect(reverse("api:document", args=[former.document.slug]))


@read_only
@dated
def topic_list(request: HttpRequest) -> HttpResponse:
    """The tree, each topic under its parent; the counts are those of the facet, with what stands below."""
    return answer_row(request, TOPIC_LIST, build_list(request, _counted(_topics().in_tree_order())))


@read_only
@dated
def topic_item(request: HttpRequest, slug: str) -> HttpResponse:
    refuse_parameters(request)
    row = _find(_topics(), slug=slug.lower())
    if row is None:
        raise NotFound("slug", "لا يوجد في الأرشيف موضوع بهذا المعرّف.")
    return answer_row(request, TOPIC, *_counted([row]))


def _topics() -> TopicQuerySet:
    articles = Prefetch("articles", Article.objects.select_related("instrument").in_order())
    return Topic.objects.in_use().select_related("parent").prefetch_related(articles)


def _counted(rows: Iterable[Topic]) -> list[CountedTopic]:
    totals = current_snapshot().totals["topic"]
    path = reverse("api:recommendations")
    return [
        CountedTopic(row, totals.get(row.slug, 0), path + Selection(values={"topic": (row.slug,)}).address)
        for row in rows
    ]


def _meetings() -> MeetingQuerySet:
    agenda = Prefetch("agenda_items", AgendaItem.objects.select_related("parent"))
    return Meeting.objects.with_counts().select_related("body").prefetch_related(agenda, "documents")


def _covers() -> DocumentQuerySet:
    """Documents with their covers; the count of what they hold, without what they hold."""
    return Document.objects.with_counts().select_related("body", "meeting", "agenda_item", "relates_to")


def _find(rows: QuerySet[Asked], **key: str | int) -> Asked | None:
    """The row that has this key. No key holds NUL, which PostgreSQL does not even compare."""
    if any("\0" in value for value in key.values() if isinstance(value, str)):
        return None
    return rows.filter(**key).first()
