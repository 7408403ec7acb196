"""Groups of words and phrases that mean the same, asked with the stems of a query.

The groups come from outside: the thesaurus that staff edit, and the names that are written in two scripts.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from archive.arabic.analyze import analyze
from archive.arabic.homonyms import negations_in, stems_in_context
from archive.arabic.lexicon import load_lexicon
from archive.arabic.spelling import Vocabulary

Stems = tuple[str, ...]

#: So many other words may stand between the words of an expression that may part.
_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Alternative:
    """What may stand for the words at these `places` of the query, ascending.

    `stems` is a word or a phrase, `written` its form for people («إذكاء الوعي»).
    """

    places: tuple[int, ...]
    stems: Stems
    written: str


def stems_of(text: str) -> Stems:
    """Give the stems of a text without symbols and without words that carry no subject."""
    return tuple(stem for stem, is_plain in _stems(text) if not is_plain)


def _in_a_row(text: str) -> Stems:
    """The stems as the texts have them, one a word: «التشارك في المعلومات» holds its «في»."""
    return tuple(stem for stem, _ in _stems(text))


def _stems(text: str) -> list[tuple[str, bool]]:
    """Each stem, and whether it is plain."""
    terms = [term for term in analyze(text) if term.kind != "symbol"]
    stems = stems_in_context([term.exact for term in terms], [term.stem for term in terms])
    plain = load_lexicon().plain
    negations = negations_in([term.exact for term in terms], stems)
    return [
        (stem, place in negations or (term.plain if stem == term.stem else stem in plain))
        for place, (stem, term) in enumerate(zip(stems, terms, strict=True))
    ]


@dataclass(frozen=True, slots=True)
class _Other:
    """`is_cut`: without its small words one common word is left («دولة لا ترد»), which does not mean the same."""

    row: Stems
    written: str
    is_cut: bool


class Synonyms:
    """Built once from groups of expressions; asking costs a look-up for each run of query words.

    `translations` go one way: an expression and those that may stand for it. Of names, the longest alone is meant:
    «المادة الثامنة عشرة» is not «المادة 8».
    """

    def __init__(
        self,
        groups: Iterable[Iterable[str]],
        translations: Iterable[tuple[str, Iterable[str]]] = (),
        *,
        are_names: bool = False,
        may_part: bool = False,
    ) -> None:
        self._are_names = are_names
        self._may_part = may_part
        self._written: set[str] = set()
        self._others: dict[Stems, dict[Stems, _Other]] = {}
        self._longest = 1
        self._beginning: dict[str, list[Stems]] = {}
        for group in groups:
            forms = _forms(group)
            for stems, form in forms.items():
                if not form.is_cut:
                    self._add(stems, forms)
        for typed, others in translations:
            if stems := stems_of(typed):
                self._add(stems, _forms(others))

    def _add(self, stems: Stems, forms: Mapping[Stems, _Other]) -> None:
        self._longest = max(self._longest, len(stems))
        if len(stems) == 1:
            self._written.add(stems[0])
        if len(stems) > 1 and stems not in self._others:
            self._beginning.setdefault(min(stems), []).append(stems)
        others = self._others.setdefault(stems, {})
        others |= {other: form for other, form in forms.items() if other != stems}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The single words that have others, for a typed word that may be a slip for one of them."""
        return Vocabulary(dict.fromkeys(sorted(self._written), 1))

    def alternatives(self, stems: Sequence[str]) -> list[Alternative]:
        """Give what may stand for words or runs of words of a query (its stems, plain words left out)."""
        found = []
        for first in range(len(stems)):
            for last in range(first, min(first + self._longest, len(stems))):
                found += self._at(tuple(range(first, last + 1)), tuple(stems[first : last + 1]))
        if self._are_names:
            spans = {(one.places[0], one.places[-1]) for one in found}
            return [one for one in found if not self._is_within_a_longer_one(one, spans)]
        return found + self._of_parted(stems) if self._may_part else found

    def _at(self, places: tuple[int, ...], stems: Stems) -> list[Alternative]:
        others = self._others.get(stems, {})
        return [Alternative(places, other.row, other.written) for other in others.values()]

    def _of_parted(self, stems: Sequence[str]) -> list[Alternative]:
        """For expressions whose words stand near each other, in any order: «نرحل طفلاً مريضاً» has «ترحيل مريض»."""
        found = []
        for at, stem in enumerate(stems):
            for expression in self._beginning.get(stem, ()):
                first = max(0, at - len(expression) - _BETWEEN)
                near = stems[first : at + len(expression) + _BETWEEN + 1]
                if not all(one in near for one in expression):
                    continue
                places = sorted({at if one == stem else first + near.index(one) for one in expression})
                is_in_a_row = tuple(stems[places[0] : places[-1] + 1]) == expression
                if len(places) == len(expression) and not is_in_a_row:
                    found += self._at(tuple(places), expression)
        return found

    def _is_within_a_longer_one(self, one: Alternative, spans: Container[tuple[int, int]]) -> bool:
        """Asks for the few runs alone that can reach over it: a query may name a thousand things."""
        own_first, own_last = one.places[0], one.places[-1]
        return any(
            (first, last) in spans
            for first in range(max(0, own_last - self._longest + 1), own_first + 1)
            for last in range(own_last, first + self._longest)
            if last - first > own_last - own_first
        )


def _forms(group: Iterable[str]) -> dict[Stems, _Other]:
    forms: dict[Stems, _Other] = {}
    for written in group:
        if stems := stems_of(written):
            row = _in_a_row(written)
            is_cut = len(stems) == 1 < len(row) and stems[0] in {term.stem for term in analyze(written)}
            forms.setdefault(stems, _Other(row, written.strip(), is_cut))
    return forms
