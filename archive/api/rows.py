"""The rows that stand in JSON, with all that their shapes show fetched."""

from collections.abc import Iterable

from django.db.models import Prefetch
from django.urls import reverse

from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.models import AgendaItem, Article, Document, Footnote, Meeting, Topic
from archive.models.document import DocumentQuerySet
from archive.models.meeting import MeetingQuerySet
from archive.models.topic import TopicQuerySet

from .fields import CountedTopic


def topics() -> TopicQuerySet:
    articles = Prefetch("articles", Article.objects.select_related("instrument").in_order())
    return Topic.objects.in_use().select_related("parent").prefetch_related(articles)


def counted(rows: Iterable[Topic]) -> list[CountedTopic]:
    totals = current_snapshot().totals["topic"]
    path = reverse("api:recommendations")
    return [
        CountedTopic(row, totals.get(row.slug, 0), path + Selection(values={"topic": (row.slug,)}).address)
        for row in rows
    ]


def meetings() -> MeetingQuerySet:
    agenda = Prefetch("agenda_items", AgendaItem.objects.select_related("parent"))
    return Meeting.objects.with_counts().select_related("body").prefetch_related(agenda, "documents")


def covers() -> DocumentQuerySet:
    """Documents with their covers; the count of what they hold, without what they hold."""
    return Document.objects.with_counts().select_related("body", "meeting", "agenda_item", "relates_to")


def whole_documents() -> DocumentQuerySet:
    """Documents with their covers and their texts."""
    footnotes = Prefetch("footnotes", Footnote.objects.select_related("paragraph"))
    return covers().prefetch_related("sections", "paragraphs", footnotes)
