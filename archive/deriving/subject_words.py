"""The words of a text that carry its subject, without set phrases; names of addressees and treaties are one each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.arabic.analyze import Term, analyze
from archive.arabic.normalize import bare
from archive.arabic.stem import without_article
from archive.vocabulary.addressees import read_addressee_names
from archive.vocabulary.clause_words import clause_words
from archive.vocabulary.set_phrases import SET_PHRASES

# Words that only lead to a number: the articles themselves are facts of their own.
_LEADING = frozenset(term.stem for term in analyze(" ".join(clause_words("leading"))))
# Numbers of one or two digits are those of articles and recommendations; longer ones are years, which tell something.
_SHORT_NUMBER = 2
#: So many texts lately read are kept as words: sentence by sentence as many as are compared while somebody waits.
TEXTS_AT_HAND = 4_096
# No stem begins like that.
_NAMED = "="
# Which organization is meant matters: each of those names is a word of its own.
_KEPT_APART = "international_organizations"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text that carry its subject, in order: their stems, and how they stand there.

    `printed` is without vowels and without what is joined before the word («و», «ل»), where that is known. A name
    has its code for a stem, with a sign before it.
    """

    stems: tuple[str, ...]
    printed: tuple[str, ...]


def is_name(stem: str) -> bool:
    """Whether a stem stands for a name: of an addressee, a treaty."""
    return stem.startswith(_NAMED)


class WordReader:
    """Reads texts; built once with the names that say who or which treaty, not what about."""

    def __init__(self, names: Iterable[tuple[str, str]] = ()) -> None:
        """`names` are (code, name as written) beyond those of the addressees: «untoc», «اتفاقية الجريمة المنظمة»."""
        own = ((one.name if one.code == _KEPT_APART else one.code, one.name) for one in read_addressee_names())
        said = [*((_NAMED + code, name) for code, name in (*own, *names)), *(("", phrase) for phrase in SET_PHRASES)]
        self._said: dict[str, list[_Said]] = {}
        for word, form in said:
            stems = tuple(term.stem for term in _in_a_row(analyze(form)))
            if stems:
                self._said.setdefault(stems[0], []).append(_Said(stems, word))
        for listed in self._said.values():
            listed.sort(key=lambda one: (-len(one.stems), one.stems, one.word))
        self._lately_read = lru_cache(maxsize=TEXTS_AT_HAND)(self._read)

    def read(self, text: str, terms: Sequence[Term] | None = None) -> Words:
        """`terms` are those of `text` where it is analysed already."""
        return self._lately_read(text) if terms is None else self._read(text, terms)

    def _read(self, text: str, terms: Sequence[Term] | None = None) -> Words:
        row = _in_a_row(analyze(text) if terms is None else terms)
        stems = [term.stem for term in row]
        found: list[tuple[str, str]] = []
        at = 0
        while at < len(row):
            said = next((one for one in self._said.get(stems[at], ()) if one.stands(stems, at)), None)
            if said and said.word:
                found.append((said.word, ""))
            elif not said and _tells(row[at]):
                found.append((stems[at], _printed(text, row[at])))
            at += len(said.stems) if said else 1
        return Words(tuple(stem for stem, _ in found), tuple(printed for _, printed in found))


@lru_cache(maxsize=2)
def word_reader(names: tuple[tuple[str, str], ...]) -> WordReader:
    """The reader with these names, and what it has lately read."""
    return WordReader(names)


@dataclass(frozen=True, slots=True)
class _Said:
    """Words in a row that count as one, or as none (`word` is empty)."""

    stems: tuple[str, ...]
    word: str

    def stands(self, stems: Sequence[str], at: int) -> bool:
        return tuple(stems[at : at + len(self.stems)]) == self.stems


def _in_a_row(terms: Iterable[Term]) -> list[Term]:
    return [term for term in terms if term.kind != "symbol"]


def _tells(term: Term) -> bool:
    short_number = term.kind == "number" and len(term.surface) <= _SHORT_NUMBER
    return not term.plain and term.stem not in _LEADING and not short_number


def _printed(text: str, term: Term) -> str:
    """Folding a letter keeps its place, so that what is left of the folded word tells what to leave of the printed."""
    printed = bare(text[term.start : term.end])
    left = term.exact if term.known else without_article(term.exact)
    same = len(printed) == len(term.surface) and term.surface.endswith(left)
    return printed[len(printed) - len(left) :] if same else printed
