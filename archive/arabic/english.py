"""English words beside the Arabic: cut by the same tokenizer, at their stems by Snowball's English one (Porter 2)."""

from functools import lru_cache
from importlib.metadata import version

import snowballstemmer

from archive.arabic.analyze import Term

#: Another release may give other stems: an index of one is not asked by another.
ENGLISH_VERSION = version("snowballstemmer")


@lru_cache(maxsize=65_536)
def english_stem(word: str) -> str:
    """Give the stem of a word in small letters. A stemmer of its own each time: one keeps what it is working at."""
    stem: str = snowballstemmer.stemmer("english").stemWord(word)
    return stem or word


def stem_in_english(term: Term) -> str:
    """The stem of a word that stands in an English text; what is no Latin word there has the one it always has."""
    return english_stem(term.exact) if term.kind == "latin" else term.stem
