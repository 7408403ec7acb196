"""Finding records for a typed text: the one door of search."""

import logging
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.db import DatabaseError
from pyroaring import BitMap

from archive.models import Paragraph
from archive.record.troubles import keeps_from_reading

from .backends import Kind
from .ladder import understand
from .query import parse_query
from .question import ENOUGH, FEW, Question
from .ranking import Hit, one_after_the_other
from .stamp import state_of_index
from .thesaurus import thesaurus
from .understood import Understood
from .words import archive_words

_log = logging.getLogger("archive.search")


@dataclass(frozen=True)
class Hits:
    """What was found, as sets: who has every word; `related` those that have one of the thesaurus instead.

    `partial` are those with some of the words (only looked for when few are full), as (key of the record, rank),
    best first. `stale` says that the index is missing or older than the analyser: what is here may be incomplete.
    """

    own: BitMap = field(default_factory=BitMap)
    related: BitMap = field(default_factory=BitMap)
    partial: list[Hit] = field(default_factory=list)
    understood: Understood = field(default_factory=Understood)
    stale: bool = False
    question: Question | None = None

    @property
    def members(self) -> BitMap:
        return self.own | self.related

    def first(self, among: BitMap) -> list[Hit]:
        """Of those among the full matches the best, best first; a higher rank is better.

        All of them where they are few. Whoever is not here stands behind, in official order.
        """
        if self.question is None:
            return []
        own = self.own & among
        first = self.question.best(own, self.own, related=False)
        if len(own) > FEW:
            return first
        then = self.question.best(self.related & among, self.related, related=True)
        return one_after_the_other(first, then)

    @cached_property
    def full(self) -> list[Hit]:
        """All full matches: the best as `first` gives them, the others behind by key, without rank."""
        members = self.members
        first = self.first(members)
        rest = members - BitMap(key for key, _ in first)
        return [*first, *((key, 0.0) for key in rest)]

    def among(self, keys: BitMap) -> "Hits":
        """Those of these records."""
        partial = [hit for hit in self.partial if hit[0] in keys]
        return replace(self, own=self.own & keys, related=self.related & keys, partial=partial)


def search_recommendations(text: str, *, exact: bool = False) -> Hits:
    """Give the recommendations for what a reader typed. Never raises; an empty query finds nothing."""
    return _search(text, "recommendation", exact)


def search_paragraphs(text: str, document: int | None = None, *, exact: bool = False) -> Hits:
    """Give the paragraphs of reports (of one document, by its key). Never raises."""
    hits = _search(text, "paragraph", exact)
    if document is None:
        return hits
    return hits.among(BitMap(Paragraph.objects.filter(document=document).values_list("pk", flat=True)))


def _search(text: str, kind: Kind, exact: bool) -> Hits:
    query = parse_query(text)
    state = state_of_index()
    if not state.can_search:
        return Hits(understood=Understood(query.typed, exact=exact), stale=not state.is_current)
    try:
        words = archive_words(state.key, kind)
        question = Question(understand(query, words, thesaurus(state.key), exact=exact), words, kind, state)
        own, related = question.sets()
        partial = question.partial(own | related) if len(own) + len(related) < ENOUGH else []
    except DatabaseError as error:
        if keeps_from_reading(error):
            raise
        # The table of the engine is there but cannot be read: damaged, or of another make. Readers get no hits and are
        # told that the index is stale; whoever keeps the archive finds the reason in the log.
        _log.exception("The search index cannot be asked.")
        return Hits(understood=Understood(query.typed, exact=exact), stale=True)
    return Hits(own, related, partial, question.understood, not state.is_current, question)
