"""Which values of a facet a reader means who types a word of their names: in either language, in another form too."""

from collections.abc import Iterable
from functools import lru_cache

from archive.arabic.analyze import analyze_word
from archive.arabic.normalize import normalize

from .kinds import FacetValue


class FacetWords:
    """The words in the names of the values, each once: of thousands of values the words are soon gone through."""

    def __init__(self, labels: Iterable[FacetValue]) -> None:
        values_of: dict[str, set[str]] = {}
        for row in labels:
            if row.value is not None:
                for word in normalize(f"{row.label} {row.label_en} {row.note} {row.value}").split():
                    values_of.setdefault(word, set()).add(row.value)
        self._values_of = values_of

    def find(self, typed: str) -> set[str]:
        """The values in whose names every one of the typed words stands; none of them typed, none found."""
        found: set[str] | None = None
        for word in normalize(typed).split():
            stem = _stem(word)
            here: set[str] = set()
            for held, values in self._values_of.items():
                if _holds(held, word) or (stem and _stem(held) == stem):
                    here |= values
            found = here if found is None else found & here
        return found or set()


def _holds(held: str, word: str) -> bool:
    """«5» stands in «ctoc-cop-wg7.5» and not in «2015»: a number is whole, of a word any part will do."""
    at = held.find(word)
    if not word.isdigit():
        return at >= 0
    while at >= 0:
        if not (held[at - 1 : at].isdigit() or held[at + len(word) : at + len(word) + 1].isdigit()):
            return True
        at = held.find(word, at + 1)
    return False


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    term = analyze_word(word)
    return term.stem if term is not None and not term.plain else ""
