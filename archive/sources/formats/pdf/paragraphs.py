"""The rows of all pages become furniture, notes and paragraphs, each paragraph the rows that it runs over."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .rows import BLANK, SignRow
from .signs import Sign

#: Of the height of a page: where heads and feet stand.
_HEAD, _FOOT = 0.88, 0.12
#: Of the size of the letters: a row that is so much shorter than its neighbours ends a paragraph; so far apart are rows
#: of one; so much smaller is a note.
_SLACK = 0.5
_APART = 1.2
#: Rows further apart, of the size of their letters, are of no paragraph set as usual (2.1 where a face is tall), but
#: most are paragraphs of one row: there the end of a sentence is the end of a paragraph.
_LOOSE = 2.3
_NOTE = 0.92
_OTHER_SIZE = 0.08
# 4 · – 4 – · 4/12 · V.20-05359 4/12
_JOB = r"[A-Z]\.\d\d-\d{5}"
_PAGE = re.compile(rf"[-–\s]*\d{{1,4}}(?:\s*[/|]\s*\d{{1,4}})?[-–\s]*|{_JOB}\s+\d+/\d+|\d+/\d+\s+{_JOB}")
_MARK = re.compile(r"[\d*]*")
_NOTE_MARK = re.compile(r"\d{1,3}|\*{1,3}")
_ENDS = ".؛:!؟"
_FIGURES = re.compile(r"\d+")
_BLANK = re.compile(r"\s+")
# as they are drawn: 18 . . . . . . مقدمة · Introduction ........ 3
_LEADERS = re.compile(r"^\s*\d{1,4}\s*(?:[.·…]\s*){5}|(?:[.·…]\s*){5}\d{1,4}\s*$")


#: Left, foot, right, head.
Rule = Sequence[float]
_SHORT_RULE, _THIN = 40, 2


@dataclass(slots=True)
class RowParagraph:
    rows: list[SignRow] = field(default_factory=list)
    is_note: bool = False

    @property
    def page(self) -> int:
        return self.rows[0].page


@dataclass(frozen=True, slots=True)
class Divided:
    """`heads` and `feet` are the rows left out, once each."""

    paragraphs: tuple[RowParagraph, ...]
    heads: tuple[SignRow, ...]
    feet: tuple[SignRow, ...]


def divide(pages: Sequence[tuple[float, Sequence[SignRow]]], rules: Sequence[Sequence[Rule]]) -> Divided:
    """`pages`: the height of each, and its rows in the order of reading; `rules` the lines drawn on each."""
    margins = _margins_of(pages)
    heads = [row for height, rows in pages for row in rows if id(row) in margins and row.y > height / 2]
    feet = [row for height, rows in pages for row in rows if id(row) in margins and row.y <= height / 2]
    texts, notes = [], []
    usual = _usual_size(pages)
    for (_height, rows), drawn in zip(pages, rules, strict=True):
        left = [row for row in rows if id(row) not in margins]
        below = _notes_from(left, usual, drawn)
        texts.append(left[:below])
        notes.append(left[below:])
    found = [*_paragraphs(texts), *_paragraphs(notes, are_notes=True)]
    return Divided(tuple(found), tuple(heads), tuple(feet))


def _usual_size(pages: Sequence[tuple[float, Sequence[SignRow]]]) -> float:
    sizes: Counter[float] = Counter()
    for _height, rows in pages:
        for row in rows:
            sizes[round(row.size, 1)] += len(row.signs)
    return sizes.most_common(1)[0][0] if sizes else 0.0


# Heads and feet ------------------------------------------------------------------------------------------------


def _margins_of(pages: Sequence[tuple[float, Sequence[SignRow]]]) -> set[int]:
    """The rows at head or foot that come again on other pages, but for the number of the page, or are a number alone.

    «التوصية 3» at the head of one page and «التوصية 17» at that of another are text: their numbers are no pages'.
    """
    seen: dict[tuple[str, int, int], list[SignRow]] = {}
    found: set[int] = set()
    for height, rows in pages:
        for row in rows:
            if _FOOT * height < row.y < _HEAD * height:
                continue
            if _PAGE.fullmatch(row.text.strip()):
                found.add(id(row))
            likeness = _FIGURES.sub("#", _BLANK.sub("", row.text))
            seen.setdefault((likeness, round(row.y), round(row.size)), []).append(row)
    for same in seen.values():
        if len({row.page for row in same}) > 1 and _is_counted_by_pages(same):
            found |= {id(row) for row in same}
    return found


def _is_counted_by_pages(rows: Sequence[SignRow]) -> bool:
    """Each number in them is the same on all pages, or goes on with the pages."""
    figures = [[int(one) for one in _FIGURES.findall(row.text)] for row in rows]
    for column in zip(*figures, strict=True):
        steps = {number - row.page for number, row in zip(column, rows, strict=True)}
        if len(set(column)) > 1 and len(steps) > 1:
            return False
    return True


# Notes ---------------------------------------------------------------------------------------------------------


def _notes_from(rows: Sequence[SignRow], usual: float, rules: Sequence[Rule]) -> int:
    """The row from which on a page all are smaller than the text, or stand below a short rule, and the first begins
    with the mark of a note."""
    at = len(rows)
    while at and max(one.size for one in rows[at - 1].signs) <= _NOTE * usual:  # Latin letters may be set smaller
        at -= 1
    width = max((row.x1 for row in rows), default=0) - min((row.x0 for row in rows), default=0)
    for x0, foot, x1, head in rules:
        below = [row for row in rows if row.y < foot]
        is_short = head - foot < _THIN and _SHORT_RULE < x1 - x0 < width / 2
        if is_short and below and rows[-len(below) :] == below:
            at = min(at, len(rows) - len(below))
    while at < len(rows) and not _begins_note(rows[at]):
        at += 1
    return at


def _begins_note(row: SignRow) -> bool:
    return bool(mark_of_note(row)[0])


def mark_of_note(row: SignRow) -> tuple[str, list[Sign]]:
    """The number or star that a row begins with at its right or, of a note in Latin letters, at its left, and the
    signs that are left; "" where there is none."""
    for signs, step in ((row.signs[::-1], -1), (row.signs, 1)):
        taken = 0
        while taken < len(signs) and _MARK.fullmatch(signs[taken].text.strip(" ()[]")):
            taken += 1
            if signs[taken - 1].is_blank and any(one.text.strip(" ()[]") for one in signs[:taken]):
                break
        mark = "".join(one.text.strip(" ()[]") for one in signs[:taken])
        if _NOTE_MARK.fullmatch(mark) and taken < len(signs) and _is_apart(signs[taken - 1], signs[taken]):
            return (mark if step > 0 else mark[::-1]), signs[taken:][::step]
    return "", row.signs


def _is_apart(mark: Sign, text: Sign) -> bool:
    """A mark stands before a blank or a gap, or is raised: «2/COP» at the beginning of a row is none."""
    gap = max(text.x0 - mark.x1, mark.x0 - text.x1)
    return mark.is_blank or mark.text in "()[]*" or gap > BLANK * text.size or mark.size < _NOTE * text.size


# Paragraphs ----------------------------------------------------------------------------------------------------


def _paragraphs(pages: Sequence[Sequence[SignRow]], *, are_notes: bool = False) -> list[RowParagraph]:
    found: list[RowParagraph] = []
    pitch = _pitch(pages)
    columns = {key: side for rows in pages for key, side in _sides(rows).items()}
    margin = _margin(pages)
    last: SignRow | None = None
    for rows in pages:
        for run in _close_together(rows, pitch):
            side = min(row.x0 for row in run)
            if margin is not None and max(row.x1 for row in run) > margin:
                side = min(side, margin)
            for row in run:
                if last is None or (are_notes and _begins_note(row)):
                    begins = True
                elif row is not run[0]:
                    begins = _had_room(last, row, side) or (pitch > _LOOSE and _is_closed(last))
                else:  # of a column or page that goes on, as long as the one before ended in the middle of a row
                    begins = not _goes_on(last, row) or _had_room(last, row, columns[id(last)])
                if begins:
                    found.append(RowParagraph(is_note=are_notes))
                found[-1].rows.append(row)
                last = row
    return found


def _close_together(rows: Sequence[SignRow], pitch: float) -> list[list[SignRow]]:
    """Rows of one size of letters that stand below one another without a gap."""
    found: list[list[SignRow]] = []
    for row in rows:
        last = found[-1][-1] if found else None
        if last is None or not 0 < last.y - row.y <= _APART * pitch * last.size or _is_other_size(last, row):
            found.append([])
        found[-1].append(row)
    return found


def _is_other_size(last: SignRow, row: SignRow) -> bool:
    return abs(last.size - row.size) > _OTHER_SIZE * last.size


def _goes_on(last: SignRow, row: SignRow) -> bool:
    """The row may go on with the one before: it stands at the head of the next page or column."""
    return not _is_other_size(last, row) and (last.page != row.page or row.y > last.y)


def _had_room(last: SignRow, row: SignRow, side: float) -> bool:
    """The first word of the row would have stood in the row before, whose column has its left at `side`; or that row
    is one of a list of contents, and ends with the number of a page."""
    if _LEADERS.search(last.text):
        return True
    room = last.x0 - side
    if room > _first_word(row) + _SLACK * row.size:
        return True
    return _is_closed(last) and room > _SLACK * row.size


def _is_closed(row: SignRow) -> bool:
    """It ends with the stop of a sentence."""
    return next((one.text[-1] for one in row.signs if not one.is_blank), "") in _ENDS


def _margin(pages: Sequence[Sequence[SignRow]]) -> float | None:
    """Where the longest rows of a text in one column end at the left, whichever page they stand on: on a page of
    headings and short items none reaches it. None where rows stand beside one another.
    """
    if any(below.y > above.y + above.size for rows in pages for above, below in pairwise(rows)):
        return None
    return min((row.x0 for rows in pages for row in rows), default=None)


def _pitch(pages: Sequence[Sequence[SignRow]]) -> float:
    """How far rows of one paragraph stand apart, of the size of their letters."""
    steps = sorted(
        (above.y - below.y) / max(above.size, 1)
        for rows in pages
        for above, below in pairwise(rows)
        if 0.8 * above.size < above.y - below.y < 4 * above.size and abs(above.size - below.size) < 0.1 * above.size
    )
    return steps[len(steps) // 4] if steps else 1.5


def _sides(rows: Sequence[SignRow]) -> dict[int, float]:
    """For each row the left side of those that stand above one another with it: of its column."""
    found: dict[int, float] = {}
    for row in rows:
        column = [other.x0 for other in rows if other.x0 < row.x1 and row.x0 < other.x1]
        found[id(row)] = sorted(column)[len(column) // 10]
    return found


def _first_word(row: SignRow) -> float:
    """The width of the word at the right."""
    width = 0.0
    reach = row.x1
    for one in reversed(row.signs):
        if one.is_blank:
            if width:
                break
            continue
        if width and reach - one.x1 > 0.15 * one.size:
            break
        width = row.x1 - one.x0
        reach = one.x0
    return width
