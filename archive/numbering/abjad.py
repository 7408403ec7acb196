"""Letters as numbers, by position in the abjad order: أ 1, ب 2 … ك 11 … غ 28, then أ أ 29.

Numeric values (ك = 20) play no part: the UN counts subparagraphs by position.
"""

import re
from pathlib import Path

from archive.arabic.normalize import bare, normalize
from archive.arabic.tables import read_table

_ROWS = read_table(Path(__file__).with_name("data") / "letters.tsv")
LETTERS: tuple[str, ...] = tuple(row[0] for row in _ROWS)
NAMES: tuple[str, ...] = tuple(row[1] for row in _ROWS)

_POSITIONS: dict[str, int] = {bare(letter): number for number, letter in enumerate(LETTERS, 1)} | {
    shape: number for number, row in enumerate(_ROWS, 1) for shape in row[2].split("|") if shape != "-"
}
_NAME_POSITIONS: dict[str, int] = {normalize(name): number for number, name in enumerate(NAMES, 1)} | {
    other: number for number, row in enumerate(_ROWS, 1) for other in row[3:]
}
_LATIN = re.compile(r"[a-z]{1,6}")


def letter(position: int) -> str:
    """Give the letter at a position from 1; after the 28th letters double («أ أ» is 29), then triple."""
    return _repeated(LETTERS, position)


def letter_name(position: int) -> str:
    """Give the name of the letter at a position from 1 ('ألف', 'باء' …; 29 is 'ألف ألف')."""
    return _repeated(NAMES, position)


def position(label: str) -> int | None:
    """Give the position of a letter label without its brackets, or None.

    Takes 'هـ' and 'ه', 'أ' and 'ا', 'ي' and 'ى', with marks and tatweel, doubled ('أ أ') or single.
    """
    return _repeated_position(_POSITIONS, list("".join(bare(label).split())))


def position_of_name(word: str) -> int | None:
    """Give the position of a letter by its name ('باء' is 2, 'ألف ألف' is 29), or None."""
    return _repeated_position(_NAME_POSITIONS, normalize(word).split())


def latin(position: int) -> str:
    """Give the Latin letters for machine addresses: 1 is 'a', 26 'z', 27 'aa', 28 'ab'."""
    _check(position)
    letters = ""
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def from_latin(text: str) -> int | None:
    """Give the position that Latin letters stand for ('k' is 11), in either case, or None."""
    text = text.strip().lower()
    if not _LATIN.fullmatch(text):
        return None
    number = 0
    for character in text:
        number = number * 26 + ord(character) - ord("a") + 1
    return number


def _check(position: int) -> None:
    if position < 1:
        raise ValueError(f"positions start at 1, not {position}")


def _repeated(words: tuple[str, ...], position: int) -> str:
    _check(position)
    times, index = divmod(position - 1, len(words))
    return " ".join([words[index]] * (times + 1))


def _repeated_position(positions: dict[str, int], parts: list[str]) -> int | None:
    found = {positions.get(part) for part in parts}
    if len(found) != 1:
        return None
    first = found.pop()
    return None if first is None else first + (len(parts) - 1) * len(LETTERS)
