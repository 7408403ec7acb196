"""Where a line of a text stands in a file that has no lines: its page, its paragraph, its note.

A reader of a format gives each of its lines a FilePlace; what is stored with a document is packed to the few lines at
which counting starts anew.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

Part = Literal["body", "note", "head", "foot"]

#: One run of lines: its first line, the page (0: unknown), the part of the file, the number of the paragraph there.
Run = tuple[int, int, Part, int]

#: A paragraph takes a line and the blank one behind it.
_LINES_A_PARAGRAPH = 2


class FilePlace(NamedTuple):
    """`number` counts the paragraphs of the part from 1; `page` is 0 where the file does not tell it."""

    part: Part
    number: int
    page: int = 0


def pack_places(places: Sequence[FilePlace | None]) -> tuple[Run, ...]:
    """The places of the lines, in their order, as runs; a blank line has none."""
    found: list[Run] = []
    for line, place in enumerate(places, 1):
        if place is not None and place_at(found, line) != place:
            found.append((line, place.page, place.part, place.number))
    return tuple(found)


def place_at(runs: Sequence[Sequence[object]], line: int) -> FilePlace | None:
    """The place of a line, counted from 1; None where the file's own lines are its places."""
    at = bisect_right(runs, line, key=lambda run: int(str(run[0]))) - 1
    if at < 0:
        return None
    first, page, part, number = runs[at]
    return FilePlace(part, int(str(number)) + (line - int(str(first))) // _LINES_A_PARAGRAPH, int(str(page)))  # type: ignore[arg-type]


def lines_of_paragraph(runs: Sequence[Run], number: int, lines: int) -> list[int]:
    """The lines of a paragraph of the text, of so many lines in all."""
    return [
        line for line in range(1, lines + 1) if (at := place_at(runs, line)) and at[:2] == ("body", number)
    ]


def say_place(runs: Sequence[Sequence[object]], first: int, last: int | None = None) -> str:
    """«السطر 12», «الأسطر 12–15»; of a file without lines «الصفحة 3، الفقرتان 41 و42 من الملف», «الحاشية 2»."""
    last = max(first, last or first)
    opening, closing = place_at(runs, first), place_at(runs, last)
    if opening is None or closing is None:
        return f"السطر {first}" if first == last else f"الأسطر {first}–{last}"
    if opening.part != "body":
        return _OUTSIDE[opening.part].format(number=opening.number)
    if closing.part != "body":  # a text that goes on behind its notes
        closing = opening
    pages = _counted("الصفحة", "الصفحات", opening.page, closing.page) + "، " if opening.page else ""
    return f"{pages}{_counted('الفقرة', 'الفقرات', opening.number, closing.number)} من الملف"


_OUTSIDE = {"note": "الحاشية {number} من الملف", "head": "رأس الصفحة", "foot": "ذيل الصفحة"}


def _counted(one: str, many: str, first: int, last: int) -> str:
    return f"{one} {first}" if first == last else f"{many} {first}–{last}"
