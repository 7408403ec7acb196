"""Finding records for a typed text: the one door of search."""

from dataclasses import dataclass, field

from django.db import DatabaseError

from archive.models import Paragraph

from .asking import full_expression, partial_expression
from .backends import Kind, backend
from .expression import Without
from .ladder import understand
from .query import parse_query
from .ranking import HEAD, one_after_the_other, weigh
from .stamp import state_of_index
from .thesaurus import thesaurus
from .understood import Understood
from .words import ArchiveWords, archive_words

#: With fewer full matches than this, texts that have some of the words are looked for too.
FEW = 10
#: A partial match has at least this share of the query, by rarity: a common word alone says nothing.
LEAST_SHARE = 0.34
MOST_PARTIAL = 100


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, best first: (key of the record, rank); ranks fall, higher is better.

    `full` has every word that was sought, `partial` some of them (only looked for when few are full). `stale` says
    that the index is missing or older than the analyser: what is here may be incomplete.
    """

    full: list[tuple[int, float]] = field(default_factory=list)
    partial: list[tuple[int, float]] = field(default_factory=list)
    understood: Understood = field(default_factory=Understood)
    stale: bool = False


def search_recommendations(text: str, *, exact: bool = False) -> Hits:
    """Give the recommendations for what a reader typed. Never raises; an empty query finds nothing."""
    return _search(text, "recommendation", exact)


def search_paragraphs(text: str, document: int | None = None, *, exact: bool = False) -> Hits:
    """Give the paragraphs of reports (of one document, by its key). Never raises."""
    hits = _search(text, "paragraph", exact)
    if document is None:
        return hits
    here = set(Paragraph.objects.filter(document=document).values_list("pk", flat=True))
    return Hits(_among(hits.full, here), _among(hits.partial, here), hits.understood, hits.stale)


def _among(found: list[tuple[int, float]], keys: set[int]) -> list[tuple[int, float]]:
    return [hit for hit in found if hit[0] in keys]


def _search(text: str, kind: Kind, exact: bool) -> Hits:
    query = parse_query(text)
    state = state_of_index()
    if not state.can_search:
        return Hits(understood=Understood(query.typed, exact=exact), stale=not state.is_current)
    try:
        words = archive_words(state.key)
        asked = _Asked(understand(query, words, thesaurus(state.key), exact=exact), words, kind)
        full = asked.full()
        partial = asked.partial({key for key, _ in full}) if len(full) < FEW else []
    except DatabaseError:
        # The table of the engine is there but cannot be read: damaged, or of another make.
        return Hits(understood=Understood(query.typed, exact=exact), stale=True)
    return Hits(full, partial, asked.understood, not state.is_current)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question to the engine of one kind of record."""

    understood: Understood
    words: ArchiveWords
    kind: Kind

    def full(self) -> list[tuple[int, float]]:
        """First what has the words themselves, then what has the related words of the thesaurus."""
        own = full_expression(self.understood, related=False)
        if own is None:
            return []
        found = self._weighed(backend().ids(own, kind=self.kind))
        wide = full_expression(self.understood, related=True)
        if wide is None or wide == own:
            return found
        more = backend().ids(Without(wide, own), kind=self.kind)
        return one_after_the_other(found, more if len(found) >= HEAD else self._weighed(more))

    def partial(self, there: set[int]) -> list[tuple[int, float]]:
        expression = partial_expression(self.understood)
        if expression is None:
            return []
        found = backend().ids(expression, kind=self.kind, limit=HEAD)
        return self._weighed([hit for hit in found if hit[0] not in there], LEAST_SHARE)[:MOST_PARTIAL]

    def _weighed(self, hits: list[tuple[int, float]], least_share: float = 0.0) -> list[tuple[int, float]]:
        return weigh(hits, self.understood, self.words, kind=self.kind, least_share=least_share)
