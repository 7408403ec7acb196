"""Whether two texts say the same: their words, blind to how they are printed."""

from archive.arabic.normalize import normalize


def alike(one: str, other: str) -> bool:
    """The same words: digit shapes, marks, tatweel and white space set aside."""
    return one == other or bare_words(one) == bare_words(other)


def bare_words(text: str) -> str:
    return "".join(normalize(text).split())
