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
# 7/3-5 · 4.12/13 · 4.12 و13: the number alone, of the meeting that stands before it
_NUMBER_ALONE = re.compile(r"(?P<number>[0-9]{1,3})(?!\w|\s?[/.:(])")
_AND = re.compile(r"\s*[،؛]\s*(?:(?:و|and\s|&)\s*)?|\s*(?:و|and\s|&)\s*")
_SLASH = re.compile(r"\s?/\s?")
_TO = re.compile(r"\s*(?:-|الي\s|to\s|through\s)\s*")
#: A range is not longer than this: the longest list of recommendations of one meeting has 55.
_LONGEST_RANGE = 60


def read_short(bare: str, names: KnownNames) -> tuple[Thing, ...]:
    """Give the recommendations and lettered items that a whole plain text names by their numbers alone."""
    body, at = _body(bare, names)
    head = _HEAD.match(bare, at)
    is_headed = head is not None and head.end() > at
    at = head.end() if head else at
    found: list[Thing] = []
    is_range = False
    while things := _read_one(bare, at, body) or _number_alone(bare, at, found, is_headed=is_headed):
        row, end = things
        if is_range:
            row = _between(found[-1], row[0])
        if not row:
            return ()
        found += row
        if end == len(bare):
            return tuple(dict.fromkeys(found))
        to = _TO.match(bare, end)
        further = to or _AND.match(bare, end) or (_SLASH.match(bare, end) if is_headed else None)
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


def _number_alone(
    bare: str, at: int, found: list[Thing], *, is_headed: bool
) -> tuple[list[Thing], int] | None:
    """5 in «7/3-5», 13 in «4.12 و13» and, behind a head, in «rec. 4.12/13»: «3/4/5» and «5-2-3» may be dates."""
    match = _NUMBER_ALONE.match(bare, at)
    if match is None or not found or found[-1].letter:
        return None
    between = bare[:at].rstrip()[-1]
    parted = bare[: bare.find(str(found[0].number), 1)].rstrip()[-1]
    if not is_headed and (between in "/،؛" or parted in "-:"):
        return None
    return [replace(found[-1], number=int(match["number"]))], match.end()


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
