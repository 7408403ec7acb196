"""What stands behind a number and makes it one beside another: «1 مكرراً», `1 bis`, «1-2», «1 أ».

It is kept as one small integer, in the order in which such numbers follow one another: 0 for none, 2 for «مكرراً», 3
for the second repetition …, 100 and a figure for «1-2», 200 and the position of a letter for «1 أ».
"""

import re
from functools import cache

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import bare
from archive.numbering import abjad

NO_SUFFIX = 0
_FIGURE, _LETTER = 100, 200
#: The Latin words of repeated numbers, from the second on; Arabic and English print them.
REPEATS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
# 1 مكرراً | 1 مكرراً ثانياً | 3 bis | 1-2 | ١ أ | 1(ب)
_NUMBER = re.compile(r"\s*[0-9]+\s*(?P<rest>\S.*)?")
_REPEATED = re.compile(r"مكرر(?:ا|ه)?(?:\s+(?P<time>ثاني|ثالث|رابع|خامس)(?:ا|ه)?)?")
_TIMES = {"ثاني": 3, "ثالث": 4, "رابع": 5, "خامس": 6}
_BEHIND = re.compile(r"[-–/_.]\s*(?P<figure>[0-9]{1,2})")
_SIGNS = re.compile(r"[()\[\]\s.-]+")
_TAIL = re.compile(r"-(?P<repeat>[a-z]+)|_(?P<figure>[0-9]{1,2})|_(?P<letter>[a-z]{1,2})")


@cache
def read_suffix(printed: str) -> int:
    """Give what a printed number bears behind its figures; NO_SUFFIX where that is nothing or not known."""
    found = _NUMBER.fullmatch(bare(to_ascii(printed)).strip())
    rest = (found["rest"] or "").strip() if found else ""
    if not rest:
        return NO_SUFFIX
    if repeated := _REPEATED.fullmatch(rest):
        return _TIMES[repeated["time"]] if repeated["time"] else 2
    if rest.lower() in REPEATS:
        return REPEATS.index(rest.lower()) + 2
    if behind := _BEHIND.fullmatch(rest):
        return _FIGURE + int(behind["figure"]) if int(behind["figure"]) else NO_SUFFIX
    letter = abjad.position(_SIGNS.sub("", rest))
    return _LETTER + letter if letter else NO_SUFFIX


def tail_of(suffix: int) -> str:
    """Give how an address writes it behind the number: `-bis`, `_2`, `_a`; nothing for none."""
    if suffix == NO_SUFFIX:
        return ""
    if suffix > _LETTER:
        return f"_{abjad.latin(suffix - _LETTER)}"
    if suffix > _FIGURE:
        return f"_{suffix - _FIGURE}"
    return f"-{REPEATS[min(suffix - 2, len(REPEATS) - 1)]}"


def find_suffix(tail: str) -> int | None:
    """Give what such an end of an address says; None where it says nothing of the kind (`-2` is a copy)."""
    found = _TAIL.fullmatch(tail)
    if found is None:
        return None
    if found["repeat"]:
        return REPEATS.index(found["repeat"]) + 2 if found["repeat"] in REPEATS else None
    if found["figure"]:
        return _FIGURE + int(found["figure"])
    letter = abjad.from_latin(found["letter"])
    return _LETTER + letter if letter else None


def in_arabic(suffix: int) -> str:
    """Give it as Arabic texts write it behind the number: « مكرراً», «-2», « أ»."""
    if suffix == NO_SUFFIX:
        return ""
    if suffix > _LETTER:
        return f" {abjad.letter(suffix - _LETTER)}"
    if suffix > _FIGURE:
        return f"-{suffix - _FIGURE}"
    repeated = ("مكرراً", "مكرراً ثانياً", "مكرراً ثالثاً", "مكرراً رابعاً", "مكرراً خامساً")
    return f" {repeated[suffix - 2]}" if suffix - 2 < len(repeated) else f" {REPEATS[suffix - 2]}"


def in_english(suffix: int) -> str:
    """Give it as English texts do: ` bis`, `-2`, ` a`."""
    if _FIGURE < suffix < _LETTER:
        return f"-{suffix - _FIGURE}"
    tail = tail_of(suffix)
    return f" {tail[1:]}" if tail else ""
