"""The organs that adopt resolutions: their names, and what can be a session and a number of theirs, as data."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from .data_files import folded_forms, read_rows


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ by its code; names are normalised. `counted_by` says what stands beside the number of a resolution.

    A session (or year) is at least `lowest` and at most `highest`; one of them has no more resolutions than `most`.
    """

    code: str
    feminine: bool
    counted_by: Literal["session", "year"]
    lowest: int
    highest: int
    most: int
    symbol: str
    names: tuple[str, ...]
    short_names: tuple[str, ...]

    def can_be(self, number: int, session: int, *, is_decision: bool = False) -> bool:
        """Whether the organ may have a resolution (or decision) of this number of this session, or of this year."""
        lowest = 1 if is_decision and self.counted_by == "session" else self.lowest
        return lowest <= session <= self.highest and 1 <= number <= self.most

    def symbol_of(self, number: int, session: int) -> str:
        """Give the symbol of a resolution, empty where the organ's resolutions have none of their own."""
        return self.symbol.format(number=number, session=session)


@dataclass(frozen=True, slots=True)
class NamedOrgan:
    """A place where an organ is named, by a full name or a short one, which is given normalised."""

    start: int
    end: int
    name: str


@cache
def read_organs() -> tuple[Organ, ...]:
    """Give the organs of the data file in their order."""
    return tuple(_organ(row) for row in read_rows("organs.tsv"))


def find_organs(plain: str) -> list[NamedOrgan]:
    """Give the places of a folded text where organs are named, in order."""
    pattern, names = _pattern()
    return [
        NamedOrgan(match.start(), match.end(), names[" ".join((match["the"] or match["name"]).split())])
        for match in pattern.finditer(plain)
    ]


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all names, and which name each of its readings is: «للجمعية العامة» is «الجمعية العامة»."""
    names = sorted({name for organ in read_organs() for name in (*organ.names, *organ.short_names)}, key=len)
    definite = [name.removeprefix("ال") for name in reversed(names) if name.startswith("ال")]
    others = [name for name in reversed(names) if not name.startswith("ال")]
    pattern = rf"(?<!\w)[وف]?(?:(?:[بك]?ال|لل)(?P<the>{_any_of(definite)})|[بكل]?(?P<name>{_any_of(others)}))(?!\w)"
    return re.compile(pattern), {name.removeprefix("ال"): name for name in names}


def _any_of(names: list[str]) -> str:
    return "|".join(name.replace(" ", r"\s+") for name in names)


def _organ(row: list[str]) -> Organ:
    code, gender, counted_by, lowest, highest, most, symbol, names, short_names = row
    return Organ(
        code,
        gender == "f",
        "year" if counted_by == "year" else "session",
        int(lowest),
        int(highest),
        int(most),
        "" if symbol == "-" else symbol,
        folded_forms(names),
        folded_forms(short_names),
    )
