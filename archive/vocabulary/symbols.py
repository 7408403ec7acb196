"""Symbols of UN documents («CTOC/COP/WG.7/2019/5») and job numbers («V.19-08455»)."""

import re
from collections.abc import Iterable

# Letters first, then at least two components: words, numbers, words with a number (WG.7, L.5, Rev.1, S-32).
# Nothing that is part of a web address: there a component stands before.
SYMBOL = re.compile(
    r"(?<![A-Za-z0-9_/.:@-])[A-Z]{1,8}(?:/(?:[A-Z]+(?:[.-][A-Z]*[0-9]+)?|[0-9]+)){2,10}(?![A-Za-z0-9_/])",
    re.IGNORECASE | re.ASCII,
)
# A component with which the symbol of a document, not of a body, ends: a number, L.5, CRP.2, INF.1, Add.1 …
_OF_DOCUMENT = re.compile(r"[0-9]+|(?:L|CRP|INF|NGO|PV|SR|DEC|WP|ADD|REV|CORR|AMEND)\.?[0-9]+", re.ASCII)
# A symbol as a cover prints it, where no sentence stands about it: a range, a year in brackets, a part in Roman figures
# or a number in brackets may belong to it («CERD/C/URY/CO/16-20», «S/RES/2133 (2014)», «ICCD/COP(15)/2»).
_COVER_PART = r"(?:[A-Z]+(?:\([0-9]{1,3}\))?(?:[.-](?:[IVX]+|[A-Z]*[0-9]+))?|[0-9]{1,4}(?:-[0-9]{1,3})?)"
COVER_SYMBOL = re.compile(
    rf"[A-Z]{{1,8}}(?:/{_COVER_PART}){{1,10}}(?:\s?\((?:19|20)[0-9]{{2}}\))?(?![A-Za-z0-9_/])",
    re.IGNORECASE | re.ASCII,
)
# between two symbols of one paper: «E/2024/30-E/CN.15/2024/22»
_JOINT = re.compile(r"\s*[-–—،,;|]?\s*(?=[A-Za-z]{1,8}/)")
# A component that tells what paper it is, after which no body is named: RES, L.5, CRP.2, S-32, a Roman figure.
_OF_PAPER = re.compile(
    r"(?:RES|DEC|CO|GC|L|CRP|INF|NGO|SR|PV|WP|NI|PCNI|STAT|ADD|REV|CORR|AMEND|E?S-[0-9]+|[IVX]+)(?:\.[0-9]+)?",
    re.ASCII,
)
# Add.1, Corr.2, Rev.1, with which a symbol may end
_RELATED = re.compile(r"(?P<base>.+)/(?P<kind>Add|Corr|Rev)\.?\s?[0-9]+", re.IGNORECASE | re.ASCII)
_RELATIONS = {"add": "addendum", "corr": "corrigendum", "rev": "revision"}

# CTOC/COP/WG.7/2019/5
_YEAR = re.compile(r"19[4-9][0-9]|20[0-9]{2}", re.ASCII)
# V.20-05359, and as people type it: v2005359, v.20 05359, V20–05359
_JOB_NUMBER = re.compile(
    r"(?P<letters>[A-Z]{1,3})[.\s]*(?P<year>[0-9]{2})[-‐-―\s]*(?P<rest>[0-9]{5,6})", re.IGNORECASE | re.ASCII
)
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def _names_document(symbol: str) -> bool:
    return any(_OF_DOCUMENT.fullmatch(part) for part in symbol.split("/"))


def find_symbols(text: str) -> list[tuple[int, int, str]]:
    """Give (start, end offset, symbol in capitals) for every document symbol in the text, in order.

    The symbol of a body alone (CTOC/COP/WG.7) is none.
    """
    if "/" not in text:
        return []
    found = ((match.start(), match.end(), match.group().upper()) for match in SYMBOL.finditer(text))
    return [(start, end, symbol) for start, end, symbol in found if _names_document(symbol)]


def is_symbol(text: str) -> bool:
    """Whether the whole text, but for spaces around it, is a document symbol, in either case."""
    text = text.strip()
    return SYMBOL.fullmatch(text) is not None and _names_document(text.upper())


def read_cover_symbols(text: str, start: int = 0) -> tuple[tuple[str, ...], int]:
    """Give the symbols printed at `start` of a bare text, one after the other or joint, and where they end."""
    found: list[str] = []
    end = start
    while True:
        joint = _JOINT.match(text, end) if found else None
        match = COVER_SYMBOL.match(text, joint.end() if joint else end)
        if match is None or (found and joint is None) or not any(char.isdigit() for char in match[0]):
            return tuple(found), end
        found.append(match[0])
        end = match.end()


def body_in_symbol(symbol: str) -> str | None:
    """Give the symbol of the body that the paper of this symbol is of: 'CTOC/COP/WG.7', 'E/CN.15', 'A'.

    What stands before the first component that is a number or tells the paper; the treaty bodies' papers name a State
    there ('CERD/C/URY/CO/16-20' is of CERD/C).
    """
    parts = symbol.strip().split("/")
    found: list[str] = []
    for part in parts[:-1]:
        upper = part.upper()
        state = found[1:2] == ["C"] and len(upper) == 3 and upper.isalpha()
        if upper[:1].isdigit() or state or (found and _OF_PAPER.fullmatch(upper)):
            break
        found.append(upper.partition("(")[0])
    return "/".join(found) or None


def relation_in_symbol(symbol: str) -> tuple[str, str] | None:
    """Give what the end of a symbol says of its paper, and of which other: ('addendum', 'CTOC/COP/WG.7/2021/6')."""
    match = _RELATED.fullmatch(symbol.strip())
    return (_RELATIONS[match["kind"].lower()], match["base"]) if match else None


def slug(symbol: str) -> str:
    """Give the machine form of a symbol or job number: 'ctoc-cop-wg7-2019-5', 'v19-08455'."""
    return _NOT_IN_SLUG.sub("-", symbol.lower().replace(".", "")).strip("-")


def body_of(symbol: str, body_symbols: Iterable[str]) -> str | None:
    """Give the body that a document symbol belongs to: the longest of body_symbols that starts it."""
    whole = symbol.strip().upper() + "/"
    starting = [body for body in body_symbols if whole.startswith(body.upper() + "/")]
    return max(starting, key=len, default=None)


def year_of(symbol: str) -> int | None:
    """Give the year that stands as a component of the symbol, or None (A/74/148 has a session)."""
    for part in symbol.split("/"):
        if _YEAR.fullmatch(part.strip()):
            return int(part)
    return None


def read_job_number(typed: str) -> str | None:
    """Give the job number that the whole text is, with or without its signs ('v1908455' → 'V.19-08455'), or None."""
    match = _JOB_NUMBER.fullmatch(typed.strip())
    return f"{match['letters']}.{match['year']}-{match['rest']}".upper() if match else None
