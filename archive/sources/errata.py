"""errata.csv: misread words of the printed text, and the corrected reading made from it.

Rows are matched on the printed line, all of them on the same text: no row sees what another has changed.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Literal

from archive.arabic.clean import INVISIBLE_RANGES, MARK_RANGES, TATWEEL
from archive.sources.companions import CompanionError, read_companion

FILE_NAME = "errata.csv"
REQUIRED = ("source", "line", "printed", "corrected", "certainty")
COLUMNS = (*REQUIRED, "note")

Certainty = Literal["certain", "doubtful"]

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


class BadErrata(CompanionError):
    """The errata cannot be used; the sentence names the file, the line and the remedy."""


@dataclass(frozen=True)
class ErratumRow:
    """One row. `line`: of the source file, from 1. `corrected` is '' when the right reading is unknown."""

    source: str
    line: int
    printed: str
    corrected: str
    certainty: Certainty
    note: str = ""


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


def read_errata(folder: Path) -> dict[str, tuple[ErratumRow, ...]]:
    """The rows of the folder's errata by source file name; none when there is no file. Raises BadErrata."""
    text = read_companion(Path(folder) / FILE_NAME, BadErrata)
    return {} if text is None else parse_errata(text)


def parse_errata(text: str) -> dict[str, tuple[ErratumRow, ...]]:
    """The same for text that is at hand. Raises BadErrata."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    rows: dict[tuple[str, int, str], ErratumRow] = {}
    try:
        header = _header(next(reader, []))
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            row = _row(header, cells, reader.line_num)
            known = rows.setdefault((row.source, row.line, row.printed), row)
            if (known.corrected, known.certainty) != (row.corrected, row.certainty):
                raise _bad(reader.line_num, "يناقض صفاً سابقاً للموضع نفسه", "أبق أحدهما")
    except csv.Error as error:
        raise _bad(reader.line_num, f"ليس صفاً من CSV صحيحاً ({error})", "راجع علامات الاقتباس فيه") from error
    by_source: dict[str, list[ErratumRow]] = {}
    for row in rows.values():
        by_source.setdefault(row.source, []).append(row)
    return {source: tuple(found) for source, found in by_source.items()}


def _bad(line: int, reason: str, remedy: str) -> BadErrata:
    return BadErrata(f"{FILE_NAME}، السطر {line}: {reason}. {remedy}.")


def _header(cells: list[str]) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    if len(header) == 1 and re.search(r"[;\t]", header[0]):
        raise _bad(1, "الفاصل بين الأعمدة ليس الفاصلة «,»", "احفظ الملف بصيغة CSV تفصل أعمدته الفاصلة")
    columns = ", ".join(COLUMNS)
    for name in REQUIRED:
        if name not in header:
            raise _bad(1, f"ينقص العمود «{name}»", f"ليكن السطر الأول: {columns}")
    for position, name in enumerate(header):
        if name not in COLUMNS or name in header[:position]:
            raise _bad(1, f"العمود «{name}» مكرر أو غير معروف", f"ليكن السطر الأول: {columns}")
    return header


def _row(header: list[str], cells: list[str], line: int) -> ErratumRow:
    if len(cells) > len(header):
        raise _bad(line, "خلاياه أكثر من الأعمدة", "ضع النص الذي فيه فاصلة «,» بين علامتي اقتباس")
    values = dict.fromkeys(COLUMNS, "") | dict(zip(header, map(str.strip, cells), strict=False))
    for name in ("source", "printed"):
        if not values[name]:
            raise _bad(line, f"العمود «{name}» فارغ", "اكتبه أو احذف الصف")
    if not re.fullmatch(r"\d{1,7}", values["line"]) or int(values["line"]) < 1:
        raise _bad(line, f"رقم السطر «{values['line']}» ليس عدداً من 1 فصاعداً", "اكتب رقم السطر في ملف المصدر")
    return ErratumRow(
        source=values["source"],
        line=int(values["line"]),
        printed=values["printed"],
        corrected=values["corrected"],
        certainty=_certainty(values["certainty"], line),
        note=values["note"],
    )


_CERTAINTIES: dict[str, Certainty] = {"certain": "certain", "doubtful": "doubtful"}


def _certainty(value: str, line: int) -> Certainty:
    known = _CERTAINTIES.get(value.lower())
    if known is not None:
        return known
    raise _bad(line, f"درجة اليقين «{value}» غير معروفة", "اكتب certain أو doubtful")


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
