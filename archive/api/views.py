"""Lists and items of `/api/v1/`. Read only; each list in the official order of its kind.

Addresses are found whatever the case of their letters.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch, QuerySet
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
from archive.models.topic import TopicQuerySet
from archive.numbering import abjad

from .conditions import dated
from .found import build_found_list
from .paging import build_list, refuse_parameters
from .representations import (
    represent_document,
    represent_meeting,
    represent_recommendation,
    represent_topic,
    represent_whole_document,
)
from .responses import NotFound, answer, read_only


@read_only
@dated
def index(request: HttpRequest) -> HttpResponse:
    """What there is."""
    refuse_parameters(request)
    lists = ("recommendations", "meetings", "documents", "topics")
    return answer({name: request.build_absolute_uri(reverse(f"api:{name}")) for name in lists})


@read_only
@dated
def recommendation_list(request: HttpRequest) -> HttpResponse:
    """Searched and filtered; the parameters are those of the page."""
    return answer(
        build_found_list(request, lambda row: represent_recommendation(row, request.build_absolute_uri))
    )


@read_only
@dated
def recommendation_item(request: HttpRequest, locator: str) -> HttpResponse:
    """A recommendation; the locator of a lettered item leads to the recommendation that it belongs to."""
    refuse_parameters(request)
    locator = locator.lower()
    row = _find(Recommendation.objects.for_display().with_meaning(), locator=locator)
    if row is not None:
        return answer(represent_recommendation(row, request.build_absolute_uri))
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
    rows = _meetings().in_official_order()
    return answer(build_list(request, rows, lambda row: represent_meeting(row, request.build_absolute_uri)))


@read_only
@dated
def meeting_item(request: HttpRequest, slug: str) -> HttpResponse:
    refuse_parameters(request)
    row = _find(_meetings(), slug=slug.lower())
    if row is None:
        raise NotFound("slug", "لا يوجد في الأرشيف اجتماع بهذا المعرّف.")
    return answer(represent_meeting(row, request.build_absolute_uri))


@read_only
@dated
def document_list(request: HttpRequest) -> HttpResponse:
    rows = _covers().newest_first()
    return answer(build_list(request, rows, lambda row: represent_document(row, request.build_absolute_uri)))


@read_only
@dated
def document_item(request: HttpRequest, slug: str) -> HttpResponse:
    """A document with its text; an address that it once had redirects for good."""
    refuse_parameters(request)
    slug = slug.lower()
    footnotes = Prefetch("footnotes", Footnote.objects.select_related("paragraph"))
    row = _find(_covers().prefetch_related("sections", "paragraphs", footnotes), slug=slug)
    if row is not None:
        return answer(represent_whole_document(row, request.build_absolute_uri))
    former = _find(FormerSlug.objects.select_related("document"), slug=slug)
    if former is None:
        raise NotFound("slug", "لا توجد في الأرشيف وثيقة بهذا المعرّف.")
    return HttpResponsePermanentRedirect(reverse("api:document", args=[former.document.slug]))


@read_only
@dated
def topic_list(request: HttpRequest) -> HttpResponse:
    """The tree, each topic under its parent; the counts are those of the facet, with what stands below."""
    return answer(build_list(request, _topics().in_tree_order(), _represent_topic(request)))


@read_only
@dated
def topic_item(request: HttpRequest, slug: str) -> HttpResponse:
    refuse_parameters(request)
    row = _find(_topics(), slug=slug.lower())
    if row is None:
        raise NotFound("slug", "لا يوجد في الأرشيف موضوع بهذا المعرّف.")
    return answer(_represent_topic(request)(row))


def _topics() -> TopicQuerySet:
    articles = Prefetch("articles", Article.objects.select_related("instrument").in_order())
    return Topic.objects.in_use().select_related("parent").prefetch_related(articles)


def _represent_topic(request: HttpRequest) -> Callable[[Topic], dict[str, Any]]:
    totals = current_snapshot().totals["topic"]
    recommendations = request.build_absolute_uri(reverse("api:recommendations"))

    def represent(row: Topic) -> dict[str, Any]:
        selection = Selection(values={"topic": (row.slug,)}).address
        address = f"{recommendations}{selection}"
        return represent_topic(row, totals.get(row.slug, 0), address, request.build_absolute_uri)

    return represent


def _meetings() -> QuerySet[Meeting]:
    agenda = Prefetch("agenda_items", AgendaItem.objects.select_related("parent"))
    return Meeting.objects.with_counts().select_related("body").prefetch_related(agenda, "documents")


def _covers() -> QuerySet[Document]:
    """Documents with their covers; the count of what they hold, without what they hold."""
    return Document.objects.with_counts().select_related("body", "meeting", "agenda_item")


def _find(rows: QuerySet[Any], **key: Any) -> Any | None:
    """The row that has this key. No key holds NUL, which PostgreSQL does not even compare."""
    if any("\0" in value for value in key.values() if isinstance(value, str)):
        return None
    return rows.filter(**key).first()
