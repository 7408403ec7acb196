"""Words typed while the keyboard stood on the other layout: «hgjuh,k» are the keys of «التعاون»."""

import re

# The Arabic layout of the common keyboards, by the key of the Latin one; capitals stand for shift.
_ARABIC_OF = dict(zip("qwertyuiop[]asdfghjkl;'zxcnm,./", "ضصثقفغعهخحجدشسيبلاتنمكطئءؤىةوزظ", strict=True)) | {
    "`": "ذ", "b": "لا", "B": "لآ", "G": "لأ", "H": "أ", "N": "آ", "T": "لإ", "Y": "إ",
    "v": "ر",
}  # fmt: skip
_LATIN_OF = {arabic: latin.lower() for latin, arabic in _ARABIC_OF.items() if len(arabic) == 1}
_LATIN_KEYS = re.compile("[a-zA-Z" + re.escape("[];',./`") + "]+")
_ARABIC_KEYS = re.compile(f"[{''.join(_LATIN_OF)}]+")
_LAM_ALEF = "لا"


def with_other_layout(typed: str) -> tuple[str, ...]:
    """Give what the keys of a word write on the other layout, Arabic or Latin, in small letters.

    None where a character is no key of a letter. Two where لا stands: it is the key b, or the keys g and h.
    """
    if _LATIN_KEYS.fullmatch(typed):
        return ("".join(_ARABIC_OF.get(key) or _ARABIC_OF[key.lower()] for key in typed),)
    if not _ARABIC_KEYS.fullmatch(typed):
        return ()
    words = (typed.replace(_LAM_ALEF, "b"), typed) if _LAM_ALEF in typed else (typed,)
    return tuple("".join(_LATIN_OF.get(letter, letter) for letter in word) for word in words)
