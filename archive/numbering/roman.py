"""Roman figures: of sections in English papers, of meetings and volumes, of Word's automatic numbers."""

import re

#: The Romans wrote larger ones with signs of their own.
LARGEST = 3999
_VALUES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FIGURE = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def numeral(number: int) -> str:
    """Give 'IV' for 4. ValueError outside 1 to LARGEST."""
    if not 1 <= number <= LARGEST:
        raise ValueError(f"no Roman figure for {number}")
    said = ""
    for value, letters in _VALUES:
        times, number = divmod(number, value)
        said += letters * times
    return said


def read(figure: str) -> int | None:
    """Give 4 for 'IV'; None for what is no figure in capitals as it is written today ('IIII', 'VX')."""
    if not _FIGURE.fullmatch(figure):
        return None
    total = 0
    for value, letters in _VALUES:
        while figure.startswith(letters):
            total, figure = total + value, figure[len(letters) :]
    return total
