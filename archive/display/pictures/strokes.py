"""The picture that returns: one stroke for each recommendation, as paths for SVG.

A path is drawn for one direction of reading; the page asks for the mirrored one in Arabic.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

ROW = 11  # strokes in a row of the timeline
STEP = 10
ROW_HEIGHT = 18
STROKE = 14
TIMELINE_WIDTH = ROW * STEP + 2

RULER_STEP = 3
RULER_GAP = 6
EMPTY_WIDTH = 7
MOST_STROKES = 600  # above this the ruler shows a bar for each meeting
WIDEST_APART = 10_000  # above this a gap between meetings is a hundredth of the width of a stroke
NARROWEST_LABEL = 1.0  # per cent of the ruler

COLUMN_HEIGHT = 86  # of a solid column, as high as five rows of strokes
BAR_STEP = 4
BARS_HEIGHT = 60
MOST_BARS = 240  # above this neighbours share a bar


@dataclass(frozen=True, slots=True)
class Strokes:
    """A block of strokes in rows of eleven, standing on one line."""

    path: str
    width: int
    height: int


def build_strokes(count: int, *, rtl: bool) -> Strokes:
    """`count` strokes, filled row by row from the ground up, each row from the start side."""
    rows = max(1, -(-count // ROW))
    height = rows * ROW_HEIGHT - (ROW_HEIGHT - STROKE)
    parts = []
    for index in range(count):
        row, column = divmod(index, ROW)
        x = 5 + STEP * column
        parts.append(f"M{TIMELINE_WIDTH - 2 - x if rtl else x} {height - row * ROW_HEIGHT}v-{STROKE}")
    return Strokes("".join(parts), TIMELINE_WIDTH, height)


def build_column(count: int, most: int) -> Strokes:
    """A solid column instead of strokes, where one stroke for each would grow too high; `most` fills it."""
    height = max(1, round(COLUMN_HEIGHT * count / most)) if count else 0
    return Strokes(f"M{TIMELINE_WIDTH // 2} {COLUMN_HEIGHT}v-{height}", TIMELINE_WIDTH, COLUMN_HEIGHT)


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar for each of many meetings, side by side on one line. `each`: so many meetings share a bar."""

    path: str
    width: int
    height: int
    each: int


def build_bars(counts: Sequence[int], *, rtl: bool, most: int = 0, height: int = BARS_HEIGHT) -> Bars:
    """The bars of `counts` in their order, the highest as high as the picture, or as one of `most` would be."""
    each = max(1, -(-len(counts) // MOST_BARS))
    sums = [sum(counts[start : start + each]) for start in range(0, len(counts), each)]
    most, width = max([most, *sums]), len(sums) * BAR_STEP
    parts = []
    for index, count in enumerate(sums):
        x = BAR_STEP * index + BAR_STEP // 2
        if count:
            parts.append(f"M{width - x if rtl else x} {height}v-{max(1, round(height * count / most))}")
    return Bars("".join(parts), width, height, each)


def build_share(count: int, most: int, *, rtl: bool) -> str:
    """A level bar in a box of 100 by 8, as long as `count` is of `most`, from the start side."""
    length = round(100 * count / most, 1) if most else 0
    return f"M{100 if rtl else 0} 4h{'-' if rtl else ''}{length:g}"


@dataclass(frozen=True, slots=True)
class RulerMeeting:
    """A meeting on the ruler: its number, how many recommendations it has, and which of them are lit.

    Where there are too many for strokes of their own, `share` of its bar is lit, from its start, and enough to be seen.
    """

    number: int
    count: int
    lit: frozenset[int] = frozenset()  # places from 1
    is_meant: bool = False
    share: float = 0


@dataclass(frozen=True, slots=True)
class RulerLabel:
    number: int
    place: str
    is_meant: bool


@dataclass(frozen=True, slots=True)
class Ruler:
    """All recommendations of a body in official order, with a gap between meetings.

    `bars` has one line for each meeting. It stands for the strokes of `rest` on narrow screens, where they would run
    into one another, and everywhere where there are too many of them (`as_bars`).
    """

    width: int
    rest: str
    bars: str
    lit: str
    gaps: str
    meant_gaps: str
    labels: tuple[RulerLabel, ...]
    as_bars: bool


@lru_cache(maxsize=256)
def _across(width: int, start: int, count: int, rtl: bool) -> tuple[str, ...]:
    """Where the strokes of a meeting stand: the same in each of the many rulers of a page."""
    places = (start + RULER_STEP * (place - 0.5) for place in range(1, count + 1))
    return tuple(f"{width - place if rtl else place:g}" for place in places)


def build_ruler(meetings: Sequence[RulerMeeting], *, rtl: bool, with_rest: bool = True) -> Ruler:
    """The paths of a ruler over `meetings` in their order; a small one shows no strokes but those that are lit."""
    widths = [meeting.count * RULER_STEP or EMPTY_WIDTH for meeting in meetings]
    width = sum(widths) + RULER_GAP * max(0, len(meetings) - 1)
    as_bars = sum(meeting.count for meeting in meetings) > MOST_STROKES
    # Where no eye could tell the bars apart: each would be drawn in vain, on every row of a list.
    is_one_line = with_rest is False and width > WIDEST_APART and all(meeting.count for meeting in meetings)
    rest: list[str] = []
    bars: list[str] = []
    lit: list[str] = []
    gaps: list[str] = []
    meant_gaps: list[str] = []
    labels: list[RulerLabel] = []

    def across(x: float) -> float:
        return width - x if rtl else x

    start = 0
    for meeting, length in zip(meetings, widths, strict=True):
        line = f"M{across(start):g} 8H{across(start + length):g}"
        if not meeting.count:
            (meant_gaps if meeting.is_meant else gaps).append(line)
        elif not is_one_line:
            bars.append(line)
        if as_bars and meeting.share:
            some = max(length * meeting.share, min(length, width / MOST_BARS))
            lit.append(f"M{across(start):g} 8H{across(start + some):g}")
        across_all = _across(width, start, meeting.count, rtl) if meeting.lit or not as_bars else ()
        lit += [f"M{across_all[place - 1]} 0v16" for place in sorted(meeting.lit)]
        if with_rest and not as_bars:
            rest += [f"M{x} 3v10" for place, x in enumerate(across_all, 1) if place not in meeting.lit]
        if meeting.is_meant or length / width * 100 >= NARROWEST_LABEL:
            middle = across(start + length / 2) / width * 100
            labels.append(RulerLabel(meeting.number, f"{middle:.2f}%", meeting.is_meant))
        start += length + RULER_GAP
    return Ruler(
        width=width,
        rest="".join(rest),
        bars=f"M0 8H{width}" if is_one_line else "".join(bars),
        lit="".join(lit),
        gaps="".join(gaps),
        meant_gaps="".join(meant_gaps),
        labels=tuple(labels),
        as_bars=as_bars,
    )
