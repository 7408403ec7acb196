"""Documents and resolutions as they are named: by symbol, by job number, as the report of a meeting."""

import re
from collections.abc import Iterator

from archive.vocabulary.organs import read_organs

from .pieces import CitationPiece
from .things import Thing

_COMPONENT = r"(?:[a-z]+(?:[.-]?[a-z]*[0-9]+)?|[0-9]+(?:-[0-9]+)?)"
# CTOC/COP/WG.7/2019/5 · WG.7/2019/5 · wg7/2019/5 · A/79/62 · S/RES/2133 (2014)
_SYMBOL = re.compile(
    rf"(?<![\w/.:@-])(?P<symbol>(?P<first>[a-z]{{1,8}}(?:\.?[0-9]{{1,2}})?)(?P<rest>(?:/{_COMPONENT}){{1,10}}))"
    r"(?P<year>\s?\((?:19|20)[0-9]{2}\))?(?![\w/])"
)
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
    rf"[a-z]{{1,8}}(?:\.?\s?[0-9]{{1,2}})?(?:\s*/\s*{_COMPONENT.replace('[.-]?', '[. -]?')}){{1,10}}"
)
# V.20-05359 · v20-05359 · GE.19-01234
_JOB_NUMBER = re.compile(
    r"(?<![\w.-])(?P<letters>[a-z]{1,3}(?=\.\s?[0-9]{2}-)|v|ge)\.?\s?(?P<year>[0-9]{2})\s?-?\s?(?P<rest>[0-9]{5})"
    r"(?![\w-])"
)
BARE_JOB_NUMBER = re.compile(r"(?P<year>[0-9]{2})\s?-?\s?(?P<rest>[0-9]{5})(?![\w-])")
_OF_DOCUMENT = re.compile(r"[0-9]+(?:-[0-9]+)?|(?:l|crp|inf|ngo|pv|sr|dec|wp|add|rev|corr|amend)\.?[0-9]+")
# CTOC/COP/WG.7/2013/2 و3 و5 · … وAdd.1 · … and 3
_MORE = re.compile(
    r"\s*،?\s*(?:و\s?|and\s+|&\s*)(?P<last>(?:add|rev|corr)\.?\s?[0-9]{1,2}|[0-9]{1,3})(?![\w/.-]*[\w/])"
)
# تقرير الدورة العاشرة · report of the tenth session
_REPORT = re.compile(r"(?<!\w)[وف]?(?:[بك]?ال|لل|[بكل])?تقرير(?!\w)|(?<!\w)report(?!\w)")
# القرار 9/1 · القراران 55/25 و68/193 · resolution 9/1 · resolutions 55/25 and 68/193
_RESOLUTION = re.compile(
    r"(?<!\w)[وف]?(?:[بك]?ال|لل|[بكل])?قرار(?:ات|ان|ين)?(?:\s+(?:رقم\s+)?|\s+[^0-9\n.،؛:()]{3,80}?\s+(?:رقم\s+)?)(?=[0-9])"
    r"|(?<!\w)res(?:olution)?s?(?:\.|(?!\w))\s*(?:no\.?\s*)?(?=[0-9])"
)
_NUMBER = re.compile(
    r"(?P<first>[0-9]{1,4})\s?(?:/\s?(?P<second>[0-9]{1,4})(?![0-9/])|\((?P<year>(?:19|20)[0-9]{2})\))"
)
_NEXT = re.compile(r"\s*،?\s*(?:و|and\s+|&)\s*|\s*،\s*(?=[0-9])")


def find_documents(text: str) -> Iterator[CitationPiece]:
    for match in _SYMBOL.finditer(text):
        if not _names_document(match):
            continue
        symbol = match["symbol"]
        resolution = _resolution_of(symbol, match["year"])
        if resolution:
            yield CitationPiece("thing", match.start(), match.end(), (resolution,))
            continue
        things, end = [Thing("document", symbol=symbol)], match.end("symbol")
        while more := _MORE.match(text, end):
            last = more["last"].replace(" ", "")
            stem = symbol if last[0].isalpha() else symbol.rpartition("/")[0]
            things.append(Thing("document", symbol=f"{stem}/{last}"))
            end = more.end()
        yield CitationPiece("document", match.start(), end, tuple(things))
    for match in _SPACED.finditer(text):
        group = match["group"].replace(" ", "")
        thing = Thing("document", symbol=f"{group}/{match['rest']}")
        yield CitationPiece("document", match.start(), match.end(), (thing,))
    for match in _JOB_NUMBER.finditer(text):
        yield CitationPiece(
            "document", match.start(), match.end(), (Thing("document", symbol=job_number(match)),)
        )


def whole_document(text: str) -> Thing | None:
    """The document that a whole plain text may name: with spaces round the strokes, without «V.», by its address.

    A number without its duty station (its symbol begins with «-») and an address are guesses: other things look so.
    """
    match = BARE_JOB_NUMBER.fullmatch(text)
    if match:
        return Thing("document", symbol=f"-{job_number(match)}")
    match = _SLUG.fullmatch(text)
    if match and match["paragraph"]:
        return Thing("paragraph", locator=match["slug"], number=int(match["paragraph"]))
    if match:
        return Thing("document", locator=match["slug"])
    if _TURNED.fullmatch(text):
        text = "/".join(reversed(text.split("/")))
    symbol = re.sub(r"\s*/\s*", "/", text).replace(" ", "")
    # «page 4/12» is no symbol, nor is «km/h 120».
    is_symbol = symbol.count("/") > 1 and any(letter.isdigit() for letter in symbol)
    return Thing("document", symbol=symbol) if is_symbol and _PARTED.fullmatch(text) else None


def job_number(match: re.Match[str]) -> str:
    """«v.19-08455», or «19-08455» where no duty station stands with it."""
    letters = match.groupdict().get("letters")
    return f"{letters + '.' if letters else ''}{match['year']}-{match['rest']}"


def _names_document(match: re.Match[str]) -> bool:
    components = match["rest"].strip("/").split("/")
    if len(components) == 1 and not any(map(str.isdigit, match["first"])):
        return False
    return any(_OF_DOCUMENT.fullmatch(part) for part in components)


def _resolution_of(symbol: str, year: str | None) -> Thing | None:
    if "/res/" not in symbol:
        return None
    return Thing("resolution", symbol=(symbol + (year or "")).upper())


def find_reports(text: str) -> Iterator[CitationPiece]:
    for match in _REPORT.finditer(text):
        yield CitationPiece("report", match.start(), match.end())


def find_resolutions(text: str) -> Iterator[CitationPiece]:
    for head in _RESOLUTION.finditer(text):
        at, things = head.end(), []
        while match := _NUMBER.match(text, at):
            things.append(_resolution(match))
            end = match.end()
            more = _NEXT.match(text, end)
            if more is None:
                break
            at = more.end()
        if things:
            yield CitationPiece("thing", head.start(), end, tuple(things))


def _resolution(match: re.Match[str]) -> Thing:
    """With the symbol of the organ that counts so, where one alone does."""
    if match["year"]:
        return Thing(
            "resolution", symbol=_symbol("security_council", int(match["first"]), int(match["year"]))
        )
    return Thing("resolution", symbol=f"{match['first']}/{match['second']}")


def _symbol(code: str, number: int, session: int) -> str:
    return next(organ for organ in read_organs() if organ.code == code).symbol_of(number, session)
