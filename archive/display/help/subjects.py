"""The things of the archive by which the page of help shows what it says; None where there is no such thing."""

from dataclasses import dataclass

from django.db.models import Count

from archive.filters.examples import example_recommendation
from archive.filters.snapshot import current_snapshot
from archive.models import Document, Paragraph, Recommendation, Subparagraph
from archive.record.held import HeldForState
from archive.search.reference import find_reference

#: So many papers are asked for one whose name leads to it.
MOST_PAPERS = 5


@dataclass(frozen=True, slots=True)
class HelpSubjects:
    """`item` is a lettered item of the recommendation that has most of them."""

    recommendation: Recommendation | None
    item: Subparagraph | None
    document: Document | None
    paragraph: Paragraph | None


def find_shown() -> HelpSubjects:
    """Looked for once in each state of the data."""
    return _shown.current()


def _find_shown() -> HelpSubjects:
    snapshot = current_snapshot()
    rows = Recommendation.objects.public().select_related("meeting__body", "document")
    key = example_recommendation(snapshot)
    row = rows.filter(pk=key).first() if key is not None else None
    # Counted by key alone: whole rows would be sorted for it.
    sizes = Subparagraph.objects.order_by().values_list("recommendation").annotate(size=Count("pk"))
    found = sizes.order_by("-size", "recommendation").first()
    fullest = rows.filter(pk=found[0]).first() if found else None
    item = None
    if fullest:
        items = list(fullest.subparagraphs.order_by("position"))
        item = items[len(items) // 2]
        item.recommendation = fullest
    document = _document()
    numbered = document.paragraphs.filter(number__gt=0, copy=1, series=0).order_by("position") if document else None
    keys = list(numbered.values_list("pk", flat=True)) if numbered is not None else []
    paragraph = Paragraph.objects.select_related("document").get(pk=keys[len(keys) // 2]) if keys else None
    return HelpSubjects(row, item, document, paragraph)


_shown = HeldForState(_find_shown)


def _document() -> Document | None:
    """A paper with most numbered paragraphs that its symbol or job number leads to."""
    papers = Document.objects.held().annotate(size=Count("paragraphs")).filter(size__gt=0).order_by("-size", "pk")
    for paper in papers[:MOST_PAPERS]:
        mark = paper.symbol or paper.job_number
        found = find_reference(mark) if mark else None
        if found and found.address == paper.get_absolute_url():
            return paper
    return None
