"""From the texts of a record to what its entry holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from archive.arabic.analyze import Term, analyze
from archive.arabic.english import stem_in_english
from archive.arabic.homonyms import stems_in_context
from archive.arabic.normalize import bare

from .backends.base import BREAK, EVERY, spell
from .english_texts import ENGLISH
from .levels import build_levels
from .record_texts import Texts

#: The exact form of a word, how it is written for people (with its hamza, without its prefixes), and the language.
WordForm = tuple[str, str, str]
_ARABIC = "ar"
#: How many texts have a word, and how many of them are recommendations.
WordCounts = dict[WordForm, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Columns:
    exact: str
    stem: str
    title: str
    level: str
    english_exact: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True)
class _Run:
    """What stands between two spaces: its terms, and the words in it (numbers are none)."""

    exact: tuple[str, ...]
    stems: tuple[str, ...]
    words: tuple[WordForm, ...]


def terms_in_row(text: str) -> list[Term]:
    """The words of a text, one a place. A symbol stands beside its parts and is found by them, as a phrase."""
    return [term for term in analyze(text) if term.kind != "symbol"]


@lru_cache(maxsize=100_000)
def _run(text: str) -> _Run:
    terms = terms_in_row(text)
    return _Run(
        tuple(term.exact for term in terms),
        tuple(term.stem for term in terms),
        tuple((term.exact, _written(text, term), _ARABIC) for term in terms if term.kind != "number"),
    )


@lru_cache(maxsize=50_000)
def _english_run(text: str) -> _Run:
    terms = terms_in_row(text)
    return _Run(
        tuple(term.exact for term in terms),
        tuple(map(stem_in_english, terms)),
        tuple((term.exact, term.exact, ENGLISH) for term in terms if term.kind == "latin"),
    )


def _written(text: str, term: Term) -> str:
    printed = bare(text[term.start : term.end])
    return printed[-len(term.exact) :] if len(printed) == len(term.surface) else term.exact


def _runs(text: str) -> list[_Run]:
    """No term reaches over a space: so runs are analysed once in a process, and a record costs look-ups."""
    return [run for run in map(_run, text.split()) if run.exact]


def build_columns(texts: Texts, words: WordCounts) -> Columns:
    """Analyse one record. `words` counts the texts that have a word."""
    runs = _runs(texts.text)
    english = [run for run in map(_english_run, texts.english.split()) if run.exact]
    for word in {word for run in (*runs, *english) for word in run.words}:
        count, recommendations = words.get(word, (0, 0))
        words[word] = count + 1, recommendations + (not texts.is_paragraph)
    exact, stem = _columns(runs)
    text_stem = stem
    if texts.printed != texts.text:
        read = {run.exact for run in runs}
        others = [_columns([run]) for run in _runs(texts.printed) if run.exact not in read]
        if others:
            # Found by whoever types what is printed, but no neighbours of anything.
            exact = _beside(exact, [one for one, _ in others])
            stem = _beside(stem, [one for _, one in others])
    titles = [*map(_title_terms, texts.titles), *map(_english_title_terms, texts.english_titles)]
    title = f" {BREAK} ".join(filter(None, titles))
    level, english_stem = build_levels(text_stem), _joined(run.stems for run in english)
    if english_stem:
        level = " ".join(dict.fromkeys([*level.split(), *build_levels(english_stem).split()]))
    return Columns(
        exact, stem, f"{EVERY} {title}".rstrip(), level, _joined(run.exact for run in english), english_stem
    )


def _joined(terms: Iterable[tuple[str, ...]]) -> str:
    return " ".join(spell(term) for some in terms for term in some)


def _columns(runs: Iterable[_Run]) -> tuple[str, str]:
    exact = [one for run in runs for one in run.exact]
    stems = stems_in_context(exact, [one for run in runs for one in run.stems])
    return " ".join(map(spell, exact)), " ".join(map(spell, stems))


def _beside(column: str, runs: Iterable[str]) -> str:
    return " ".join([column, *(f"{BREAK} {run}" for run in runs)])


@lru_cache(maxsize=1000)
def _title_terms(title: str) -> str:
    terms = terms_in_row(title)
    stems = stems_in_context([term.exact for term in terms], [term.stem for term in terms])
    return " ".join(map(spell, stems))


@lru_cache(maxsize=1000)
def _english_title_terms(title: str) -> str:
    return _joined([_english_run(title).stems])
