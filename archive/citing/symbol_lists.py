"""Symbols of papers and what is added to them: «CTOC/COP/WG.7/2013/2 و3 و5», `A/79/62 and Add.1`, `S/RES/2133 (2014)`.

Each text comes twice, plain and with its capitals, letter for letter (`citing.plain`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.vocabulary.clause_words import any_clause_word
from archive.vocabulary.symbols import COMPONENT, JOINT, NOT_BEFORE, NOT_BEHIND, as_printed, names_document

_YEAR = r"\s?\((?P<year>(?:19|20)[0-9]{2})\)"
# CTOC/COP/WG.7/2019/5 · WG.7/2019/5 · wg7/2019/5 · A/79/62 · CERD/C/URY/CO/16-20 · A/79/62-E/2024/3
_SYMBOL = re.compile(
    rf"{NOT_BEFORE}(?P<first>[a-z]{{1,8}}(?:\.?[0-9]{{1,2}})?)(?P<rest>(?:/{COMPONENT}){{1,10}}){JOINT}{NOT_BEHIND}"
)
# S/RES/2133 (2014)
_YEAR_BEHIND = re.compile(_YEAR)
_RESOLUTION = "/res/"
# وAdd.1 · و3 · وCRP.2 · and Corr.1 · (وRev.1) · ، 3 · إلى 5 · و2020/3 · و2388 (2017)
_NEXT = re.compile(
    r"(?:\s*،?\s*(?P<bracket>\()?\s*(?:(?:و|and\s|or\s|او\s|&)|(?P<to>الي\s|to\s))\s*|\s*،\s*|\s*(?P<bare>\()\s*)"
    r"(?:(?P<word>add|rev|corr|amend|l|crp|inf|ngo|wp)\.?\s?(?P<count>[0-9]{1,2})(?:-(?P<last>[0-9]{1,2}))?"
    rf"|(?P<number>(?:[0-9]{{1,4}}/)?[0-9]{{1,4}})(?:{_YEAR})?)(?![\w%/-])(?!\.[\w])"
)
# What may stand behind a mere number of a list; an indefinite noun is counted by it.
_STANDS = re.compile(
    rf"\s*(?:\Z|[^\w\s]|\n|(?:و|ف)?(?:ال|لل|بال|كال)\w|و\s?[0-9a-z(]|{any_clause_word('behind_list')}(?!\w))"
)
_LAST_FIGURES = re.compile(r"[0-9]+(?:-[0-9]+)?$")
_LAST_TWO = re.compile(r"[0-9]+/[0-9]+$")
_LAST_WORD = re.compile(r"/(?P<word>[A-Za-z]+)\.?[0-9]+$")
_SUFFIX = re.compile(r"/(add|rev|corr|amend)\.?[0-9]+$", re.IGNORECASE)
_MOST_IN_RANGE = 60


@dataclass(frozen=True, slots=True)
class NamedSymbol:
    """A symbol as printed, whole or the end of one (`WG.7/2019/5`), with its place; the papers of a range share one.

    `year` is that of a resolution which is counted so.
    """

    symbol: str
    start: int
    end: int
    year: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it begins with an organ's letters: «WG.7/2019/5» is the end of a symbol."""
        first, _stroke, rest = self.symbol.partition("/")
        return "/" in rest and first.isalpha()

    @property
    def of_resolution(self) -> bool:
        return _RESOLUTION in self.symbol.lower()


def find_symbol_lists(plain: str, written: str) -> Iterator[list[NamedSymbol]]:
    """Give each symbol with those that are added to it, in order."""
    for match in _SYMBOL.finditer(plain):
        if not _is_of_document(match):
            continue
        named = NamedSymbol(as_printed(written[match.start() : match.end()]), *match.span())
        year = _YEAR_BEHIND.match(plain, named.end) if _RESOLUTION in match["rest"] else None
        if year:
            named = replace(named, end=year.end(), year=int(year["year"]))
        yield [named] if _is_body_alone(match) else _with_others(plain, written, named)


def _is_of_document(match: re.Match[str]) -> bool:
    rest = match["rest"].strip("/")
    if "/" not in rest and not any(map(str.isdigit, match["first"])):
        return False
    return names_document(rest)


def _is_body_alone(match: re.Match[str]) -> bool:
    """«WG.7/4», which nothing can be added to."""
    return "/" not in match["rest"].strip("/")


def _with_others(plain: str, written: str, first: NamedSymbol) -> list[NamedSymbol]:
    found, at = [first], first.end
    base = first.symbol
    while more := _NEXT.match(plain, at):
        added = _suffixed(written, more, base) if more["word"] else _numbered(plain, more, found[-1])
        if not added:
            break
        if more["to"]:
            before = found.pop()
            added = [replace(one, start=before.start, end=more.end()) for one in (before, *added)]
        found += added
        at = more.end()
        at += bool(more["bracket"] or more["bare"]) and plain.startswith(")", at)
        if not _SUFFIX.search(added[-1].symbol):
            base = added[-1].symbol
    return found


def _suffixed(written: str, more: re.Match[str], base: str) -> list[NamedSymbol]:
    """What «وAdd.1» adds to a paper, and «وAdd.2» to another addendum."""
    word, last = written[more.start("word") : more.end("word")], _LAST_WORD.search(base)
    same = last is not None and last["word"].lower() == more["word"]
    if more["to"] or not (same or _SUFFIX.fullmatch(f"/{word}1")):
        return []
    stem = base[: last.start()] if last and same else base
    low, high = int(more["count"]), int(more["last"] or more["count"])
    numbers = range(low, high + 1) if low < high else (low,)
    word = word.capitalize() if word.islower() and _SUFFIX.fullmatch(f"/{word}1") else word
    return [NamedSymbol(f"{stem}/{word}.{number}", more.start("word"), more.end()) for number in numbers]


def _numbered(plain: str, more: re.Match[str], last: NamedSymbol) -> list[NamedSymbol]:
    """What «و3», «و2020/3», «و2388 (2017)», «إلى 5» add; nothing where the number counts something else."""
    number = more["number"]
    longest = 4 if last.year else 3
    if more["bare"] or not _STANDS.match(plain, more.end()) or bool(more["year"]) != bool(last.year):
        return []
    if more["to"]:
        return _up_to(number, last, more)
    if "/" not in number and len(number) > longest:
        return []
    symbol, changed = (_LAST_TWO if "/" in number else _LAST_FIGURES).subn(number, last.symbol)
    year = int(more["year"]) if more["year"] else None
    return [NamedSymbol(symbol, more.start("number"), more.end(), year)] if changed else []


def _up_to(number: str, last: NamedSymbol, more: re.Match[str]) -> list[NamedSymbol]:
    """The papers behind the last up to a number: «2013/2 إلى 5»."""
    figures = _LAST_FIGURES.search(last.symbol)
    if "/" in number or figures is None or not figures[0].isdecimal():
        return []
    low, high = int(figures[0]), int(number)
    if not low < high <= low + _MOST_IN_RANGE:
        return []
    stem = last.symbol[: figures.start()]
    return [NamedSymbol(f"{stem}{one}", more.start(), more.end()) for one in range(low + 1, high + 1)]
