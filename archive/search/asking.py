"""What is understood, as expressions for the engine."""

from .expression import All, Everything, Expression, Without, Word, all_of, in_a_row, some_of
from .understood import Sought, Understood, Way


def full_expression(understood: Understood, *, related: bool) -> Expression | None:
    """Every word, in one of its ways; with `related`, those of the thesaurus too. None where no word is typed."""
    if understood.is_empty:
        return None
    wanted = [_meet(word, related=related) for word in understood.wanted]
    return _without_excluded(all_of(wanted) if wanted else Everything(), understood)


def partial_expression(understood: Understood) -> Expression | None:
    """Some of the words: a number may stand apart from its noun here. None where there is but one word."""
    parts: list[Expression] = []
    for word in understood.wanted:
        if len(word.exact) > 1 and not word.is_phrase:
            parts.append(All(tuple(Word(way.field, term) for way in word.ways[:1] for term in way.terms)))
        parts.append(_meet(word, related=True))
    return _without_excluded(some_of(parts), understood) if len(parts) > 1 else None


def _meet(word: Sought, *, related: bool) -> Expression:
    ways = [way for way in word.ways if related or not way.is_related]
    return some_of([place for way in ways for place in _places(way)])


def _places(way: Way) -> list[Expression]:
    """In the text, or in a title above it: those are held as stems only."""
    text = in_a_row(way.field, way.terms)
    if way.field == "exact":
        return [text]
    return [text, in_a_row("title", way.terms)]


def _without_excluded(expression: Expression, understood: Understood) -> Expression:
    excluded = [_meet(word, related=False) for word in understood.excluded]
    return Without(expression, some_of(excluded)) if excluded else expression
