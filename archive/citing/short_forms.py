"""Recommendations by two numbers, as people type them: «5/2», `4.12`, «5/2 (ك)», «4/12 و4/13», `recs 4.12-4.14`."""

import re
from dataclasses import replace

from .names import KnownNames
from .number_lists import read_parts
from .pieces import letters_of
from .things import Thing

# rec. · recs · توصية رقم
_HEAD = re.compile(
    r"(?:(?:recommendation|rec)s?\.?\s*|(?:ال)?توصي(?:ه|ات|تان|تين)\s+)?(?:(?:رقم|no\.?|#)\s*)?"
)
# 5/2 · 4.12 · 4:12 · 4-12 · 5.2.k · 5/2ك
_SHORT = re.compile(
    r"(?P<meeting>[0-9]{1,2})\s?[/.:-]\s?(?P<number>[0-9]{1,3})(?![0-9])"
    r"(?:\s?[\s/.]\s?(?P<bare>[ء-ي]|[a-z])(?!\w|\s*[0-9])|(?P<glued>[ء-ي])(?!\w|\s*[0-9]))?"
)
# WG.7 4/12 · wg7.4.12
_BEHIND_BODY = re.compile(r"[\s،:.]*")
_AND = re.compile(r"\s*[،؛]\s*(?:(?:و|and\s|&)\s*)?|\s*(?:و|and\s|&)\s*")
_TO = re.compile(r"\s*(?:-|الي\s|to\s|through\s)\s*")
#: A range is not longer than this: the longest list of recommendations of one meeting has 55.
_LONGEST_RANGE = 60


def read_short(bare: str, names: KnownNames) -> tuple[Thing, ...]:
    """Give the recommendations and lettered items that a whole plain text names by their numbers alone."""
    body, at = _body(bare, names)
    head = _HEAD.match(bare, at)
    at = head.end() if head else at
    found: list[Thing] = []
    is_range = False
    while things := _read_one(bare, at, body):
        row, end = things
        if is_range:
            row = _between(found[-1], row[0])
        if not row:
            return ()
        found += row
        if end == len(bare):
            return tuple(dict.fromkeys(found))
        to = _TO.match(bare, end)
        further = to or _AND.match(bare, end)
        if further is None:
            return ()
        at, is_range = further.end(), to is not None
    return ()


def _read_one(bare: str, at: int, body: str) -> tuple[list[Thing], int] | None:
    """What stands at a place, 5/2 or 5/2 (ك) و(ب), and where it ends."""
    match = _SHORT.match(bare, at)
    if match is None:
        return None
    letter = match["bare"] or match["glued"]
    parts, end = ((letter,), match.end()) if letter else read_parts(bare, match.end())
    letters = letters_of(parts)
    if len(letters) < len(parts):
        return None
    meeting, number = int(match["meeting"]), int(match["number"])
    thing = Thing("recommendation", body, meeting=meeting, number=number)
    return [replace(thing, letter=one) for one in letters or (0,)], end


def _body(bare: str, names: KnownNames) -> tuple[str, int]:
    for start, end, symbol in names.find_bodies(bare):
        if start == 0 and (gap := _BEHIND_BODY.match(bare, end)):
            return symbol, gap.end()
        break
    return "", 0


def _between(first: Thing, last: Thing) -> list[Thing]:
    """From behind the first up to the last, of one meeting; empty where they make no range."""
    low, high = first.number or 0, last.number or 0
    if first.meeting != last.meeting or first.letter or last.letter or not low < high <= low + _LONGEST_RANGE:
        return []
    return [replace(last, number=number) for number in range(low + 1, high + 1)]
