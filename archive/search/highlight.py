"""Marking what was found in the original words, and cutting an excerpt around the best place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.arabic.english import stem_in_english
from archive.arabic.homonyms import stems_in_context

from .english_texts import ENGLISH
from .record_terms import terms_in_row
from .understood import Understood, Way

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the original text; the texts of all pieces together are the text."""

    text: str
    is_match: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a text that meets a word of the query (the number of it)."""

    start: int
    end: int
    word: int


#: The words of a text: where each begins and ends, its exact form, its stem.
Words = tuple[list[int], list[int], list[str], list[str]]
#: By its first term: the ways to meet the query, each with the number of the word that it meets.
_Ways = Mapping[str, Sequence[tuple[int, Way]]]


@lru_cache(maxsize=50_000)
def _run(text: str, language: str) -> tuple[tuple[int, int, str, str], ...]:
    return tuple(
        (term.start, term.end, term.exact, stem_in_english(term) if language == ENGLISH else term.stem)
        for term in terms_in_row(text)
    )


@lru_cache(maxsize=512)
def words_in(text: str, language: str = "ar") -> Words:
    """The words of a text that is shown; a page shows the same one for its excerpt, its marks and its letter.

    No term reaches over a space: what stands between two is analysed once in a process.
    """
    starts: list[int] = []
    ends: list[int] = []
    exact: list[str] = []
    stems: list[str] = []
    for match in _WORD.finditer(text):
        at = match.start()
        for start, end, form, stem in _run(match.group(), language):
            starts.append(at + start)
            ends.append(at + end)
            exact.append(form)
            stems.append(stem)
    return starts, ends, exact, stems if language == ENGLISH else stems_in_context(exact, stems)


@lru_cache(maxsize=64)
def _ways(understood: Understood, language: str) -> tuple[_Ways, _Ways]:
    """Those in texts of a language that begin with an exact form, and those that begin with a stem."""
    by_exact: dict[str, list[tuple[int, Way]]] = {}
    by_stem: dict[str, list[tuple[int, Way]]] = {}
    for number, word in enumerate(understood.wanted):
        for way in word.ways:
            if way.is_english == (language == ENGLISH):
                (by_stem if way.has_stems else by_exact).setdefault(way.terms[0], []).append((number, way))
    return by_exact, by_stem


def find_matches(text: str, understood: Understood, language: str = "ar") -> list[Match]:
    """Give the places that meet the query, in order, none inside another. A phrase is met as a whole only."""
    if not text or not understood.words:
        return []
    by_exact, by_stem = _ways(understood, language)
    if not by_exact and not by_stem:
        return []
    starts, ends, exact, stems = words = words_in(text, language)
    found: list[Match] = []
    done = 0
    for place, (form, stem) in enumerate(zip(exact, stems, strict=True)):
        if (form not in by_exact and stem not in by_stem) or starts[place] < done:
            continue
        ways = (*by_stem.get(stem, ()), *by_exact.get(form, ()))
        met = [(len(way.terms), -number) for number, way in ways if _is_here(words, place, way)]
        if met:
            size, number = max(met)
            done = ends[place + size - 1]
            found.append(Match(starts[place], done, -number))
    return found


def _is_here(words: Words, place: int, way: Way) -> bool:
    forms = words[3] if way.has_stems else words[2]
    return tuple(forms[place : place + len(way.terms)]) == way.terms


def highlight(text: str, understood: Understood) -> list[Piece]:
    """Cut the text into pieces that match and pieces that do not. Plain text: the template escapes it."""
    return _pieces(text, 0, len(text), find_matches(text, understood))


def excerpt(text: str, understood: Understood, words: int = 40, language: str = "ar") -> tuple[list[Piece], int]:
    """Give the pieces of at most so many words around the best place, and where they start in the text."""
    found = find_matches(text, understood, language)
    if len(text.split()) <= words:
        return _pieces(text, 0, len(text), found), 0
    spans = [match.span() for match in _WORD.finditer(text)]
    first = _best_window([span[0] for span in spans], found, words)
    start, end = spans[first][0], spans[first + words - 1][1]
    return _pieces(text, start, end, found), start


def _best_window(starts: list[int], found: list[Match], words: int) -> int:
    """The first word of the window with the most different words of the query, then the most matches."""
    numbers = [one.word for one in found]
    places = [max(0, bisect_right(starts, one.start) - 1) for one in found]
    last = len(starts) - words
    best, best_first = (0, 0), 0
    for place in places:
        # A match stands a little inside, so that it is read in its sentence.
        first = max(0, min(place - words // 5, last))
        inside = numbers[bisect_left(places, first) : bisect_left(places, first + words)]
        if (len(set(inside)), len(inside)) > best:
            best, best_first = (len(set(inside)), len(inside)), first
    return best_first


def _pieces(text: str, start: int, end: int, found: list[Match]) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    for one in found:
        first, last = max(one.start, at), min(one.end, end)
        if first >= last:
            continue
        if first > at:
            pieces.append(Piece(text[at:first]))
        pieces.append(Piece(text[first:last], True))
        at = last
    if at < end:
        pieces.append(Piece(text[at:end]))
    return pieces


def best_item(chapeau: str, items: Sequence[str], understood: Understood) -> int | None:
    """Which lettered item, counted from 0, meets more words of the query than the chapeau does; None where none."""
    best: int | None = None
    most = _measure(chapeau, understood)
    for place, item in enumerate(items):
        measure = _measure(item, understood)
        if measure[0] and (measure[:1] if best is None else measure) > (most[:1] if best is None else most):
            best, most = place, measure
    return best


def adds_to(title: str, text: str, understood: Understood) -> bool:
    """Whether a title above a text meets a word of the query that the text does not: then it is why it was found."""
    met = {one.word for one in find_matches(text, understood)}
    return any(one.word not in met for one in find_matches(title, understood))


def _measure(text: str, understood: Understood) -> tuple[int, int]:
    found = find_matches(text, understood)
    return len({one.word for one in found}), len(found)
