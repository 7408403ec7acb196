"""One understood question to the engine: who matches, which of them are best."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from pyroaring import BitMap

from .asking import best_first, full_expression, partial_expression, related_expression
from .backends import Kind, backend
from .cached_entries import entries_of
from .kin import lifted
from .ranking import Hit, one_after_the_other, rarity_of, weigh
from .stamp import IndexState
from .subject import lifted_by_subject, subjects_of
from .understood import Understood
from .words import ArchiveWords

#: Up to so many hits are all weighed; of more, so many that are likely to be the best: the longest page.
FEW = 150
HEAD = 100
#: Where few of a set are meant, so many of it at most are asked for, to have HEAD that are: each costs a row.
_MOST_ASKED = 5_000
#: A partial match has at least this share of the query, by rarity: a common word alone says nothing. By the judged
#: queries (nDCG@10 of 41, of half of the second file and of 389 of our own): 0.967, 0.893 and 0.960 with 0.34, 0.967,
#: 0.897 and 0.962 with 0.2, and the same with 0.15, where the tail is longer.
LEAST_SHARE = 0.2
#: With fewer full matches than this, texts that have some of the words are looked for too. As many as nDCG@10 looks
#: at: with 5 recall@20 of the judged queries falls (0.987 to 0.956, 0.771 to 0.767), with 20 it stays.
ENOUGH = 10
#: … and behind too few of them this share: the commonest word alone still says nothing.
_AT_LEAST = 0.1
#: No page shows more: those are the longest.
MOST_PARTIAL = 100


@dataclass(frozen=True)
class Question:
    understood: Understood
    words: ArchiveWords
    kind: Kind
    state: IndexState

    def sets(self) -> tuple[BitMap, BitMap]:
        """Who has the words themselves; and who has, instead of one of them, a related word of the thesaurus."""
        own = full_expression(self.understood, related=False)
        if own is None:
            return BitMap(), BitMap()
        related = related_expression(self.understood)
        if related is None:
            return backend().sets([own], kind=self.kind)[0], BitMap()
        found, more = backend().sets([own, related], kind=self.kind)
        return found, more - found

    def best(self, members: BitMap, of: BitMap, *, related: bool) -> list[Hit]:
        """The best of these members `of` one of the sets, best first: all of them where they are few."""
        if not self.understood.wanted or not members:
            return []
        if len(members) <= FEW:
            return self._lifted(self._weighed(list(members)))
        likely = self._likely(members, of, related=related)
        # By key, where the words weigh little in every text.
        others = members - BitMap(likely)
        return self._lifted(self._weighed([*likely, *others[: max(0, HEAD - len(likely))]]))

    def partial(self, full: BitMap) -> list[Hit]:
        """Who has some of the words, best first: where too few have enough of them, behind these the best of the
        others.
        """
        hits = self._with_a_share(full, LEAST_SHARE)
        missing = ENOUGH - len(full) - len(hits)
        if missing <= 0:
            return hits
        found = {key for key, _ in hits}
        others = [hit for hit in self._with_a_share(full, _AT_LEAST if full or hits else 0.0) if hit[0] not in found]
        return one_after_the_other(hits, others[:missing])

    def _with_a_share(self, full: BitMap, least_share: float) -> list[Hit]:
        rarities = [rarity_of(word, self.words) for word in self.understood.wanted]
        expression = partial_expression(self.understood, rarities, least_share)
        if expression is None:
            return []
        found = backend().best(expression, kind=self.kind, limit=FEW)
        hits = self._weighed([key for key in found if key not in full], least_share, is_part=True)
        return self._lifted(hits, self._weighed(list(full[:FEW])))[:MOST_PARTIAL]

    def _likely(self, members: BitMap, of: BitMap, *, related: bool) -> list[int]:
        """More are asked for where only some of the set are meant."""
        tiers = best_first(self.understood, related=related) if self.state.has_levels else []
        if not tiers:
            return []
        limit = min(_MOST_ASKED, HEAD * len(of) // len(members))
        found = backend().first(tiers, kind=self.kind, limit=limit)
        return list(islice((key for key in dict.fromkeys(found) if key in members), HEAD))

    def _lifted(self, hits: list[Hit], beside: Sequence[Hit] = ()) -> list[Hit]:
        """Paragraphs have neither kin nor subject."""
        if self.kind != "recommendation" or not hits:
            return hits
        return lifted_by_subject(lifted(hits, beside), beside, self._subjects)

    @cached_property
    def _subjects(self) -> dict[str, float]:
        return subjects_of(self.understood)

    def _weighed(self, keys: Sequence[int], least_share: float = 0.0, *, is_part: bool = False) -> list[Hit]:
        odd = int(self.kind == "paragraph")
        entries = entries_of([2 * key + odd for key in keys], self.state.key)
        return weigh(entries, self.understood, self.words, least_share=least_share, is_part=is_part)
