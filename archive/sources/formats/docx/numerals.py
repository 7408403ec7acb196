"""Automatic numbers as they are printed: figures, letters, ordinals. Arabic ones as the United Nations print them."""

import re
from collections.abc import Callable

from archive.numbering import abjad, roman
from archive.numbering.ordinal_words import LARGEST, adverb

#: The letters in the order of the dictionary; `arabicAbjad` counts in that of the abjad.
_ALPHABET = "أ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن هـ و ي".split()
# a form of the file's own: «custom 001, 002, 003, ...»
_PADDED = re.compile(r"custom (0*1), .*")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
#: Letters that are doubled and tripled are read so far.
_MOST_REPEATED = 5


def numeral(form: str, number: int) -> str | None:
    """The number in one of Word's forms; None for a form that is not known here."""
    if form in ("none", "bullet"):
        return ""
    padded = _PADDED.fullmatch(form)
    if padded:
        return str(number).zfill(len(padded[1]))
    written = _FORMS.get(form)
    return written(number) if written is not None else None


def _roman(number: int) -> str:
    return roman.numeral(number) if 0 < number <= roman.LARGEST else str(number)


def _repeated(signs: list[str] | str, number: int, joiner: str = "") -> str:
    if not 0 < number <= len(signs) * _MOST_REPEATED:
        return str(number)
    times, place = divmod(number - 1, len(signs))
    return joiner.join([signs[place]] * (times + 1))


def _abjad(number: int) -> str:
    return abjad.letter(number) if 0 < number <= len(abjad.LETTERS) * _MOST_REPEATED else str(number)


def _first(number: int) -> str:
    """«أولاً» with its sign, as it is printed above sections."""
    if not 0 < number <= LARGEST:
        return str(number)
    word = adverb(number)
    return f"{word[:-1]}اً" if word.endswith("ا") else word


def _shifted(digits: str) -> Callable[[int], str]:
    table = str.maketrans("0123456789", digits)
    return lambda number: str(number).translate(table)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": lambda number: str(number),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "lowerLetter": lambda number: _repeated(_LATIN, number),
    "upperLetter": lambda number: _repeated(_LATIN, number).upper(),
    "arabicAlpha": lambda number: _repeated(_ALPHABET, number, " "),
    "arabicAbjad": _abjad,
    "ordinalText": _first,
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalFullWidth": str,
    "decimalHalfWidth": str,
    "hindiNumbers": _shifted("٠١٢٣٤٥٦٧٨٩"),
}
