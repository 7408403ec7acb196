"""Groups of words and phrases that mean the same, asked with the stems of a query.

The groups come from outside: the thesaurus that staff edit, and the names that are written in two scripts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from archive.arabic.analyze import analyze
from archive.arabic.lexicon import load_lexicon

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """What may stand for the words `first` to `last` (inclusive) of the query.

    `stems` is a word or a phrase, `written` its form for people («إذكاء الوعي»).
    """

    first: int
    last: int
    stems: Stems
    written: str


def stems_of(text: str) -> Stems:
    """Give the stems of a text without symbols and without words that carry no subject."""
    return tuple(term.stem for term in analyze(text) if term.kind != "symbol" and not term.plain)


class Synonyms:
    """Built once from groups of expressions; asking costs a look-up for each run of query words."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._others: dict[Stems, dict[Stems, str]] = {}
        self._longest = 1
        for group in groups:
            forms: dict[Stems, str] = {}
            for written in group:
                if stems := stems_of(written):
                    forms.setdefault(stems, written.strip())
            for stems in forms:
                self._longest = max(self._longest, len(stems))
                others = self._others.setdefault(stems, {})
                others |= {other: written for other, written in forms.items() if other != stems}

    def alternatives(self, stems: Sequence[str]) -> list[Alternative]:
        """Give what may stand for words or runs of words of a query (its stems, plain words left out)."""
        found = []
        for first in range(len(stems)):
            for last in range(first, min(first + self._longest, len(stems))):
                others = self._others.get(tuple(stems[first : last + 1]), {})
                found += [Alternative(first, last, other, written) for other, written in others.items()]
        return found


@cache
def name_synonyms() -> Synonyms:
    """Give the names of several words («IOM», «المنظمة الدولية للهجرة») as synonyms."""
    return Synonyms(load_lexicon().names)
