"""The order of the first hits, by our own measure over their analysed terms: alike on every database.

The engine orders all hits; the first of them are weighed again here: how often and in which form a word stands,
how rare it is, how near the words stand to each other, how early. Ties stand in official order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.models import SearchEntry

from .backends import Kind
from .backends.base import spell
from .understood import Sought, Understood
from .words import ArchiveWords

#: So many hits are weighed again; those behind them keep the engine's order.
HEAD = 200

# As in BM25: how fast a word that is repeated stops to count, and how much a long text is held against it.
_SATURATION = 1.2
_LENGTH = 0.5
_MEAN_LENGTH = 70
_EXACT = 0.25
_IN_TITLE = 0.3
_APART = 0.3
_NEAR = 0.5
_EARLY = 0.2
_OPENING = 30

Hit = tuple[int, float]


@dataclass(frozen=True, slots=True)
class _Way:
    terms: list[str]
    in_exact: bool
    weight: float


@dataclass(frozen=True, slots=True)
class _Word:
    """What is sought, spelled as the entries are. `may_part` where its terms count apart from each other too."""

    ways: list[_Way]
    exact: list[str]
    rarity: float
    may_part: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """The columns of an entry as lists of terms, and the places of the stems asked for."""

    exact: list[str]
    stem: list[str]
    title: list[str]
    places: dict[str, list[int]]


def weigh(
    hits: Sequence[Hit], understood: Understood, words: ArchiveWords, *, kind: Kind, least_share: float = 0.0
) -> list[Hit]:
    """Give the hits in their final order. One query for the head, whatever their number.

    Of the head, those are left out that have less than this share of what the query says: of its words, each
    weighed by its rarity.
    """
    wanted = [_spelled(word, words) for word in understood.wanted]
    terms = frozenset(term for word in wanted for way in word.ways for term in way.terms)
    odd = int(kind == "paragraph")
    rows = SearchEntry.objects.filter(pk__in=[2 * key + odd for key, _ in hits[:HEAD]])
    graded = []
    for pk, exact, stem, title, place in rows.values_list("pk", "exact", "stem", "title", "place"):
        grade, share = _grade(_entry(exact, stem, title, terms), wanted)
        if share >= least_share:
            graded.append((-round(grade, 6), place, pk >> 1))
    graded.sort()
    return one_after_the_other([(key, -grade) for grade, _, key in graded], hits[HEAD:])


def one_after_the_other(first: list[Hit], then: Sequence[Hit]) -> list[Hit]:
    """Two lists, each best first, on one falling scale."""
    if not first or not then:
        return first or list(then)
    highest = then[0][1]
    scale = min(1.0, first[-1][1] / highest) if highest > 0 else 0.0
    return first + [(key, grade * scale) for key, grade in then]


def _spelled(word: Sought, words: ArchiveWords) -> _Word:
    ways = [_Way([spell(term) for term in way.terms], way.field == "exact", way.weight) for way in word.ways]
    rarity = max(map(words.rarity, word.ways[0].terms))
    return _Word(ways, [spell(term) for term in word.exact], rarity, len(word.exact) > 1 and not word.is_phrase)


def _entry(exact: str, stem: str, title: str, terms: frozenset[str]) -> _Entry:
    stems = stem.split()
    places: dict[str, list[int]] = {}
    for place, term in enumerate(stems):
        if term in terms:
            places.setdefault(term, []).append(place)
    return _Entry(exact.split(), stems, title.split(), places)


def _grade(entry: _Entry, wanted: Sequence[_Word]) -> tuple[float, float]:
    """The rank of an entry, and the share of the query that it meets."""
    grade = met = 0.0
    before: list[int] = []
    for word in wanted:
        value, places = _value(entry, word)
        if value:
            met += word.rarity
            grade += word.rarity * (value + _EARLY * _earliness(places) + _NEAR * _nearness(before, places))
        before = places
    return grade, met / sum(word.rarity for word in wanted) if wanted else 1.0


def _value(entry: _Entry, word: _Word) -> tuple[float, list[int]]:
    """What a word brings to an entry, and where it stands in the text."""
    amount = heaviest = 0.0
    places: list[int] = []
    for way in word.ways:
        found = _places(entry, way)
        if found:
            amount += way.weight * len(found)
            heaviest = max(heaviest, way.weight)
            places += found
    if not places:
        return _value_elsewhere(entry, word)
    length = 1 - _LENGTH + _LENGTH * len(entry.stem) / _MEAN_LENGTH
    value = heaviest * amount * (_SATURATION + 1) / (amount + _SATURATION * length)
    if _runs(entry.exact, places, word.exact):
        value += _EXACT
    return value, sorted(places)


def _value_elsewhere(entry: _Entry, word: _Word) -> tuple[float, list[int]]:
    """Of a word that the text does not have: its parts («المادتين 16 و18» for «المادة 18»), or the titles above."""
    first = word.ways[0].terms
    if word.may_part and all(term in entry.places for term in first):
        return _APART, sorted(place for term in first for place in entry.places[term])
    everywhere = range(len(entry.title))
    weights = [way.weight for way in word.ways if _runs(entry.title, everywhere, way.terms)]
    return _IN_TITLE * max(weights, default=0.0), []


def _places(entry: _Entry, way: _Way) -> list[int]:
    if way.in_exact:
        return _runs(entry.exact, range(len(entry.exact)), way.terms)
    starts = entry.places.get(way.terms[0], [])
    return starts if len(way.terms) == 1 else _runs(entry.stem, starts, way.terms)


def _runs(column: list[str], starts: Iterable[int], terms: list[str]) -> list[int]:
    """Those of the places at which the terms stand in a row."""
    first, size = terms[0], len(terms)
    return [at for at in starts if column[at] == first and (size == 1 or column[at : at + size] == terms)]


def _earliness(places: list[int]) -> float:
    """1 for a word at the very beginning, 0 after the opening words."""
    return max(0.0, 1 - places[0] / _OPENING) if places else 0.0


def _nearness(before: list[int], places: list[int]) -> float:
    """1 for a word right behind the one typed before it, less the farther they stand apart."""
    nearest = min((abs(place - other - 1) for other in before for place in places), default=None)
    return 0.0 if nearest is None else 1 / (1 + nearest)
