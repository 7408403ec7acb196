"""Marking what was found in the original words, and cutting an excerpt around the best place."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from archive.arabic.analyze import Term
from archive.models import Recommendation, Subparagraph

from .record_terms import terms_in_row
from .understood import Understood, Way

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the original text; the texts of all pieces together are the text."""

    text: str
    is_match: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text that meets a word of the query (the number of it)."""

    start: int
    end: int
    word: int


@lru_cache(maxsize=512)
def _terms(text: str) -> list[Term]:
    """The words of a text that is shown; a page shows the same one for its excerpt, its marks and its letter."""
    return terms_in_row(text)


def find_matches(text: str, understood: Understood) -> list[Found]:
    """Give the places that meet the query, in order, none inside another. A phrase is met as a whole only."""
    if not text or not understood.words:
        return []
    by_first: dict[tuple[str, str], list[tuple[int, Way]]] = {}
    for number, word in enumerate(understood.wanted):
        for way in word.ways:
            by_first.setdefault((way.field, way.terms[0]), []).append((number, way))
    terms = _terms(text)
    found: list[Found] = []
    for place, term in enumerate(terms):
        ways = by_first.get(("stem", term.stem), []) + by_first.get(("exact", term.exact), [])
        met = [(len(way.terms), -number) for number, way in ways if _is_here(terms, place, way)]
        if met and (not found or term.start >= found[-1].end):
            size, number = max(met)
            found.append(Found(term.start, terms[place + size - 1].end, -number))
    return found


def _is_here(terms: list[Term], place: int, way: Way) -> bool:
    run = terms[place : place + len(way.terms)]
    return len(run) == len(way.terms) and all(
        (term.stem if way.field == "stem" else term.exact) == sought
        for term, sought in zip(run, way.terms, strict=True)
    )


def highlight(text: str, understood: Understood) -> list[Piece]:
    """Cut the text into pieces that match and pieces that do not. Plain text: the template escapes it."""
    return _pieces(text, 0, len(text), find_matches(text, understood))


def excerpt(text: str, understood: Understood, words: int = 40) -> tuple[list[Piece], int]:
    """Give the pieces of at most so many words around the best place, and where they start in the text."""
    found = find_matches(text, understood)
    spans = [match.span() for match in _WORD.finditer(text)]
    if len(spans) <= words:
        return _pieces(text, 0, len(text), found), 0
    first = _best_window([span[0] for span in spans], found, words)
    start, end = spans[first][0], spans[first + words - 1][1]
    return _pieces(text, start, end, found), start


def _best_window(starts: list[int], found: list[Found], words: int) -> int:
    """The first word of the window with the most different words of the query, then the most matches."""
    places = [max(0, bisect_right(starts, one.start) - 1) for one in found]
    last = len(starts) - words
    best, best_first = (0, 0), 0
    for place in places:
        # A match stands a little inside, so that it is read in its sentence.
        first = max(0, min(place - words // 5, last))
        inside = [one.word for one, at in zip(found, places, strict=True) if first <= at < first + words]
        if (len(set(inside)), len(inside)) > best:
            best, best_first = (len(set(inside)), len(inside)), first
    return best_first


def _pieces(text: str, start: int, end: int, found: list[Found]) -> list[Piece]:
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


def best_subparagraph(recommendation: Recommendation, understood: Understood) -> Subparagraph | None:
    """The lettered item that meets more words of the query than the chapeau does; None where there is none."""
    best: Subparagraph | None = None
    most = _measure(recommendation.chapeau, understood)
    for item in recommendation.subparagraphs.all():
        measure = _measure(item.text, understood)
        if measure[0] and (measure if best else measure[:1]) > (most if best else most[:1]):
            best, most = item, measure
    return best


def _measure(text: str, understood: Understood) -> tuple[int, int]:
    found = find_matches(text, understood)
    return len({one.word for one in found}), len(found)
