"""Documents and resolutions as they are named: by symbol, by job number, as the report of a meeting."""

import re
from collections.abc import Iterator
from functools import lru_cache

from archive.vocabulary.organs import read_organs
from archive.vocabulary.symbols import COMPONENT, as_printed

from .near_words import BEFORE_WORD, find_near
from .pieces import CitationPiece, PieceKind
from .resolution_lists import PrintedResolution, find_resolution_lists
from .symbol_lists import find_symbol_lists
from .things import Thing, ThingKind

# WG.7 2019/5 · WG 7 2019/5
_SPACED = re.compile(
    r"(?<![\w/.:@-])(?P<group>wg\.?\s?[0-9]{1,2})[\s،]+(?P<rest>(?:19|20)[0-9]{2}/[0-9]{1,4})(?![\w/])"
)
# 5/2019/WG.7/COP/CTOC: as copies out of right-to-left lines turn it
_TURNED = re.compile(r"[0-9]+(?:/[a-z0-9.-]+){1,8}/[a-z]{1,8}")
# ctoc-cop-wg7-2019-5 · ctoc-cop.10.item-2c · v20-05359#p12
_SLUG = re.compile(r"(?P<slug>(?=.*[0-9])[a-z][a-z0-9]*(?:[.-][a-z0-9]+)+)(?:#p(?P<paragraph>[0-9]{1,4}))?")
# CTOC / COP / WG.7 / 2019 / 5
_PARTED = re.compile(
    rf"[a-z]{{1,8}}(?:\.?\s?[0-9]{{1,2}})?(?:\s*/\s*{COMPONENT.replace('[.-]', '[. -]')}){{1,10}}"
)
# V.20-05359 · v20-05359 · GE.19-01234
_JOB_NUMBER = re.compile(
    r"(?<![\w.-])(?P<letters>[a-z]{1,3}(?=\.\s?[0-9]{2}-)|v|ge)\.?\s?(?P<year>[0-9]{2})\s?-?\s?(?P<rest>[0-9]{5})"
    r"(?![\w-])"
)
BARE_JOB_NUMBER = re.compile(r"(?P<year>[0-9]{2})\s?-?\s?(?P<rest>[0-9]{5})(?![\w-])")
# تقرير الدورة العاشرة · report of the tenth session
_REPORT = re.compile(BEFORE_WORD + r"تقرير(?!\w)|(?<!\w)report(?!\w)")
_REPORT_WORDS = re.compile("تقرير|report")
#: «وبالتقرير»
_PREFIX = 5


def find_documents(plain: str, written: str) -> Iterator[CitationPiece]:
    """`written` is the plain text with its capitals: symbols are given as printed."""
    for found in find_symbol_lists(plain, written):
        is_resolution = found[0].of_resolution
        kind: PieceKind = "thing" if is_resolution else "document"
        things = tuple(_named(one.symbol, one.year, "resolution" if is_resolution else "document") for one in found)
        yield CitationPiece(kind, found[0].start, found[-1].end, things)
    for match in _SPACED.finditer(plain):
        group = match["group"].replace(" ", "")
        thing = Thing("document", symbol=as_printed(f"{group}/{match['rest']}"))
        yield CitationPiece("document", match.start(), match.end(), (thing,))
    for match in _JOB_NUMBER.finditer(plain):
        yield CitationPiece(
            "document", match.start(), match.end(), (Thing("document", symbol=job_number(match)),)
        )


@lru_cache(maxsize=4096)
def _named(symbol: str, year: int | None, kind: ThingKind) -> Thing:
    """A text has few symbols many times: they are one thing."""
    return Thing(kind, symbol=f"{symbol} ({year})" if year else symbol)


def whole_document(plain: str) -> Thing | None:
    """The document that a whole plain text may name: with spaces round the strokes, without «V.», by its address.

    A number without its duty station (its symbol begins with «-») and an address are guesses: other things look so.
    """
    match = BARE_JOB_NUMBER.fullmatch(plain)
    if match:
        return Thing("document", symbol=f"-{job_number(match)}")
    match = _SLUG.fullmatch(plain)
    if match and match["paragraph"]:
        return Thing("paragraph", locator=match["slug"], number=int(match["paragraph"]))
    if match:
        return Thing("document", locator=match["slug"])
    if _TURNED.fullmatch(plain):
        plain = "/".join(reversed(plain.split("/")))
    symbol = re.sub(r"\s*/\s*", "/", plain).replace(" ", "")
    # «page 4/12» is no symbol, nor is «km/h 120».
    is_symbol = symbol.count("/") > 1 and any(letter.isdigit() for letter in symbol)
    return Thing("document", symbol=as_printed(symbol)) if is_symbol and _PARTED.fullmatch(plain) else None


def job_number(match: re.Match[str]) -> str:
    """«V.19-08455», or «19-08455» where no duty station stands with it."""
    letters = match.groupdict().get("letters")
    return f"{letters.upper() + '.' if letters else ''}{match['year']}-{match['rest']}"


def find_reports(plain: str) -> Iterator[CitationPiece]:
    for match in find_near(_REPORT, _REPORT_WORDS, _PREFIX, plain):
        yield CitationPiece("report", match.start(), match.end())


def find_resolutions(plain: str) -> Iterator[CitationPiece]:
    for found in find_resolution_lists(plain):
        start = found.start - (plain[found.start - 1 : found.start] in ("و", "ف"))
        yield CitationPiece("thing", start, found.printed[-1].end, tuple(map(_resolution, found.printed)))


def _resolution(one: PrintedResolution) -> Thing:
    """With the symbol of the organ that counts so, where one alone does."""
    if one.by_year:
        organ = next(organ for organ in read_organs() if organ.code == "security_council")
        return Thing("resolution", symbol=organ.symbol_of(one.first, one.second))
    return Thing("resolution", symbol=f"{one.first}/{one.second}")
