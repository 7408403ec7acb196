"""What of a text may stand in a file of any format, and the digits in which it is written."""

import re

from archive.arabic.digits import ARABIC_INDIC, to_ascii

# XML 1.0 has no place for these, and no reader of tables shows them.
_UNSAYABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# Signs that turn the direction of a line round; the files say the direction themselves.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_TO_EASTERN = str.maketrans("0123456789", ARABIC_INDIC)
# Digits that are part of a symbol, a Latin name or an address stay as they are.
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9./_&'’:@%+\-]*(?: \(\d{4}\))?")

DIGITS = ("western", "eastern")


def sayable(text: str) -> str:
    """Without control characters, lone surrogates and signs of direction; tabs become blanks, line ends "\\n"."""
    return _UNSAYABLE.sub("", _TURNING.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " ")))


def in_digits(text: str, digits: str) -> str:
    """The text with all its digits «western» or «eastern»; without a wish as it is. Latin words keep theirs."""
    if digits == "western":
        return to_ascii(text)
    if digits != "eastern":
        return text
    found, at = [], 0
    for word in _LATIN_WORD.finditer(text):
        found += [text[at : word.start()].translate(_TO_EASTERN), word[0]]
        at = word.end()
    return "".join([*found, text[at:].translate(_TO_EASTERN)])
