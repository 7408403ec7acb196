"""errata.csv: misread words of the printed text, row by row."""

import csv
import re
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Literal

from archive.sources.companions import CompanionError, read_companion

FILE_NAME = "errata.csv"
REQUIRED = ("source", "line", "printed", "corrected", "certainty")
COLUMNS = (*REQUIRED, "note")

Certainty = Literal["certain", "doubtful"]

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
