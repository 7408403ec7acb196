"""English ordinals in words: first, twelfth, twenty-first."""

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
