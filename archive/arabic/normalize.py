"""Forms that lose on purpose: `normalize` to compare words, `bare` to match patterns."""

import re

from archive.arabic.clean import CLEAN_TABLE, INVISIBLE_RANGES, MARK_RANGES, TATWEEL, characters_of
from archive.arabic.digits import TO_ASCII_TABLE

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_DROPPED_RANGES = MARK_RANGES + TATWEEL + INVISIBLE_RANGES
_DROPPED = re.compile(f"[{_DROPPED_RANGES}]+")
# Letters that writers and copies exchange; the last two are Persian shapes of ي and ك.
_FOLDED_LETTERS = str.maketrans("أإآٱىةؤئیک", "اااايهوييك")

_SAME_LENGTH: dict[int, str] = (
    TO_ASCII_TABLE
    | {ord(dash): "-" for dash in _DASHES}
    | {code: " " for code, plain in CLEAN_TABLE.items() if plain == " "}
)
_BARE: dict[int, str] = _SAME_LENGTH | {ord(c): "" for c in characters_of(_DROPPED_RANGES)}


def _folded(plain: str) -> str:
    return plain.translate(_BARE).translate(_FOLDED_LETTERS)


_NORMAL: dict[int, str] = (
    {code: _folded(plain) for code, plain in CLEAN_TABLE.items()}
    | _BARE
    | {code: chr(letter) for code, letter in _FOLDED_LETTERS.items()}
)


def normalize(text: str) -> str:
    """Give the form in which spellings meet: no marks, no tatweel, hamza seats, ى and ة folded,
    digits and dashes in ASCII, small Latin letters, single spaces."""
    return " ".join(text.translate(_NORMAL).lower().split())


def bare(text: str) -> str:
    """Give the text without marks, tatweel and invisible characters, digits and dashes in ASCII.

    Hamza, ى and ة stay, and spaces are not collapsed.
    """
    return text.translate(_BARE)


_UNFOLDED = re.compile(
    f"[{''.join(map(re.escape, sorted(chr(code) for code in {*_FOLDED_LETTERS, *_SAME_LENGTH} if chr(code) != ' ')))}"
    f"{_DROPPED_RANGES}]"
)


def is_folded(text: str) -> bool:
    """Whether `folded_with_offsets` would give the text as it is."""
    return _UNFOLDED.search(text) is None


def folded_with_offsets(text: str) -> tuple[str, list[int]]:
    """`bare_with_offsets` with the letters folded that `normalize` folds: words as they stand in tables."""
    plain, offsets = bare_with_offsets(text)
    return plain.translate(_FOLDED_LETTERS), offsets


def bare_with_offsets(text: str) -> tuple[str, list[int]]:
    """Give `bare(text)` and, for each of its characters, the index in text; the last entry is len(text)."""
    if not _DROPPED.search(text):
        return text.translate(_SAME_LENGTH), list(range(len(text) + 1))
    offsets: list[int] = []
    kept = 0
    for match in _DROPPED.finditer(text):
        offsets.extend(range(kept, match.start()))
        kept = match.end()
    offsets.extend(range(kept, len(text) + 1))
    return text.translate(_BARE), offsets
