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
