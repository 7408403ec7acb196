"""Tables: lines whose cells stand apart by bars or tabs. Rows and cells are kept; numbers in them head nothing.

| الرقم | التوصية | الجهة |
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from archive.arabic.clean import clean
from archive.arabic.digits import to_ascii
from archive.arabic.normalize import normalize
from archive.numbering import abjad
from archive.vocabulary.recommending import forms_for

from .body_text import Part
from .drafts import Draft
from .lines import Line
from .passages import PassageBuilder

BAR = " | "
# |---|:---:| between the head and the rows
_RULE = re.compile(r"\|?[\s:|+=-]*-[\s:|+=-]*\|?")
_NUMBER = re.compile(r"\(?(?P<number>[0-9]{1,4})\s*[-.)]*")
_LETTER = re.compile(r"\(?(?P<letter>[ء-ي]ـ?)\)?")
#: So many rows make a table, so many cells a row.
_FEWEST_ROWS, _FEWEST_CELLS = 2, 2
#: «1-⇥…» is a numbered paragraph as well as a row: two cells are doubted.
_NARROW = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A row at the line `index`, its cells as spans of the line's content."""

    index: int
    cells: tuple[tuple[int, int], ...]


@dataclass
class Table:
    """The rows of a table with their lines, the head first where it has one; `section` is set where it is read."""

    rows: list[Row]
    lines: list[Line]
    section: int | None = None
    counting: int = 0
    #: the parts of items or of texts that hold its rows
    parts: list[Part] = field(default_factory=list)

    def texts(self, row: int) -> list[str]:
        line = self.lines[row]
        return [line.content[start:end] for start, end in self.rows[row].cells]


@dataclass(frozen=True, slots=True)
class TabledLines:
    """The lines, those of tables with bars between their cells, and the tables."""

    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = field(default=())

    @property
    def indexes(self) -> frozenset[int]:
        return frozenset(row.index for table in self.tables for row in table.rows)


def find_tables(lines: Sequence[Line], raw: Sequence[str]) -> TabledLines:
    """The tables of a text; `raw` are its lines before clean-up, where tabs still stand."""
    found = list(lines)
    tables: list[Table] = []
    rows: list[Row] = []
    rules: set[int] = set()

    def close() -> None:
        nonlocal rows
        if len(rows) >= _FEWEST_ROWS:
            tables.append(Table(rows, [found[row.index] for row in rows], counting=len(tables)))
        rows = []

    for index, (line, text) in enumerate(zip(lines, raw, strict=True)):
        if line.is_empty:
            # a blank line or furniture ends no table: pages turn within it
            continue
        if rows and "-" in text and _RULE.fullmatch(clean(text)):
            found[index] = replace(line, content="", bullet=0)
            rules.add(index)
            continue
        cells = _cells(line, text, len(rows[0].cells) if rows else 0)
        if not cells:
            close()
            continue
        found[index] = _as_row(line, cells)
        rows.append(Row(index, _spans(cells)))
    close()
    kept = rules | {row.index for table in tables for row in table.rows}
    given = (new if i in kept else old for i, (old, new) in enumerate(zip(lines, found, strict=True)))
    return TabledLines(tuple(given), tuple(tables))


def _cells(line: Line, raw: str, width: int) -> list[str]:
    """The cells of a row; [] where the line is none. Two cells make a row only under a head that names them."""
    if line.corrections or (line.marks and "|" not in line.content):
        return []
    if line.marks:  # they are out of the line, and not of its raw form
        raw = line.content
    edges, sign = ("| \t", "|") if "|" in raw else ("\t ", "\t")
    if sign not in raw:
        return []
    cells = [clean(cell) for cell in raw.strip(edges).split(sign)]
    filled = sum(bool(cell) for cell in cells)
    framed = sign == "|" and raw.strip().startswith("|")
    narrow = len(cells) == _NARROW and not framed and width != _NARROW and not _named(cells)
    if len(cells) < _FEWEST_CELLS or narrow or not filled:
        return []
    return cells if _letters("".join(cells)) == _letters(line.content) else []


def _as_row(line: Line, cells: Sequence[str]) -> Line:
    """The line with bars between its cells; the marks of notes stay behind the letters behind which they stood."""
    content = BAR.join(cells)
    marks = tuple((marker, _behind(content, _signs(line.content[:place]))) for marker, place in line.marks)
    return replace(line, content=content, bullet=0, marks=marks)


def _signs(text: str) -> int:
    return sum(sign not in " |\t" for sign in text)


def _behind(text: str, signs: int) -> int:
    """The offset behind so many signs that are neither blanks nor bars."""
    ends = (at for at, sign in enumerate(text, 1) if sign not in " |\t")
    return next(islice(ends, signs - 1, None), len(text)) if signs else 0


def _named(cells: Sequence[str]) -> bool:
    """Whether they are the head of a table of recommendations: a number and a text."""
    words = [normalize(cell) for cell in cells]
    return words[0] in forms_for("number") and words[1] in forms_for("column")


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _spans(cells: Sequence[str]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    at = 0
    for cell in cells:
        found.append((at, at + len(cell)))
        at += len(cell) + len(BAR)
    return tuple(found)


def drafts_of_table(table: Table) -> list[Draft]:
    """The recommendations of a table whose head names their column; [] of any other."""
    head = [normalize(cell) for cell in table.texts(0)]
    column = next((at for at, cell in enumerate(head) if cell in forms_for("column")), None)
    if column is None:
        return []
    numbers = next((at for at, cell in enumerate(head) if cell in forms_for("number")), None)
    if numbers is None:
        numbers = next((at for at in range(len(head)) if at != column and _all_numbers(table, at)), None)
    found: list[Draft] = []
    for row, line in zip(table.rows[1:], table.lines[1:], strict=True):
        texts = [line.content[start:end] for start, end in row.cells]
        if column >= len(texts) or not texts[column].strip():
            continue
        number, printed = _read(texts[numbers]) if numbers is not None and numbers < len(texts) else (0, None)
        builder = PassageBuilder()
        start, end = row.cells[column]
        builder.add(_cell(line, start, end))
        found.append(
            Draft(
                number=number or len(found) + 1,
                printed=printed,
                form="table",
                section=table.section,
                line=line.number,
                last_line=line.number,
                parts=(Part("text", text=builder, whole=builder),),
                counting=("table", table.counting),
            )
        )
    return found


def rest_of_table(table: Table) -> PassageBuilder:
    """What is left of a table whose recommendations are taken out: its head, and the other cells of each row."""
    head = [normalize(cell) for cell in table.texts(0)]
    column = next(at for at, cell in enumerate(head) if cell in forms_for("column"))
    left = PassageBuilder()
    left.add(table.lines[0])
    for row, line in zip(table.rows[1:], table.lines[1:], strict=True):
        texts = [line.content[start:end] for start, end in row.cells]
        if column < len(texts) and texts[column].strip():
            texts[column] = ""
        words = BAR.join(text for text in texts if text)
        if any(char.isalpha() for char in words):
            left.add(replace(line, content=words, corrections=(), marks=()), new_line=True)
    return left


def _cell(line: Line, start: int, end: int) -> Line:
    tail = line.without(start)
    length = end - start
    return replace(
        tail,
        content=tail.content[:length],
        corrections=tuple(c for c in tail.corrections if c.end <= length),
        marks=tuple((marker, place - start) for marker, place in line.marks if start <= place <= end),
    )


def _all_numbers(table: Table, column: int) -> bool:
    cells = [table.texts(row) for row in range(1, len(table.rows))]
    return all(column < len(texts) and _read(texts[column])[0] for texts in cells)


def _read(cell: str) -> tuple[int, str | None]:
    text = to_ascii(cell.strip())
    number = _NUMBER.fullmatch(text)
    if number:
        return int(number["number"]), number["number"]
    letter = _LETTER.fullmatch(text)
    position = abjad.position(letter["letter"]) if letter else None
    return (position, abjad.letter(position)) if position else (0, None)
