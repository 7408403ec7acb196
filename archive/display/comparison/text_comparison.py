"""Two texts word by word: what both say and what only one of them says."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from archive.arabic.clean import MARK_RANGES, TATWEEL
from archive.arabic.normalize import bare

_WORD = re.compile(rf"[\w{MARK_RANGES}{TATWEEL}]+")
#: «من», «على», «أن»: one or two of them between words that differ are no agreement.
_SHORT = 3
_FEW = 3
#: Of a few words one sees at a glance what differs.
_LONG = 8
#: Below this share of the shorter text nearly all would be marked as different.
_NEAR = 0.4
#: Lettered items that share less than this stand in rows of their own.
_ALIKE = 0.45


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """The chapeau (no label) or a lettered item."""

    label: str
    text: str


Lines = Sequence[ComparedLine]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line; one that is marked, since the other text does not have it, begins and ends with a word.

    In texts that are far from each other it is marked since the other text has it as well.
    """

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class MarkedLine:
    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """What stands side by side; where one side is empty the other is not marked, for all of it differs."""

    first: tuple[MarkedLine, ...]
    second: tuple[MarkedLine, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where the texts have little in common, what they share is marked and not what differs (`marks_common`)."""

    rows: tuple[ComparedRow, ...]
    common: int
    first_count: int
    second_count: int
    marks_common: bool = False

    @property
    def first_share(self) -> int:
        """How many per cent of the first text stand in the second as well."""
        return _share(self.common, self.first_count)

    @property
    def second_share(self) -> int:
        return _share(self.common, self.second_count)

    @property
    def is_same(self) -> bool:
        return self.common == self.first_count == self.second_count


@dataclass(frozen=True, slots=True)
class _PlacedWord:
    key: str
    line: int
    start: int
    end: int


def compare_texts(first: Lines, second: Lines) -> Comparison:
    """Lettered items stand beside those that say most of the same, where both texts have them.

    Vowel marks, stretched letters, shapes of digits and punctuation are no difference of words.
    """
    paired = [(left, right, _words(left), _words(right)) for left, right in _pair(first, second)]
    pairs = [list(_common(old, new)) for _left, _right, old, new in paired]
    common = sum(map(len, pairs))
    counts = sum(len(old) for _l, _r, old, _n in paired), sum(len(new) for _l, _r, _o, new in paired)
    is_far = common < _NEAR * min(counts) and min(counts) >= _LONG
    rows = []
    for (left, right, old, new), shared in zip(paired, pairs, strict=True):
        plain_old, plain_new = {one for one, _ in shared}, {two for _, two in shared}
        if is_far or not (left and right):
            all_old, all_new = set(range(len(old))), set(range(len(new)))
            # What stands alone is not marked: either all of it differs, or none of it is shared.
            plain_old, plain_new = (all_old - plain_old, all_new - plain_new) if left and right else (all_old, all_new)
        rows.append(ComparedRow(_mark(left, old, plain_old), _mark(right, new, plain_new)))
    return Comparison(tuple(rows), common, *counts, marks_common=is_far)


def _pair(first: Lines, second: Lines) -> list[tuple[Lines, Lines]]:
    if len(first) < 2 or len(second) < 2:
        return [(first, second)]
    return [(first[:1], second[:1]), *_align(first[1:], second[1:])]


def _align(first: Lines, second: Lines) -> list[tuple[Lines, Lines]]:
    """Pairs in the order of both; what has no like on the other side stands alone."""
    likeness = [[_likeness(one, two) for two in second] for one in first]
    # best[i][j]: the most that items from i and from j on can agree
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in reversed(range(len(first))):
        for j in reversed(range(len(second))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + likeness[i][j])
    rows: list[tuple[Lines, Lines]] = []
    i = j = 0
    while i < len(first) and j < len(second):
        if likeness[i][j] and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            rows.append((first[i : i + 1], second[j : j + 1]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            rows.append((first[i : i + 1], ()))
            i += 1
        else:
            rows.append(((), second[j : j + 1]))
            j += 1
    rows += [((line,), ()) for line in first[i:]]
    return rows + [((), (line,)) for line in second[j:]]


def _likeness(first: ComparedLine, second: ComparedLine) -> float:
    """The share of words that both have, 0 where it is too small to mean anything."""
    old = Counter(word.key for word in _words([first]))
    new = Counter(word.key for word in _words([second]))
    total = old.total() + new.total()
    found = 2 * (old & new).total() / total if total else 0.0
    return found if found >= _ALIKE else 0.0


def _words(lines: Lines) -> list[_PlacedWord]:
    return [
        _PlacedWord(bare(match.group()).lower(), index, match.start(), match.end())
        for index, line in enumerate(lines)
        for match in _WORD.finditer(line.text)
    ]


def _common(old: Sequence[_PlacedWord], new: Sequence[_PlacedWord]) -> Iterator[tuple[int, int]]:
    """Places of the words that both say, in order."""
    matcher = SequenceMatcher(None, [word.key for word in old], [word.key for word in new], autojunk=False)
    for block in matcher.get_matching_blocks():
        if _is_chance(old, new, block.a, block.b, block.size):
            continue
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _is_chance(old: Sequence[_PlacedWord], new: Sequence[_PlacedWord], a: int, b: int, size: int) -> bool:
    """A few short words with differences on both sides of them."""
    if size >= _FEW or any(len(word.key) > _SHORT for word in old[a : a + size]):
        return False
    return (a > 0 or b > 0) and (a + size < len(old) or b + size < len(new))


def _mark(lines: Lines, words: Sequence[_PlacedWord], plain: set[int]) -> tuple[MarkedLine, ...]:
    """`plain` are the places of the words that need no mark."""
    marked = []
    for index, line in enumerate(lines):
        of_line = [(word, place in plain) for place, word in enumerate(words) if word.line == index]
        marked.append(MarkedLine(line.label, tuple(_runs(line.text, of_line))))
    return tuple(marked)


def _runs(text: str, words: Sequence[tuple[_PlacedWord, bool]]) -> Iterator[Run]:
    """Words that differ and stand together are one run."""
    done = 0
    for is_plain, group in groupby(words, key=lambda pair: pair[1]):
        if is_plain:
            continue
        found = [word for word, _ in group]
        if found[0].start > done:
            yield Run(text[done : found[0].start])
        yield Run(text[found[0].start : found[-1].end], differs=True)
        done = found[-1].end
    if done < len(text):
        yield Run(text[done:])


def _share(part: int, whole: int) -> int:
    """Per cent, rounded down: less than all is never 100."""
    return part * 100 // whole if whole else 0
