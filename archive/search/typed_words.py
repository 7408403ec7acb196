"""The parts of a query as the analyser sees them."""

from dataclasses import dataclass, replace

from archive.arabic.analyze import Term, analyze
from archive.arabic.homonyms import negations_in, stems_in_context
from archive.arabic.lexicon import load_lexicon

from .frames import FRAMING, find_frame
from .query import Query, QueryPart

#: Words that a number belongs to: «المادة 18» is one thing, «18» alone says little.
_NUMBERED = FRAMING["numbered"]


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
        return self.is_frame or self.has_no_subject

    @property
    def has_no_subject(self) -> bool:
        """Whether it says nothing anywhere, not only in a frame."""
        return all(term.plain for term in self.terms)


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
    for word in _framed(_in_context(words)):
        unique.setdefault((word.stems, word.exact, word.is_excluded), word)
    return list(unique.values())


def _in_context(words: list[TypedWord]) -> list[TypedWord]:
    """The words with the stems that their neighbours tell: «طريق» is a plain word in «عن طريق»."""
    terms = [term for word in words for term in word.terms]
    stems = iter(stems_in_context([term.exact for term in terms], [term.stem for term in terms]))
    return [replace(word, terms=tuple(_with_stem(term, next(stems)) for term in word.terms)) for word in words]


def _with_stem(term: Term, stem: str) -> Term:
    return term if stem == term.stem else replace(term, stem=stem, plain=stem in load_lexicon().plain)


def _framed(words: list[TypedWord]) -> list[TypedWord]:
    """The words, with those marked that only ask, and «غير» where the word behind it says it («لانظامي»)."""
    alone = [None if word.is_phrase or word.is_excluded or len(word.terms) > 1 else word.terms[0] for word in words]
    frame = find_frame(alone)
    frame |= negations_in([word.exact if word else "" for word in alone], [word.stem if word else "" for word in alone])
    return [replace(word, is_frame=True) if place in frame else word for place, word in enumerate(words)]


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
