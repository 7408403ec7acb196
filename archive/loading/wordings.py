"""Whether two texts say the same: their words, blind to how they are printed."""

from difflib import SequenceMatcher

from archive.arabic.normalize import normalize

#: From this likeness on two texts may be one that was reworded: a rewording of a word or a clause keeps two thirds,
#: other recommendations of one meeting share a third at most (measured on the recommendations of the sources).
SAME_TEXT = 0.55


def likeness(one: str, other: str) -> float:
    """The share of words that two texts have in common and in one order, from 0 to 1."""
    words = normalize(one).split(), normalize(other).split()
    return SequenceMatcher(None, *words, autojunk=False).ratio()


def alike(one: str, other: str) -> bool:
    """The same words: digit shapes, marks, tatweel and white space set aside."""
    return one == other or bare_words(one) == bare_words(other)


def bare_words(text: str) -> str:
    return "".join(normalize(text).split())
