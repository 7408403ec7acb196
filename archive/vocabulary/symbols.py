"""Symbols of UN documents («CTOC/COP/WG.7/2019/5») and job numbers («V.19-08455»)."""

import re
from collections.abc import Iterable

#: What stands between two strokes: a word, a number, a range of numbers, a word with a number (WG.7, L.5, Rev.1, S-32).
COMPONENT = r"(?:[A-Za-z]++(?:[.-][A-Za-z]*+[0-9]++|[0-9]++)?+|[0-9]++(?:-[0-9]++)?+)"
#: Nothing that is part of a web address or a longer word stands before a symbol or behind it.
NOT_BEFORE, NOT_BEHIND = r"(?<![A-Za-z0-9_/.:@-])", r"(?![A-Za-z0-9_/])"
#: A paper of two organs has both symbols in one: A/79/62-E/2024/3.
JOINT = rf"(?:-[A-Za-z]{{1,8}}+(?:/{COMPONENT}){{2,10}}+)?"
# Letters first, then at least two components.
_SYMBOL = re.compile(rf"{NOT_BEFORE}[A-Za-z]{{1,8}}(?:/{COMPONENT}){{2,10}}{JOINT}{NOT_BEHIND}")
# A component with which the symbol of a document, not of a body, ends: a number, L.5, CRP.2, INF.1, Add.1 …
_OF_DOCUMENT = re.compile(
    r"(?<![^/])(?:[0-9]+(?:-[0-9]+)?|(?:L|CRP|INF|NGO|PV|SR|DEC|WP|ADD|REV|CORR|AMEND)\.?[0-9]+)(?![^/-])",
    re.IGNORECASE | re.ASCII,
)
# Printed with small letters where all else is in capitals: Add.1, Rev.1, Corr.1, Amend.1.
_SMALL_WORD = re.compile(r"(?<=/)(?:ADD|REV|CORR|AMEND)(?=\.?[0-9])")
# CTOC/COP/WG.7/2019/5
_YEAR = re.compile(r"19[4-9][0-9]|20[0-9]{2}", re.ASCII)
# V.20-05359, and as people type it: v2005359, v.20 05359, V20–05359
_JOB_NUMBER = re.compile(
    r"(?P<letters>[A-Z]{1,3})[.\s]*(?P<year>[0-9]{2})[-‐-―\s]*(?P<rest>[0-9]{5,6})", re.IGNORECASE | re.ASCII
)
# A/79/62-E/2024/3
_JOINT_SIGN = re.compile(r"(?<=[0-9])-(?=[A-Za-z]{1,8}/)")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def names_document(symbol: str) -> bool:
    """Whether a symbol is that of a document, not of a body (CTOC/COP/WG.7)."""
    return _OF_DOCUMENT.search(symbol) is not None


def find_symbols(text: str) -> list[tuple[int, int, str]]:
    """Give (start, end offset, symbol as printed) for every document symbol in the text, in order.

    The symbol of a body alone (CTOC/COP/WG.7) is none. Symbols are the same without regard to case.
    """
    if "/" not in text:
        return []
    found = ((match.start(), match.end(), match.group()) for match in _SYMBOL.finditer(text))
    return [(start, end, symbol) for start, end, symbol in found if names_document(symbol)]


def is_symbol(text: str) -> bool:
    """Whether the whole text, but for spaces around it, is a document symbol, in either case."""
    text = text.strip()
    return _SYMBOL.fullmatch(text) is not None and names_document(text)


def as_printed(symbol: str) -> str:
    """Give a symbol as papers print it: typed in small letters throughout it gets its capitals («…/5/Rev.1»)."""
    if symbol != symbol.lower():
        return symbol
    return _SMALL_WORD.sub(lambda word: word[0].capitalize(), symbol.upper())


def symbols_of(symbol: str) -> tuple[str, ...]:
    """The symbols that name one paper: of «A/79/62-E/2024/3» the whole, «A/79/62» and «E/2024/3»."""
    parts = _JOINT_SIGN.split(symbol)
    return (symbol, *parts) if len(parts) > 1 else (symbol,)


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
