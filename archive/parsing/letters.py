"""The letters of a list: which is misread, and which stands behind a gap."""

from collections.abc import Collection, Sequence

from archive.numbering.labels import Label, read_bracketed_label
from archive.numbering.likeness import look_alike

from .lines import Line


class Letters:
    """The bracketed letters at the beginnings of lines, each with the one that comes next before anything opens."""

    def __init__(self, lines: Sequence[Line], opened: Collection[int]) -> None:
        self._next: dict[int, int | None] = {}
        following: int | None = None
        for index in range(len(lines) - 1, -1, -1):
            if index in opened:
                following = None
                continue
            label = read_bracketed_label(lines[index].content)
            if label is not None:
                self._next[index] = following
                following = label.position

    def position(self, index: int, label: Label, last: int) -> int:
        """The true position of the letter at a line, behind the `last` one.

        The printed one stands, unless it is the expected one with other dots, or the next one goes on without it.
        """
        expected, following = last + 1, self._next.get(index)
        if label.position <= expected:
            return expected
        if following == label.position + 1:
            return label.position
        if following == expected + 1 or look_alike(label.position, expected):
            return expected
        return label.position
