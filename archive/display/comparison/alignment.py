"""Which stretches of the printed text and of the reading text belong together, fast enough for a whole report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from archive.arabic.clean import drop_tatweel

from .differences import build_pieces

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class AlignedStretch:
    """Offsets in both texts: `printed` and `reading` are (start, end)."""

    printed: tuple[int, int]
    reading: tuple[int, int]
    changed: bool


@lru_cache(maxsize=2048)
def align(printed: str, reading: str) -> Sequence[AlignedStretch]:
    """Both texts whole, in order, cut where words differ. Tatweel makes no difference.

    Words are compared first and only the runs that differ are cut finer: to compare signs and blanks of a long
    paragraph as well takes ten times as long.
    """
    if printed == reading:
        return [AlignedStretch((0, len(printed)), (0, len(reading)), False)] if printed else []
    return list(_joined(_stretches(printed, reading)))


def _stretches(printed: str, reading: str) -> Iterator[AlignedStretch]:
    old, new = list(_WORD.finditer(printed)), list(_WORD.finditer(reading))
    was_words, now_words = ([drop_tatweel(word.group()) for word in words] for words in (old, new))
    matcher = SequenceMatcher(None, was_words, now_words, autojunk=False)
    at = (0, 0)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        was, now = _reach(old[old_from:old_to], at[0]), _reach(new[new_from:new_to], at[1])
        yield from _blank(at, (was[0], now[0]))
        if tag != "equal":
            yield from _finer(printed[slice(*was)], reading[slice(*now)], (was[0], now[0]))
        elif printed[slice(*was)] == reading[slice(*now)]:
            yield AlignedStretch(was, now, False)
        else:
            yield from _word_by_word(old[old_from:old_to], new[new_from:new_to])
        at = was[1], now[1]
    yield from _blank(at, (len(printed), len(reading)))


def _reach(words: Sequence[re.Match[str]], at: int) -> tuple[int, int]:
    """From the first of the words to the last; nothing at `at` where there are none."""
    return (words[0].start(), words[-1].end()) if words else (at, at)


def _word_by_word(old: Sequence[re.Match[str]], new: Sequence[re.Match[str]]) -> Iterator[AlignedStretch]:
    """Words that tatweel makes longer in print."""
    at: tuple[int, int] | None = None
    for one, other in zip(old, new, strict=True):
        yield from _blank(at or (one.start(), other.start()), (one.start(), other.start()))
        yield AlignedStretch(one.span(), other.span(), False)
        at = one.end(), other.end()


def _finer(printed: str, reading: str, first: tuple[int, int]) -> Iterator[AlignedStretch]:
    was, now = first
    for piece in build_pieces(printed, reading):
        ends = was + len(piece.printed), now + len(piece.reading)
        yield AlignedStretch((was, ends[0]), (now, ends[1]), piece.changed)
        was, now = ends


def _blank(at: tuple[int, int], to: tuple[int, int]) -> Iterator[AlignedStretch]:
    if at != to:
        yield AlignedStretch((at[0], to[0]), (at[1], to[1]), False)


def _joined(stretches: Iterator[AlignedStretch]) -> Iterator[AlignedStretch]:
    """Neighbours that are changed alike as one, but equal ones only while they are of one length."""
    last: AlignedStretch | None = None
    for found in stretches:
        if last and last.changed == found.changed and (found.changed or (_keeps_pace(last) and _keeps_pace(found))):
            both = (last.printed[0], found.printed[1]), (last.reading[0], found.reading[1])
            last = AlignedStretch(*both, found.changed)
            continue
        if last:
            yield last
        last = found
    if last:
        yield last


def _keeps_pace(stretch: AlignedStretch) -> bool:
    return stretch.printed[1] - stretch.printed[0] == stretch.reading[1] - stretch.reading[0]
