"""English numbers in words: one, twelve, twenty-one."""

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def english_cardinal(n: int) -> str:
    """Give «twelve», «twenty-one», and figures from 100 on and below 1."""
    if not 0 < n < 100:
        return str(n)
    if n < 20:
        return _UNITS[n - 1]
    tens, unit = divmod(n, 10)
    ten = _TENS[tens - 2]
    return f"{ten}-{_UNITS[unit - 1]}" if unit else ten
