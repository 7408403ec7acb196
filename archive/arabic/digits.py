"""Arabic and ASCII digits."""

ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
EXTENDED = "۰۱۲۳۴۵۶۷۸۹"
TO_ASCII_TABLE: dict[int, str] = {
    ord(digit): str(value) for digits in (ARABIC_INDIC, EXTENDED) for value, digit in enumerate(digits)
}


def to_ascii(text: str) -> str:
    """Give the text with Arabic digits (both series) as 0–9."""
    return text.translate(TO_ASCII_TABLE)
