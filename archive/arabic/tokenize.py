"""Words, numbers, Latin words and symbols of a text of any script, with their places in that text.

One pass of one pattern without backtracking: linear, whatever the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from archive.arabic.clean import ARABIC_LETTERS, INVISIBLE_RANGES, MARK_RANGES, TATWEEL
from archive.arabic.normalize import normalize
from archive.arabic.tables import read_table

Kind = Literal["word", "number", "latin", "symbol"]

# Longer than any word; PostgreSQL refuses lexemes of over 2,046 bytes.
LONGEST = 64
_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f"
# What `clean` and `normalize` drop out of the middle of a word.
# Vowel marks as presentation forms are no letters; the second half are marks on a tatweel.
_MARK_FORMS = "\ufe70\ufe72\ufe74\ufe76\ufe78\ufe7a\ufe7c\ufe7e\ufc5e-\ufc63"
_STRETCHED_MARKS = "\ufe71\ufe77\ufe79\ufe7b\ufe7d\ufe7f\ufcf2-\ufcf4"
_DROPPED = f"{MARK_RANGES}{_MARK_FORMS}{_STRETCHED_MARKS}{TATWEEL}{INVISIBLE_RANGES}{_CONTROLS}"
# Presentation forms without the ornate brackets U+FD3E and U+FD3F.
_ARABIC = f"{ARABIC_LETTERS}\ufb50-\ufc5d\ufc64-\ufcf1\ufcf5-\ufd3d\ufd50-\ufdff\ufe80-\ufefc"
# Combining accents too: «é» may be one character or two.
_ACCENTS = "\u0300-\u036f"
_UNSEEN = f"{MARK_RANGES}{_MARK_FORMS}{INVISIBLE_RANGES}{_CONTROLS}{_ACCENTS}"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_RUN = f"[{_LATIN}{_DIGITS}][{_LATIN}{_DIGITS}{_UNSEEN}]*+"
_TOKEN = re.compile(
    f"(?P<word>[{_ARABIC}][{_ARABIC}{_DROPPED}]*+)"
    f"|(?P<run>{_RUN}(?:[./\\-\u2010-\u2012_:][{_UNSEEN}]*+{_RUN})*+)"
    f"|(?P<other>(?:(?![{_ARABIC}{_LATIN}{_DIGITS}])[^\\W_][{_UNSEEN}]*+)++)"
)
_PART = re.compile(f"[{_LATIN}](?:[{_LATIN}{_UNSEEN}])*+|[{_DIGITS}][{_DIGITS}{_UNSEEN}]*+")
_UNSEEN_END = re.compile(f"[{INVISIBLE_RANGES}{_CONTROLS}]+$")
# Bound to a number or a Latin word: «الـ13», «لـ424», «و٣٧», «بالـDNA».
_PROCLITICS = frozenset(row[0] for row in read_table(Path(__file__).with_name("data") / "proclitics.txt"))
_APART = re.compile(r"[a-z]+|[0-9]+|[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its place. `start` and `end` cover it as printed; `position` counts words from 0.

    A symbol («WG.7/2019/5») comes before its parts, at the position of the first of them.
    """

    start: int
    end: int
    folded: str
    kind: Kind
    position: int


_ACCENTED = re.compile(f"[\u00c0-\u024f{_ACCENTS}]")


def _folded(word: str) -> str:
    folded = normalize(word).replace(" ", "")
    if _ACCENTED.search(folded):
        folded = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return folded[:LONGEST]


_remembered = lru_cache(maxsize=20_000)(_folded)


def fold(word: str) -> str:
    """Give the folded form of one word of any script, without spaces and not longer than `LONGEST`."""
    # A hostile text of long words must not fill the memory.
    return _remembered(word) if len(word) <= LONGEST else _folded(word)


def _end(text: str, start: int, end: int) -> int:
    """The end without bidi marks and other unseen characters that follow the word."""
    unseen = _UNSEEN_END.search(text, start, end) if ord(text[end - 1]) > 127 or text[end - 1] < " " else None
    return unseen.start() if unseen else end


def tokenize(text: str) -> Iterator[Token]:
    """Give the tokens of any text in order, the same for index, query and highlight."""
    position = 0
    bound: int | None = None
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "run":
            tokens = list(_run(text, start if bound is None else bound, start, end, position))
            yield from tokens
            position = tokens[-1].position + 1
            bound = None
            continue
        bound = None
        folded = fold(match.group())
        if not folded:
            continue
        if kind == "word" and folded in _PROCLITICS:
            if _is_bound(text, end):
                bound = start
                continue
            if text[end - 1] == TATWEEL:
                # «لـ"عملية بالي"»: a prefix before a quotation is no word.
                continue
        yield Token(start, _end(text, start, end), folded, "word", position)
        position += 1


def _is_bound(text: str, end: int) -> bool:
    return end < len(text) and ((text[end].isascii() and text[end].isalnum()) or text[end] in "٠١٢٣٤٥٦٧٨٩")


def _run(text: str, first: int, start: int, end: int, position: int) -> Iterator[Token]:
    """A run of Latin letters and digits: one word or number, or a symbol followed by its parts."""
    parts: list[Token] = []
    for match in _PART.finditer(text, start, end):
        folded = fold(match.group())
        kind: Kind = "number" if folded[:1].isdigit() else "latin"
        at = first if not parts else match.start()
        parts.append(Token(at, _end(text, match.start(), match.end()), folded, kind, position + len(parts)))
    if len(parts) > 1:
        whole = "_".join(part.folded for part in parts)
        if len(whole) <= LONGEST:
            yield Token(first, parts[-1].end, whole, "symbol", position)
    yield from parts
