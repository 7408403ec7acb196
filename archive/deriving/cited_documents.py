"""The documents that a text cites by their symbols. A resolution's symbol («A/RES/74/148») cites the resolution."""

import re
from collections.abc import Iterator
from functools import cache

from archive.vocabulary.organs import Organ, read_organs
from archive.vocabulary.symbols import find_symbols

from .citation_context import CitedResolution, FoundCitation

# S/RES/2491 (2019)
_YEAR_BEHIND = re.compile(r"\s?\((?P<session>[0-9]{4})\)")


def find_documents(plain: str) -> Iterator[FoundCitation]:
    """Give the documents, and the resolutions, whose symbols stand in a text."""
    for start, end, symbol in find_symbols(plain):
        year = _YEAR_BEHIND.match(plain, end)
        resolution = (year and _resolution(f"{symbol}({year['session']})")) or _resolution(symbol)
        if resolution is None:
            yield FoundCitation("document", start, end, "named", symbol=symbol)
            continue
        organ, cited = resolution
        end = year.end() if year and organ.counted_by == "year" and cited.year == int(year["session"]) else end
        symbol = organ.symbol_of(cited.number, cited.session or cited.year or 0)
        yield FoundCitation("resolution", start, end, "named", symbol=symbol, resolution=cited)


def _resolution(symbol: str) -> tuple[Organ, CitedResolution] | None:
    for pattern, organ in _patterns():
        match = pattern.fullmatch(symbol)
        if match:
            number, session = int(match["number"]), int(match["session"])
            if organ.counted_by == "year":
                return organ, CitedResolution(organ.code, number, None, session)
            return organ, CitedResolution(organ.code, number, session, None)
    return None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Organ], ...]:
    number, session = "(?P<number>[0-9]{1,4})", "(?P<session>[0-9]{1,4})"
    return tuple(
        (re.compile(re.escape(organ.symbol).replace(r"\{number\}", number).replace(r"\{session\}", session)), organ)
        for organ in read_organs()
        if organ.symbol
    )
