"""Other papers of known bodies that a text names by their symbols."""

import re
from collections.abc import Collection, Iterable, Sequence

from archive.arabic.normalize import bare, normalize
from archive.vocabulary.bodies import KnownBody
from archive.vocabulary.report_terms import DOCUMENTS_LIST, PROVISIONAL_AGENDA
from archive.vocabulary.symbols import body_of, find_symbols, year_of

from .body_text import Item
from .mentions import Sentence
from .structure import ParsedFootnote, ParsedReference


def find_references(
    sentences: Iterable[Sentence],
    items: Sequence[Item],
    footnotes: Sequence[ParsedFootnote],
    bodies: Sequence[KnownBody],
    own: Collection[str] = (),
) -> tuple[ParsedReference, ...]:
    """Each paper once: from the documents list with its title, else from wherever it is named first.

    A paper that names itself by one of its `own` symbols names no other.

    Symbols are the same without regard to case; they are given as printed («…/Rev.1»).
    """
    found: dict[str, ParsedReference] = {}
    for reference in (*_listed(items, bodies), *_on_cover(footnotes, bodies)):
        found.setdefault(reference.symbol.upper(), reference)
    for sentence in sentences:
        for symbol in _symbols(sentence.text):
            named = _reference(symbol, "", bodies, sentence.line, listed=False)
            if named:
                found.setdefault(symbol.upper(), named)
    themselves = {bare(symbol).upper() for symbol in own}
    return tuple(reference for symbol, reference in found.items() if symbol not in themselves)


def _symbols(text: str) -> list[str]:
    plain = bare(text)
    return [plain[start:end] for start, end, _symbol in find_symbols(plain)]


def _listed(items: Sequence[Item], bodies: Sequence[KnownBody]) -> Iterable[ParsedReference]:
    for item in items:
        if DOCUMENTS_LIST not in normalize(item.parts[0].text.build().printed):
            continue
        for part in item.parts[1:]:
            passage = part.text.build()
            symbols = _symbols(passage.printed)
            if not symbols:
                continue
            title = re.split(r"\s*\(\s*(?=[A-Za-z]+/)", passage.reading)[0]
            reference = _reference(
                symbols[0], title.strip(" .؛"), bodies, passage.span.first_line, listed=True
            )
            if reference:
                yield reference


def _on_cover(footnotes: Sequence[ParsedFootnote], bodies: Sequence[KnownBody]) -> Iterable[ParsedReference]:
    """The star on «من جدول الأعمال المؤقت*» leads to the provisional agenda."""
    for footnote in footnotes:
        symbols = _symbols(footnote.text.printed)
        if footnote.marker.startswith("*") and symbols:
            line = footnote.text.span.first_line
            reference = _reference(symbols[0], PROVISIONAL_AGENDA, bodies, line, listed=False)
            if reference:
                yield reference


def _reference(
    symbol: str, title: str, bodies: Sequence[KnownBody], line: int, *, listed: bool
) -> ParsedReference | None:
    body = body_of(symbol, [known.symbol for known in bodies])
    if body is None:
        return None
    return ParsedReference(symbol, title, body, year_of(symbol), listed, line)
