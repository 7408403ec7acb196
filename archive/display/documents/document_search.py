"""Searching within one document: the places found stay in the text, each leading to the one before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from archive.models import Document, Paragraph, Recommendation
from archive.search.match import Hits, search_paragraphs, search_recommendations

from ..results.word_search import WordSearch


@dataclass(frozen=True, slots=True)
class Hop:
    """The way from a place found to its neighbours, as anchors; empty at the ends. `place` counts from 1."""

    place: int
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class DocumentSearch(WordSearch):
    """What was sought in a document and where it was found: paragraphs and recommendations, by key.

    `is_partial` says that no text has all the words and these have some of them.
    """

    paragraphs: frozenset[int]
    recommendations: frozenset[int]
    is_partial: bool

    @property
    def count(self) -> int:
        return len(self.paragraphs) + len(self.recommendations)

    @property
    def insist(self) -> str:
        return f"?{urlencode({'q': self.q, 'exact': '1'})}"


def find_numbered(paragraphs: Iterable[Paragraph], q: str) -> Paragraph | None:
    """The paragraph whose number was typed, as «12» or «١٢»."""
    number = int(q) if q.isdecimal() and len(q) < 6 else 0
    return next((paragraph for paragraph in paragraphs if number and paragraph.number == number), None)


def search_document(
    document: Document,
    paragraphs: Sequence[Paragraph],
    recommendations: Sequence[Recommendation],
    q: str,
    *,
    exact: bool,
) -> DocumentSearch:
    """Look for the words in the rows of the document; they are given, so that nothing is read twice."""
    in_paragraphs = search_paragraphs(q, document.pk, exact=exact) if paragraphs else None
    in_recommendations = search_recommendations(q, exact=exact) if recommendations else None
    any_hits = in_paragraphs or in_recommendations or search_paragraphs(q, document.pk, exact=exact)
    full = _keys(in_paragraphs, paragraphs, "full"), _keys(in_recommendations, recommendations, "full")
    some = _keys(in_paragraphs, paragraphs, "partial"), _keys(in_recommendations, recommendations, "partial")
    is_partial = not any(full) and any(some)
    found = some if is_partial else full
    return DocumentSearch(q, exact, any_hits.understood, any_hits.stale, *found, is_partial)


def _keys(hits: Hits | None, rows: Sequence[Paragraph] | Sequence[Recommendation], degree: str) -> frozenset[int]:
    found = {key for key, _rank in getattr(hits, degree)} if hits else set()
    return frozenset(row.pk for row in rows if row.pk in found)


def build_hops(anchors: Sequence[str]) -> dict[str, Hop]:
    """For each anchor, in the order of reading, the ones before and after."""
    before, after = ["", *anchors[:-1]], [*anchors[1:], ""]
    return {
        anchor: Hop(place, *around)
        for place, (anchor, *around) in enumerate(zip(anchors, before, after, strict=False), start=1)
    }
