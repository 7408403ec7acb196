"""The parts of a query as the analyser sees them."""

from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from archive.arabic.analyze import Term, analyze
from archive.arabic.tables import read_table

from .query import Query, QueryPart

_FRAMING = {row[0]: row[1] for row in read_table(Path(__file__).with_name("data") / "framing_words.tsv")}
#: Words that a number belongs to: «المادة 18» is one thing, «18» alone says little.
_NUMBERED = frozenset(_FRAMING["numbered"].split("|"))

#: «توصيات عن الأطفال» asks for children: a recommendation is what everything here is. «متابعة التوصيات» does not.
_ASKED_FOR = frozenset(_FRAMING["asked_for"].split("|"))
_ABOUT = frozenset(_FRAMING["about"].split("|"))


@dataclass(frozen=True, slots=True)
class TypedWord:
    """A word, or several that belong together: a phrase, a symbol's parts, «المادة 18».

    `is_frame`: it only says that something is asked for, and carries no subject here.
    """

    typed: str
    terms: tuple[Term, ...]
    is_phrase: bool = False
    is_excluded: bool = False
    is_frame: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        return tuple(term.stem for term in self.terms)

    @property
    def exact(self) -> tuple[str, ...]:
        return tuple(term.exact for term in self.terms)

    @property
    def is_plain(self) -> bool:
        return self.is_frame or all(term.plain for term in self.terms)


def typed_words(query: Query) -> list[TypedWord]:
    """Give the words in typed order, each once."""
    words: list[TypedWord] = []
    for part in query.parts:
        for word in _words_of(part):
            before = words[-1] if words else None
            if before is not None and _belongs_to(word, before):
                words[-1] = TypedWord(f"{before.typed} {word.typed}", (*before.terms, *word.terms))
            else:
                words.append(word)
    unique: dict[tuple[object, ...], TypedWord] = {}
    for word in _framed(words):
        unique.setdefault((word.stems, word.exact, word.is_excluded), word)
    return list(unique.values())


def _framed(words: list[TypedWord]) -> list[TypedWord]:
    """The words, with the first one that only asks marked, if it is said about what."""
    for index, (word, after) in enumerate(pairwise(words)):
        alone = not (word.is_phrase or word.is_excluded) and word.terms[0].stem in _ASKED_FOR
        if alone and after.terms[0].surface in _ABOUT and not all(one.is_plain for one in words[index + 2 :]):
            return [*words[:index], replace(word, is_frame=True), *words[index + 1 :]]
    return words


def _words_of(part: QueryPart) -> list[TypedWord]:
    terms = analyze(part.text)
    words = tuple(term for term in terms if term.kind != "symbol")
    if not words:
        return []
    # A run of Latin letters and digits («COVID-19») belongs together.
    if part.is_phrase or len(words) < len(terms):
        return [TypedWord(part.text, words, part.is_phrase, part.is_excluded)]
    return [TypedWord(part.text[term.start : term.end], (term,), False, part.is_excluded) for term in words]


def _belongs_to(number: TypedWord, word: TypedWord) -> bool:
    return (
        not (number.is_phrase or number.is_excluded or word.is_phrase or word.is_excluded)
        and len(number.terms) == len(word.terms) == 1
        and number.terms[0].kind == "number"
        and word.terms[0].stem in _NUMBERED
    )
