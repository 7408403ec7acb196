"""A PDF as lines: its paragraphs, the notes behind a rule, what heads and feet say of the paper; and what is thought
of the reading, without which nobody should take it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.sources.decoding import SourceWarning
from archive.sources.places import FilePlace
from archive.sources.refusals import unreadable
from archive.sources.verdict import Verdict

from ..lines import RULE, FormattedText, LineWriter, raised
from ..margins import job_number_in, symbol_of_heads
from .brackets import misplaced
from .direction import has_arabic, read_row
from .gate import Evidence, judge_reading
from .letters import Page, PlacedLetters, place_letters
from .paragraphs import Divided, RowParagraph, divide, mark_of_note
from .placing import INVISIBLE, MIRRORED, TURNED
from .rows import PageRows, in_reading_order, rows_of
from .signs import Sign, signs_of


@dataclass(frozen=True, slots=True)
class _ReadPage:
    page: Page
    signs: tuple[Sign, ...]
    rows: PageRows


def read_pdf(data: bytes) -> FormattedText:
    """Raises Unreadable for what is no such file, says nothing, or is surely read wrong."""
    placed = place_letters(data)
    pages = [_read_page(page, number) for number, page in enumerate(placed.pages, 1)]
    if not any(one.rows.rows for one in pages):
        raise unreadable("no_text")
    divided = divide([(one.page.height, one.rows.rows) for one in pages], [one.page.rules for one in pages])
    texts = {mirrored: _texts(divided.paragraphs, mirrored=mirrored) for mirrored in (False, True)}
    faults = {mirrored: misplaced(map(" ".join, texts[mirrored])) for mirrored in texts}
    mirrored = faults[True] < faults[False]
    read = texts[mirrored]
    verdict = judge_reading(_evidence(placed, pages, read, faults[mirrored]))
    return _written(divided, read, mirrored, verdict, placed)


def _read_page(page: Page, number: int) -> _ReadPage:
    seen = [
        one
        for one in page.letters
        if not one.flags & TURNED and -5 <= one.x0 <= page.width + 5 and 0 <= one.y <= page.height
    ]
    signs = signs_of(seen)
    return _ReadPage(page, tuple(signs), in_reading_order(rows_of(signs, number), page.rules))


def _texts(paragraphs: Sequence[RowParagraph], *, mirrored: bool) -> list[list[str]]:
    """Of each paragraph its rows."""
    found = []
    for paragraph in paragraphs:
        lines: list[str] = []
        for row in paragraph.rows:
            after = any(map(has_arabic, lines))
            mark, signs = mark_of_note(row) if not lines else ("", row.signs)
            if mark and not paragraph.is_note and (len(paragraph.rows) == 1 or has_arabic(row.text)):
                mark, signs = "", row.signs
            text = read_row(signs, row.y, row.size, after_arabic=after, mirrored=mirrored)
            if mark and not paragraph.is_note:  # «(2) How …»: a line of Latin letters that goes on
                left = {id(one) for one in signs}
                own = [one for one in row.signs if id(one) not in left]
                mark = read_row(own, row.y, row.size, after_arabic=True, mirrored=mirrored)
            lines.append(f"{raised(mark) if paragraph.is_note else mark} {text}" if mark else text)
        found.append(lines)
    return found


def _evidence(
    placed: PlacedLetters, pages: Sequence[_ReadPage], read: Sequence[Sequence[str]], brackets: int
) -> Evidence:
    letters = [letter for page in placed.pages for letter in page.letters if letter.text.strip()]
    return Evidence(
        texts=tuple(" ".join(lines) for lines in read),
        letters=len(letters),
        invisible=sum(1 for one in letters if one.flags & INVISIBLE),
        turned=sum(1 for one in letters if one.flags & (TURNED | MIRRORED)),
        swapped=sum(1 for one in letters if one.text in _SWAPPED),
        out_of_order=tuple(_out_of_order(one.rows) for one in pages),
        at_the_edge=tuple(_at_the_edge(one) for one in pages),
        pictures_alone=tuple(number for number, one in enumerate(pages, 1) if not one.rows.rows),
        in_columns=sum(one.rows.in_columns for one in pages),
        in_tables=sum(one.rows.in_tables for one in pages),
        brackets=brackets,
        extras=placed.extras,
    )


#: In points.
_EDGE = 1.0


def _at_the_edge(page: _ReadPage) -> int:
    return sum(row.x0 < _EDGE or row.x1 > page.page.width - _EDGE for row in page.rows.rows)


#: A ligature of lam and alef is never alef before lam: alef joins nothing behind it.
_SWAPPED = frozenset({"ال", "أل", "إل", "آل"})
#: Heads, feet and notes are drawn before or after the text.
_FEW_JUMPS = 3


def _out_of_order(rows: PageRows) -> float:
    """The share of rows that are not drawn next after the row that they are read after."""
    orders = [row.order for row in rows.rows]
    drawn = {at: rank for rank, at in enumerate(sorted(range(len(orders)), key=lambda at: orders[at]))}
    jumps = sum(drawn[at + 1] != drawn[at] + 1 for at in range(len(orders) - 1))
    jumps += 2 * sum(row.is_mixed for row in rows.rows)
    return jumps / len(orders) if jumps > _FEW_JUMPS else 0.0


def _written(
    divided: Divided, read: Sequence[Sequence[str]], mirrored: bool, verdict: Verdict, placed: PlacedLetters
) -> FormattedText:
    writer = LineWriter()
    whole = " ".join(" ".join(lines) for lines in read)
    heads, feet = (
        list(dict.fromkeys(read_row(row.signs, row.y, row.size, after_arabic=False, mirrored=mirrored) for row in rows))
        for rows in (divided.heads, divided.feet)
    )
    symbol = symbol_of_heads(heads, whole)
    if symbol:
        writer.add(symbol, FilePlace("head", 1))
    number = notes = 0
    for paragraph, lines in zip(divided.paragraphs, read, strict=True):
        if paragraph.is_note:
            if not notes:
                writer.add(RULE, writer.last_place())
            notes += 1
            writer.add(" ".join(lines), FilePlace("note", notes, paragraph.page))
        else:
            number += 1
            writer.add(_joined(lines), FilePlace("body", number, paragraph.page))
    job = job_number_in(feet)
    if job and job not in whole:
        writer.add(job, FilePlace("foot", 1))
    left = [line for line in dict.fromkeys([*heads, *feet]) if line != symbol]
    return FormattedText(
        "pdf",
        tuple(writer.lines),
        tuple(writer.places),
        tuple(left),
        (
            *(SourceWarning(f"pdf_{one.code}", one.sentence) for one in verdict.doubts),
            *(SourceWarning(f"pdf_{one}", _EXTRAS[one]) for one in placed.extras if one in _EXTRAS),
        ),
        verdict,
    )


def _joined(lines: Sequence[str]) -> str:
    """The rows of a paragraph on one line; what may begin another, or is of another script, on a line of its own."""
    text = ""
    for line in lines:
        is_latin = any(map(str.isalpha, line)) and not has_arabic(line)
        begins = text and ((text[-1] in ".؛:،" and _LABEL.match(line)) or is_latin)
        between = "\n" if begins else "" if _BROKEN.search(f"{text}\n{line}") else " "
        text += f"{between}{line}" if text else line
    return text


# تموز/|يوليه · 2018-|2022 · RED-|LACTRA: the line ends within the word
_BROKEN = re.compile(r"(?:\w/\n\w|[0-9A-Za-z]-\n[0-9A-Za-z])")
# 12- · (أ) · - 3- · •
_LABEL = re.compile(r"[-•–]|\(?\d{1,3}\s?[-.)]|\([ء-ي]ـ?\)|[ء-ي]\)")
_EXTRAS = {
    "scripts": "في ملف PDF برامج مدمجة، فلم تُشغَّل ولم تُقرأ.",
    "attachments": "في ملف PDF مرفقات، فلم تُفتح ولم تُقرأ.",
    "remarks": "في ملف PDF تعليقات على الصفحات ليست من النص، فتُركت.",
}
