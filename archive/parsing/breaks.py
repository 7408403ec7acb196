"""Where a block of text ends: at a blank line, or, where blank lines say nothing, at a line ended on purpose.

A hard-wrapped line is full: the first word of the next one found no room on it. A line that had room for it ends
its block; in a text that is not wrapped at all every line does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.numbering.labels import read_number_label, read_section_label

# The figures were set on the 44 kinds of other copies of the sources (tests/real/copies.py: wrapped at 57 and at 80
# columns, with and without blank lines). What the sources and the papers in shared/papers say stands with each.

#: Fewer lines than this say nothing of how a text is set. 4 give the same, with 20 the structure of
#: a short paper is lost.
FEWEST_LINES = 12
#: The same where not one of them is blank: then blank lines tell nothing in any case.
FEWEST_SOLID_LINES = 6
#: A text has no blank lines to speak of when there is less than one to so many lines with content. 10 and 40 give the
#: same, 5 takes the blank lines of a paper away that has them at page turns alone.
LINES_TO_A_BLANK = 20
#: In a wrapped text this share of the lines is longer than this share of the width and stops short of an end. From .02
#: to .08 the same texts are wrapped, at .12 one is not; of the width .7 to .9 give the same.
FULL_LINES = 0.08
FULL = 0.85
#: Blank lines tell nothing either where of the lines that bear a number or a section's label, so many at least, this
#: share follows another line at once: they stand on the cover alone, or at page turns. Where blank lines tell
#: something it is .70 in one source and .29 at most in the others and in the papers; where they do not, .89 and more.
FEWEST_LABELLED_LINES = 6
CLOSE_LABELLED_LINES = 0.85
#: Where a blank line stands behind every line, so many of them are full if the text is wrapped, else each is a block
#: of its own. Wrapped copies of the sources have .67 and more, the papers .21 and less.
FULL_OF_SPACED_LINES = 0.4
#: Lines end a little short of the width where marks were taken out of them: by 2 in one paper; 8 give the same.
SLACK = 2
#: The width is that of all lines but the longest: page furniture and the like may stand out.
_USUAL = 0.98

#: A line longer than this is a line of a text or of a title, and one that ends without a sign goes on after the page.
#: Headings that stand last on their page are shorter (and stand there by mistake).
_LONGEST_HEADING_LINE = 60
# … الدول. · … الدول؛ · … «ما يلي»:
_CLOSES = re.compile(r"[.!?؟…:؛،][\s\"'»”’)\]*]*$")
# … المعقود في فيينا إلى
_LEADS_ON = re.compile(r"(?:^|\s)[وف]?(?:إلى|الى|في|من|على|عن|أن|ان|التي|الذي|أو|مع|بين|حتى|لا)$|،$")

# … على النحو التالي: · … في الاجتماع. · … الدول؛
_ENDS = re.compile(r"[.:؛]\W*$")


@dataclass(frozen=True, slots=True)
class Breaks:
    """How the blocks of a text are told apart. `width` is that of a wrapped one, 0 where lines are not wrapped."""

    by_blank_lines: bool
    width: int = 0

    def between(self, before: str, after: str, *, blank: bool, turned: bool = False) -> bool:
        """The line `after` stands in another block than the line `before`; `blank` lines are between them.

        Where the page has `turned` between them, blank lines say nothing: a sentence that is cut goes on.
        """
        if self.by_blank_lines:
            return blank and not (turned and _is_cut(before))
        if not self.width:
            return True
        first = after.split(" ", 1)[0]
        return not before or len(before) + 1 + len(first) + SLACK <= self.width


def _is_cut(text: str) -> bool:
    """A line of a sentence that has not come to its end: long, and closed by no sign, or by a word that leads on."""
    return (len(text) > _LONGEST_HEADING_LINE and not _CLOSES.search(text)) or bool(_LEADS_ON.search(text))


def find_breaks(texts: Sequence[str], left_out: frozenset[int] = frozenset()) -> Breaks:
    """The breaks of a text whose cleaned lines are `texts`; lines `left_out` (page turns) say nothing of them."""
    whole = texts
    texts = [text for index, text in enumerate(whole) if index not in left_out]
    if not texts:
        return Breaks(by_blank_lines=True)
    lengths = sorted(len(text) for text in texts if text)
    if len(lengths) < (FEWEST_LINES if len(texts) > len(lengths) else FEWEST_SOLID_LINES):
        return Breaks(by_blank_lines=True)
    kept = [index for index in range(len(whole)) if index not in left_out]
    # lines on two pages are no neighbours
    pairs = [(bool(whole[one]), bool(whole[other])) for one, other in pairwise(kept) if other == one + 1]
    adjacent = pairs.count((True, True))
    blank = pairs.count((True, False)) - (not texts[-1])
    width = lengths[int(len(lengths) * _USUAL)]
    full = sum(len(text) > width * FULL and not _ENDS.search(text) for text in texts)
    wrapped = full >= len(lengths) * FULL_LINES
    if blank * LINES_TO_A_BLANK < len(lengths) or _labels_stand_close(whole, kept):
        return Breaks(by_blank_lines=False, width=width if wrapped else 0)
    spaced = adjacent == 0 and full >= len(lengths) * FULL_OF_SPACED_LINES
    return Breaks(by_blank_lines=not spaced, width=width)


def _labels_stand_close(texts: Sequence[str], kept: Sequence[int]) -> bool:
    """Numbers and labels of sections begin lines without a blank one before them."""
    labelled = [
        not texts[before]
        for before, index in pairwise(kept)
        if read_number_label(texts[index]) is not None or read_section_label(texts[index]) is not None
    ]
    close = labelled.count(False)
    return len(labelled) >= FEWEST_LABELLED_LINES and close >= len(labelled) * CLOSE_LABELLED_LINES
