"""Arabic and ASCII digits."""

import re

ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
EXTENDED = "۰۱۲۳۴۵۶۷۸۹"
TO_ASCII_TABLE: dict[int, str] = {
    ord(digit): str(value) for digits in (ARABIC_INDIC, EXTENDED) for value, digit in enumerate(digits)
}
_TO_ARABIC_TABLE = str.maketrans("0123456789", ARABIC_INDIC)
# Eighteen digits fit every database's big integer; anything longer is no number of ours.
_INTEGER = re.compile(r"[0-9]{1,18}")


def to_ascii(text: str) -> str:
    """Give the text with Arabic digits (both series) as 0–9."""
    return text.translate(TO_ASCII_TABLE)


def to_int(text: str) -> int | None:
    """Give the whole number that the text is, in either digits ('٢٥', '25'); None if it is anything else."""
    ascii_text = to_ascii(text.strip())
    return int(ascii_text) if _INTEGER.fullmatch(ascii_text) else None


def to_arabic(text: str) -> str:
    """Give the text with 0–9 as ٠–٩."""
    return text.translate(_TO_ARABIC_TABLE)
