"""Searching the paragraphs of reports, on the page of documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from archive.filters.page_parameters import EXACT, IN_DOCUMENT, PAGE, WORDS
from archive.filters.parameters import Asked
from archive.models import Document
from archive.search.match import search_paragraphs

from .search_results import ParagraphResult, build_paragraph_results
from .word_search import WordSearch

SIZE = 20


@dataclass(frozen=True, slots=True)
class ParagraphSearch(WordSearch):
    """What was asked of the paragraphs and what was found; addresses are query strings."""

    document: Document | None
    page: int
    count: int
    results: Sequence[ParagraphResult]
    partial: Sequence[ParagraphResult]

    @property
    def insist(self) -> str:
        return self._address(exact=True)

    @property
    def everywhere(self) -> str:
        return f"?{urlencode({'q': self.q})}"

    @property
    def previous(self) -> str | None:
        return self._address(page=self.page - 1) if self.page > 1 else None

    @property
    def next(self) -> str | None:
        return self._address(page=self.page + 1) if self.page * SIZE < self.count else None

    def _address(self, *, exact: bool | None = None, page: int = 1) -> str:
        pairs = [
            ("q", self.q),
            ("document", self.document.slug if self.document else ""),
            ("exact", "1" if (self.exact if exact is None else exact) else ""),
            ("page", str(page) if page > 1 else ""),
        ]
        return f"?{urlencode([(name, value) for name, value in pairs if value])}"


def build_paragraph_search(asked: Asked) -> ParagraphSearch | None:
    """The search that is asked for, if it has words; what cannot be followed is named."""
    q, exact, document = asked[WORDS], asked[EXACT], _document(asked)
    if not q:
        return None
    hits = search_paragraphs(q, document.pk if document else None, exact=exact)
    page = asked.page_of(PAGE, len(hits.full), SIZE)
    keys = [pk for pk, _rank in islice(hits.full, (page - 1) * SIZE, page * SIZE)]
    partial = [pk for pk, _rank in hits.partial[:SIZE]] if page == 1 else []
    results = build_paragraph_results([*keys, *partial], hits.understood)
    full = set(keys)
    return ParagraphSearch(
        q, exact, hits.understood, hits.stale, document, page, len(hits.full),
        [one for one in results if one.paragraph.pk in full],
        [one for one in results if one.paragraph.pk not in full],
    )  # fmt: skip


def _document(asked: Asked) -> Document | None:
    slug = asked[IN_DOCUMENT]
    found = Document.objects.filter(slug=slug).first() if slug else None
    if slug and found is None:
        asked.refuse(IN_DOCUMENT)
    return found
