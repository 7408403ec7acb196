"""Rows of the errata found on a printed line, and the reading text made from it.

Rows are matched on the printed line, all of them on the same text: no row sees what another has changed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from archive.arabic.clean import INVISIBLE_RANGES, MARK_RANGES, TATWEEL
from archive.sources.errata import Certainty, ErratumRow

# The accents of Latin letters count as marks too.
MARKS = f"\u0300-\u036f{MARK_RANGES}"
# Letters, digits and tatweel are \w; a superscript is a footnote mark, which belongs to no word.
WORD_SIGN = rf"(?:[^\W\u00b2\u00b3\u00b9\u2070-\u209c]|[{MARKS}])"
NOT_AFTER_WORD = rf"(?<![^\W\u00b2\u00b3\u00b9\u2070-\u209c])(?<![{MARKS}])"
NOT_BEFORE_WORD = rf"(?![{INVISIBLE_RANGES}]*{WORD_SIGN})"
_SIGN = re.compile(WORD_SIGN)
_NOT_AFTER_WORD = re.compile(NOT_AFTER_WORD)
_NOT_BEFORE_WORD = re.compile(NOT_BEFORE_WORD)
_STRETCH = re.compile(f"[{TATWEEL}{INVISIBLE_RANGES}]")


@dataclass(frozen=True)
class Correction:
    """A row found in a text, at the offsets `start` to `end`. `line` and `printed` tell which row it is."""

    start: int
    end: int
    printed: str
    corrected: str
    certainty: Certainty
    line: int
    note: str = ""

    def moved(self, by: int) -> "Correction":
        """The same in a longer text in which the line starts at offset `by`."""
        return replace(self, start=self.start + by, end=self.end + by)

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class Matches:
    """What rows do on one line.

    `corrections` stand; `overlapped` are certain ones under a longer certain one; `unmatched` are not there.
    """

    corrections: tuple[Correction, ...]
    overlapped: tuple[Correction, ...]
    unmatched: tuple[ErratumRow, ...]


@lru_cache(maxsize=2048)
def _words(printed: str) -> re.Pattern[str]:
    """The row's form in a text without stretching: any run of spaces is as good as another."""
    return re.compile(r"\s+".join(map(re.escape, _STRETCH.sub("", printed).split())))


def find_words(text: str, printed: str) -> list[tuple[int, int]]:
    """Where `printed` stands in `text` as whole words, however stretched; vowel marks and digit shapes count."""
    if _STRETCH.search(text):
        kept = [index for index, char in enumerate(text) if not _STRETCH.match(char)]
        plain = "".join(text[index] for index in kept)
    else:
        kept, plain = list(range(len(text))), text
    found: list[tuple[int, int]] = []
    for match in _words(printed).finditer(plain):
        if not match[0]:
            break  # a row of nothing but stretching
        start, end = kept[match.start()], kept[match.end() - 1] + 1
        if printed.endswith(TATWEEL):  # «هـ»: at a word's end it is part of the word
            rest = text[end:]
            end += len(rest) - len(rest.lstrip(TATWEEL))
            if text[end - 1] != TATWEEL:
                continue
        if _SIGN.match(printed) and not _NOT_AFTER_WORD.match(text, start):
            continue
        if _SIGN.match(printed[-1]) and not _NOT_BEFORE_WORD.match(text, end):
            continue
        found.append((start, end))
    return found


def match_rows(text: str, rows: Iterable[ErratumRow]) -> Matches:
    """All rows on `text`, the printed text of their line. Doubtful ones stand also under a certain one."""
    found: list[Correction] = []
    unmatched: list[ErratumRow] = []
    for row in rows:
        here = [
            Correction(start, end, row.printed, row.corrected, row.certainty, row.line, row.note)
            for start, end in find_words(text, row.printed)
        ]
        found += here
        if not here:
            unmatched.append(row)
    winners = _longest([one for one in found if one.certainty == "certain"])
    standing = [one for one in found if one.certainty == "doubtful" or one in winners]
    overlapped = [one for one in found if one not in standing]
    return Matches(_in_order(standing), _in_order(overlapped), tuple(unmatched))


def apply_corrections(
    printed: str, corrections: Iterable[Correction], accepted: frozenset[tuple[int, str]] = frozenset()
) -> str:
    """The reading text: certain corrections, and the doubtful ones whose (line, printed) is in `accepted`.

    One without a corrected form changes nothing. Of overlapping ones the longest wins.
    """
    chosen = [one for one in corrections if one.certainty == "certain" or (one.line, one.printed) in accepted]
    reading: list[str] = []
    position = 0
    for one in _in_order(_longest([one for one in chosen if one.corrected])):
        reading += [printed[position : one.start], one.corrected]
        position = one.end
    return "".join(reading) + printed[position:]


def certain_rows_without_match(
    rows: Iterable[ErratumRow], matched: Iterable[Correction]
) -> tuple[ErratumRow, ...]:
    """The certain rows found nowhere; `matched` takes the `corrections` and `overlapped` of all lines."""
    seen = {(one.line, one.printed) for one in matched}
    return tuple(row for row in rows if row.certainty == "certain" and (row.line, row.printed) not in seen)


def _in_order(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    return tuple(sorted(corrections, key=lambda one: (one.start, -one.end)))


def _longest(corrections: list[Correction]) -> list[Correction]:
    """Of two that overlap the longer stands; of equal ones what staff accepted, then the first."""
    standing: list[Correction] = []
    for one in sorted(corrections, key=lambda one: (-one.length, one.certainty == "certain", one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in standing):
            standing.append(one)
    return standing
