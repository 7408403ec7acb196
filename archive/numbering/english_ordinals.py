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
_ORDINAL = re.compile(
    rf"(?P<word>{'|'.join(sorted((w.replace('-', '[- ]') for w in _READ), key=len, reverse=True))})\b"
    r"|(?P<figure>[0-9]{1,3})(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)


def match_english_ordinal(text: str, pos: int = 0) -> tuple[int, int] | None:
    """Give (number, end offset) of the ordinal that starts at pos: «Twenty-first», «12th»; None where none does."""
    found = _ORDINAL.match(text, pos)
    if found is None:
        return None
    if found["figure"]:
        return int(found["figure"]), found.end()
    return _READ[found["word"].lower().replace(" ", "-")], found.end()
