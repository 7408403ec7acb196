"""Numbers as English words write them: «fourth», «4th», «twenty first»; «meeting four», «recommendation twelve»."""

import re

from archive.numbering.english_cardinals import english_cardinal
from archive.numbering.english_ordinals import ORDINAL, ordinal_of

__all__ = ["CARDINAL", "ORDINAL", "cardinal_of", "match_cardinal", "ordinal_of"]

_CARDINALS = {english_cardinal(number): number for number in range(1, 100)}
_CARDINALS |= {word.replace("-", " "): number for word, number in _CARDINALS.items() if "-" in word}


def _any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# «meeting two conditions» counts them, in «recommendation one of many» the word is no number.
_COUNTS = r"(?!\s+(?!(?:of|at|in|from|adopted|rec|recommendation|meeting|session|the)\b)[a-z])(?<!\bone(?=\s+of\b))"
#: four · twenty-one, wherever it stands
CARDINAL_WORD = rf"(?:{_any_of(_CARDINALS)})(?!\w|-\w)"
#: … where it counts nothing behind it
CARDINAL = rf"{CARDINAL_WORD}{_COUNTS}"


def cardinal_of(written: str) -> int:
    """The number of what CARDINAL matched."""
    return _CARDINALS[" ".join(written.split())]


# recommendation twelve · recommendation no. twelve
_BEHIND_HEAD = re.compile(rf"\s+(?:n(?:o|umber)\.?\s+)?(?P<word>{CARDINAL})")


def match_cardinal(text: str, at: int) -> tuple[int, int] | None:
    """The number in words that stands behind a blank at a place, and where it ends."""
    match = _BEHIND_HEAD.match(text, at)
    return (cardinal_of(match["word"]), match.end()) if match else None
