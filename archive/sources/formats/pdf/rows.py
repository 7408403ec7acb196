"""Signs become the rows of a page, parted where wide gaps stand in them; columns are read one after the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .signs import Sign

#: Of the size of the letters. A blank is a quarter or more, and in lines set to both margins hardly more than one.
BLANK, WIDE_BLANK = 0.15, 0.2
_ONE_ROW = 0.45
_GAP, _CLOSE_GAP = 1.5, 0.6
#: Of the signs of a row: what is drawn so many signs before or after stands in another column.
_ELSEWHERE = 3
_FEW_SIGNS = 10
#: In a row alone so wide a gap parts what stands at either side of a page.
_WIDE_GAP = 4.0
_GUTTER = 1.0
_LABEL_GAP = 8.0
#: Rows that must stand beside one another before they are columns.
_BESIDE = 2
_RULES_OF_A_TABLE = 3
#: A page with more is no page of text: its columns are not looked for, and a person looks at it.
_MOST_ROWS = 400
# 1- · (أ) · • · ١٢ - · 3.
_LABEL = re.compile(r"[(\[]?\s*(?:\d{1,3}|[ء-ي]ـ?|[A-Za-z]{1,4})?\s*[-–—.)\]•·*]{0,2}\s*")


@dataclass(slots=True)
class SignRow:
    """Signs of one row, from left to right."""

    signs: list[Sign]
    page: int = 0
    x0: float = field(init=False)
    x1: float = field(init=False)
    y: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        seen = [one for one in self.signs if not one.is_blank] or self.signs
        self.x0, self.x1 = min(one.x0 for one in seen), max(one.x1 for one in seen)
        sizes = sorted(one.size for one in seen)
        self.size = sizes[len(sizes) // 2]
        whole = [one.y for one in seen if one.size >= 0.9 * self.size]
        self.y = sorted(whole)[len(whole) // 2]

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.signs)

    @property
    def is_mixed(self) -> bool:
        """Its signs are drawn at times far apart, as those of columns that were taken for one."""
        orders = sorted(one.order for one in self.signs if not one.is_blank)
        kept = orders[len(orders) // 20 : len(orders) - len(orders) // 20]
        return len(kept) > _FEW_SIGNS and kept[-1] - kept[0] > _ELSEWHERE * len(self.signs)

    @property
    def order(self) -> float:
        """Where its signs are drawn, among all of the page."""
        orders = sorted(one.order for one in self.signs)
        return orders[len(orders) // 2]


@dataclass(frozen=True, slots=True)
class PageRows:
    """The rows of a page in the order of reading; how many stand in columns, and in what looks like a table."""

    rows: tuple[SignRow, ...]
    in_columns: int = 0
    in_tables: int = 0


def rows_of(signs: Sequence[Sign], page: int) -> list[SignRow]:
    """From the head of the page to its foot, parts of a row from right to left."""
    lines: list[list[Sign]] = []
    heights: list[tuple[float, float]] = []
    for one in sorted(signs, key=lambda sign: -sign.y):
        for at in range(len(lines) - 1, max(len(lines) - 6, -1), -1):
            y, size = heights[at]
            if abs(y - one.y) <= _ONE_ROW * max(size, one.size):
                lines[at].append(one)
                if one.size > size * 1.1:
                    heights[at] = one.y, one.size
                break
        else:
            lines.append([one])
            heights.append((one.y, one.size))
    found = [part for line in lines for part in _parts(_from_left(line), page)]
    return sorted(found, key=lambda row: (-round(row.y), -row.x1))


def _from_left(signs: Sequence[Sign]) -> list[Sign]:
    """By their middles. A blank that a face pushes under a letter, so that it comes between two that are drawn one
    after the other, goes to that letter's other side, where it was drawn."""
    found = sorted(signs, key=lambda one: one.middle)
    for at in range(1, len(found) - 1):
        left, blank, right = found[at - 1 : at + 2]
        if not blank.is_blank or left.is_blank or right.is_blank or abs(left.order - right.order) != 1:
            continue
        if blank.x0 < left.x1 and abs(blank.order - left.order) == 1:
            found[at - 1 : at + 1] = [blank, left]
        elif blank.x1 > right.x0 and abs(blank.order - right.order) == 1:
            found[at : at + 2] = [right, blank]
    return found


def _parts(signs: list[Sign], page: int) -> list[SignRow]:
    parts: list[list[Sign]] = []
    reach = last = None
    for one in signs:
        if one.is_blank and (not parts or reach is None or one.x0 > reach + _GAP * one.size):
            continue
        if reach is None or (not one.is_blank and _parts_here(one, reach, last, len(signs))):
            parts.append([])
        parts[-1].append(one)
        if not one.is_blank:
            reach = max(reach or one.x1, one.x1)
            last = one
    rows = [SignRow(part) for part in parts if any(not one.is_blank for one in part)]
    for row in rows:
        row.page = page
    return _with_labels(rows)


def _parts_here(one: Sign, reach: float, last: Sign | None, signs: int) -> bool:
    """A wide gap; or one as of columns that stand close, where the row goes on with what is drawn at another time."""
    gap = (one.x0 - reach) / one.size
    return gap > _GAP or (gap > _CLOSE_GAP and last is not None and abs(one.order - last.order) > _ELSEWHERE * signs)


def _with_labels(rows: list[SignRow]) -> list[SignRow]:
    """A number or letter at the right, set apart by a tab, belongs to the text at its left."""
    if len(rows) < 2:
        return rows
    label, text = rows[-1], rows[-2]
    if label.x0 - text.x1 <= _LABEL_GAP * text.size and _LABEL.fullmatch(label.text[::-1].strip()):
        return [*rows[:-2], _joined([text, label])]
    return rows


def _joined(rows: Sequence[SignRow]) -> SignRow:
    return SignRow([one for row in sorted(rows, key=lambda row: row.x0) for one in row.signs], rows[0].page)


def in_reading_order(rows: Sequence[SignRow], rules: Sequence[Sequence[float]], *, rtl: bool = True) -> PageRows:
    """Columns one after the other; what stands beside one another in one row alone is parted by a wide gap only."""
    if len(rows) > _MOST_ROWS:
        return PageRows(tuple(rows), in_tables=len(rows))
    found: list[SignRow] = []
    in_columns = in_tables = at = 0
    rows = list(rows)
    while at < len(rows):
        end, gutter = _columns_from(rows, at)
        if gutter is None:
            same = [row for row in rows[at:] if round(row.y) == round(rows[at].y)]
            found += _alone(same)
            at += len(same)
            continue
        block = rows[at:end]
        sides = [[row for row in block if row.x0 >= gutter], [row for row in block if row.x1 <= gutter]]
        if _is_table(sides, rules):
            in_tables += len(block)
        in_columns += len(block)
        for side in sides if rtl else reversed(sides):
            inner = in_reading_order(side, rules, rtl=rtl)
            found += inner.rows
        at = end
    return PageRows(tuple(found), in_columns, in_tables)


def _alone(rows: list[SignRow]) -> list[SignRow]:
    """The parts of one row, from right to left, joined where the gap is no wide one."""
    found: list[SignRow] = []
    for row in rows:
        if found and found[-1].x0 - row.x1 < _WIDE_GAP * row.size:
            found[-1] = _joined([found[-1], row])
        else:
            found.append(row)
    return found


def _columns_from(rows: list[SignRow], start: int) -> tuple[int, float | None]:
    """The end of the longest run of rows from here that a gutter parts, and the middle of the gutter."""
    best: tuple[int, float | None] = (start, None)
    covered: list[tuple[float, float]] = []
    for end in range(start, len(rows)):
        covered = _covered(covered, (rows[end].x0, rows[end].x1))
        if len(covered) == 1 and end > start and _spans(rows[start : end + 1], covered[0]):
            break
        gutters = [
            ((left[1] + right[0]) / 2, right[0] - left[1])
            for left, right in pairwise(covered)
            if right[0] - left[1] >= _GUTTER * rows[end].size
        ]
        for middle, _width in sorted(gutters, key=lambda one: -one[1]):
            if _stand_beside(rows[start : end + 1], middle):
                best = end + 1, middle
                break
    return best


def _spans(rows: list[SignRow], whole: tuple[float, float]) -> bool:
    return any(row.x1 - row.x0 > 0.8 * (whole[1] - whole[0]) for row in rows)


def _covered(covered: list[tuple[float, float]], new: tuple[float, float]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for one in sorted([*covered, new]):
        if found and one[0] <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], one[1])
        else:
            found.append(one)
    return found


def _stand_beside(rows: list[SignRow], middle: float) -> bool:
    right, left = [row for row in rows if row.x0 >= middle], [row for row in rows if row.x1 <= middle]
    if len(right) < _BESIDE or len(left) < _BESIDE:
        return False
    low, high = max(right[-1].y, left[-1].y), min(right[0].y, left[0].y)
    slack = rows[0].size
    return min(
        sum(low - slack <= row.y <= high + slack for row in side) for side in (right, left)
    ) >= _BESIDE


def _is_table(sides: list[list[SignRow]], rules: Sequence[Sequence[float]]) -> bool:
    """Rows at the same heights on both sides with rules about them."""
    right, left = sides
    heights = [row.y for row in right]
    level = sum(any(abs(row.y - y) < 1 for y in heights) for row in left)
    if level < 0.6 * min(len(left), len(right)):
        return False
    block = [*right, *left]
    top, foot = max(row.y for row in block) + 30, min(row.y for row in block) - 30
    about = [one for one in rules if foot <= one[1] and one[3] <= top and (one[2] - one[0] > 30 or one[3] - one[1] > 8)]
    return len(about) >= _RULES_OF_A_TABLE
