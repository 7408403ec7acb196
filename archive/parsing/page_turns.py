"""Where one page ends and the next begins: which lines are furniture there, and which blank lines say nothing.

A running title is told from a heading by what stands beside it: it repeats, and each time but the first a page number,
a job number or the paper's symbol is its neighbour.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import normalize
from archive.numbering.labels import read_bracketed_label, read_number_label, read_section_label

from .furniture import Own, clear_furniture

#: A running title repeats so often beside other furniture; once may be chance.
_REPEATED = 2
#: No running title is longer than this, and none closes with a stop.
_LONGEST_TITLE = 160
#: A title that bears the page number on its own line has more letters than «التوصية 3» and its like.
_FEWEST_LETTERS = 15
#: No page has a longer number.
_LONGEST_PAGE = 3
#: Running heads stand in one or two lines, and the second is found beside the first.
_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class PageTurns:
    """By index of the line: whether it is furniture alone, a running title, a blank line beside furniture."""

    furniture: frozenset[int]
    running: frozenset[int]
    blanks: frozenset[int]

    @property
    def left_out(self) -> frozenset[int]:
        """All lines that say nothing of how the text is set."""
        return self.furniture | self.running | self.blanks


def find_page_turns(texts: Sequence[str], own: Own, cover: frozenset[int]) -> PageTurns:
    """The page turns of a text whose cleaned lines are `texts`; `cover` are the lines on which its symbols open it."""
    furniture = frozenset(
        index
        for index, text in enumerate(texts)
        if text and _is_furniture(text, own, is_cover=index in cover)
    )
    furniture |= _pages(texts)
    running: frozenset[int] = frozenset()
    for _round in range(_ROUNDS):
        found = _running_titles(texts, furniture | running)
        if found <= running:
            break
        running |= found
    return PageTurns(furniture, running, _blanks_beside(texts, furniture | running))


def _is_furniture(text: str, own: Own, *, is_cover: bool) -> bool:
    """A line of furniture that is told at sight: a lone number may as well be text."""
    if text.strip(" -–—*#").isdigit():
        return False
    cleared = clear_furniture(text, own, is_cover=is_cover)
    return not cleared.text and bool(cleared.removed) and any(char.isalnum() for char in text)


def _pages(texts: Sequence[str]) -> frozenset[int]:
    """Page numbers: numbers that stand alone between blank lines, and rise from page to page."""
    found: list[tuple[int, int]] = []
    for index, text in enumerate(texts):
        number = to_ascii(text.strip(" -–—"))
        if not number.isdecimal() or len(number) > _LONGEST_PAGE:
            continue
        if (index == 0 or not texts[index - 1]) and (index + 1 == len(texts) or not texts[index + 1]):
            found.append((index, int(number)))
    rises = all(one[1] < other[1] for one, other in pairwise(found))
    return frozenset(index for index, _number in found) if rises and len(found) >= _REPEATED else frozenset()


def _running_titles(texts: Sequence[str], furniture: frozenset[int]) -> frozenset[int]:
    """The lines of titles that repeat beside furniture."""
    filled = [index for index, text in enumerate(texts) if text]
    places: dict[str, list[tuple[int, bool, int | None]]] = defaultdict(list)
    for at, index in enumerate(filled):
        text = texts[index]
        if (
            index in furniture
            or len(text) > _LONGEST_TITLE
            or text.endswith((".", "؛", ":"))
            or _is_labelled(text)
        ):
            continue
        title, page = _title_and_page(normalize(text))
        beside = (at > 0 and filled[at - 1] in furniture) or (
            at + 1 < len(filled) and filled[at + 1] in furniture
        )
        places[title].append((index, beside, page))
    found: set[int] = set()
    for title, ones in places.items():
        if len(ones) < _REPEATED:
            continue
        beside_all = [index for index, beside, _page in ones if beside]
        pages = [page for _index, _beside, page in ones if page is not None]
        # the first time it may be the title itself, or its heading
        if len(beside_all) >= (_REPEATED if len(ones) > len(beside_all) else _REPEATED + 1) and (
            len(beside_all) >= len(ones) - 1
        ):
            found.update(beside_all)
        elif len(pages) > _REPEATED and len(title) >= _FEWEST_LETTERS and pages == sorted(set(pages)):
            found.update(index for index, _beside, page in ones if page is not None)
    return frozenset(found)


def _is_labelled(text: str) -> bool:
    label = read_number_label(text)
    if text[-1:].isdigit() and len(text) < _FEWEST_LETTERS:
        return True  # «التوصية 3»
    return (
        (label is not None and label.marked)
        or read_section_label(text) is not None
        or read_bracketed_label(text) is not None
    )


def _title_and_page(text: str) -> tuple[str, int | None]:
    """«تقرير الفريق العامل 3» as its title and the page that stands at one end of it."""
    first, _, rest = text.partition(" ")
    if first.isdecimal() and len(first) <= 3 and len(rest) >= _FEWEST_LETTERS:
        return rest, int(first)
    rest, _, last = text.rpartition(" ")
    if last.isdecimal() and len(last) <= 3 and len(rest) >= _FEWEST_LETTERS:
        return rest, int(last)
    return text, None


def _blanks_beside(texts: Sequence[str], furniture: frozenset[int]) -> frozenset[int]:
    """The blank lines that touch furniture, over other blank lines too."""
    found: set[int] = set()
    for index in sorted(furniture):
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(texts) and not texts[at] and at not in found:
                found.add(at)
                at += step
    return frozenset(found)
