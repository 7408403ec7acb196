"""What the paragraphs of a document cite, and the recommendations of which they tell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from archive.models import Citation, Document, FollowUp, named_by
from archive.models.prepared import Prepared

from ..comparison.sides import Side
from ..relations.meaning import UNREAD_OF_CITED


@dataclass(frozen=True, slots=True)
class ToldRecommendations:
    """The recommendations of which a paragraph tells: those that staff stand for, those that nobody has looked at."""

    confirmed: tuple[Side, ...]
    suggested: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class DocumentMeaning:
    """Of the paragraphs of a document, by key."""

    citations: Mapping[int | None, Sequence[Citation]] = field(default_factory=dict)
    told: Mapping[int, ToldRecommendations] = field(default_factory=dict)


_CITATIONS = Prepared(
    lambda key: Citation.objects.filter(paragraph__document=key)
    .for_display()
    .select_related("article__instrument", "cited_recommendation__meeting__body", "cited_meeting__body")
    .defer(*UNREAD_OF_CITED)
)
_TOLD = Prepared(
    lambda key: FollowUp.objects.for_readers()
    .filter(paragraph__document=key)
    .select_related("recommendation__meeting__body", "subparagraph")
    .only(
        *("origin", "decision", "paragraph", *named_by.recommendation("recommendation")),
        *named_by.item("subparagraph"),
    )
    .order_by(
        "recommendation__meeting__body__symbol",
        *("recommendation__meeting__number", "recommendation__number", "recommendation__copy"),
    )
)


def find_meaning(document: Document) -> DocumentMeaning:
    """What is in force. Two queries."""
    citations: dict[int | None, list[Citation]] = defaultdict(list)
    for row in _CITATIONS.rows(document.pk):
        citations[row.paragraph_id].append(row)
    return DocumentMeaning(citations, _told(document))


def _told(document: Document) -> dict[int, ToldRecommendations]:
    """In official order."""
    found: dict[int, tuple[list[Side], list[Side]]] = defaultdict(lambda: ([], []))
    for row in _TOLD.rows(document.pk):
        found[row.paragraph_id][row.is_suggested].append(Side(row.recommendation, row.subparagraph))
    return {
        key: ToldRecommendations(tuple(confirmed), tuple(suggested))
        for key, (confirmed, suggested) in found.items()
    }
