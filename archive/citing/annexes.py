"""An annex by its number, as a heading or a whole typed text has it: «المرفق الأول», «المرفق 2», `annex II`."""

import re

from archive.numbering import roman
from archive.numbering.english_ordinals import ORDINAL, ordinal_of
from archive.numbering.ordinal_words import match_ordinal, ordinal_or_figure

_ARABIC = re.compile(r"(?:ال)?مرفق\s+(?:(?:رقم\s+)?(?P<figure>[0-9]{1,2})|(?=ال))")
_ENGLISH = re.compile(r"(?:the\s+)?annex\s+(?:no\.?\s*)?(?:(?P<figure>[0-9]{1,2})|(?P<roman>[ivxl]{1,6}))")
_ENGLISH_WORDS = re.compile(rf"(?:the\s+)?(?P<ordinal>{ORDINAL})\s+annex")


def read_annex(plain: str) -> int | None:
    """Give the number of the annex that a whole plain text names, None where it says anything else, or no number.

    >>> [read_annex(one) for one in ("المرفق الثاني", "annex iv", "second annex", "المرفق", "annex i to the report")]
    [2, 4, 2, None, None]
    """
    text = plain.strip()
    arabic = _ARABIC.match(text)
    if arabic is not None:
        number, end = (int(arabic["figure"]), arabic.end()) if arabic["figure"] else _ordinal(text, arabic.end())
        return number if number and end == len(text) else None
    english = _ENGLISH.fullmatch(text)
    if english is not None:
        number = int(english["figure"]) if english["figure"] else roman.read(english["roman"].upper()) or 0
        return number or None
    words = _ENGLISH_WORDS.fullmatch(text)
    return ordinal_of(words["ordinal"]) if words else None


def _ordinal(text: str, at: int) -> tuple[int, int]:
    return match_ordinal(text, at) or (0, 0)


def annex_in_arabic(number: int) -> str:
    """«المرفق الأول»."""
    return f"المرفق {ordinal_or_figure(number, 'm')}"


def annex_in_english(number: int) -> str:
    """`annex I`."""
    return f"annex {roman.numeral(number)}"
