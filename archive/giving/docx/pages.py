"""On which page a heading comes to stand, estimated: word processors show these figures until they count anew.

The text is set in lines of so many letters and the lines in pages of so many points, with the measures of our styles.
Set by the compendium of 171 recommendations as LibreOffice lays it out.
"""

from dataclasses import dataclass

from .styles import LEADING, MARGIN, PAGE, STYLES, TEXT_WIDTH

#: A letter's width in parts of the size of the Arabic face.
LETTER_WIDTH = 0.348
_SIZES = {style.key: (style.sizes[1] / 2, style.before / 20, style.after / 20) for style in STYLES}
_PAGE_HEIGHT = (PAGE[1] - 2 * MARGIN) / 20


@dataclass(slots=True)
class PageCount:
    """Goes through a paper from its first paragraph to its last; `page` is the one that is being filled."""

    page: int = 1
    used: float = 0.0

    def add(self, style: str, text: str, *, indent: int = 0, keep: int = 0) -> int:
        """A paragraph; gives the page on which it begins. `keep`: so many lines must follow on the same page."""
        size, before, after = _SIZES[style]
        width = (TEXT_WIDTH - indent) / 20
        lines = sum(max(1, -int(-len(line) * size * LETTER_WIDTH // width)) for line in text.split("\n"))
        height = size * LEADING
        if self.used + before + height * (min(lines, 2) + keep) > _PAGE_HEIGHT:
            self.page, self.used, before = self.page + 1, 0.0, 0.0
        begun = self.page
        self.used += before
        for _line in range(lines):
            if self.used + height > _PAGE_HEIGHT:
                self.page, self.used = self.page + 1, 0.0
            self.used += height
        self.used += after
        return begun

    def break_page(self) -> None:
        if self.used:
            self.page, self.used = self.page + 1, 0.0
