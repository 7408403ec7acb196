"""What is understood, as expressions for the engine."""

from collections.abc import Sequence

from archive.arabic.analyze import analyze_word
from archive.arabic.english import english_stem

from .expression import All, Everything, Expression, Without, Word, all_of, in_a_row, some_of
from .levels import LEVELS, mark
from .understood import Sought, Understood, Way

# In a query of so many words a text has all of them only if no related word stands for one that other texts have:
# «النساء الحوامل» is more in the text that has both beside fewer of the others. By the judged queries (nDCG@10 of the
# two given files, of 482 queries of our own that were judged before any was searched for): 0.980, 0.950 and 0.898
# without, 0.971, 0.937 and 0.902 in every query, 0.980, 0.951 and 0.902 from three words on, 0.980, 0.950 and 0.900
# from four.
_MANY = 3
_SURE = 0.8


def full_expression(understood: Understood, *, related: bool) -> Expression | None:
    """Every word, in one of its ways; with `related`, those of the thesaurus too. None where no word is typed."""
    if understood.is_empty:
        return None
    wanted = [_meet(word, related=related) for word in understood.wanted]
    return _without_excluded(all_of(wanted) if wanted else Everything(), understood)


def related_expression(understood: Understood) -> Expression | None:
    """Every word, at least one of them by a related word of the thesaurus. None where there is no related word.

    Some of these texts may have every word as it was typed too.
    """
    wanted = understood.wanted
    least = _SURE if len(wanted) >= _MANY else 0.0
    parts = []
    for word in wanted:
        if related := [place for way in _ways(word, least) for place in _places(way) if way.is_related]:
            others = [_meet(other, related=True, least=least) for other in wanted if other is not word]
            parts.append(all_of([some_of(related), *others]))
    return _without_excluded(some_of(parts), understood) if parts else None


def partial_expression(understood: Understood, rarities: Sequence[float], least_share: float) -> Expression | None:
    """Some of the words: a number may stand apart from its noun here. None where there is but one word.

    Of the commonest words those are left out that together have less than this share of the query: by themselves
    they are not enough, and the engine need not go through all their texts.
    """
    wanted = understood.wanted
    if len(wanted) + sum(word.may_part for word in wanted) < 2:
        return None
    spare = least_share * sum(rarities)
    parts: list[Expression] = []
    for rarity, word in sorted(zip(rarities, wanted, strict=True), key=lambda pair: pair[0]):
        spare -= rarity
        if spare > 0:
            continue
        if word.may_part:
            parts.append(All(tuple(Word(way.field, term) for way in word.ways[:1] for term in way.terms)))
        parts.append(_meet(word, related=True))
    return _without_excluded(some_of(parts), understood)


def best_first(understood: Understood, *, related: bool) -> list[Expression]:
    """Ever more of the texts that `full_expression` means, roughly the best first; not all of them."""
    wanted = understood.wanted
    own = full_expression(understood, related=False)
    full = related_expression(understood) if related else own
    if full is None or own is None or not wanted:
        return []
    weighing = {level: all_of([_weighs(word, level, related=related) for word in wanted]) for level in LEVELS}
    tiers: list[Expression] = list(weighing.values())
    if len(wanted) > 1:
        row = _all_in_a_row(wanted)
        tiers = [*(All((weighing[level], row)) for level in LEVELS[2::2]), *tiers]
    if related:
        return [Without(All((tier, full)), own) for tier in tiers]
    return tiers if _say_all(understood) else [All((tier, full)) for tier in tiers]


def _all_in_a_row(wanted: Sequence[Sought]) -> Expression:
    """In the typed words, or in those of an English text."""
    rows = [in_a_row(wanted[0].ways[0].field, tuple(term for word in wanted for term in word.ways[0].terms))]
    english = [next((way for way in word.ways if way.is_english), None) for word in wanted]
    found = [way for way in english if way is not None]
    if len(found) == len(wanted):
        rows.append(in_a_row(found[0].field, tuple(term for way in found for term in way.terms)))
    return some_of(rows)


def _weighs(word: Sought, level: int, *, related: bool) -> Expression:
    ways = [way for way in word.ways if related or not way.is_related]
    return some_of([all_of([Word("level", mark(level, stem)) for stem in _stems(way)]) for way in ways])


def _stems(way: Way) -> tuple[str, ...]:
    """Only stems have levels."""
    if way.has_stems:
        return way.terms
    if way.is_english:
        return tuple(map(english_stem, way.terms))
    analysed = map(analyze_word, way.terms)
    return tuple(term.stem if term else typed for term, typed in zip(analysed, way.terms, strict=True))


def _say_all(understood: Understood) -> bool:
    """Whether a text whose stems weigh enough cannot miss what is asked."""
    ways = [way for word in understood.wanted for way in word.ways]
    return not understood.excluded and all(way.has_stems and len(way.terms) == 1 for way in ways)


def _meet(word: Sought, *, related: bool, least: float = 0.0) -> Expression:
    ways = [way for way in _ways(word, least) if related or not way.is_related]
    return some_of([place for way in ways for place in _places(way)])


def _ways(word: Sought, least: float) -> list[Way]:
    """Without the related ones that weigh less."""
    return [way for way in word.ways if not way.is_related or way.weight >= least]


def _places(way: Way) -> list[Expression]:
    """In the text, or in a title above it: those are indexed as stems only."""
    text = in_a_row(way.field, way.terms)
    if not way.has_stems:
        return [text]
    return [text, in_a_row("title", way.terms)]


def _without_excluded(expression: Expression, understood: Understood) -> Expression:
    excluded = [_meet(word, related=False) for word in understood.excluded]
    return Without(expression, some_of(excluded)) if excluded else expression
