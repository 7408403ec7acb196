"""The words of rows that no search index holds, by THE analyser: names, titles, phrases, notes.

Recommendations and paragraphs have the index. What else staff look through is short and is read whole; of one state of
the data once. WordTable analysed before are remembered, so that an edit costs the reading of the rows alone.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache, reduce

from django.db.models import Model
from pyroaring import BitMap

from archive.arabic.analyze import Term, analyze
from archive.models.portions import by_key
from archive.record.held import HeldForState
from archive.search.query import QueryPart, parse_query

#: Gives the key of each row with its words.
Reading = Callable[[], Iterable[tuple[int, str]]]


@dataclass
class WordTable:
    """Which rows have a word, by each of its forms; `rows` are all of them."""

    by_form: dict[str, BitMap] = field(default_factory=lambda: defaultdict(BitMap))
    rows: BitMap = field(default_factory=BitMap)
    #: The folded words in their order, to find those that begin so.
    folded: list[str] = field(default_factory=list)

    def having(self, typed: str) -> BitMap:
        """Rows that have every word and none of those behind a minus; the last word may be typed in part."""
        parts = parse_query(typed).parts
        wanted = [part for part in parts if not part.is_excluded]
        if not wanted:
            return BitMap()
        found = [self._having_part(part, may_go_on=part is wanted[-1]) for part in wanted]
        left_out = [self._having_part(part, may_go_on=False) for part in parts if part.is_excluded]
        known = [rows for rows in found if rows is not None]
        if not known:
            return BitMap()
        return reduce(BitMap.__sub__, (rows for rows in left_out if rows), reduce(BitMap.__and__, known))

    def _having_part(self, part: QueryPart, *, may_go_on: bool) -> BitMap | None:
        terms = analyze(part.text)
        telling = [term for term in terms if not term.plain] or terms
        if not telling:
            return None
        last = telling[-1]
        return reduce(
            BitMap.__and__,
            (
                self._having_term(term, may_go_on=may_go_on and not part.is_phrase and term is last)
                for term in telling
            ),
        )

    def _having_term(self, term: Term, *, may_go_on: bool) -> BitMap:
        found = self._of(f"e{term.exact}") | self._of(f"s{term.stem}")
        if may_go_on:
            at = bisect_left(self.folded, term.surface)
            while at < len(self.folded) and self.folded[at].startswith(term.surface):
                found |= self._of(f"f{self.folded[at]}")
                at += 1
        # What is spelled otherwise than anywhere here may still be the same word.
        return found or self._of(f"k{term.skeleton}")

    def _of(self, form: str) -> BitMap:
        return self.by_form.get(form) or BitMap()


class RowWords:
    """The words of the rows of a list; `is_held` where every change of the rows raises the version of the data."""

    def __init__(self, read: Reading, *, is_held: bool) -> None:
        self._read = read
        self._held = HeldForState(self._words) if is_held else None

    def having(self, typed: str) -> BitMap:
        words = self._held.current() if self._held is not None else self._words()
        return words.having(typed)

    def _words(self) -> WordTable:
        words = WordTable()
        for key, text in self._read():
            words.rows.add(key)
            for form in _forms(text):
                words.by_form[form].add(key)
        words.folded = sorted(form[1:] for form in words.by_form if form.startswith("f"))
        return words


@lru_cache(maxsize=200_000)
def _forms(text: str) -> frozenset[str]:
    return frozenset(
        form
        for term in analyze(text)
        for form in (f"e{term.exact}", f"s{term.stem}", f"k{term.skeleton}", f"f{term.surface}")
    )


def texts_of(model: type[Model], fields: tuple[str, ...]) -> Reading:
    """Reads the fields of every row, of links by their paths, as one text a row."""

    def read() -> Iterable[tuple[int, str]]:
        for portion in by_key(model._default_manager.values_list("pk", *fields), 5_000):
            for key, *values in portion:
                yield key, "\n".join(_said(value) for value in values)

    return read


def _said(value: object) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")
