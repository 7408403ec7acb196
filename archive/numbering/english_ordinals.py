"""English ordinals in words, written and read: first, twelfth, twenty-first."""

import re

_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def english_ordinal(n: int) -> str:
    """Give «twelfth», «twenty-first»; from 100 on «101st»."""
    if 1 <= n < 20:
        return _UNITS[n - 1]
    if n < 1 or n > 99:
        ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        return f"{n}{ending}"
    tens, unit = divmod(n, 10)
    ten = _TENS[tens - 2]
    return f"{ten}-{_UNITS[unit - 1]}" if unit else f"{ten[:-1]}ieth"


_READ = {english_ordinal(n): n for n in range(1, 100)}
_READ |= {word.replace("-", " "): number for word, number in _READ.items() if "-" in word}
#: A pattern for small letters: fourth · twenty-first · twenty first · 4th
ORDINAL = rf"(?:{'|'.join(sorted(_READ, key=len, reverse=True))}|[0-9]{{1,3}}(?:st|nd|rd|th))"
_WHOLE = re.compile(rf"{ORDINAL}\b", re.IGNORECASE)


def ordinal_of(written: str) -> int:
    """The number of what ORDINAL matched, in whatever letters and however many blanks."""
    words = " ".join(written.lower().split())
    return _READ[words] if words in _READ else int(words.rstrip("stndrh"))


def match_english_ordinal(text: str, pos: int = 0) -> tuple[int, int] | None:
    """Give (number, end offset) of the ordinal that starts at pos: «Twenty-first», «12th»; None where none does."""
    found = _WHOLE.match(text, pos)
    return (ordinal_of(found[0]), found.end()) if found else None
