"""The documents that a text cites by their symbols. A resolution's symbol («A/RES/74/148») cites the resolution."""

from collections.abc import Iterator

from archive.citing.symbol_lists import NamedSymbol, find_symbol_lists
from archive.vocabulary.organs import resolution_by_symbol

from .citation_context import CitationContext, CitationGround, CitedResolution, FoundCitation


def find_documents(plain: str, written: str, context: CitationContext) -> Iterator[FoundCitation]:
    """Give the documents, and the resolutions, whose symbols stand in a text; `written` has its capitals."""
    for named in find_symbol_lists(plain, written):
        for one in named:
            yield from _cited(one, context)


def _cited(one: NamedSymbol, context: CitationContext) -> Iterator[FoundCitation]:
    found = resolution_by_symbol(f"{one.symbol}({one.year})" if one.year else one.symbol)
    if found is None:
        symbol = one.symbol if one.is_whole else _completed(one.symbol, context)
        ground: CitationGround = "named" if one.is_whole else "body"
        if symbol:
            yield FoundCitation("document", one.start, one.end, ground, symbol=symbol)
        return
    organ, number, session = found
    years = organ.counted_by == "year"
    cited = CitedResolution(organ.code, number, None if years else session, session if years else None)
    symbol = organ.symbol_of(number, session)
    yield FoundCitation("resolution", one.start, one.end, "named", symbol=symbol, resolution=cited)


def _completed(symbol: str, context: CitationContext) -> str:
    """«WG.7/2019/5» is a paper of the group in whose papers it stands; of any other it is not known whose."""
    first, _stroke, rest = symbol.partition("/")
    stem, stroke, last = context.body.rpartition("/")
    own = stroke and "/" in rest and last.lower().replace(".", "") == first.lower().replace(".", "")
    return f"{stem}/{last}/{rest}" if own else ""
