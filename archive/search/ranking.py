"""The order of the best hits, by our own measure over their analysed terms: alike on every database.

How often and in which form a word stands, how rare it is, how near the words stand to each other, how early. Ties
stand in official order. Columns are searched as texts, with a space around every term: nothing is split.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from archive.arabic.analyze import analyze_word
from archive.arabic.english import english_stem

from .backends.base import Weighed, spell
from .levels import earliness, saturated
from .understood import ENGLISH_FIELDS, Sought, Understood, Way
from .words import ArchiveWords

# Of what a word brings (about 1 where it stands once). By the judged queries (nDCG@10: 0.963 and 0.819 when these were
# set, but the nearness):
#: … if it stands in the typed form: without it 0.961 and 0.812, at 0.5 0.962 and 0.819.
_EXACT = 0.25
#: … if a title above the text alone has it: as much as the engines' own measure gives a title; 0.1 changes nothing,
#: 0.6 lowers the first to 0.962.
_IN_TITLE = 0.3
#: … if its parts stand apart: as much as in a title; neither 0.1 nor 0.6 changes anything.
_APART = 0.3
#: … if it stands right behind the word typed before it: texts with both together come before those with both apart.
#: Of the judged queries, half of the second file and 389 of our own: 0.961, 0.871 and 0.955 at 0.25, 0.963, 0.871 and
#: 0.958 at 0.5, 0.964, 0.871 and 0.959 at 1.0. Of 582 queries of our own, each asked with the thesaurus of before it
#: was written: 0.856 at 1.0, 0.857 at 1.5.
_NEAR = 1.5

#: How much it counts that a text has more of what is asked, beside what each word brings. Of 582 queries of our own,
#: each asked with the thesaurus of before it was written: 0.852 at 1.5, 0.854 at 1.0, 0.856 at 0.5; of the given files
#: 0.981 and 0.950 at 1.0, 0.981 and 0.952 at 0.5.
_COVERAGE = 0.5

#: What a related word weighs at least in a text that has some of the words only: the others have neither. Without it
#: nDCG@10 of half of the second file falls from 0.897 to 0.895, recall@20 of our own from 0.978 to 0.976.
_RELATED_IN_PART = 0.7

#: What a word weighs that stands in no text, perhaps in a title: as the commonest word; 0.5 and 2 change nothing.
_NOWHERE = 1.0
#: A word that fewer texts have is no rarer than one of so many: in a question of several words a chance one drowned
#: the subject. With 1 and 3 nDCG@10 of the second file is 0.892, with 5 0.894.
_FEWEST = 5.0

Hit = tuple[int, float]


@dataclass(frozen=True, slots=True)
class _SpelledWay:
    """`terms`: spelled as the entries are, a space before each and behind the last."""

    terms: str
    in_exact: bool
    weight: float


@dataclass(frozen=True, slots=True)
class _SpelledWord:
    """What is sought. `apart`: terms that count apart from each other too. `ways` by language: Arabic, English."""

    ways: tuple[tuple[_SpelledWay, ...], ...]
    exact: str
    rarity: float
    apart: tuple[str, ...]


def weigh(
    entries: Sequence[Weighed],
    understood: Understood,
    words: ArchiveWords,
    *,
    least_share: float = 0.0,
    is_part: bool = False,
) -> list[Hit]:
    """Give (key of the record, rank) for these entries, best first.

    Those are left out that have less than this share of what the query says: of its words, each weighed by its
    rarity.
    """
    wanted = [_spelled(word, words, is_part=is_part) for word in understood.wanted]
    in_english = understood.in_english
    graded = []
    for pk, exact, stem, title, english_exact, english, place in entries:
        texts = [_Text(f" {exact} ", f" {stem} ")]
        if english and in_english:
            texts.append(_Text(f" {english_exact} ", f" {english} "))
        grade, share = _grade(texts, f" {title} ", wanted)
        if share >= least_share:
            graded.append((-round(grade * share**_COVERAGE, 6), place, pk >> 1))
    graded.sort()
    return [(key, -grade) for grade, _, key in graded]


def one_after_the_other(first: list[Hit], then: Sequence[Hit]) -> list[Hit]:
    """Two lists, each best first, on one falling scale."""
    if not first or not then:
        return first or list(then)
    highest = then[0][1]
    scale = min(1.0, first[-1][1] / highest) if highest > 0 else 0.0
    return first + [(key, grade * scale) for key, grade in then]


def rarity_of(word: Sought, words: ArchiveWords) -> float:
    """That of what is searched in its place, each way as far as it counts.

    What stands in no text says as little as the commonest word: else it drowns the words that are known.
    """
    texts = sum(way.weight * _texts_with(way, words) for way in word.ways)
    return words.rarity(max(texts, _FEWEST)) if texts else _NOWHERE


def _texts_with(way: Way, words: ArchiveWords) -> int:
    if way.field in ENGLISH_FIELDS:
        return words.english_texts_with(way.terms if way.has_stems else tuple(map(english_stem, way.terms)))
    return words.texts_with(_stems(way))


def _stems(way: Way) -> tuple[str, ...]:
    return tuple(term.stem if (term := analyze_word(one)) else one for one in way.terms)


def _spelled(word: Sought, words: ArchiveWords, *, is_part: bool) -> _SpelledWord:
    def weight(way: Way) -> float:
        return max(way.weight, _RELATED_IN_PART) if is_part and way.is_related else way.weight

    arabic: list[_SpelledWay] = []
    english: list[_SpelledWay] = []
    for way in word.ways:
        in_exact = way.field in ("exact", "english_exact")
        (english if way.field in ENGLISH_FIELDS else arabic).append(
            _SpelledWay(_in_text(way.terms), in_exact, weight(way))
        )
    apart = tuple(_in_text((term,)) for term in word.ways[0].terms) if word.may_part else ()
    return _SpelledWord((tuple(arabic), tuple(english)), _in_text(word.exact), rarity_of(word, words), apart)


def _in_text(terms: Sequence[str]) -> str:
    return f" {' '.join(map(spell, terms))} "


@dataclass(frozen=True, slots=True)
class _Text:
    """The columns of the text of an entry in one language, a space around each."""

    exact: str
    stem: str


def _grade(texts: Sequence[_Text], title: str, wanted: Sequence[_SpelledWord]) -> tuple[float, float]:
    """The rank of an entry, and the share of the query that it meets: each word in the language that has more of it."""
    grade = met = 0.0
    before: list[tuple[str, ...]] = [()] * len(texts)
    for word in wanted:
        best = 0.0
        for place, text in enumerate(texts):
            ways = word.ways[place]
            if not ways:
                continue
            value, found = _value(text, ways, word.exact)
            if not found and word.apart and not place:
                value, found = _value_apart(text, word)
            if found:
                column = text.exact if ways[0].in_exact else text.stem
                value += earliness(min(_first(column, terms) for terms in found))
                value += _NEAR * _nearness(column, before[place], found) if before[place] else 0.0
                before[place] = found
                if value > best:
                    best = value
        best = best or _value_in_title(title, word)
        if best:
            met += word.rarity
            grade += word.rarity * best
    return grade, met / sum(word.rarity for word in wanted) if wanted else 1.0


def _value(text: _Text, ways: Sequence[_SpelledWay], exact: str) -> tuple[float, tuple[str, ...]]:
    """What a word brings to a text, and those of its terms that the text has."""
    amount = heaviest = 0.0
    found: list[str] = []
    for way in ways:
        times = (text.exact if way.in_exact else text.stem).count(way.terms)
        if times:
            amount += way.weight * times
            heaviest = max(heaviest, way.weight)
            found.append(way.terms)
    if not found:
        return 0.0, ()
    value = heaviest * saturated(amount, text.stem.count(" ") - 1)
    return value + (_EXACT if exact in text.exact else 0.0), tuple(found)


def _value_apart(text: _Text, word: _SpelledWord) -> tuple[float, tuple[str, ...]]:
    """Of a word whose parts alone the text has: «المادتين 16 و18» for «المادة 18»."""
    if all(term in text.stem for term in word.apart):
        return _APART, word.apart
    return 0.0, ()


def _value_in_title(title: str, word: _SpelledWord) -> float:
    """Of a word that the texts do not have: the titles above."""
    heaviest = 0.0
    for ways in word.ways:
        for way in ways:
            if way.weight > heaviest and way.terms in title:
                heaviest = way.weight
    return _IN_TITLE * heaviest


def _first(column: str, terms: str) -> int:
    """The number of the word at which the terms stand first."""
    return column.count(" ", 0, column.find(terms))


def _nearness(column: str, before: Sequence[str], terms: Sequence[str]) -> float:
    """1 for a word right behind the one typed before it, less the farther they stand apart."""
    if before[0] + terms[0][1:] in column:
        return 1.0
    others = sorted(place for one in before for place in _places(column, one))
    nearest = min(_distance(others, place - 1) for one in terms for place in _places(column, one))
    return 1 / (1 + nearest)


def _distance(places: Sequence[int], to: int) -> int:
    """From this place to the nearest of at least one."""
    at = bisect_left(places, to)
    return min(abs(place - to) for place in places[max(0, at - 1) : at + 1])


def _places(column: str, terms: str) -> list[int]:
    """The numbers of the words at which the terms stand in a row."""
    places = []
    place = last = 0
    at = column.find(terms)
    while at >= 0:
        place += column.count(" ", last, at)
        places.append(place)
        last, at = at, column.find(terms, at + 1)
    return places
