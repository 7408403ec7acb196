"""The picture that returns: one stroke for each recommendation, as paths for SVG.

A path is drawn for one direction of reading; the page asks for the mirrored one in Arabic.
"""

from collections.abc import Sequence
from dataclasses import dataclass

ROW = 11  # strokes in a row of the timeline
STEP = 10
ROW_HEIGHT = 18
STROKE = 14
TIMELINE_WIDTH = ROW * STEP + 2

RULER_STEP = 3
RULER_GAP = 6
EMPTY_WIDTH = 7
MOST_STROKES = 600  # above this the ruler shows a bar for each meeting
NARROWEST_LABEL = 1.0  # per cent of the ruler


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


@dataclass(frozen=True, slots=True)
class RulerMeeting:
    """A meeting on the ruler: its number, how many recommendations it has, and which of them are lit."""

    number: int
    count: int
    lit: frozenset[int] = frozenset()  # places from 1
    is_meant: bool = False


@dataclass(frozen=True, slots=True)
class RulerLabel:
    number: int
    place: str
    is_meant: bool


@dataclass(frozen=True, slots=True)
class Ruler:
    """All recommendations of a body in official order, with a gap between meetings."""

    width: int
    rest: str
    bars: str
    lit: str
    gaps: str
    meant_gaps: str
    labels: tuple[RulerLabel, ...]


def build_ruler(meetings: Sequence[RulerMeeting], *, rtl: bool) -> Ruler:
    """The paths of a ruler over `meetings` in their order."""
    widths = [meeting.count * RULER_STEP or EMPTY_WIDTH for meeting in meetings]
    width = sum(widths) + RULER_GAP * max(0, len(meetings) - 1)
    as_bars = sum(meeting.count for meeting in meetings) > MOST_STROKES
    rest, bars, lit, gaps, meant_gaps, labels = [], [], [], [], [], []

    def across(x: float) -> float:
        return width - x if rtl else x

    start = 0
    for meeting, length in zip(meetings, widths, strict=True):
        line = f"M{across(start):g} 8H{across(start + length):g}"
        if not meeting.count:
            (meant_gaps if meeting.is_meant else gaps).append(line)
        elif as_bars:
            bars.append(line)
        for place in range(1, meeting.count + 1):
            x = f"{across(start + RULER_STEP * (place - 0.5)):g}"
            if place in meeting.lit:
                lit.append(f"M{x} 0v16")
            elif not as_bars:
                rest.append(f"M{x} 3v10")
        if meeting.is_meant or length / width * 100 >= NARROWEST_LABEL:
            middle = across(start + length / 2) / width * 100
            labels.append(RulerLabel(meeting.number, f"{middle:.2f}%", meeting.is_meant))
        start += length + RULER_GAP
    return Ruler(
        width, "".join(rest), "".join(bars), "".join(lit), "".join(gaps), "".join(meant_gaps), tuple(labels)
    )
