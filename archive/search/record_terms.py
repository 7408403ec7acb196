"""From the texts of a record to what its entry holds."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from archive.arabic.analyze import Term, analyze
from archive.arabic.normalize import bare

from .backends.base import BREAK, EVERY, spell
from .levels import build_levels
from .record_texts import Texts

#: The exact form of a word, and how it is written for people: with its hamza, without its prefixes.
WordForm = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    exact: str
    stem: str
    title: str
    level: str


@dataclass(frozen=True, slots=True)
class _Run:
    """What stands between two spaces: as the columns hold it, and the words in it (numbers are none)."""

    exact: str
    stem: str
    words: tuple[WordForm, ...]


def terms_in_row(text: str) -> list[Term]:
    """The words of a text, one a place. A symbol stands beside its parts and is found by them, as a phrase."""
    return [term for term in analyze(text) if term.kind != "symbol"]


@lru_cache(maxsize=100_000)
def _run(text: str) -> _Run:
    terms = terms_in_row(text)
    return _Run(
        " ".join([spell(term.exact) for term in terms]),
        " ".join([spell(term.stem) for term in terms]),
        tuple((term.exact, _written(text, term)) for term in terms if term.kind != "number"),
    )


def _written(text: str, term: Term) -> str:
    printed = bare(text[term.start : term.end])
    return printed[-len(term.exact) :] if len(printed) == len(term.surface) else term.exact


def _runs(text: str) -> list[_Run]:
    """No term reaches over a space: so runs are analysed once in a process, and a record costs look-ups."""
    return [run for run in map(_run, text.split()) if run.exact]


def build_columns(texts: Texts, words: Counter[WordForm]) -> Columns:
    """Analyse one record. `words` counts the texts that have a word."""
    runs = _runs(texts.text)
    words.update({word for run in runs for word in run.words})
    exact = " ".join([run.exact for run in runs])
    stem = text_stem = " ".join([run.stem for run in runs])
    if texts.printed != texts.text:
        read = {run.exact for run in runs}
        others = [run for run in _runs(texts.printed) if run.exact not in read]
        if others:
            # Found by whoever types what is printed, but no neighbours of anything.
            exact = _beside(exact, [run.exact for run in others])
            stem = _beside(stem, [run.stem for run in others])
    title = f" {BREAK} ".join(filter(None, map(_title_terms, texts.titles)))
    return Columns(exact, stem, f"{EVERY} {title}".rstrip(), build_levels(text_stem))


def _beside(column: str, runs: Iterable[str]) -> str:
    return " ".join([column, *(f"{BREAK} {run}" for run in runs)])


@lru_cache(maxsize=1000)
def _title_terms(title: str) -> str:
    return " ".join(spell(term.stem) for term in terms_in_row(title))
