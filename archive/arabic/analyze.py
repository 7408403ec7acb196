"""THE analyser of the search: index, query and highlight use this one, so that they agree."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from archive.arabic.lexicon import data_digest, load_lexicon
from archive.arabic.normalize import bare
from archive.arabic.stem import dotless, skeleton, split_word, without_article
from archive.arabic.tokenize import Kind, tokenize

# Raised when the code gives other terms for the same data.
CODE_VERSION = 4
ANALYZER_VERSION = sha256(f"{CODE_VERSION} {data_digest()}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Term:
    """One analysed word.

    `start`, `end`: its place in the text given to `analyze`, vowels and prefixes included.
    `surface`: folded as printed. `exact`: without proclitics where a known word remains.
    `stem`: light stem, broken plurals at their singular. `skeleton`: the stem without long vowels.
    `dotless`: the letters without dots. `known`: the lexicon knows the word. `plain`: it carries no subject.
    `position`: number of the word in the text; a symbol shares it with the first of its parts.
    """

    start: int
    end: int
    surface: str
    exact: str
    stem: str
    skeleton: str
    dotless: str
    kind: Kind
    position: int
    known: bool
    plain: bool


_PLAIN_BY_HAMZA = frozenset(["إليه"])
_HAMZA = re.compile("[إأئؤ]")
#: The hamza within a word, and the other letters that writers put it on, folded.
_SEATS = {"أ": "يو", "ئ": "او", "ؤ": "اي"}


@dataclass(frozen=True, slots=True)
class Form:
    """What is known of a word form wherever it stands."""

    exact: str
    stem: str
    skeleton: str
    dotless: str
    known: bool
    plain: bool


@lru_cache(maxsize=20_000)
def _word_form(folded: str, printed: str) -> Form:
    lexicon = load_lexicon()
    exact, stem, known = split_word(folded)
    if not known and (other := _with_other_seat(folded, printed)):
        exact, stem, known = other
    told = (
        lexicon.told_by_hamza.get(printed[len(printed) - len(exact) :])
        if len(printed) == len(folded)
        else None
    )
    plain = stem in lexicon.plain
    if told:
        stem, plain = told, told in _PLAIN_BY_HAMZA
        # What carries no subject must not look like a word that does («إليه», «آلية»; «فيه», «فئة»).
        exact = told if plain or exact in lexicon.plain else exact
    base = exact if known else without_article(exact)
    return Form(exact, stem, skeleton(stem), dotless(base), known, plain)


def _with_other_seat(folded: str, printed: str) -> tuple[str, str, bool] | None:
    """What an unknown word is if its hamza sits on another letter («هيأة», «هيئة»); None where it is none either."""
    if len(printed) != len(folded):
        return None
    for place, letter in enumerate(printed):
        if place and letter in _SEATS:
            for seat in _SEATS[letter]:
                split = split_word(folded[:place] + seat + folded[place + 1 :])
                if split[2]:
                    return split
    return None


@lru_cache(maxsize=4_000)
def _other_form(folded: str, kind: Kind) -> Form:
    lexicon = load_lexicon()
    stem = lexicon.name_of.get(folded, folded) if kind == "latin" else folded
    return Form(folded, stem, skeleton(stem), dotless(stem), stem != folded, folded in lexicon.plain)


def analyze(text: str) -> list[Term]:
    """Give the terms of any text, in order. Never raises, linear in the length of the text."""
    terms = []
    for token in tokenize(text):
        if token.kind == "word":
            printed = text[token.start : token.end]
            # Only a hamza tells words apart; without it the folded form says all.
            told = bare(printed) if _HAMZA.search(printed) else ""
            form = _word_form(token.folded, told)
        else:
            form = _other_form(token.folded, token.kind)
        terms.append(
            Term(
                token.start, token.end, token.folded, form.exact, form.stem, form.skeleton, form.dotless,
                token.kind, token.position, form.known, form.plain,
            )
        )  # fmt: skip
    return terms


def analyze_word(word: str) -> Term | None:
    """Give the first term of a word; None when there is none."""
    terms = analyze(word)
    return terms[0] if terms else None


# A million records have some sixty thousand words. Whenever an edit brings a new one all are gone through again.
@lru_cache(maxsize=65_536)
def analyze_held_word(word: str) -> Term | None:
    """The same for words that texts of the archive have, kept at hand: never for what is typed, which may be long."""
    return analyze_word(word)
