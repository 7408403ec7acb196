"""A row as it is seen, from left to right, becomes text in the order of reading.

The rules by which writing of both directions is set (Unicode's, level by level) are gone through backwards: what runs
from left to right in a line of Arabic is found and turned back, the rest is read from the right.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.arabic.clean import drop_tatweel

from ..lines import raised
from .placing import STRETCH
from .rows import BLANK, WIDE_BLANK
from .signs import Sign

_RIGHT = frozenset({"R", "AL"})
_FIGURES = frozenset({"EN", "AN"})
#: A mark of a note stands so much higher than its line and is so much smaller, of the size of the letters.
_RAISED, _SMALLER = 0.2, 0.8
# «2018.ـ»: what would have stretched a word, behind none
_ALONE = re.compile(r"(?<![ء-ي\u064b-\u0652ـ])ـ+")
_MIRRORED = str.maketrans("()[]{}«»<>‹›", ")(][}{»«><›‹")
_OPENS_LATIN = frozenset("“\"'‘")
_DAY_BEHIND = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{4}) (\d{1,2})\b"
)


@dataclass(slots=True)
class _Cell:
    text: str
    kind: str
    is_raised: bool = False


def read_row(signs: Sequence[Sign], y: float, size: float, *, after_arabic: bool, mirrored: bool) -> str:
    """The text of a row, without the lengths by which its words were stretched to reach both margins.

    `after_arabic`: a letter of Arabic stands before it in its paragraph, which decides how
    figures with a hyphen between them were set. `mirrored`: brackets are told as they are drawn, not as they are meant.
    """
    text = _read_row(signs, y, size, after_arabic=after_arabic, mirrored=mirrored)
    return _ALONE.sub("", drop_tatweel(text)) if any(one.flags & STRETCH for one in signs) else text


def _read_row(signs: Sequence[Sign], y: float, size: float, *, after_arabic: bool, mirrored: bool) -> str:
    cells = _cells(signs, y, size)
    if not any(one.kind in _RIGHT for one in cells) and _is_latin(cells):
        return _dated(_said(cells))
    turned = _left_to_right(cells, after_arabic=after_arabic)
    found: list[_Cell] = []
    at = len(cells) - 1
    while at >= 0:
        if not turned[at]:
            cell = cells[at]
            if mirrored and cell.kind not in _RIGHT:
                cell.text = cell.text.translate(_MIRRORED)
            found.append(cell)
            at -= 1
            continue
        end = at
        while at >= 0 and turned[at]:
            at -= 1
        found += cells[at + 1 : end + 1]
    return _dated(_said(found))


def _is_latin(cells: Sequence[_Cell]) -> bool:
    """A row without Arabic that begins at the left: in a line of Arabic its stop or bracket would stand there."""
    if not any(one.kind == "L" for one in cells):
        return False
    if cells[-1].text == "*" and len(cells) > 1 and cells[-2].kind == "WS":  # the star of a note, at the right
        return False
    is_starred = len(cells) > 1 and cells[0].text == "*" and cells[1].kind in ("WS", "ON")
    return cells[0].kind in ("L", "EN") or cells[0].text in _OPENS_LATIN or is_starred


def _dated(text: str) -> str:
    """«June 2019 21» is what becomes of a date in Latin letters in a line of Arabic: its day was set by itself."""
    return _DAY_BEHIND.sub(r"\3 \1 \2", text)


def has_arabic(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in _RIGHT for sign in text)


def _cells(signs: Sequence[Sign], y: float, size: float) -> list[_Cell]:
    found: list[_Cell] = []
    reach: float | None = None
    blank = _blank_of(signs)
    for one in signs:
        if one.is_blank:
            if found and found[-1].text != " ":
                found.append(_Cell(" ", "WS"))
            continue
        if reach is not None and one.x0 - reach > blank * one.size and found[-1].text != " ":
            found.append(_Cell(" ", "WS"))
        is_raised = one.size <= _SMALLER * size and one.y - y >= _RAISED * one.size
        kinds = [unicodedata.bidirectional(sign) for sign in one.text]
        if len(one.text) > 1 and not any(kind in _RIGHT or kind == "NSM" for kind in kinds):
            found += [_Cell(sign, kind, is_raised) for sign, kind in zip(one.text, kinds, strict=True)]
        else:
            found.append(_Cell(one.text, next((kind for kind in kinds if kind != "NSM"), "NSM"), is_raised))
        reach = one.x1 if reach is None else max(reach, one.x1)
    return found


def _blank_of(signs: Sequence[Sign]) -> float:
    """How wide a gap is a blank, of the size of the letters: a wide one where blanks are drawn themselves."""
    gaps = sum(
        after.x0 - before.x1 > BLANK * after.size
        for before, after in pairwise(signs)
        if not before.is_blank and not after.is_blank
    )
    return WIDE_BLANK if sum(one.is_blank for one in signs) >= 3 * gaps else BLANK


def _left_to_right(cells: list[_Cell], *, after_arabic: bool) -> list[bool]:
    """Which cells belong to a run that is set from left to right."""
    turned = [False] * len(cells)
    at = 0
    while at < len(cells):  # words of Latin letters with the figures about them
        if cells[at].kind != "L":
            at += 1
            continue
        start = end = at
        while at < len(cells) and cells[at].kind not in _RIGHT:
            if cells[at].kind in ("L", "EN"):
                end = at
            at += 1
        inside = "".join(one.text for one in cells[start : end + 1])
        if end + 1 < len(cells) and cells[end + 1].text == ")" and inside.count("(") > inside.count(")"):
            end += 1
        # At the end of a row, at the left, a hyphen or comma goes on with the words before it.
        follows = end + 1
        is_last = not any(one.kind in _RIGHT for one in cells[:start])
        if is_last and follows < len(cells) and cells[follows].text in "-,:;/.":
            end = follows
        before = start - 1
        while before >= 0 and cells[before].kind not in _RIGHT and cells[before].kind != "L" and not turned[before]:
            if cells[before].kind == "EN":
                start = before
            before -= 1
        turned[start : end + 1] = [True] * (end + 1 - start)
    arabic_after = [after_arabic] * len(cells)  # of each cell: whether Arabic stands before it in the order of reading
    seen = after_arabic
    for place in range(len(cells) - 1, -1, -1):
        arabic_after[place] = seen
        if cells[place].kind in _RIGHT:
            seen = True
        elif cells[place].kind == "L":
            seen = False
    at = 0
    while at < len(cells):
        if cells[at].kind not in _FIGURES or turned[at]:
            at += 1
            continue
        start = at
        while at + 1 < len(cells) and (
            cells[at + 1].kind in _FIGURES
            or (
                at + 2 < len(cells)
                and cells[at + 2].kind in _FIGURES
                and _joins(cells[at + 1].kind, cells[at].kind, arabic_after[at])
            )
        ):
            at += 1
        turned[start : at + 1] = [True] * (at + 1 - start)
        at += 1
    return turned


def _joins(between: str, figure: str, after_arabic: bool) -> bool:
    """Whether figures go on over a sign: a comma, a slash, a point always, a hyphen where no Arabic stands before."""
    return between == "CS" or (between == "ES" and figure == "EN" and not after_arabic)


def _said(cells: Sequence[_Cell]) -> str:
    """Marks of notes raised, blanks single."""
    text = ""
    mark = ""
    for cell in [*cells, _Cell("", "")]:
        if cell.is_raised and (cell.kind in _FIGURES or cell.text in "()[]"):
            mark += cell.text
            continue
        if mark:
            figures = "".join(filter(str.isdecimal, mark))
            text += raised(figures) if figures else mark
            mark = ""
        text += cell.text
    return " ".join(text.split())
